//! ひと目でわかる: every KPI in one table with its progress, in three orders, and what changed since the year before.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Link, Views,
    change::{ChangeView, Changes},
    cover::RatingView,
    frame::comparison,
    text::GapView,
};
use crate::{
    chart::{ProgressBar, progress_bar},
    model::{Direction, KpiIx, KpiRow, Progress, Rating, Standing},
    render::address::{Order, Page},
};

/// The overview in one of its orders.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Overview<'a> {
    /// This order and the others.
    pub(crate) orders: [OrderLink<'a>; 3],
    pub(crate) groups: Vec<Group<'a>>,
    /// How many KPIs have which rating.
    pub(crate) ratings: [RatingCount; 4],
    pub(crate) changes: Changes<'a>,
    /// Beside other years.
    pub(crate) comparison: Link<'a>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RatingCount {
    pub(crate) rating: RatingView,
    pub(crate) count: usize,
    /// In the edition before, if there is one.
    pub(crate) before: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct OrderLink<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) current: bool,
}

/// KPIs under one heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Group<'a> {
    pub(crate) id: String,
    pub(crate) title: Cow<'a, str>,
    pub(crate) rating: Option<RatingView>,
    /// HTML of `overview-row.html`.
    pub(crate) rows: Vec<&'a str>,
}

/// `overview-row.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OverviewRow<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) department: &'a str,
    pub(crate) actual: &'a str,
    /// A draft's figure that should be there.
    pub(crate) gap: Option<GapView>,
    pub(crate) target: &'a str,
    pub(crate) change: ChangeView,
    pub(crate) rating: Option<RatingView>,
    pub(crate) rating_gap: Option<GapView>,
    pub(crate) progress: &'a ProgressView,
}

/// Progress as a small bar and in words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProgressView {
    pub(crate) svg: Option<String>,
    pub(crate) text: Cow<'static, str>,
}

/// A heading, the rating that it stands for, and the KPIs below it.
type Grouped<'a> = (Cow<'a, str>, Option<Rating>, Vec<KpiIx>);

