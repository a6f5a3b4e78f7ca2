//! What changed since the year before: of each KPI's figure, and of its rating where an earlier edition gave one.

use std::borrow::Cow;

use serde::Serialize;

use super::{Link, Views, cover::RatingView, frame::report_title};
use crate::{
    draft::left_out,
    model::{Amount, Better, Edition, Kpi, KpiRow, Rating, TargetValue},
    render::address::Page,
};

/// How a figure moved within the year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChangeView {
    /// `＋15件`; a dash where there is nothing to compare.
    pub(crate) text: Cow<'static, str>,
    /// 前進, 後退, 変わらず, 水準維持; absent with the dash.
    pub(crate) word: Option<&'static str>,
}

/// All KPIs by how they moved, and ratings that are not what they were.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Changes<'a> {
    /// 前進, 後退, 変わらず, 比べられない, with how many.
    pub(crate) counts: [Count; 4],
    /// Whose figures are not counted.
    pub(crate) left_out: Option<String>,
    /// The edition before; absent for the first.
    pub(crate) before: Option<String>,
    pub(crate) ratings: Vec<RatingChange<'a>>,
    /// Figures of earlier editions that this one corrects, and where they are listed; absent if there are none.
    pub(crate) corrected: Option<(usize, Link<'a>)>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Count {
    pub(crate) word: &'static str,
    pub(crate) count: usize,
}

/// A KPI whose rating is not what it was, with the figures that each edition gave.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RatingChange<'a> {
    pub(crate) link: Link<'a>,
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

impl ChangeView {
    /// From one value to another.
    fn new(kpi: &Kpi, from: Option<Amount>, to: Option<Amount>) -> Self {
        match from.zip(to) {
            Some((from, to)) => Self {
                text: kpi.difference(to.minus(from)).into(),
                word: Some(word(kpi, from, to)),
            },
            None => Self {
                text: "－".into(),
                word: None,
            },
        }
    }
}

fn word(kpi: &Kpi, from: Amount, to: Amount) -> &'static str {
    // A level that is kept is kept, whichever way it moved.
    let held = |amount| match &kpi.target.value {
        TargetValue::Figure(level) => !kpi.is_worse(amount, *level),
        TargetValue::Milestone(_) => false,
    };
    if to == from {
        SAME
    } else if kpi.better == Better::Keep && held(to) && held(from) {
        KEPT
    } else if kpi.is_worse(to, from) {
        BACK
    } else {
        FORWARD
    }
}

impl<'a> Views<'a> {
    /// The actual value against the year before.
    pub(crate) fn change(self, row: &KpiRow) -> ChangeView {
        ChangeView::new(row.kpi, row.previous.value(), row.actual.value())
    }

    /// All KPIs.
    pub(crate) fn changes(self) -> Changes<'a> {
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
        let moved = |row: &KpiRow| {
            let (from, to) = row.previous.value().zip(row.actual.value())?;
            Some(counted(word(row.kpi, from, to)))
        };
        let words: Vec<Option<&str>> = there.map(moved).collect();
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
            counts: [count(FORWARD), count(SAME), count(BACK), none],
            left_out: left_out(gaps),
            before: before.map(report_title),
            corrected: self.corrected(),
            ratings: before.map_or_else(Vec::new, |before| self.rating_changes(before)),
        }
    }

    fn rating_changes(self, before: &Edition) -> Vec<RatingChange<'a>> {
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
                link: self.kpi_link(ix),
                from: from.into(),
                to: to.into(),
                before: figure(&then),
                after: figure(&now),
                change: ChangeView::new(kpi, then.actual.value(), now.actual.value()),
            })
        })
        .collect()
    }

    fn corrected(self) -> Option<(usize, Link<'a>)> {
        let count = self.revisions(self.publication).by();
        (count > 0).then(|| (count, self.link(Page::Revisions)))
    }
}
