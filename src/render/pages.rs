//! Which pages a site has, and what stands on each.

use rayon::prelude::*;
use serde::Serialize;

use super::{
    Site, Templates,
    address::{Order, Page},
    print, sitemap,
    view::{self, Extent, Frame},
};
use crate::{
    diagnostic::Diagnostic,
    model::{ChapterKind, Edition, Publication, Report},
    source::Sources,
};

/// The stylesheet of all pages.
pub(super) const STYLES: &str = "assets/ayumi.css";
/// An edition's own, in its folder.
pub(super) const PRINT: &str = "print.css";

/// Renders the whole site of a report.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn render(report: &Report, templates: &Templates, sources: &Sources) -> Result<Site, Vec<Diagnostic>> {
    let mut site = Site::default();
    site.add(STYLES, templates.styles());
    for edition in &report.editions {
        site.add(
            format!("{}/{PRINT}", edition.year.year()),
            print::styles(report, edition),
        );
    }
    let of_site = [
        Sheet::new(
            "index.html".to_owned(),
            "index.html",
            Context::Editions(view::Editions::new(report)),
        ),
        Sheet::new(
            "accessibility.html".to_owned(),
            "accessibility.html",
            Context::Accessibility(view::Accessibility::new(report)),
        ),
    ];
    let rendered: Vec<Result<(String, Vec<u8>), Diagnostic>> = report
        .editions
        .par_iter()
        .flat_map(|edition| steps(report, edition).into_par_iter().map(move |step| (edition, step)))
        .filter_map(|(edition, step)| step.sheet(report, edition, templates))
        .chain(of_site)
        .map(|sheet| Ok((sheet.path, templates.page(sheet.template, &sheet.context, sources)?)))
        .collect();
    let mut faults = Vec::new();
    for page in rendered {
        match page {
            Ok((path, bytes)) => site.add(path, bytes),
            Err(fault) => faults.push(fault),
        }
    }
    if let Some(base) = &report.city.base_url {
        let sitemap = sitemap::sitemap(&site, base);
        site.add("sitemap.xml", sitemap);
    }
    faults.dedup();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

/// A page before its template is filled in.
struct Sheet {
    path: String,
    template: &'static str,
    context: Context,
}

