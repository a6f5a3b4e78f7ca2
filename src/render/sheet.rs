//! What stands on each page: which template is given which views.

use serde::Serialize;

use super::{
    address::Page,
    templates::{View, template},
    view::{self, Frame},
};

/// A page before its template is filled in.
pub(super) struct Sheet<'v> {
    pub(super) path: String,
    pub(super) view: Box<dyn View + 'v>,
}

impl<'v> Sheet<'v> {
    pub(super) fn new(path: String, view: impl View + 'v) -> Self {
        Self {
            path,
            view: Box::new(view),
        }
    }
}

/// A page of one view.
#[derive(Serialize)]
pub(super) struct Framed<'v, T> {
    pub(super) frame: Frame<'v>,
    pub(super) page: T,
}

/// A page of one view in its frame.
pub(super) fn framed<'v, T>(path: String, frame: Frame<'v>, page: T) -> Sheet<'v>
where
    Framed<'v, T>: View + 'v,
{
    Sheet::new(path, Framed { frame, page })
}

/// `edition.html`.
#[derive(Serialize)]
pub(super) struct CoverPage<'v> {
    pub(super) frame: Frame<'v>,
    pub(super) cover: view::Cover<'v>,
    pub(super) summary: view::Summary<'v>,
    pub(super) contents: Vec<view::ContentsLine<'v>>,
    pub(super) guide: Vec<view::Link<'v>>,
}

/// `page.html`: a chapter, or one goal.
#[derive(Serialize)]
pub(super) struct ChapterPage<'v> {
    pub(super) frame: Frame<'v>,
    pub(super) chapter: Option<view::ChapterView<'v>>,
    pub(super) goal: Option<view::GoalView<'v>>,
}

/// `report.html`: everything on one page, in its frame.
#[derive(Serialize)]
pub(super) struct ReportPage<'w> {
    pub(super) frame: Frame<'w>,
    /// What stands for `whole.html` as filled in.
    pub(super) body: &'w str,
}

/// `whole.html`: what `report.html` and `standalone.html` have in common.
#[derive(Serialize)]
pub(super) struct WholeReport<'v> {
    pub(super) frame: Frame<'v>,
    pub(super) cover: view::Cover<'v>,
    pub(super) summary: view::Summary<'v>,
    pub(super) contents: Vec<view::ContentsLine<'v>>,
    pub(super) chapters: Vec<view::ChapterView<'v>>,
    /// The last chapter, if it is printed.
    pub(super) committee: Option<view::CommitteeView>,
}

template!(view::Editions<'_>, "index.html");
template!(view::Comparison<'_>, "compare.html");
template!(view::Accessibility<'_>, "accessibility.html");
template!(CoverPage<'_>, "edition.html");
template!(ChapterPage<'_>, "page.html");
template!(Framed<'_, view::Overview<'_>>, "overview.html");
template!(Framed<'_, view::KpiPageView<'_>>, "kpi.html");
template!(Framed<'_, view::DepartmentList<'_>>, "departments.html");
template!(Framed<'_, view::DepartmentView<'_>>, "department.html");
template!(Framed<'_, view::Matrix<'_>>, "matrix.html");
template!(Framed<'_, view::BoardView>, "draft-board.html");
template!(Framed<'_, view::Checklist>, "draft-checklist.html");
template!(Framed<'_, view::QuestionsView>, "draft-questions.html");
template!(Framed<'_, view::ChangesView>, "draft-changes.html");
template!(Framed<'_, view::CommitteeView>, "committee-page.html");
template!(Framed<'_, view::OpenData>, "data.html");
template!(Framed<'_, view::Revisions<'_>>, "revisions.html");
template!(ReportPage<'_>, "report.html");
template!(WholeReport<'_>, "whole.html");

pub(super) fn path(views: view::Views, page: Page) -> String {
    views.path(page)
}

/// One page that is not the complete report.
pub(super) fn sheet<'v>(views: view::Views<'v>, page: Page, frame: Frame<'v>) -> Option<Sheet<'v>> {
    let path = path(views, page);
    Some(match page {
        Page::Cover => {
            let cover = CoverPage {
                frame,
                cover: views.cover(),
                summary: views.summary(),
                contents: views.contents(),
                guide: views.guide(),
            };
            Sheet::new(path, cover)
        }
        Page::Chapter(kind) => {
            let chapter = views.edition.chapters.iter().find(|chapter| chapter.kind == kind)?;
            let chapter = ChapterPage {
                frame,
                chapter: Some(views.chapter(chapter, 1)),
                goal: None,
            };
            Sheet::new(path, chapter)
        }
        Page::Goal(code) => {
            let goal = ChapterPage {
                frame,
                chapter: None,
                goal: Some(views.goal(code, 1)?),
            };
            Sheet::new(path, goal)
        }
        Page::Overview(order) => framed(path, frame, views.overview(order)),
        Page::Kpi(ix) => framed(path, frame, views.kpi_page(ix)),
        Page::Departments => framed(path, frame, views.department_list()),
        Page::Department(ix) => framed(path, frame, views.department(ix)),
        Page::Matrix => framed(path, frame, views.matrix()),
        Page::Board => framed(path, frame, views.board()?),
        Page::Checklist => framed(path, frame, views.checklist()?),
        Page::Changes => framed(path, frame, views.changes_since()?),
        Page::Committee => framed(path, frame, views.committee(1)?),
        Page::Questions => framed(path, frame, views.questions()?),
        Page::Report | Page::Standalone | Page::Data | Page::Revisions => return None,
    })
}
