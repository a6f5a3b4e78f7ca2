//! Which pages a site has, and in which order they lead on.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{
    Site, Templates,
    address::{self, Order, Page},
    print, ruby,
    sheet::{Context, Framed, ReportPage, Sheet, WholeReport, path, sheet},
    sitemap,
    view::{self, Extent},
};
use crate::{
    data,
    diagnostic::Diagnostic,
    draft::Draft,
    model::{ChapterKind, Edition, Publication, Report},
    source::Sources,
};

/// A page's path and bytes, or its template's fault.
type Rendered = Result<(String, Vec<u8>), Box<Diagnostic>>;

/// The open data of an edition, by name.
type DataFiles = Vec<(String, Vec<u8>)>;

/// The stylesheet of all pages.
pub(super) const STYLES: &str = "assets/ayumi.css";
/// An edition's own, in its folder.
pub(super) const PRINT: &str = "print.css";

/// Renders the whole site of a report.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn render(report: &Report, templates: &Templates, sources: &Sources) -> Result<Site, Vec<Diagnostic>> {
    let mut site = pages(report, None, templates, sources)?;
    if let Some(base) = &report.city.base_url {
        let sitemap = sitemap::sitemap(&site, base);
        site.add("sitemap.xml", sitemap);
    }
    Ok(site)
}

/// Renders a draft: the same pages from the same templates, gaps and all, with the draft's own pages beside them and
/// nothing that is for machines.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn draft(
    publication: &Publication,
    draft: &Draft,
    templates: &Templates,
    sources: &Sources,
) -> Result<Site, Vec<Diagnostic>> {
    let mut site = pages(publication, Some(draft), templates, sources)?;
    site.add("print.css", print::draft(draft));
    Ok(site)
}

fn pages(
    report: &Publication,
    draft: Option<&Draft>,
    templates: &Templates,
    sources: &Sources,
) -> Result<Site, Vec<Diagnostic>> {
    let mut site = Site::default();
    site.add(STYLES, templates.styles());
    for edition in &report.editions {
        site.add(
            format!("{}/{PRINT}", edition.year.year()),
            print::styles(report, edition, draft),
        );
    }
    let of_site = [
        Sheet::new(
            "index.html".to_owned(),
            "index.html",
            Context::Editions(view::Editions::new(report, draft)),
        ),
        Sheet::new(
            "accessibility.html".to_owned(),
            "accessibility.html",
            Context::Accessibility(view::Accessibility::new(report, draft)),
        ),
        Sheet::new(
            address::COMPARISON.to_owned(),
            "compare.html",
            Context::Comparison(view::Comparison::new(report, draft)),
        ),
    ];
    let folders: Vec<Folder> = report
        .editions
        .par_iter()
        .map(|edition| Folder::new(report, edition, draft))
        .collect();
    let rendered: Vec<Rendered> = folders
        .par_iter()
        .flat_map(|folder| {
            let steps = steps(report, folder.edition, draft);
            steps
                .into_par_iter()
                .filter_map(move |step| step.sheet(folder, report, templates))
        })
        .chain(of_site)
        .map(|sheet| {
            let page = templates.page(sheet.template, &sheet.context, sources)?;
            Ok((sheet.path, ruby::annotate(page, &report.readings)))
        })
        .collect();
    for folder in folders {
        for (name, bytes) in folder.data.into_inner().into_iter().flatten() {
            site.add(format!("{}/data/{name}", folder.edition.year.year()), bytes);
        }
    }
    let mut faults = Vec::new();
    for page in rendered {
        match page {
            Ok((path, bytes)) => site.add(path, bytes),
            Err(fault) => faults.push(*fault),
        }
    }
    faults.dedup();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

/// One edition's folder. What several of its pages need is made when the first of them asks.
struct Folder<'r> {
    /// What was known when the edition appeared.
    known: Publication,
    edition: &'r Edition,
    draft: Option<&'r Draft>,
    /// Made by the page of the open data; a draft has none.
    data: OnceLock<DataFiles>,
    charts: view::Charts,
    whole: OnceLock<Arc<WholeReport>>,
}

impl<'r> Folder<'r> {
    fn new(publication: &Publication, edition: &'r Edition, draft: Option<&'r Draft>) -> Self {
        let known = publication.known_to(edition);
        Self {
            charts: view::Charts::of(&known.plan),
            known,
            edition,
            draft,
            data: OnceLock::new(),
            whole: OnceLock::new(),
        }
    }

    fn views(&self, extent: Extent) -> view::Views<'_> {
        view::Views {
            publication: &self.known,
            edition: self.edition,
            extent,
            draft: self.draft,
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
                committee: self.edition.printed_committee().and_then(|_| views.committee(2)),
            })
        });
        Arc::clone(whole)
    }
}