impl<'a> Views<'a> {
    pub(crate) fn overview(self, order: Order) -> Overview<'a> {
        let groups = match order {
            Order::Goal => self.by_goal(),
            Order::Rating => self.by_rating(),
            Order::Department => self.by_department(),
        };
        let groups = groups.into_iter().filter(|(_, _, kpis)| !kpis.is_empty()).enumerate();
        let orders = Order::ALL.map(|known| OrderLink {
            link: Link::new(self.file(Page::Overview(known)), order_name(known)),
            current: known == order,
        });
        Overview {
            orders,
            groups: groups
                .map(|(number, (title, rating, kpis))| Group {
                    id: format!("group-{}", number + 1),
                    title,
                    rating: rating.map(RatingView::from),
                    rows: kpis.into_iter().map(|kpi| self.overview_part(kpi)).collect(),
                })
                .collect(),
            ratings: Rating::ALL.map(|rating| self.rating_count(rating)),
            changes: self.changes(),
            comparison: comparison(),
        }
    }

    fn rating_count(self, rating: Rating) -> RatingCount {
        RatingCount {
            rating: rating.into(),
            count: self.edition.count(rating),
            before: self
                .publication
                .before(self.edition)
                .map(|before| before.count(rating).to_string()),
        }
    }

    /// The projects' KPIs, then each goal's, with their headings.
    pub(super) fn by_goal(self) -> Vec<Grouped<'static>> {
        let plan = self.plan();
        let projects = plan
            .projects
            .iter()
            .flat_map(|project| project.kpis.iter().copied())
            .collect();
        let mut groups = vec![("重点プロジェクト".into(), None, projects)];
        let kpis = |directions: &[Direction]| directions.iter().flat_map(|d| d.kpis.iter().copied()).collect();
        let goals = plan.coded_goals();
        groups.extend(goals.map(|(code, goal)| {
            (
                format!("基本目標{} {}", code.roman(), goal.name).into(),
                None,
                kpis(&goal.directions),
            )
        }));
        groups
    }

    fn by_rating(self) -> Vec<Grouped<'static>> {
        let of = |rating: Rating| {
            let kpis = self.plan().kpis().map(|(ix, _)| ix);
            kpis.filter(|kpi| self.edition.rating(*kpi) == Some(rating)).collect()
        };
        let rated = Rating::ALL.into_iter();
        let rated = rated.map(|rating| (rating.spoken().into(), Some(rating), of(rating)));
        let open = self.plan().kpis().map(|(ix, _)| ix);
        let open = open.filter(|ix| {
            self.edition
                .rated(*ix)
                .is_some_and(|rated| rated.rating.gap().is_some())
        });
        // A report has none: the group is then empty, and empty groups are not shown.
        rated
            .chain([("進捗状況が未提出のKPI".into(), None, open.collect())])
            .collect()
    }

    fn by_department(self) -> Vec<Grouped<'a>> {
        let departments = self.publication.departments();
        departments
            .map(|(ix, department)| {
                let own = self
                    .plan()
                    .kpis_in(self.edition.year)
                    .filter(|(_, kpi)| kpi.department == ix)
                    .map(|(kpi, _)| kpi)
                    .collect();
                (Cow::Borrowed(department.name.as_str()), None, own)
            })
            .collect()
    }

    /// What stands in the place of the year's own figure, if that should be there and is not.
    pub(crate) fn value_gap(self, row: &KpiRow) -> Option<GapView> {
        let gap = self.draft?.value_gap(row.ix, row.actual.period.year)?;
        Some(GapView::new(gap, ""))
    }

    pub(super) fn overview_row(self, ix: KpiIx) -> OverviewRow<'a> {
        let row = self.publication.row(self.edition, ix);
        let texts = self.kpi_texts(ix);
        OverviewRow {
            link: self.kpi_link(ix),
            gap: self.value_gap(&row),
            rating_gap: row.rating_gap().map(|gap| GapView::new(gap, "")),
            department: self.owner(row.kpi),
            actual: texts.actual.as_deref().unwrap_or("－"),
            target: &texts.target,
            change: self.change(&row),
            rating: row.rating().map(Into::into),
            progress: self.progress(&row),
        }
    }
}

fn order_name(order: Order) -> &'static str {
    match order {
        Order::Goal => "目標の順",
        Order::Rating => "進捗状況の順",
        Order::Department => "担当課の順",
    }
}

/// Where the figure stands between baseline and target, and where time alone would put it.
pub(crate) fn progress_view(id: &str, progress: &Progress) -> ProgressView {
    let Progress::Measured {
        progress: done,
        expected,
        ..
    } = progress
    else {
        return ProgressView {
            svg: None,
            text: standing_text(progress).into(),
        };
    };
    let share = done.percent().grouped(1);
    let text = match expected {
        Some(expected) => [&share, "%（目安", &expected.percent().grouped(1), "%）"].concat(),
        None => share + "%",
    };
    let svg = progress_bar(&ProgressBar {
        id,
        title: &["当初から目標までの進み具合 ", &text].concat(),
        progress: Some(done.to_f64()),
        expected: expected.map(|expected| expected.to_f64()),
    });
    ProgressView {
        svg: Some(svg),
        text: text.into(),
    }
}

fn standing_text(progress: &Progress) -> &'static str {
    match (progress, progress.standing()) {
        (Progress::Kept { .. }, Some(Standing::Reached)) => "水準を保っています",
        (Progress::Kept { .. }, _) => "水準を下回っています",
        (Progress::FromNothing { .. }, Some(Standing::Reached)) => "目標に達しました",
        (Progress::FromNothing { .. }, _) => "当初の値がないため計算しません",
        (Progress::Milestone, _) => "実現を目標とする指標です",
        (Progress::NoActual, _) => "実績値がまだありません",
        (Progress::Measured { .. }, _) => "",
    }
}
