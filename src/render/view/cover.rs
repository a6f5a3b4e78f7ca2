//! The front of a report: cover, summary of ratings, contents; and the list of all editions.

use std::borrow::Cow;

use serde::Serialize;

use super::{Comparison, Extent, Frame, Link, Parts, Views, frame::report_title, text::GapView};
use crate::{
    draft::{Draft, left_out},
    model::{ChapterKind, Committee, GoalCode, KpiIx, Publication, Rating},
    render::address::{COMPARISON, Order, Page},
};

/// What the printed cover says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cover<'a> {
    /// 令和3（2021）年度.
    pub(crate) year: String,
    /// The plan's title.
    pub(crate) plan: &'a str,
    /// 令和2（2020）年度実績分.
    pub(crate) performance: String,
    /// 令和3（2021）年9月.
    pub(crate) published: String,
    /// 柏崎市.
    pub(crate) city: &'a str,
    /// What stands in the place of month and performance year, if they are not known.
    pub(crate) gap: Option<GapView>,
}

/// How many KPIs have which rating.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Summary<'a> {
    /// The columns.
    pub(crate) ratings: [RatingView; 4],
    /// All KPIs, then the projects, then the goals.
    pub(crate) rows: Vec<SummaryRow<'a>>,
}

/// One row of the summary.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SummaryRow<'a> {
    /// Whose KPIs.
    pub(crate) name: String,
    /// Where they are, for all but the total.
    pub(crate) href: Option<Cow<'a, str>>,
    /// In the order of the columns.
    pub(crate) counts: [usize; 4],
    /// All that were rated.
    pub(crate) total: usize,
    /// Whose ratings are not in it.
    pub(crate) left_out: Option<String>,
}

/// A rating as word, shape and class.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RatingView {
    /// 順調.
    pub(crate) word: &'static str,
    /// ●.
    pub(crate) mark: &'static str,
    /// For the style class.
    pub(crate) code: &'static str,
    /// What is read aloud.
    pub(crate) spoken: &'static str,
}

/// A line of the contents, with those below it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContentsLine<'a> {
    /// `1`, `第1節`.
    pub(crate) number: String,
    /// Title without number.
    pub(crate) title: &'a str,
    /// Where it stands.
    pub(crate) href: Cow<'a, str>,
    /// Lines below.
    pub(crate) lines: Vec<ContentsLine<'a>>,
}

/// Something the contents point to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    Chapter(ChapterKind),
    Goal(GoalCode),
}

impl Target {
    /// Where it stands among the edition's pages.
    pub(crate) fn page(self) -> Page {
        match self {
            Target::Chapter(kind) => Page::Chapter(kind),
            Target::Goal(code) => Page::Goal(code),
        }
    }

    /// Where it stands on the complete page.
    pub(crate) fn fragment(self) -> String {
        match self {
            Target::Chapter(kind) => format!("#{}", kind.id()),
            Target::Goal(code) => format!("#goal-{code}"),
        }
    }
}

/// `index.html`: all editions, newest first.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Editions<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) editions: Vec<EditionLine>,
    pub(crate) comparison: Link<'a>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct EditionLine {
    pub(crate) title: Link<'static>,
    pub(crate) performance: String,
    pub(crate) published: String,
    /// How many KPIs have which rating.
    pub(crate) counts: [(RatingView, usize); 4],
    pub(crate) overview: Link<'static>,
    pub(crate) complete: Link<'static>,
    pub(crate) standalone: Link<'static>,
}

impl From<Rating> for RatingView {
    fn from(rating: Rating) -> Self {
        Self {
            word: rating.word(),
            mark: rating.mark(),
            code: rating.code(),
            spoken: rating.spoken(),
        }
    }
}

impl<'a> Editions<'a> {
    pub(crate) fn new(publication: &'a Publication, draft: Option<&Draft>) -> Self {
        let parts = Parts::none();
        let editions = publication.editions.iter().rev().map(|edition| {
            let views = Views {
                publication,
                edition,
                extent: Extent::Part,
                draft,
                parts: &parts,
            };
            EditionLine {
                title: Link::new(views.in_site(Page::Cover), report_title(edition)),
                performance: format!("{}実績分", edition.performance.long()),
                published: edition.published.long(),
                counts: Rating::ALL.map(|rating| (rating.into(), edition.count(rating))),
                overview: Link::new(
                    views.in_site(Page::Overview(Order::Goal)),
                    views.page_title(Page::Overview(Order::Goal)).into_owned(),
                ),
                complete: Link::new(views.in_site(Page::Report), "全体を1ページで読む"),
                standalone: Link::new(views.in_site(Page::Standalone), "1ファイルで保存する"),
            }
        });
        Self {
            editions: editions.collect(),
            comparison: Link::new(COMPARISON, Comparison::TITLE),
            frame: Frame::of_site(
                publication,
                format!("{} 進行管理報告書", publication.plan.title),
                "index.html",
                draft,
            ),
        }
    }
}

