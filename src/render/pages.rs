//! Which pages a site has, and in which order they lead on.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use memchr::memmem;
use rayon::prelude::*;

use super::{
    Site, Templates,
    address::{self, Order, Page},
    print,
    ruby::Ruby,
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
    site.add(PRINT, print::draft(draft));
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
    let of_site = OF_SITE.map(|name| site_sheet(report, draft, name));
    let press = &Press::new(report, templates, sources);
    let folders: Vec<Folder> = report
        .editions
        .par_iter()
        .map(|edition| Folder::new(report, edition, draft, press))
        .collect();
    let rendered: Vec<Rendered> = folders
        .par_iter()
        .flat_map(|folder| {
            let steps = steps(report, folder.edition, draft);
            steps
                .into_par_iter()
                .filter_map(move |step| step.page(folder, report, press))
        })
        .chain(of_site.into_par_iter().map(|sheet| press.page(sheet)))
        .collect();
    for folder in folders {
        for (name, bytes) in folder.data.into_inner().into_iter().flatten() {
            site.add(format!("{}/data/{name}", folder.edition.year.year()), bytes);
        }
    }
    let mut faults = press.faults();
    for page in rendered {
        match page {
            Ok((path, bytes)) => site.add(path, bytes),
            Err(fault) => faults.push(*fault),
        }
    }
    // Pages are made in any order.
    faults.sort_by(|a, b| (&a.file, a.place, &a.message).cmp(&(&b.file, b.place, &b.message)));
    faults.dedup();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

/// The pages above the editions.
const OF_SITE: [&str; 3] = ["index.html", address::COMPARISON, "accessibility.html"];

fn site_sheet(report: &Publication, draft: Option<&Draft>, name: &'static str) -> Sheet {
    let context = match name {
        "index.html" => Context::Editions(view::Editions::new(report, draft)),
        address::COMPARISON => Context::Comparison(view::Comparison::new(report, draft)),
        _ => Context::Accessibility(view::Accessibility::new(report, draft)),
    };
    Sheet::new(name.to_owned(), name, context)
}

/// What every page of a site is made with.
struct Press<'s> {
    templates: &'s Templates,
    sources: &'s Sources,
    ruby: Ruby<'s>,
    /// What is wrong with the templates of parts.
    faults: Mutex<Vec<Diagnostic>>,
}

impl<'s> Press<'s> {
    fn new(publication: &'s Publication, templates: &'s Templates, sources: &'s Sources) -> Self {
        Self {
            templates,
            sources,
            ruby: Ruby::new(&publication.readings),
            faults: Mutex::default(),
        }
    }

    /// A part's template, filled in; nothing if it has a fault.
    fn part(&self, part: &view::Part) -> Arc<str> {
        match self.templates.part(part.template(), part, self.sources) {
            Ok(html) => html.into(),
            Err(fault) => {
                self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(*fault);
                Arc::from("")
            }
        }
    }

    fn faults(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.faults.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A page's template, filled in.
    fn page(&self, sheet: Sheet) -> Rendered {
        let page = self.templates.page(sheet.template, &sheet.context, self.sources)?;
        Ok((sheet.path, self.ruby.annotate(&[&page])))
    }
}

/// One edition's folder. What several of its pages need is made when the first of them asks.
struct Folder<'r> {
    /// What was known when the edition appeared.
    known: Publication,
    edition: &'r Edition,
    draft: Option<&'r Draft>,
    /// Made by the page of the open data; a draft has none.
    data: OnceLock<DataFiles>,
    parts: view::Parts<'r>,
    /// The complete report within its frame, which two pages have in common: half of what there is to render.
    whole: OnceLock<Result<Vec<u8>, Box<Diagnostic>>>,
}

impl<'r> Folder<'r> {
    fn new(publication: &Publication, edition: &'r Edition, draft: Option<&'r Draft>, press: &'r Press<'r>) -> Self {
        let known = publication.known_to(edition);
        let fill = Box::new(|part: &view::Part| press.part(part));
        Self {
            parts: view::Parts::new(&known.plan, edition, fill),
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
            parts: &self.parts,
        }
    }

    fn data(&self) -> &DataFiles {
        self.data.get_or_init(|| data::files(&self.known, self.edition))
    }

