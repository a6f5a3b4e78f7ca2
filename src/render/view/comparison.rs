//! 年度ごとの比較: every KPI over all editions, what each year reached and how it was rated, side by side.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Extent, Frame, Link, Parts, Views,
    cover::RatingView,
    kpi::{CellView, Column, most, target_cell},
    text::GapView,
};
use crate::{
    draft::Draft,
    model::{Basis, Cell, KpiIx, KpiRow, Period, Publication, Rating},
    render::address::{self, Page},
};

/// `compare.html`, one for the whole site.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Comparison<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) baseline: Column,
    pub(crate) target: Column,
    /// The columns between these two, oldest first.
    pub(crate) editions: Vec<EditionHead>,
    /// In the order of each edition's counts.
    pub(crate) ratings: Vec<RatingView>,
    pub(crate) groups: Vec<Group<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct EditionHead {
    /// 令和3（2021）年度報告.
    pub(crate) link: Link<'static>,
    /// R2（2020）.
    pub(crate) performance: String,
    /// How many KPIs had which rating.
    pub(crate) counts: [usize; 4],
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Group<'a> {
    pub(crate) id: String,
    pub(crate) title: Cow<'static, str>,
    pub(crate) rows: Vec<Row<'a>>,
}

/// One KPI.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) link: Link<'static>,
    pub(crate) baseline: CellView<'a>,
    /// In the order of the editions.
    pub(crate) years: Vec<YearView<'a>>,
    pub(crate) target: CellView<'a>,
}

/// What one edition says of a KPI.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct YearView<'a> {
    pub(crate) actual: CellView<'a>,
    pub(crate) rating: Option<RatingView>,
    pub(crate) rating_gap: Option<GapView>,
    /// The edition's list of corrections, if it printed another figure.
    pub(crate) revised: Option<Link<'static>>,
}

impl<'a> Comparison<'a> {
    /// The site's title for the page.
    pub(crate) const TITLE: &'static str = "年度ごとの比較";

    pub(crate) fn new(publication: &'a Publication, draft: Option<&Draft>) -> Self {
        let parts = &Parts::none();
        let of = move |edition| Views {
            publication,
            edition,
            extent: Extent::Part,
            draft,
            parts,
        };
        let newest = of(publication.newest());
        let kpis = publication.plan.kpis.iter();
        let baseline = most(kpis.clone().map(|kpi| kpi.period(kpi.baseline)));
        let target = most(kpis.map(|kpi| kpi.period(kpi.target.year)));
        let editions = || publication.editions.iter().map(of);
        let row = |ix: KpiIx| {
            let row = publication.row(publication.newest(), ix);
            // Of a KPI that was given up, the last edition has a page.
            let mut having = publication
                .editions
                .iter()
                .filter(|edition| edition.rated(ix).is_some());
            let last = having.next_back().map_or(newest, of);
            // Named, and measured by, what that edition says.
            let kpi = row.kpi.in_edition(last.edition.year);
            Row {
                link: Link::new(last.in_site(Page::Kpi(ix)), kpi.name.clone()),
                baseline: newest.cell(&row, row.baseline, figure(&row, row.baseline), baseline),
                years: publication
                    .editions
                    .iter()
                    .map(|edition| of(edition).year(&publication.row(edition, ix)))
                    .collect(),
                target: target_cell(&kpi, kpi.target_text(), target),
            }
        };
        let is_known = |ix: &KpiIx| publication.editions.iter().any(|edition| edition.rated(*ix).is_some());
        let groups = newest.by_goal().into_iter().map(|(title, _, mut kpis)| {
            kpis.retain(is_known);
            (title, kpis)
        });
        let groups = groups.filter(|(_, kpis)| !kpis.is_empty());
        Self {
            frame: Frame::of_site(publication, Self::TITLE, address::COMPARISON, draft),
            baseline: Column::new("当初", baseline),
            target: Column::new("目標値", target),
            editions: editions().map(Views::comparison_head).collect(),
            ratings: Rating::ALL.map(RatingView::from).into(),
            groups: (1..)
                .zip(groups)
                .map(|(number, (title, kpis))| Group {
                    id: format!("group-{number}"),
                    title,
                    rows: kpis.into_iter().map(row).collect(),
                })
                .collect(),
        }
    }
}

fn figure(row: &KpiRow, cell: Cell) -> Option<String> {
    cell.value().map(|amount| row.kpi.figure(amount))
}

impl Views<'_> {
    /// A page of the edition, seen from the site's root.
    pub(crate) fn in_site(self, page: Page) -> String {
        format!("{}/{}", self.edition.year.year(), page.file(self.publication))
    }

    fn comparison_head(self) -> EditionHead {
        let title = format!("{}報告", self.edition.year.long());
        EditionHead {
            link: Link::new(self.in_site(Page::Cover), title),
            performance: self.performance_period().head(),
            counts: Rating::ALL.map(|rating| self.edition.count(rating)),
        }
    }

    fn performance_period(self) -> Period {
        Period {
            year: self.edition.performance.year(),
            basis: Basis::Fiscal,
        }
    }

    fn year<'k>(self, row: &KpiRow<'k>) -> YearView<'k> {
        if row.rated.is_none() {
            return YearView {
                actual: CellView::without("掲載なし"),
                rating: None,
                rating_gap: None,
                revised: None,
            };
        }
        YearView {
            actual: self.cell(
                row,
                row.actual,
                figure(row, row.actual),
                Some(self.performance_period()),
            ),
            rating: row.rating().map(Into::into),
            rating_gap: row.rating_gap().map(|gap| GapView::new(gap, "")),
            revised: self
                .has_changed(row)
                .then(|| Link::new(self.in_site(Page::Revisions), "訂正後")),
        }
    }

    /// Whether the figure is no longer the one that the edition printed.
    fn has_changed(self, row: &KpiRow) -> bool {
        let printed = row.kpi.value_as_of(row.actual.period.year, self.edition.published);
        printed != row.actual.value()
    }
}
