//! `series/*.csv` as written.

use std::borrow::Cow;

use super::{csv, fault::FaultKind, faults::Faults, scalars};
use crate::{
    model::{Amount, Id, PopulationKind, Status, Word},
    source::{FileId, Place, Spanned},
};

/// One row of `series/kpi.csv`.
#[derive(Debug)]
pub struct SeriesRow {
    /// The whole row.
    pub place: Place,
    /// Whose value.
    pub kpi: Spanned<Id>,
    /// On the KPI's own basis.
    pub year: Spanned<u16>,
    /// Blank is not zero.
    pub value: Option<Spanned<Amount>>,
    /// Where the value's cell is, filled or not.
    pub value_place: Place,
    /// 確定 when left out beside a value.
    pub status: Option<Spanned<Status>>,
    /// A remark to the figure.
    pub note: Option<Spanned<String>>,
}

/// One row of `series/population.csv`.
#[derive(Debug)]
pub struct PopulationRow {
    /// The whole row.
    pub place: Place,
    /// Calendar year.
    pub year: Spanned<u16>,
    /// Counted, projected or envisioned.
    pub kind: Spanned<PopulationKind>,
    /// Persons.
    pub value: Spanned<Amount>,
    /// A remark.
    pub note: Option<Spanned<String>>,
}

/// The columns of `series/kpi.csv`.
pub const KPI_COLUMNS: &[&str] = &["kpi", "year", "value", "status", "note"];
/// The columns of `series/population.csv`.
pub const POPULATION_COLUMNS: &[&str] = &["year", "series", "value", "note"];

pub(super) fn read_kpi(text: &str, file: FileId, faults: &mut Faults) -> Vec<SeriesRow> {
    let written = csv::read(text, file, KPI_COLUMNS, 3, faults);
    let mut rows = Vec::with_capacity(written.len());
    for row in written {
        let place = row.place;
        let Ok([kpi, year, value, status, note]) = <[_; 5]>::try_from(row.cells) else {
            continue;
        };
        let value_place = value.place;
        let kpi = Spanned {
            value: &*kpi.value,
            place: kpi.place,
        };
        let kpi = scalars::read_id(kpi, faults);
        let year = western(year, faults);
        let value = filled(value).and_then(|value| scalars::read_amount(&value, faults));
        let status = filled(status).and_then(|status| term(status, faults));
        if let (Some(kpi), Some(year)) = (kpi, year) {
            rows.push(SeriesRow {
                place,
                kpi,
                year,
                value,
                value_place,
                status,
                note: filled(note).map(|note| note.map(Cow::into_owned)),
            });
        }
    }
    rows
}

pub(super) fn read_population(text: &str, file: FileId, faults: &mut Faults) -> Vec<PopulationRow> {
    let mut rows = Vec::new();
    for row in csv::read(text, file, POPULATION_COLUMNS, 3, faults) {
        let place = row.place;
        let Ok([year, series, value, note]) = <[_; 4]>::try_from(row.cells) else {
            continue;
        };
        let (year, kind) = (western(year, faults), term(series, faults));
        let value = scalars::read_amount(&value, faults);
        if let (Some(year), Some(kind), Some(value)) = (year, kind, value) {
            rows.push(PopulationRow {
                place,
                year,
                kind,
                value,
                note: filled(note).map(|note| note.map(Cow::into_owned)),
            });
        }
    }
    rows
}

fn filled(cell: Spanned<Cow<'_, str>>) -> Option<Spanned<Cow<'_, str>>> {
    (!cell.value.is_empty()).then_some(cell)
}

fn western(cell: Spanned<Cow<'_, str>>, faults: &mut Faults) -> Option<Spanned<u16>> {
    let year = scalars::year(&cell.value);
    if year.is_none() {
        faults.push(
            cell.place,
            FaultKind::NotADate {
                text: cell.value.to_string(),
                form: "2021",
            },
        );
    }
    year.map(|year| cell.map(|_| year))
}

fn term<W: Word>(cell: Spanned<Cow<'_, str>>, faults: &mut Faults) -> Option<Spanned<W>> {
    let term = W::from_word(&cell.value);
    if term.is_none() {
        let known = W::WORDS.iter().map(|(word, _)| *word).collect();
        faults.push(
            cell.place,
            FaultKind::NotAWord {
                text: cell.value.to_string(),
                known,
            },
        );
    }
    term.map(|term| cell.map(|_| term))
}
