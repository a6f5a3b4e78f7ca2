//! What stands on each page: which template is given which views.

use serde::Serialize;

use super::{
    address::Page,
    view::{self, Frame},
};

/// A page before its template is filled in.
pub(super) struct Sheet {
    pub(super) path: String,
    pub(super) template: &'static str,
    pub(super) context: Context,
}

impl Sheet {
    pub(super) fn new(path: String, template: &'static str, context: Context) -> Self {
        Self {
            path,
            template,
            context,
        }
    }
}

/// What a template is given. One variant a template, each a type of its own.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Context {
    Editions(view::Editions),
    Comparison(view::Comparison),
    Accessibility(view::Accessibility),
    Cover(Box<CoverPage>),
    Chapter(Box<ChapterPage>),
    Overview(Box<Framed<view::Overview>>),
    Kpi(Box<Framed<view::KpiPageView>>),
    Departments(Box<Framed<view::DepartmentList>>),
    Department(Box<Framed<view::DepartmentView>>),
    Matrix(Box<Framed<view::Matrix>>),
    Board(Box<Framed<view::BoardView>>),
    Checklist(Box<Framed<view::Checklist>>),
    Questions(Box<Framed<view::QuestionsView>>),
    Changes(Box<Framed<view::ChangesView>>),
    Committee(Box<Framed<view::CommitteeView>>),
    Data(Box<Framed<view::OpenData>>),
    Revisions(Box<Framed<view::Revisions>>),
}

/// A page of one view.
#[derive(Serialize)]
pub(super) struct Framed<T> {
    pub(super) frame: Frame,
    pub(super) page: T,
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

pub(super) fn path(views: view::Views, page: Page) -> String {
    format!("{}/{}", views.edition.year.year(), views.file(page))
}

/// One page that is not the complete report.
pub(super) fn sheet(views: view::Views, page: Page, frame: Frame) -> Option<Sheet> {
    let (template, context) = match page {
        Page::Cover => {
            let cover = CoverPage {
                frame,
                cover: views.cover(),
                summary: views.summary(),
                contents: views.contents(),
                guide: views.guide(),
            };
            ("edition.html", Context::Cover(Box::new(cover)))
        }
        Page::Chapter(kind) => {
            let chapter = views.edition.chapters.iter().find(|chapter| chapter.kind == kind)?;
            let chapter = Some(views.chapter(chapter, 1));
            (
                "page.html",
                Context::Chapter(Box::new(ChapterPage {
                    frame,
                    chapter,
                    goal: None,
                })),
            )
        }
        Page::Goal(code) => {
            let goal = Some(views.goal(code, 1)?);
            (
                "page.html",
                Context::Chapter(Box::new(ChapterPage {
                    frame,
                    chapter: None,
                    goal,
                })),
            )
        }
        Page::Overview(order) => (
            "overview.html",
            Context::Overview(Box::new(Framed {
                frame,
                page: views.overview(order),
            })),
        ),
        Page::Kpi(ix) => (
            "kpi.html",
            Context::Kpi(Box::new(Framed {
                frame,
                page: views.kpi_page(ix),
            })),
        ),
        Page::Departments => (
            "departments.html",
            Context::Departments(Box::new(Framed {
                frame,
                page: views.department_list(),
            })),
        ),
        Page::Department(ix) => (
            "department.html",
            Context::Department(Box::new(Framed {
                frame,
                page: views.department(ix),
            })),
        ),
        Page::Matrix => (
            "matrix.html",
            Context::Matrix(Box::new(Framed {
                frame,
                page: views.matrix(),
            })),
        ),
        Page::Board => (
            "draft-board.html",
            Context::Board(Box::new(Framed {
                frame,
                page: views.board()?,
            })),
        ),
        Page::Checklist => (
            "draft-checklist.html",
            Context::Checklist(Box::new(Framed {
                frame,
                page: views.checklist()?,
            })),
        ),
        Page::Changes => (
            "draft-changes.html",
            Context::Changes(Box::new(Framed {
                frame,
                page: views.changes_since()?,
            })),
        ),
        Page::Committee => (
            "committee-page.html",
            Context::Committee(Box::new(Framed {
                frame,
                page: views.committee(1)?,
            })),
        ),
        Page::Questions => (
            "draft-questions.html",
            Context::Questions(Box::new(Framed {
                frame,
                page: views.questions()?,
            })),
        ),
        Page::Report | Page::Standalone | Page::Data | Page::Revisions => return None,
    };
    Some(Sheet::new(path(views, page), template, context))
}
