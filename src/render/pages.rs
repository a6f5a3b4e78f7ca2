//! Which pages a site has, and what stands on each.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::Serialize;

use super::{
    Site, Templates,
    address::{Order, Page},
    print, ruby, sitemap,
    view::{self, Extent, Frame},
};
use crate::{
    data,
    diagnostic::Diagnostic,
    model::{ChapterKind, Edition, Publication, Report},
    source::Sources,
};

/// The open data of an edition, by name.
type DataFiles = Vec<(String, Vec<u8>)>;

/// Renders the whole site of a report.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn render(report: &Report, templates: &Templates, sources: &Sources) -> Result<Site, Vec<Diagnostic>> {
    let mut site = Site::default();
    site.add("assets/ayumi.css", templates.styles());
    for edition in &report.editions {
        site.add(
            format!("{}/print.css", edition.year.year()),
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
    let folders: Vec<Folder> = report
        .editions
        .par_iter()
        .map(|edition| Folder::new(report, edition))
        .collect();
    let rendered: Vec<Result<(String, Vec<u8>), Box<Diagnostic>>> = folders
        .par_iter()
        .flat_map(|folder| folder.steps().into_par_iter().map(move |step| (folder, step)))
        .filter_map(|(folder, step)| step.sheet(folder, report, templates))
        .chain(of_site)
        .map(|sheet| {
            let page = templates.page(sheet.template, &sheet.context, sources)?;
            Ok((sheet.path, ruby::annotate(page, &report.readings)))
        })
        .collect();
    for folder in folders {
        for (name, bytes) in folder.data() {
            site.add(format!("{}/data/{name}", folder.edition.year.year()), bytes.as_slice());
        }
    }
    let mut faults = Vec::new();
    for page in rendered {
        match page {
            Ok((path, bytes)) => site.add(path, bytes),
            Err(fault) => faults.push(*fault),
        }
    }
    if let Some(base) = &report.city.base_url {
        let sitemap = sitemap::sitemap(&site, base);
        site.add("sitemap.xml", sitemap);
    }
    faults.dedup();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

/// One edition's folder. What several of its pages share is made when the first of them asks.
struct Folder<'r> {
    /// What was known when the edition appeared.
    known: Publication,
    edition: &'r Edition,
    data: OnceLock<DataFiles>,
    charts: view::Charts,
    whole: OnceLock<Arc<WholeReport>>,
}

impl<'r> Folder<'r> {
    fn new(publication: &Publication, edition: &'r Edition) -> Self {
        let known = publication.known_to(edition);
        Self {
            charts: view::Charts::of(&known.plan),
            known,
            edition,
            data: OnceLock::new(),
            whole: OnceLock::new(),
        }
    }

    fn views(&self, extent: Extent) -> view::Views<'_> {
        view::Views {
            publication: &self.known,
            edition: self.edition,
            extent,
            charts: &self.charts,
        }
    }

    fn data(&self) -> &DataFiles {
        self.data.get_or_init(|| data::files(&self.known, self.edition))
    }

    fn whole(&self) -> Arc<WholeReport> {
        let whole = self.whole.get_or_init(|| {
            let views = self.views(Extent::Whole);
            let chapters = self.edition.chapters.iter();
            Arc::new(WholeReport {
                cover: views.cover(),
                summary: views.summary(),
                contents: views.contents(),
                chapters: chapters.map(|chapter| views.chapter(chapter, 2)).collect(),
            })
        });
        Arc::clone(whole)
    }

    /// All pages. The two longest, which share most of their work, at the two ends: they are not begun at the same time.
    fn steps(&self) -> Vec<Step> {
        let alone = |page| Step {
            page,
            previous: None,
            next: None,
        };
        let order = reading_order(&self.known, self.edition);
        let mut steps = vec![alone(Page::Report)];
        steps.extend(order.iter().enumerate().map(|(at, page)| Step {
            page: *page,
            previous: at.checked_sub(1).and_then(|before| order.get(before)).copied(),
            next: order.get(at + 1).copied(),
        }));
        let others = [Page::Data, Page::Revisions, Page::Standalone];
        steps.extend(side_pages(&self.known).into_iter().chain(others).map(alone));
        steps
    }
}

/// A page of an edition, and those before and after it.
struct Step {
    page: Page,
    previous: Option<Page>,
    next: Option<Page>,
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
    Data(Box<Framed<view::OpenData>>),
    Revisions(Box<Framed<view::Revisions>>),
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
    #[serde(flatten)]
    whole: Arc<WholeReport>,
}

/// What `report.html` and `standalone.html` have in common.
#[derive(Serialize)]
struct WholeReport {
    cover: view::Cover,
    summary: view::Summary,
    contents: Vec<view::ContentsLine>,
    chapters: Vec<view::ChapterView>,
}

impl Step {
    fn sheet(&self, folder: &Folder, all: &Publication, templates: &Templates) -> Option<Sheet> {
        let part = folder.views(Extent::Part);
        let (views, template, context) = match self.page {
            Page::Data => {
                let frame = part.frame(Page::Data, None, None);
                let page = part.open_data(folder.data());
                (part, "data.html", Context::Data(Box::new(Framed { frame, page })))
            }
            Page::Revisions => {
                let frame = part.frame(Page::Revisions, None, None);
                let page = part.revisions(all);
                (
                    part,
                    "revisions.html",
                    Context::Revisions(Box::new(Framed { frame, page })),
                )
            }
            Page::Report | Page::Standalone => {
                let views = folder.views(Extent::Whole);
                let mut frame = views.frame(self.page, None, None);
                if self.page == Page::Standalone {
                    let print = print::styles(&folder.known, folder.edition);
                    frame = frame.standalone(&format!("{}{print}", templates.styles()));
                }
                let whole = folder.whole();
                (
                    views,
                    "report.html",
                    Context::Report(Box::new(ReportPage { frame, whole })),
                )
            }
            page => {
                let link = |page: Option<Page>| page.map(|page| part.link(page));
                return sheet(part, page, part.frame(page, link(self.previous), link(self.next)));
            }
        };
        Some(Sheet::new(path(views, self.page), template, context))
    }
}

fn path(views: view::Views, page: Page) -> String {
    format!("{}/{}", views.edition.year.year(), views.file(page))
}

/// One page of those that need nothing but the views.
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
        Page::Report | Page::Standalone | Page::Data | Page::Revisions => return None,
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
