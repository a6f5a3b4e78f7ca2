//! What stands on each page: which template is given which views.

use serde::Serialize;

use super::{
    address::Page,
    templates::{View, template},
    view::{self, Frame},
};

/// A page before its template is filled in.
pub(super) struct Sheet {
    pub(super) path: String,
    pub(super) view: Box<dyn View>,
}

impl Sheet {
    pub(super) fn new(path: String, view: impl View + 'static) -> Self {
        Self {
            path,
            view: Box::new(view),
        }
    }
}

/// A page of one view.
#[derive(Serialize)]
pub(super) struct Framed<T> {
    pub(super) frame: Frame,
    pub(super) page: T,
}

/// A page of one view in its frame.
pub(super) fn framed<T>(path: String, frame: Frame, page: T) -> Sheet
where
    Framed<T>: View + 'static,
{
    Sheet::new(path, Framed { frame, page })
}

/// `edition.html`.
#[derive(Serialize)]
pub(super) struct CoverPage {
    pub(super) frame: Frame,
    pub(super) cover: view::Cover,
    pub(super) summary: view::Summary,
    pub(super) contents: Vec<view::ContentsLine>,
    pub(super) guide: Vec<view::Link>,
}

/// `page.html`: a chapter, or one goal.
#[derive(Serialize)]
pub(super) struct ChapterPage {
    pub(super) frame: Frame,
    pub(super) chapter: Option<view::ChapterView>,
    pub(super) goal: Option<view::GoalView>,
}

/// `report.html`: everything on one page, in its frame.
#[derive(Serialize)]
pub(super) struct ReportPage<'w> {
    pub(super) frame: Frame,
    /// What stands for `whole.html` as filled in.
    pub(super) body: &'w str,
}

/// `whole.html`: what `report.html` and `standalone.html` have in common.
#[derive(Serialize)]
pub(super) struct WholeReport {
    pub(super) frame: Frame,
    pub(super) cover: view::Cover,
    pub(super) summary: view::Summary,
    pub(super) contents: Vec<view::ContentsLine>,
    pub(super) chapters: Vec<view::ChapterView>,
    /// The last chapter, if it is printed.
    pub(super) committee: Option<view::CommitteeView>,
}

template!(view::Editions, "index.html");
template!(view::Comparison, "compare.html");
template!(view::Accessibility, "accessibility.html");
template!(CoverPage, "edition.html");
template!(ChapterPage, "page.html");
template!(Framed<view::Overview>, "overview.html");
template!(Framed<view::KpiPageView>, "kpi.html");
template!(Framed<view::DepartmentList>, "departments.html");
template!(Framed<view::DepartmentView>, "department.html");
template!(Framed<view::Matrix>, "matrix.html");
template!(Framed<view::BoardView>, "draft-board.html");
template!(Framed<view::Checklist>, "draft-checklist.html");
template!(Framed<view::QuestionsView>, "draft-questions.html");
template!(Framed<view::ChangesView>, "draft-changes.html");
template!(Framed<view::CommitteeView>, "committee-page.html");
template!(Framed<view::OpenData>, "data.html");
template!(Framed<view::Revisions>, "revisions.html");
template!(ReportPage<'_>, "report.html");
template!(WholeReport, "whole.html");

pub(super) fn path(views: view::Views, page: Page) -> String {
    format!("{}/{}", views.edition.year.year(), views.file(page))
}

/// One page that is not the complete report.
pub(super) fn sheet(views: view::Views, page: Page, frame: Frame) -> Option<Sheet> {
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