/// The paths that [`one`] makes.
pub(super) fn alone(publication: &Publication, draft: Option<&Draft>) -> Vec<String> {
    let of_edition = |edition: &Edition| {
        let year = edition.year.year();
        let pages = steps(publication, edition, draft).into_iter().map(|step| step.page);
        let names = pages
            .filter(|page| *page != Page::Data)
            .map(|page| page.file(publication))
            .chain([PRINT.to_owned()]);
        names.map(|name| format!("{year}/{name}")).collect::<Vec<_>>()
    };
    publication.editions.iter().flat_map(of_edition).collect()
}

/// One page of an edition, or its print sheet, by its path: the same bytes as in the whole site; `None` if it is none of
/// these, or its template does not render.
pub(super) fn one(
    all: &Publication,
    draft: Option<&Draft>,
    templates: &Templates,
    sources: &Sources,
    path: &str,
) -> Option<Vec<u8>> {
    let (year, file) = path.split_once('/')?;
    let edition = all
        .editions
        .iter()
        .find(|edition| edition.year.year().to_string() == year)?;
    if file == PRINT {
        return Some(print::styles(all, edition, draft).into_bytes());
    }
    let step = steps(all, edition, draft)
        .into_iter()
        .find(|step| step.page.file(all) == file)?;
    let sheet = step.sheet(&Folder::new(all, edition, draft), all, templates)?;
    let page = templates.page(sheet.template, &sheet.context, sources).ok()?;
    Some(ruby::annotate(page, &all.readings))
}

/// A page of an edition, and those before and after it.
struct Step {
    page: Page,
    previous: Option<Page>,
    next: Option<Page>,
}

/// All pages of an edition. The two longest, which share most of their work, at the two ends: they are not begun at the
/// same time.
fn steps(publication: &Publication, edition: &Edition, draft: Option<&Draft>) -> Vec<Step> {
    let order = reading_order(publication, edition);
    let step = |(at, page): (usize, &Page)| Step {
        page: *page,
        previous: at.checked_sub(1).and_then(|before| order.get(before)).copied(),
        next: order.get(at + 1).copied(),
    };
    let alone = |page| Step {
        page,
        previous: None,
        next: None,
    };
    let mut steps = vec![alone(Page::Report)];
    steps.extend(order.iter().enumerate().map(step));
    let of_draft = draft.filter(|_| edition.year == publication.newest().year);
    let of_draft = of_draft.map(|_| [Page::Board, Page::Checklist, Page::Questions]);
    let of_report = draft.is_none().then_some(Page::Data);
    // A draft shows all opinions, also those that the report will not print.
    let changes = draft
        .is_some_and(|draft| draft.since.is_some())
        .then_some(Page::Changes);
    let opinions = draft
        .filter(|_| !order.contains(&Page::Committee))
        .map(|_| Page::Committee);
    let beside = side_pages(publication)
        .into_iter()
        .chain(of_draft.into_iter().flatten());
    let beside = beside.chain(changes).chain(opinions).chain(of_report);
    let beside = beside.chain([Page::Revisions, Page::Standalone]);
    steps.extend(beside.map(alone));
    steps
}

impl Step {
    fn sheet(&self, folder: &Folder, all: &Publication, templates: &Templates) -> Option<Sheet> {
        let views = folder.views(Extent::Part);
        let link = |page: Option<Page>| page.map(|page| views.link(page));
        let frame = || views.frame(self.page, link(self.previous), link(self.next));
        let framed = |template, context| Some(Sheet::new(path(views, self.page), template, context));
        match self.page {
            Page::Data => {
                let page = views.open_data(folder.data());
                framed("data.html", Context::Data(Box::new(Framed { frame: frame(), page })))
            }
            Page::Revisions => {
                let page = views.revisions(all);
                framed(
                    "revisions.html",
                    Context::Revisions(Box::new(Framed { frame: frame(), page })),
                )
            }
            Page::Report | Page::Standalone => Some(whole(folder, self.page, templates)),
            page => sheet(views, page, frame()),
        }
    }
}

/// The complete report.
fn whole(folder: &Folder, page: Page, templates: &Templates) -> Sheet {
    let views = folder.views(Extent::Whole);
    let mut frame = views.frame(page, None, None);
    if page == Page::Standalone {
        let print = print::styles(views.publication, views.edition, views.draft);
        frame = frame.standalone(&format!("{}{print}", templates.styles()));
    }
    let whole = folder.whole();
    let context = Context::Report(Box::new(ReportPage { frame, whole }));
    Sheet::new(path(views, page), "report.html", context)
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
    order.extend(edition.printed_committee().map(|_| Page::Committee));
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
