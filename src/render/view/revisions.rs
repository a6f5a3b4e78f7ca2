//! 正誤表: figures of this edition that were corrected after it appeared, and those of earlier ones that it corrects.

use serde::Serialize;

use super::{Link, Views};
use crate::model::{Amount, Kpi, KpiIx, Publication, Restatement};

/// `revisions.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Revisions<'a> {
    /// Corrected since this edition appeared.
    pub(crate) since: Vec<Revision<'a>>,
    /// Corrected by this edition.
    pub(crate) by: Vec<Revision<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Revision<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) period: String,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) date: String,
    pub(crate) reason: &'a str,
}

impl Revisions<'_> {
    /// How many figures this edition corrects.
    pub(super) fn by(&self) -> usize {
        self.by.len()
    }
}

impl<'a> Views<'a> {
    /// The corrections that concern this edition; `all` holds also what came after it.
    pub(crate) fn revisions(self, all: &'a Publication) -> Revisions<'a> {
        let own = self.edition.published;
        let before = all.before(self.edition).map(|edition| edition.published);
        // Only years that this edition shows can be wrong in it.
        let shown = |kpi: &Kpi, row: &Restatement| row.year <= kpi.actual_year(self.edition.performance);
        let pick = |keep: &dyn Fn(&Kpi, &Restatement) -> bool| {
            let mut rows: Vec<(&Restatement, Revision)> = Vec::new();
            for (ix, kpi) in all.plan.kpis_in(self.edition.year) {
                let kept = kpi.restatements.iter().filter(|row| keep(kpi, row));
                rows.extend(kept.map(|row| (row, self.revision(ix, kpi, row))));
            }
            rows.sort_by_key(|(row, _)| row.date);
            rows.into_iter().map(|(_, revision)| revision).collect()
        };
        Revisions {
            since: pick(&|kpi, row| shown(kpi, row) && row.date.year_month() > own),
            by: pick(&|_, row| {
                let month = row.date.year_month();
                before.is_some_and(|before| month > before && month <= own)
            }),
        }
    }

    fn revision(self, ix: KpiIx, kpi: &Kpi, row: &'a Restatement) -> Revision<'a> {
        let figure = |amount: Option<Amount>| amount.map_or_else(|| "－".to_owned(), |amount| kpi.figure(amount));
        Revision {
            link: self.kpi_link(ix),
            period: kpi.period(row.year).head(),
            before: figure(row.before),
            after: figure(row.after),
            date: row.date.long(),
            reason: &row.reason,
        }
    }
}
