//! What surrounds every page: titles, links to styles, where the reader is, and where to go on.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Comparison, Views,
    accessibility::ContactView,
    draft_frame::{DraftFrame, window_title},
};
use crate::{
    draft::Draft,
    model::{ChapterKind, Edition, GoalCode, Publication},
    render::address::{self, Order, Page},
};

/// Everything around a page's own content.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Frame<'a> {
    /// Of the browser's window: page, report, city.
    pub(crate) window_title: Cow<'a, str>,
    /// The page's own title; also its `h1`.
    pub(crate) title: Cow<'a, str>,
    /// For search engines and link previews.
    pub(crate) description: Cow<'a, str>,
    /// 柏崎市.
    pub(crate) city: &'a str,
    /// 令和3（2021）年度 進行管理報告書.
    pub(crate) report: Cow<'a, str>,
    /// From this page to the site's root, `../` or empty.
    pub(crate) root: &'static str,
    /// The page's absolute address, if the city gave its base.
    pub(crate) canonical: Option<String>,
    /// The stylesheet itself, for the page that stands alone.
    pub(crate) styles: Option<String>,
    /// The report and its data in the words of schema.org, for a script element; on the edition's main pages.
    pub(crate) json_ld: Option<&'a str>,
    /// The edition's own print sheet, with its title for the page margin; the site's pages have none.
    pub(crate) print: Option<&'static str>,
    /// A newer edition, if this one is not the newest.
    pub(crate) newer: Option<Link<'static>>,
    /// Whom to ask; the page over several cities has nobody.
    pub(crate) contact: Option<ContactView<'a>>,
    /// What a page says of the draft it belongs to; `None` in a report.
    pub(crate) draft: Option<DraftFrame>,
    /// Absent on pages that stand alone.
    pub(crate) navigation: Option<Navigation<'a>>,
}

/// Links around a page's content.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Navigation<'a> {
    /// From the root to the page above this one.
    pub(crate) breadcrumbs: Vec<Link<'a>>,
    /// The page before.
    pub(crate) previous: Option<Link<'a>>,
    /// The page after.
    pub(crate) next: Option<Link<'a>>,
    /// The complete report; absent on itself.
    pub(crate) complete: Option<Link<'a>>,
    /// At the foot of every page.
    pub(crate) foot: Vec<Link<'a>>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link<'a> {
    /// Relative.
    pub(crate) href: Cow<'a, str>,
    /// What is clicked.
    pub(crate) title: Cow<'a, str>,
}

impl<'a> Link<'a> {
    pub(crate) fn new(href: impl Into<Cow<'a, str>>, title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            href: href.into(),
            title: title.into(),
        }
    }

    /// The same link, its texts borrowed.
    pub(super) fn lend(&self) -> Link<'_> {
        Link::new(&*self.href, &*self.title)
    }
}

impl<'a> Frame<'a> {
    /// A page of the site itself, beside the editions' folders.
    pub(crate) fn of_site(
        publication: &'a Publication,
        title: impl Into<Cow<'a, str>>,
        file: &str,
        draft: Option<&Draft>,
    ) -> Self {
        let title = title.into();
        let city = publication.city.name.as_str();
        let report = format!("{} 進行管理報告書", publication.plan.title);
        let home = file == "index.html";
        let breadcrumbs = if home {
            Vec::new()
        } else {
            vec![Link::new("index.html", "報告書の一覧")]
        };
        let foot = if home {
            vec![
                Link::new(address::COMPARISON, Comparison::TITLE),
                Link::new("accessibility.html", "アクセシビリティ対応状況"),
            ]
        } else {
            Vec::new()
        };
        Self {
            window_title: window_title(format!("{title}｜{city}"), draft).into(),
            description: format!("{city}が公表する、{report}。{title}。").into(),
            title,
            city,
            report: report.into(),
            root: "",
            canonical: canonical(publication, file, draft),
            styles: None,
            json_ld: None,
            print: draft.map(|_| "print.css"),
            newer: None,
            contact: Some(ContactView::new(publication)),
            draft: draft.map(|draft| DraftFrame::new(draft, publication, "")),
            navigation: Some(Navigation {
                breadcrumbs,
                previous: None,
                next: None,
                complete: None,
                foot,
            }),
        }
    }

