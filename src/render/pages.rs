//! Which pages a site has, and what stands on each.

use rayon::prelude::*;
use serde::Serialize;

use super::{
    Site, Templates,
    address::Page,
    view::{self, Frame},
};
use crate::{
    data,
    diagnostic::Diagnostic,
    model::{ChapterKind, Edition, Publication, Report},
    source::Sources,
};

/// Renders the whole site of a report.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn render(report: &Report, templates: &Templates, sources: &Sources) -> Result<Site, Vec<Diagnostic>> {
    let mut site = Site::default();
    site.add("assets/ayumi.css", templates.styles());
    let data: Vec<Vec<(String, Vec<u8>)>> =
        report.editions.par_iter().map(|edition| data::files(report, edition)).collect();
    let rendered: Vec<Result<(String, Vec<u8>), Diagnostic>> = report
        .editions
        .par_iter()
        .zip(&data)
        .flat_map_iter(|(edition, data)| edition_pages(report, edition, data, templates))
        .chain(rayon::iter::once(Sheet::new("index.html".to_owned(), "index.html", view::Editions::new(report))))
        .map(|sheet| Ok((sheet.path, templates.page(sheet.template, &sheet.context, sources)?)))
        .collect();
    for (edition, files) in report.editions.iter().zip(data) {
        for (name, bytes) in files {
            site.add(format!("{}/data/{name}", edition.year.year()), bytes);
        }
    }
    let mut faults = Vec::new();
    for page in rendered {
        match page {
            Ok((path, bytes)) => site.add(path, bytes),
            Err(fault) => faults.push(fault),
        }
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

/// What a template is given. One variant a template, each a type of its own.
#[derive(Serialize)]
#[serde(untagged)]
enum Context {
    Editions(view::Editions),
    Cover(Box<CoverPage>),
    Page(Box<ChapterPage>),
    Report(Box<ReportPage>),
    Data(Box<view::OpenData>),
}

impl From<view::Editions> for Context {
    fn from(editions: view::Editions) -> Self {
        Self::Editions(editions)
    }
}

impl Sheet {
    fn new(path: String, template: &'static str, context: impl Into<Context>) -> Self {
        Self { path, template, context: context.into() }
    }
}

/// `edition.html`.
#[derive(Serialize)]
struct CoverPage {
    frame: Frame,
    cover: view::Cover,
    summary: view::Summary,
    contents: Vec<view::ContentsLine>,
    open_data: view::Link,
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

fn edition_pages(
    publication: &Publication,
    edition: &Edition,
    data: &[(String, Vec<u8>)],
    templates: &Templates,
) -> Vec<Sheet> {
    let views = view::Views { publication, edition };
    let path = |page: Page| format!("{}/{}", edition.year.year(), page.file());
    let order = reading_order(publication, edition);
    let mut sheets = Vec::new();
    for (at, page) in order.iter().enumerate() {
        let previous = at.checked_sub(1).map(|before| views.link(order[before]));
        let next = order.get(at + 1).map(|after| views.link(*after));
        let frame = views.frame(*page, previous, next);
        let context = match page {
            Page::Cover => Context::Cover(Box::new(CoverPage {
                cover: views.cover(),
                summary: views.summary(|goal| Page::Goal(goal).file(), Page::Chapter(ChapterKind::Projects).file()),
                contents: views.contents(|target| target.page_address()),
                open_data: views.link(Page::Data),
                frame,
            })),
            Page::Chapter(kind) => {
                let Some(chapter) = edition.chapters.iter().find(|chapter| chapter.kind == *kind) else { continue };
                let chapter = views.chapter(chapter, 1, view::Goals::Listed);
                Context::Page(Box::new(ChapterPage { frame, chapter: Some(chapter), goal: None }))
            }
            Page::Goal(code) => {
                let goal = views.goal(*code, 1);
                Context::Page(Box::new(ChapterPage { frame, chapter: None, goal }))
            }
            Page::Report | Page::Standalone | Page::Data => continue,
        };
        let template = if *page == Page::Cover { "edition.html" } else { "page.html" };
        sheets.push(Sheet { path: path(*page), template, context });
    }
    for page in [Page::Report, Page::Standalone] {
        let mut frame = views.frame(page, None, None);
        if page == Page::Standalone {
            frame = frame.standalone(templates.styles());
        }
        let chapters = edition.chapters.iter();
        let context = Context::Report(Box::new(ReportPage {
            frame,
            cover: views.cover(),
            summary: views.summary(|goal| format!("#goal-{goal}"), format!("#{}", ChapterKind::Projects.id())),
            contents: views.contents(|target| target.fragment()),
            chapters: chapters.map(|chapter| views.chapter(chapter, 2, view::Goals::Whole)).collect(),
        }));
        sheets.push(Sheet { path: path(page), template: "report.html", context });
    }
    let context = Context::Data(Box::new(views.open_data(data)));
    sheets.push(Sheet { path: path(Page::Data), template: "data.html", context });
    sheets
}

/// The pages that previous and next lead through.
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

impl Frame {
    /// Nothing outside the page itself.
    fn standalone(mut self, styles: &str) -> Self {
        self.styles = Some(styles.to_owned());
        self.navigation = None;
        self
    }
}