impl<'a> Views<'a> {
    pub(crate) fn cover(self) -> Cover<'a> {
        Cover {
            year: self.edition.year.long(),
            plan: &self.plan().title,
            performance: format!("{}実績分", self.edition.performance.long()),
            published: self.edition.published.long(),
            city: &self.publication.city.name,
            gap: self
                .edition
                .front_gap
                .as_ref()
                .map(|gap| GapView::new(gap, "公表する年月、実績の年度、章（report.yaml）")),
        }
    }

    /// Where something of the contents stands, seen from the page at hand.
    fn address_of(self, target: Target) -> Cow<'a, str> {
        match self.extent {
            Extent::Part => self.file(target.page()).into(),
            Extent::Whole => target.fragment().into(),
        }
    }

    /// Ratings counted for all, per project and per goal.
    pub(crate) fn summary(self) -> Summary<'a> {
        let plan = self.plan();
        let all: Vec<KpiIx> = plan.kpis_in(self.edition.year).map(|(ix, _)| ix).collect();
        let mut rows = vec![self.summary_row("全体".to_owned(), None, &all)];
        let projects = self.address_of(Target::Chapter(ChapterKind::Projects));
        for (number, project) in (1..).zip(&plan.projects) {
            let name = format!("重点プロジェクト{number} {}", project.name);
            rows.push(self.summary_row(name, Some(projects.clone()), &project.kpis));
        }
        for (code, goal) in plan.coded_goals() {
            let kpis: Vec<KpiIx> = goal
                .directions
                .iter()
                .flat_map(|direction| direction.kpis.iter().copied())
                .collect();
            let href = self.address_of(Target::Goal(code));
            rows.push(self.summary_row(format!("基本目標{} {}", code.roman(), goal.name), Some(href), &kpis));
        }
        Summary {
            ratings: Rating::ALL.map(RatingView::from),
            rows,
        }
    }

    fn summary_row(self, name: String, href: Option<Cow<'a, str>>, kpis: &[KpiIx]) -> SummaryRow<'a> {
        let rated = || kpis.iter().filter_map(|kpi| self.edition.rated(*kpi));
        let of = |level: Rating| rated().filter(|rated| rated.rating.filled() == Some(&level)).count();
        let counts = Rating::ALL.map(of);
        let owner = |ix: KpiIx| self.plan().kpi(ix).department;
        let gaps = rated().filter_map(|rated| Some((owner(rated.kpi), rated.rating.gap()?)));
        SummaryRow {
            name,
            href,
            total: counts.iter().sum(),
            counts,
            left_out: left_out(gaps),
        }
    }

    /// Chapters with the goals below their chapter; numbers come from the structure.
    pub(crate) fn contents(self) -> Vec<ContentsLine<'a>> {
        let chapters = (1..).zip(&self.edition.chapters);
        let committee = self.edition.printed_committee().map(|_| ContentsLine {
            number: format!("{}", self.edition.chapters.len() + 1),
            title: Committee::TITLE,
            href: match self.extent {
                Extent::Part => self.file(Page::Committee).into(),
                Extent::Whole => "#committee".into(),
            },
            lines: Vec::new(),
        });
        chapters
            .map(|(number, chapter)| {
                let goals = (chapter.kind == ChapterKind::Goals).then(|| self.plan().goal_codes());
                let lines = goals.into_iter().flatten().map(|code| ContentsLine {
                    number: format!("第{code}節"),
                    title: self.goal_name(code),
                    href: self.address_of(Target::Goal(code)),
                    lines: Vec::new(),
                });
                ContentsLine {
                    number: format!("{number}"),
                    title: &chapter.title,
                    href: self.address_of(Target::Chapter(chapter.kind)),
                    lines: lines.collect(),
                }
            })
            .chain(committee)
            .collect()
    }
}