    fn whole(&self, press: &Press) -> Result<&[u8], Box<Diagnostic>> {
        let make = || {
            let views = self.views(Extent::Whole);
            let chapters = self.edition.chapters.iter();
            let whole = WholeReport {
                frame: views.frame(Page::Report, None, None),
                cover: views.cover(),
                summary: views.summary(),
                contents: views.contents(),
                chapters: chapters.map(|chapter| views.chapter(chapter, 2)).collect(),
                committee: self.edition.printed_committee().and_then(|_| views.committee(2)),
            };
            press.templates.page("whole.html", &whole, press.sources)
        };
        self.whole.get_or_init(make).as_deref().map_err(Clone::clone)
    }
}

/// The paths of a draft's files.
pub(super) fn paths(all: &Publication, draft: &Draft) -> Vec<String> {
    let of_edition = |edition: &Edition| {
        let year = edition.year.year();
        let pages = steps(all, edition, Some(draft)).into_iter();
        let names = pages.map(|step| step.page.file(all)).chain([PRINT.to_owned()]);
        names.map(|name| format!("{year}/{name}")).collect::<Vec<_>>()
    };
    let of_site = OF_SITE.iter().chain(&[STYLES, PRINT]).map(|path| (*path).to_owned());
    of_site.chain(all.editions.iter().flat_map(of_edition)).collect()
}

/// One of these files: the same bytes as in the whole draft.
///
/// # Errors
/// One of the city's own templates does not render.
pub(super) fn one(
    all: &Publication,
    draft: &Draft,
    templates: &Templates,
    sources: &Sources,
    path: &str,
) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
    match path {
        STYLES => return Ok(Some(templates.styles().into())),
        PRINT => return Ok(Some(print::draft(draft).into())),
        _ => {}
    }
    let press = Press::new(all, templates, sources);
    let rendered = match OF_SITE.into_iter().find(|name| *name == path) {
        Some(name) => Some(press.page(site_sheet(all, Some(draft), name))),
        None => {
            let found = path.split_once('/').and_then(|(year, file)| {
                let of_year = |edition: &&Edition| edition.year.year().to_string() == year;
                Some((all.editions.iter().find(of_year)?, file))
            });
            let Some((edition, file)) = found else { return Ok(None) };
            if file == PRINT {
                return Ok(Some(print::styles(all, edition, Some(draft)).into()));
            }
            let mut steps = steps(all, edition, Some(draft)).into_iter();
            let step = steps.find(|step| step.page.file(all) == file);
            step.and_then(|step| step.page(&Folder::new(all, edition, Some(draft), &press), all, &press))
        }
    };
    let page = rendered.transpose()?;
    match press.faults().into_iter().next() {
        Some(fault) => Err(Box::new(fault)),
        None => Ok(page.map(|(_, bytes)| bytes)),
    }
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
        .filter(|_| edition.committee.is_some() && !order.contains(&Page::Committee))
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
    fn page(&self, folder: &Folder, all: &Publication, press: &Press) -> Option<Rendered> {
        let views = folder.views(Extent::Part);
        let link = |page: Option<Page>| page.map(|page| views.link(page));
        let frame = || views.frame(self.page, link(self.previous), link(self.next));
        let framed = |template, context| Some(Sheet::new(path(views, self.page), template, context));
        let sheet = match self.page {
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
            Page::Report | Page::Standalone => return Some(whole(folder, self.page, press)),
            page => sheet(views, page, frame()),
        };
        Some(press.page(sheet?))
    }
}

/// What stands for the complete report in its frame until it is put in. Control characters are dropped from every text that
/// is escaped, so none of the sources' can be taken for it.
const BODY: &str = "\u{1}body\u{1}";

/// The complete report.
fn whole(folder: &Folder, page: Page, press: &Press) -> Rendered {
    let views = folder.views(Extent::Whole);
    let mut frame = views.frame(page, None, None);
    if page == Page::Standalone {
        let print = print::styles(views.publication, views.edition, views.draft);
        frame = frame.standalone(&format!("{}{print}", press.templates.styles()));
    }
    let body = folder.whole(press)?;
    let page_ = ReportPage { frame, body: BODY };
    let html = press.templates.page("report.html", &page_, press.sources)?;
    // The body is most of the page: it is put in as it is written out, not carried through the engine.
    let mut pieces = Vec::new();
    let mut rest = &html[..];
    // Once: a template of the city's own must not multiply it.
    let mut body = Some(body);
    while let Some(at) = memmem::find(rest, BODY.as_bytes()) {
        pieces.extend([&rest[..at], body.take().unwrap_or_default()]);
        rest = &rest[at + BODY.len()..];
    }
    pieces.push(rest);
    Ok((path(views, page), press.ruby.annotate(&pieces)))
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