impl Sheet {
    fn new(path: String, template: &'static str, context: Context) -> Self {
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
enum Context {
    Editions(view::Editions),
    Accessibility(view::Accessibility),
    Cover(Box<CoverPage>),
    Chapter(Box<ChapterPage>),
    Overview(Box<Framed<view::Overview>>),
    Kpi(Box<Framed<view::KpiPageView>>),
    Departments(Box<Framed<view::DepartmentList>>),
    Department(Box<Framed<view::DepartmentView>>),
    Matrix(Box<Framed<view::Matrix>>),
    Report(Box<ReportPage>),
}

/// A page of one view.
#[derive(Serialize)]
struct Framed<T> {
    frame: Frame,
    page: T,
}

/// `edition.html`.
#[derive(Serialize)]
struct CoverPage {
    frame: Frame,
    cover: view::Cover,
    summary: view::Summary,
    contents: Vec<view::ContentsLine>,
    guide: Vec<view::Link>,
}

/// `page.html`: a chapter, or one goal.
#[derive(Serialize)]
struct ChapterPage {
    frame: Frame,
    chapter: Option<view::ChapterView>,
    goal: Option<view::GoalView>,
}

/// `report.html`: everything on one page.
#[derive(Serialize)]
struct ReportPage {
    frame: Frame,
    cover: view::Cover,
    summary: view::Summary,
    contents: Vec<view::ContentsLine>,
    chapters: Vec<view::ChapterView>,
}

/// The paths that [`one`] makes.
pub(super) fn alone(publication: &Publication) -> impl Iterator<Item = String> {
    publication.editions.iter().flat_map(move |edition| {
        let pages = steps(publication, edition)
            .into_iter()
            .map(|step| step.page.file(publication));
        let names = pages.chain([PRINT.to_owned()]);
        names.map(|name| format!("{}/{name}", edition.year.year()))
    })
}

/// One page of an edition, or its print sheet, by its path: the same bytes as in the whole site; `None` if it is none of these.
pub(super) fn one(report: &Report, templates: &Templates, sources: &Sources, path: &str) -> Option<Vec<u8>> {
    let (year, file) = path.split_once('/')?;
    let edition = report
        .editions
        .iter()
        .find(|edition| edition.year.year().to_string() == year)?;
    if file == PRINT {
        return Some(print::styles(report, edition).into_bytes());
    }
    let step = steps(report, edition)
        .into_iter()
        .find(|step| step.page.file(report) == file)?;
    let sheet = step.sheet(report, edition, templates)?;
    templates.page(sheet.template, &sheet.context, sources).ok()
}

/// A page of an edition, and those before and after it.
struct Step {
    page: Page,
    previous: Option<Page>,
    next: Option<Page>,
}

/// All pages of an edition.
fn steps(publication: &Publication, edition: &Edition) -> Vec<Step> {
    let order = reading_order(publication, edition);
    let step = |(at, page): (usize, &Page)| {
        let previous = at.checked_sub(1).and_then(|before| order.get(before)).copied();
        Step {
            page: *page,
            previous,
            next: order.get(at + 1).copied(),
        }
    };
    let alone = |page| Step {
        page,
        previous: None,
        next: None,
    };
    let mut steps: Vec<Step> = order.iter().enumerate().map(step).collect();
    steps.extend(
        side_pages(publication)
            .into_iter()
            .chain([Page::Report, Page::Standalone])
            .map(alone),
    );
    steps
}

impl Step {
    fn sheet(&self, publication: &Publication, edition: &Edition, templates: &Templates) -> Option<Sheet> {
        let views = view::Views {
            publication,
            edition,
            extent: Extent::Part,
        };
        if matches!(self.page, Page::Report | Page::Standalone) {
            return Some(whole(
                view::Views {
                    extent: Extent::Whole,
                    ..views
                },
                self.page,
                templates,
            ));
        }
        let link = |page: Option<Page>| page.map(|page| views.link(page));
        sheet(
            views,
            self.page,
            views.frame(self.page, link(self.previous), link(self.next)),
        )
    }
}

/// The complete report.
fn whole(views: view::Views, page: Page, templates: &Templates) -> Sheet {
    let mut frame = views.frame(page, None, None);
    if page == Page::Standalone {
        let print = print::styles(views.publication, views.edition);
        frame = frame.standalone(&format!("{}{print}", templates.styles()));
    }
    let context = Context::Report(Box::new(ReportPage {
        frame,
        cover: views.cover(),
        summary: views.summary(),
        contents: views.contents(),
        chapters: views
            .edition
            .chapters
            .iter()
            .map(|chapter| views.chapter(chapter, 2))
            .collect(),
    }));
    Sheet::new(path(views, page), "report.html", context)
}

fn path(views: view::Views, page: Page) -> String {
    format!("{}/{}", views.edition.year.year(), views.file(page))
}

/// One page that is not the complete report.
fn sheet(views: view::Views, page: Page, frame: Frame) -> Option<Sheet> {
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
        Page::Report | Page::Standalone => return None,
    };
    Some(Sheet::new(path(views, page), template, context))
}

/// The pages that previous and next lead through: the printed document's order.
fn reading_order(publication: &Publication, edition: &Edition) -> Vec<Page> {
    let mut order = vec![Page::Cover];
    for chapter in &edition.chapters {
        order.push(Page::Chapter(chapter.kind));
        if chapter.kind == ChapterKind::Goals {
            order.extend(view::goal_codes(&publication.plan).map(Page::Goal));
        }
    }
    order
}

/// The pages beside that order.
fn side_pages(publication: &Publication) -> Vec<Page> {
    let mut pages = Order::ALL.map(Page::Overview).to_vec();
    pages.extend(publication.plan.kpis().map(|(ix, _)| Page::Kpi(ix)));
    pages.push(Page::Departments);
    pages.extend(publication.departments().map(|(ix, _)| Page::Department(ix)));
    pages.push(Page::Matrix);
    pages
}
