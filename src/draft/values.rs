//! The figures that an edition's tables show and the series does not give: without a row, or with one that cannot be read.

use std::collections::BTreeMap;

use crate::{
    manuscript::{Manuscript, SeriesRow},
    model::{Gap, Id, KpiIx, Publication},
    source::{Place, Sources},
};

/// Every figure that some edition shows and that is not there.
pub(super) fn gaps(
    sources: &Sources,
    manuscript: &Manuscript,
    publication: &Publication,
) -> BTreeMap<(KpiIx, u16), Gap> {
    let mut gaps = BTreeMap::new();
    for edition in publication.editions.iter() {
        for (ix, kpi) in publication.plan.kpis_in(edition.year) {
            let actual = kpi.actual_year(edition.performance);
            for year in [kpi.baseline, actual - 1, actual] {
                if !kpi.basis.has_year(year) {
                    continue;
                }
                if let Some(gap) = gap(sources, manuscript, &kpi.id, year) {
                    gaps.insert((ix, year), gap);
                }
            }
        }
    }
    gaps
}

fn gap(sources: &Sources, manuscript: &Manuscript, kpi: &Id, year: u16) -> Option<Gap> {
    let register = &manuscript.series;
    let Some(rows) = &register.page else {
        // A file that is there without being text is unreadable as a whole.
        let there = register.file.is_some();
        return Some(if there {
            Gap::Unreadable(register.name.to_owned())
        } else {
            Gap::Missing
        });
    };
    let at = |place: Place| Gap::Unreadable(format!("{}:{}", register.name, sources.line(place)));
    let faults = || {
        manuscript
            .faults
            .iter()
            .map(|fault| fault.place)
            .filter(|place| Some(place.file) == register.file)
    };
    let faulty = |row: &SeriesRow| {
        let span = row.place.span;
        faults().any(|place| (span.start..=span.end).contains(&place.span.start))
    };
    match rows.iter().find(|row| row.kpi.value == *kpi && row.year.value == year) {
        Some(row) if row.value.is_some() || row.status.is_some() => None,
        Some(row) if faulty(row) => Some(at(row.place)),
        Some(_) => Some(Gap::Missing),
        None => {
            // It may stand in a row of this KPI that could not be read.
            let lost = faults().find(|place| {
                let file = sources.file(place.file);
                let line = &file.text[file.line_range(sources.line(*place))];
                line.split(',').next() == Some(kpi.as_str())
            });
            Some(lost.map_or(Gap::Missing, at))
        }
    }
}
