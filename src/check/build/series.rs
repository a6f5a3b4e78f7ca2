//! Values over the years.

use super::super::index::Index;
use crate::{
    manuscript::Manuscript,
    model::{Id, Observation, Population, PopulationPoint, Restatement, Series, Status},
};

/// Every value with the KPI's digits, which a spreadsheet drops when it saves: 39 of a KPI in tenths is 39.0.
pub(super) fn of(kpi: &Id, decimals: u8, index: &Index) -> Series {
    let rows = index.rows.get(kpi).into_iter().flatten();
    let observations = rows.map(|row| Observation {
        year: row.year.value,
        value: row.value.as_ref().map(|value| value.value.with_decimals(decimals)),
        status: row.status.as_ref().map_or_else(
            || {
                if row.value.is_some() {
                    Status::Final
                } else {
                    Status::Pending
                }
            },
            |status| status.value,
        ),
        note: row.note.as_ref().map(|note| note.value.clone()),
    });
    Series::new(observations.collect())
}

/// Those that can be read; a missing reason has a rule of its own.
pub(super) fn restatements(kpi: &Id, decimals: u8, index: &Index) -> Vec<Restatement> {
    let rows = index.restatements.get(kpi.as_str()).into_iter().flatten();
    let mut all: Vec<Restatement> = rows
        .map(|row| Restatement {
            year: row.year.value,
            before: row.before.map(|value| value.value.with_decimals(decimals)),
            after: row.after.map(|value| value.value.with_decimals(decimals)),
            date: row.date.value,
            reason: row
                .reason
                .as_ref()
                .map_or_else(String::new, |reason| reason.value.clone()),
        })
        .collect();
    all.sort_by_key(|row| (row.date, row.year));
    all
}

pub(super) fn population(manuscript: &Manuscript) -> Population {
    let rows = manuscript.population.page.iter().flatten();
    let mut points: Vec<PopulationPoint> = rows
        .map(|row| PopulationPoint {
            year: row.year.value,
            kind: row.kind.value,
            value: row.value.value,
            note: row.note.as_ref().map(|note| note.value.clone()),
        })
        .collect();
    points.sort_by_key(|point| (point.year, point.kind));
    points.dedup_by_key(|point| (point.year, point.kind));
    Population { points }
}
