//! `series/restatements.csv` as written: values corrected after they were printed.

use std::borrow::Cow;

use super::{csv, fault::FaultKind, faults::Faults, scalars};
use crate::{
    model::{Amount, Date},
    source::{FileId, Place, Spanned},
};

/// One correction.
#[derive(Debug)]
pub struct RestatementRow {
    /// The whole row.
    pub place: Place,
    /// Whose value, as typed: what is no id is unknown like any other.
    pub kpi: Spanned<String>,
    /// On the KPI's own basis.
    pub year: Spanned<u16>,
    /// What was printed; blank where a dash was.
    pub before: Option<Spanned<Amount>>,
    /// What stands there since; blank where the value was withdrawn.
    pub after: Option<Spanned<Amount>>,
    /// Since when.
    pub date: Spanned<Date>,
    /// Why.
    pub reason: Option<Spanned<String>>,
    /// True when one of its cells could not be read.
    pub damaged: bool,
}

/// The columns of `series/restatements.csv`.
pub const RESTATEMENT_COLUMNS: &[&str] = &["kpi", "year", "before", "after", "date", "reason"];

pub(super) fn read(text: &str, file: FileId, faults: &mut Faults) -> Vec<RestatementRow> {
    let mut rows = Vec::new();
    for row in csv::read(text, file, RESTATEMENT_COLUMNS, RESTATEMENT_COLUMNS.len(), faults) {
        let place = row.place;
        let Ok([kpi, year, before, after, date, reason]) = <[_; 6]>::try_from(row.cells) else {
            continue;
        };
        let year = dated(year, scalars::year, "2021", faults);
        let (before_written, after_written) = (!before.value.is_empty(), !after.value.is_empty());
        let before = filled(before).and_then(|value| scalars::read_amount(&value, faults));
        let after = filled(after).and_then(|value| scalars::read_amount(&value, faults));
        let date = dated(date, date_of_excel, "2021-09-30", faults);
        if let (Some(year), Some(date)) = (year, date) {
            rows.push(RestatementRow {
                place,
                kpi: kpi.map(Cow::into_owned),
                year,
                damaged: before.is_some() != before_written || after.is_some() != after_written,
                before,
                after,
                date,
                reason: filled(reason).map(|reason| reason.map(Cow::into_owned)),
            });
        }
    }
    rows
}

/// `2021-09-30`, or what Excel makes of it when it saves: `2021/9/30`.
fn date_of_excel(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('/').collect();
    match parts[..] {
        [year, month, day] => Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => Date::parse(text),
    }
}

fn filled(cell: Spanned<Cow<'_, str>>) -> Option<Spanned<Cow<'_, str>>> {
    (!cell.value.is_empty()).then_some(cell)
}

fn dated<T>(
    cell: Spanned<Cow<'_, str>>,
    read: fn(&str) -> Option<T>,
    form: &'static str,
    faults: &mut Faults,
) -> Option<Spanned<T>> {
    let value = read(&cell.value);
    if value.is_none() {
        let text = cell.value.to_string();
        faults.push(cell.place, FaultKind::NotADate { text, form });
    }
    value.map(|value| cell.map(|_| value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_excel_saves_them() {
        let date = Date::new(2021, 7, 5);
        for text in ["2021-07-05", "2021/7/5", "2021/07/05"] {
            assert_eq!(date_of_excel(text), date, "{text}");
        }
        for text in ["2021/7", "2021/7/5/1", "2021/13/5", "7/5/2021", "2021-7-5", "2021/+7/5"] {
            assert_eq!(date_of_excel(text), None, "{text}");
        }
    }
}
