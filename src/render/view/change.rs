//! What changed since the year before: of each KPI's figure, and of its rating where an earlier edition gave one.

use serde::Serialize;

use super::{Link, Views, cover::RatingView};
use crate::{
    draft::left_out,
    model::{Amount, Better, Edition, KpiRow, Rating, TargetValue},
    render::address::Page,
};

/// How a figure moved within the year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChangeView {
    /// `＋15件`; a dash where there is nothing to compare.
    pub(crate) text: String,
    /// 前進, 後退, 変わらず, 水準維持; absent with the dash.
    pub(crate) word: Option<&'static str>,
}

/// All KPIs by how they moved, and ratings that are not what they were.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Changes {
    /// 前進, 後退, 変わらず, 比べられない, with how many.
    pub(crate) counts: Vec<Count>,
    /// Whose figures are not counted.
    pub(crate) left_out: Option<String>,
    /// The edition before; absent for the first.
    pub(crate) before: Option<String>,
    pub(crate) ratings: Vec<RatingChange>,
    /// Figures of earlier editions that this one corrects, and where they are listed; absent if there are none.
    pub(crate) corrected: Option<(usize, Link)>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Count {
    pub(crate) word: &'static str,
    pub(crate) count: usize,
}

/// A KPI whose rating is not what it was, with the figures that each edition gave.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RatingChange {
    pub(crate) link: Link,
    pub(crate) from: RatingView,
    pub(crate) to: RatingView,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) change: ChangeView,
}

const FORWARD: &str = "前進";
const BACK: &str = "後退";
const SAME: &str = "変わらず";
/// Of a level that was to be kept and is, though the figure moved; counted as [`SAME`].
const KEPT: &str = "水準維持";

impl Views<'_> {
    /// The actual value against the year before.
    pub(crate) fn change(self, row: &KpiRow) -> ChangeView {
        self.change_between(row, row.previous.value())
    }

    fn change_between(self, row: &KpiRow, previous: Option<Amount>) -> ChangeView {
        let Some((actual, previous)) = row.actual.value().zip(previous) else {
            return ChangeView {
                text: "－".to_owned(),
                word: None,
            };
        };
        // A level that is kept is kept, whichever way it moved.
        let held = |amount| match &row.kpi.target.value {
            TargetValue::Figure(level) => !row.kpi.is_worse(amount, *level),
            TargetValue::Milestone(_) => false,
        };
        let kept = row.kpi.better == Better::Keep && held(actual) && held(previous);
        let word = if actual == previous {
            SAME
        } else if kept {
            KEPT
        } else if row.kpi.is_worse(actual, previous) {
            BACK
        } else {
            FORWARD
        };
        ChangeView {
            text: row.kpi.difference(actual.minus(previous)),
            word: Some(word),
        }
    }

    /// All KPIs.
    pub(crate) fn changes(self) -> Changes {
        let rows: Vec<KpiRow> = self
            .plan()
            .kpis_in(self.edition.year)
            .map(|(ix, _)| self.publication.row(self.edition, ix))
            .collect();
        let gap = |row: &KpiRow| {
            let years = [row.actual.period.year, row.previous.period.year];
            years.into_iter().find_map(|year| self.draft?.value_gap(row.ix, year))
        };
        let there = rows.iter().filter(|row| gap(row).is_none());
        let counted = |word| if word == KEPT { SAME } else { word };
        let words: Vec<Option<&str>> = there.map(|row| self.change(row).word.map(counted)).collect();
        let gaps = rows.iter().filter_map(|row| Some((row.kpi.department, gap(row)?)));
        let count = |word: &'static str| Count {
            word,
            count: words.iter().filter(|known| **known == Some(word)).count(),
        };
        let none = Count {
            word: "比べられない",
            count: words.iter().filter(|known| known.is_none()).count(),
        };
        let before = self.publication.before(self.edition);
        Changes {
            counts: vec![count(FORWARD), count(SAME), count(BACK), none],
            left_out: left_out(gaps),
            before: before.map(|edition| Views { edition, ..self }.report_title()),
            corrected: self.corrected(),
            ratings: before.map_or_else(Vec::new, |before| self.rating_changes(before)),
        }
    }

    fn rating_changes(self, before: &Edition) -> Vec<RatingChange> {
        let rating = |edition: &Edition, ix| edition.rating(ix);
        let kpis = self.plan().kpis_in(self.edition.year);
        kpis.filter_map(|(ix, kpi)| {
            let (from, to): (Rating, Rating) = rating(before, ix).zip(rating(self.edition, ix))?;
            if from == to {
                return None;
            }
            let [then, now] = [before, self.edition].map(|edition| self.publication.row(edition, ix));
            let figure = |row: &KpiRow| {
                let amount = row.actual.value();
                amount.map_or_else(|| "－".to_owned(), |amount| kpi.figure(amount))
            };
            Some(RatingChange {
                link: Link::new(self.file(Page::Kpi(ix)), kpi.name.clone()),
                from: from.into(),
                to: to.into(),
                before: figure(&then),
                after: figure(&now),
                change: self.change_between(&now, then.actual.value()),
            })
        })
        .collect()
    }

    fn corrected(self) -> Option<(usize, Link)> {
        let count = self.revisions(self.publication).by();
        (count > 0).then(|| (count, self.link(Page::Revisions)))
    }
}