    /// The page over several cities.
    pub(crate) fn of_cities(title: &'a str) -> Self {
        Self {
            window_title: title.into(),
            description: title.into(),
            title: title.into(),
            city: "",
            report: title.into(),
            root: "",
            canonical: None,
            styles: None,
            json_ld: None,
            print: None,
            newer: None,
            contact: None,
            draft: None,
            navigation: None,
        }
    }

    /// Nothing outside the page itself.
    pub(crate) fn standalone(mut self, styles: String) -> Self {
        self.styles = Some(styles);
        self.print = None;
        self.navigation = None;
        if let Some(draft) = &mut self.draft {
            draft.alone();
        }
        self.newer = None;
        self
    }
}

impl<'a> Views<'a> {
    /// A page's title as lists and the page itself show it.
    pub(crate) fn page_title(self, page: Page) -> Cow<'a, str> {
        let title = match page {
            Page::Cover => self.report_title(),
            Page::Chapter(kind) => {
                let chapter = self.edition.chapters.iter().find(|chapter| chapter.kind == kind);
                let title = chapter.map_or("", |chapter| chapter.title.as_str());
                let number = self.edition.number(kind).unwrap_or_default();
                return format!("{number} {title}").into();
            }
            Page::Goal(code) => return self.goal_title(code).into(),
            Page::Overview(Order::Goal) => "ひと目でわかる",
            Page::Overview(Order::Rating) => "ひと目でわかる（進捗状況の順）",
            Page::Overview(Order::Department) => "ひと目でわかる（担当課の順）",
            Page::Kpi(ix) => &self.plan().kpi(ix).name,
            Page::Departments => "担当課の一覧",
            Page::Department(ix) => &self.publication.department(ix).name,
            Page::Matrix => "KPI・施策・事業・担当課の対応表",
            Page::Board => "提出状況",
            Page::Checklist => "確認事項の一覧",
            Page::Questions => "説明を要する評価",
            Page::Changes => "前の案からの変更",
            Page::Committee => return self.committee_title().into(),
            Page::Report | Page::Standalone => return format!("{}（全体）", self.report_title()).into(),
            Page::Data => "オープンデータ",
            Page::Revisions => "正誤表",
        };
        title.into()
    }

    /// 第1節 地域産業の振興を図り雇用の場をつくる.
    pub(crate) fn goal_title(self, code: GoalCode) -> String {
        format!("第{code}節 {}", self.goal_name(code))
    }

    /// 地域産業の振興を図り雇用の場をつくる.
    pub(crate) fn goal_name(self, code: GoalCode) -> &'a str {
        let mut goals = self.plan().coded_goals();
        goals
            .find(|(known, _)| *known == code)
            .map_or("", |(_, goal)| goal.name.as_str())
    }

    /// A link to another page of this edition.
    pub(crate) fn link(self, page: Page) -> Link<'a> {
        let title = if page == Page::Cover {
            "表紙と目次".into()
        } else {
            self.page_title(page)
        };
        Link::new(self.file(page), title)
    }

    /// The pages that answer questions, beside the report's own order.
    pub(crate) fn guide(self) -> Vec<Link<'a>> {
        let pages = [
            Page::Overview(Order::Goal),
            Page::Departments,
            Page::Matrix,
            Page::Revisions,
        ];
        let mut guide = Vec::from(pages.map(|page| self.link(page)));
        guide.insert(1, comparison());
        if self.draft.is_none() {
            guide.insert(4, self.link(Page::Data));
        }
        guide.push(Link::new(self.file(Page::Report), "全体を1ページで読む（印刷用）"));
        guide.push(Link::new(self.file(Page::Standalone), "1ファイルで保存する"));
        guide
    }

    /// What surrounds a page.
    pub(crate) fn frame(self, page: Page, previous: Option<Link<'a>>, next: Option<Link<'a>>) -> Frame<'a> {
        let city = self.publication.city.name.as_str();
        let report = self.report_title();
        let title = self.page_title(page);
        let whole = matches!(page, Page::Report | Page::Standalone);
        let window_title = if page == Page::Cover {
            window_title([report, "｜", city].concat(), self.draft)
        } else {
            window_title([&title, "｜", report, "｜", city].concat(), self.draft)
        };
        let navigation = Navigation {
            breadcrumbs: self.breadcrumbs(page),
            previous,
            next,
            complete: (!whole).then(|| Link::new(self.file(Page::Report), "全体を1ページで読む")),
            foot: vec![
                self.link(Page::Overview(Order::Goal)),
                self.link(Page::Matrix),
                comparison(),
                Link::new("../accessibility.html", "アクセシビリティ対応状況"),
            ],
        };
        Frame {
            window_title: window_title.into(),
            description: self.description(page, &title).into(),
            title,
            city,
            report: report.into(),
            root: "../",
            canonical: canonical(self.publication, &self.path(page), self.draft),
            styles: None,
            json_ld: (self.draft.is_none() && matches!(page, Page::Cover | Page::Report)).then(|| self.json_ld()),
            print: Some("print.css"),
            newer: self.newer(),
            contact: Some(ContactView::new(self.publication)),
            draft: self.draft.map(|draft| DraftFrame::new(draft, self.publication, "../")),
            navigation: Some(navigation),
        }
    }

    fn breadcrumbs(self, page: Page) -> Vec<Link<'a>> {
        let mut breadcrumbs = Vec::with_capacity(3);
        breadcrumbs.push(Link::new("../index.html", "報告書の一覧"));
        if page != Page::Cover {
            breadcrumbs.push(Link::new(self.file(Page::Cover), self.report_title()));
        }
        match page {
            Page::Goal(_) => breadcrumbs.push(self.link(Page::Chapter(ChapterKind::Goals))),
            Page::Kpi(_) | Page::Overview(Order::Rating | Order::Department) => {
                breadcrumbs.push(self.link(Page::Overview(Order::Goal)));
            }
            Page::Department(_) => breadcrumbs.push(self.link(Page::Departments)),
            _ => {}
        }
        breadcrumbs
    }

    fn description(self, page: Page, title: &str) -> String {
        let performance = self.performance();
        let plan = &self.plan().short_title;
        match page {
            Page::Cover | Page::Report | Page::Standalone => {
                format!(
                    "{}の{}。{performance}の実績と進捗状況をお知らせします。",
                    self.publication.city.name,
                    self.report_title()
                )
            }
            Page::Kpi(_) => [plan, "のKPI「", title, "」の、", performance, "の実績と進捗状況です。"].concat(),
            Page::Department(_) => [
                title,
                "が",
                plan,
                "について報告する、",
                performance,
                "の取組とKPIです。",
            ]
            .concat(),
            _ => [title, "。", plan, "の", performance, "の進捗状況です。"].concat(),
        }
    }

    fn newer(self) -> Option<Link<'static>> {
        let newest = self.publication.newest();
        (newest.year > self.edition.year).then(|| {
            Link::new(
                format!("../{}/{}", newest.year.year(), self.file(Page::Cover)),
                report_title(newest),
            )
        })
    }
}

/// 令和3（2021）年度 進行管理報告書.
pub(super) fn report_title(edition: &Edition) -> String {
    [&edition.year.long(), " 進行管理報告書"].concat()
}

/// The page over all editions.
pub(super) fn comparison() -> Link<'static> {
    Link::new(address::TO_COMPARISON, Comparison::TITLE)
}

/// A draft has no address that could be the permanent one.
fn canonical(publication: &Publication, path: &str, draft: Option<&Draft>) -> Option<String> {
    if draft.is_some() {
        return None;
    }
    let base = publication.city.base_url.as_ref();
    base.map(|base| [base, "/", path].concat())
}
