//! The figures that an edition's tables show and the series does not give: without a row, or with one that cannot be read.

use std::collections::{BTreeMap, HashMap};

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
    let rows = Rows::new(sources, manuscript);
    let mut gaps = BTreeMap::new();
    for edition in publication.editions.iter() {
        for (ix, kpi) in publication.plan.kpis_in(edition.year) {
            let actual = kpi.actual_year(edition.performance);
            for year in [kpi.baseline, actual - 1, actual] {
                if !kpi.basis.has_year(year) {
                    continue;
                }
                if let Some(gap) = rows.gap(&kpi.id, year) {
                    gaps.insert((ix, year), gap);
                }
            }
        }
    }
    gaps
}

/// The rows of the register by what they are about: of several for one year the first.
struct Rows<'a> {
    sources: &'a Sources,
    name: &'a str,
    /// A file that is there without being text is unreadable as a whole.
    there: bool,
    rows: Option<HashMap<(&'a Id, u16), &'a SeriesRow>>,
    /// Where something could not be read, by place in the file.
    faults: Vec<u32>,
    /// The first of these in the rows of each KPI.
    lost: HashMap<&'a str, Place>,
}

impl<'a> Rows<'a> {
    fn new(sources: &'a Sources, manuscript: &'a Manuscript) -> Self {
        let register = &manuscript.series;
        let rows = register.page.as_ref().map(|rows| {
            let mut known = HashMap::new();
            for row in rows {
                known.entry((&row.kpi.value, row.year.value)).or_insert(row);
            }
            known
        });
        let places = manuscript.faults.iter().map(|fault| fault.place);
        let (mut faults, mut lost) = (Vec::new(), HashMap::new());
        for place in places.filter(|place| Some(place.file) == register.file) {
            faults.push(place.span.start);
            let file = sources.file(place.file);
            let line = &file.text[file.line_range(sources.line(place))];
            lost.entry(line.split(',').next().unwrap_or_default()).or_insert(place);
        }
        faults.sort_unstable();
        Self {
            sources,
            name: register.name,
            there: register.file.is_some(),
            rows,
            faults,
            lost,
        }
    }

    fn gap(&self, kpi: &Id, year: u16) -> Option<Gap> {
        let Some(rows) = &self.rows else {
            return Some(if self.there {
                Gap::Unreadable(self.name.to_owned())
            } else {
                Gap::Missing
            });
        };
        match rows.get(&(kpi, year)) {
            Some(row) if row.value.is_some() || row.status.is_some() => None,
            Some(row) if self.is_faulty(row) => Some(self.at(row.place)),
            Some(_) => Some(Gap::Missing),
            // It may stand in a row of this KPI that could not be read.
            None => Some(
                self.lost
                    .get(kpi.as_str())
                    .map_or(Gap::Missing, |place| self.at(*place)),
            ),
        }
    }

    fn at(&self, place: Place) -> Gap {
        Gap::Unreadable(format!("{}:{}", self.name, self.sources.line(place)))
    }

    fn is_faulty(&self, row: &SeriesRow) -> bool {
        let span = row.place.span;
        let next = self.faults.partition_point(|fault| *fault < span.start);
        self.faults.get(next).is_some_and(|fault| *fault <= span.end)
    }
}
