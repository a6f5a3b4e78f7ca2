//! What surrounds every page: titles, links to styles, where the reader is, and where to go on.

use serde::Serialize;

use super::{Views, goal_codes};
use crate::{data, model::GoalCode, render::address::Page};

/// Everything around a page's own content.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Frame {
    /// Of the browser's window: page, report, city.
    pub(crate) window_title: String,
    /// The page's own title; also its `h1`.
    pub(crate) title: String,
    /// For search engines and link previews.
    pub(crate) description: String,
    /// 柏崎市.
    pub(crate) city: String,
    /// 令和3（2021）年度 進行管理報告書.
    pub(crate) report: String,
    /// From this page to the site's root, `../` or empty.
    pub(crate) root: String,
    /// The stylesheet itself, for the page that stands alone.
    pub(crate) styles: Option<String>,
    /// The report and its data in the words of schema.org, as the text of a script element; on the edition's main pages.
    pub(crate) json_ld: Option<String>,
    /// Absent on pages that stand alone.
    pub(crate) navigation: Option<Navigation>,
}

/// Links around a page's content.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Navigation {
    /// From the root to the page above this one.
    pub(crate) breadcrumbs: Vec<Link>,
    /// The page before.
    pub(crate) previous: Option<Link>,
    /// The page after.
    pub(crate) next: Option<Link>,
    /// The complete report; absent on itself.
    pub(crate) complete: Option<Link>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link {
    /// Relative.
    pub(crate) href: String,
    /// What is clicked.
    pub(crate) title: String,
}

impl Link {
    pub(crate) fn new(href: impl Into<String>, title: impl Into<String>) -> Self {
        Self { href: href.into(), title: title.into() }
    }
}

impl Views<'_> {
    /// A page's title as lists and the page itself show it.
    pub(crate) fn page_title(self, page: Page) -> String {
        match page {
            Page::Cover => self.report_title(),
            Page::Chapter(kind) => {
                let chapter = self.edition.chapters.iter().find(|chapter| chapter.kind == kind);
                let title = chapter.map_or("", |chapter| chapter.title.as_str());
                let number = self.edition.number(kind).unwrap_or_default();
                format!("{number} {title}")
            }
            Page::Goal(code) => self.goal_title(code),
            Page::Report | Page::Standalone => format!("{}（全体）", self.report_title()),
            Page::Data => "オープンデータ".to_owned(),
        }
    }

    /// 第1節 地域産業の振興を図り雇用の場をつくる.
    pub(crate) fn goal_title(self, code: GoalCode) -> String {
        let name = goal_codes(self.plan()).zip(&self.plan().goals).find(|(known, _)| *known == code);
        format!("第{code}節 {}", name.map_or("", |(_, goal)| goal.name.as_str()))
    }

    /// 令和3（2021）年度 進行管理報告書.
    pub(crate) fn report_title(self) -> String {
        format!("{} 進行管理報告書", self.edition.year.long())
    }

    /// A link to another page of this edition.
    pub(crate) fn link(self, page: Page) -> Link {
        let title = if page == Page::Cover { "表紙と目次".to_owned() } else { self.page_title(page) };
        Link::new(page.file(), title)
    }

    /// What surrounds a page.
    pub(crate) fn frame(self, page: Page, previous: Option<Link>, next: Option<Link>) -> Frame {
        let city = self.publication.city.name.clone();
        let report = self.report_title();
        let title = self.page_title(page);
        let mut breadcrumbs = vec![Link::new("../index.html", "報告書の一覧")];
        if page != Page::Cover {
            breadcrumbs.push(Link::new(Page::Cover.file(), report.clone()));
        }
        if let (Page::Goal(_), Some(chapter)) = (page, self.goals_chapter()) {
            breadcrumbs.push(self.link(chapter));
        }
        let whole = matches!(page, Page::Report | Page::Standalone);
        Frame {
            window_title: if page == Page::Cover { format!("{report}｜{city}") } else { format!("{title}｜{report}｜{city}") },
            description: format!(
                "{}の{}。{}の実績と進捗状況をお知らせします。",
                city,
                report,
                self.edition.performance.long()
            ),
            title,
            city,
            report,
            root: "../".to_owned(),
            styles: None,
            json_ld: matches!(page, Page::Cover | Page::Report).then(|| data::json_ld(self.publication, self.edition)),
            navigation: Some(Navigation {
                breadcrumbs,
                previous,
                next,
                complete: (!whole).then(|| Link::new(Page::Report.file(), "全体を1ページで読む")),
            }),
        }
    }

    fn goals_chapter(self) -> Option<Page> {
        let kind = crate::model::ChapterKind::Goals;
        self.edition.number(kind).map(|_| Page::Chapter(kind))
    }
}
