//! Which pages a site has, and in which order they lead on.

use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::{
    Site, Templates,
    address::{self, Order, Page},
    press::{Folder, Press, whole},
    print,
    sheet::{Sheet, framed, path, sheet},
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

/// Takes the files of a site as they are made, in any order, from several threads at once: path, and bytes in pieces, which
/// are one behind the other in the file.
pub type Take<'t> = &'t (dyn Fn(&str, &[&[u8]]) + Sync);

/// The stylesheet of all pages.
pub(super) const STYLES: &str = "assets/ayumi.css";
/// An edition's own, in its folder.
pub(super) const PRINT: &str = "print.css";

/// Renders the whole site of a report.
///
/// # Errors
/// One of the city's own templates does not render.
pub fn render(report: &Report, templates: &Templates, sources: &Sources) -> Result<Site, Vec<Diagnostic>> {
    collect(|take| render_each(report, templates, sources, take))
}

/// The same files one by one, so that the site is never in memory as a whole.
///
/// # Errors
/// One of the city's own templates does not render. What was taken by then is no site.
pub fn render_each(
    report: &Report,
    templates: &Templates,
    sources: &Sources,
    take: Take,
) -> Result<(), Vec<Diagnostic>> {
    let paths = pages(report, None, templates, sources, take)?;
    if let Some(base) = &report.city.base_url {
        take("sitemap.xml", &[sitemap::sitemap(paths, base).as_bytes()]);
    }
    Ok(())
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
    collect(|take| {
        pages(publication, Some(draft), templates, sources, take)?;
        take(PRINT, &[print::draft(draft).as_bytes()]);
        Ok(())
    })
}

fn collect(make: impl FnOnce(Take) -> Result<(), Vec<Diagnostic>>) -> Result<Site, Vec<Diagnostic>> {
    let site = Mutex::new(Site::default());
    make(&|path, pieces| {
        let bytes = pieces.concat();
        site.lock().unwrap_or_else(PoisonError::into_inner).add(path, bytes);
    })?;
    Ok(site.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Makes all files but those that need to know of all others, and says which they were.
fn pages(
    report: &Publication,
    draft: Option<&Draft>,
    templates: &Templates,
    sources: &Sources,
    take: Take,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    take(STYLES, &[templates.styles().as_bytes()]);
    for edition in report.editions.iter() {
        let styles = print::styles(report, edition, draft);
        take(&format!("{}/{PRINT}", edition.year.year()), &[styles.as_bytes()]);
    }
    let known = || report.editions.iter().map(|edition| report.known_to(edition)).collect();
    let (press, known): (_, Vec<Publication>) = rayon::join(|| Press::new(report, templates, sources), known);
    let press = &press;
    let folders = report.editions.iter().zip(known);
    let folders: Vec<Folder> = folders
        .map(|(edition, known)| Folder::new(known, edition, draft, press))
        .collect();
    let made: Vec<Result<Vec<String>, Box<Diagnostic>>> = folders
        .par_iter()
        .flat_map(|folder| {
            let steps = steps(report, folder.edition, draft).into_par_iter();
            steps.map(move |step| step.make(folder, report, press, take))
        })
        .chain(
            OF_SITE
                .into_par_iter()
                .map(|name| Ok(vec![press.page(site_sheet(report, draft, name), take)?])),
        )
        .collect();
    let mut faults = press.faults();
    let mut paths = Vec::new();
    for files in made {
        match files {
            Ok(files) => paths.extend(files),
            Err(fault) => faults.push(*fault),
        }
    }
    // Pages are made in any order.
    faults.sort_by(|a, b| (&a.file, a.place, &a.message).cmp(&(&b.file, b.place, &b.message)));
    faults.dedup();
    if faults.is_empty() { Ok(paths) } else { Err(faults) }
}

/// The pages above the editions.
const OF_SITE: [&str; 3] = ["index.html", address::COMPARISON, "accessibility.html"];

fn site_sheet<'r>(report: &'r Publication, draft: Option<&'r Draft>, name: &'static str) -> Sheet<'r> {
    let path = name.to_owned();
    match name {
        "index.html" => Sheet::new(path, view::Editions::new(report, draft)),
        address::COMPARISON => Sheet::new(path, view::Comparison::new(report, draft)),
        _ => Sheet::new(path, view::Accessibility::new(report, draft)),
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
    let made = OnceLock::new();
    // The page is the first of the files that are made.
    let take: Take = &|_, pieces| {
        made.get_or_init(|| pieces.concat());
    };
    match OF_SITE.into_iter().find(|name| *name == path) {
        Some(name) => {
            press.page(site_sheet(all, Some(draft), name), take)?;
        }
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
            if let Some(step) = steps.find(|step| step.page.file(all) == file) {
                let folder = Folder::new(all.known_to(edition), edition, Some(draft), &press);
                step.make(&folder, all, &press, take)?;
            }
        }
    }
    match press.faults().into_iter().next() {
        Some(fault) => Err(Box::new(fault)),
        None => Ok(made.into_inner()),
    }
}

/// A page of an edition, and those before and after it.
struct Step {
    page: Page,
    previous: Option<Page>,
    next: Option<Page>,
}

/// All pages of an edition. Of the two longest, which share most of their work, one is the first, and the other is begun when
/// that work is done, but not last: one processor would be at it alone.
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
    let beside = side_pages(publication, edition)
        .into_iter()
        .chain(of_draft.into_iter().flatten());
    let beside = beside.chain(changes).chain(opinions).chain(of_report);
    steps.extend(beside.chain([Page::Revisions]).map(alone));
    steps.insert(steps.len() * 5 / 6, alone(Page::Standalone));
    steps
}

impl Step {
    /// Makes the page, then the files that it is about; nothing if the edition has no such page. Says which they were.
    fn make(
        &self,
        folder: &Folder,
        all: &Publication,
        press: &Press,
        take: Take,
    ) -> Result<Vec<String>, Box<Diagnostic>> {
        let views = folder.views(Extent::Part);
        let link = |page: Option<Page>| page.map(|page| views.link(page));
        let frame = || views.frame(self.page, link(self.previous), link(self.next));
        let path = path(views, self.page);
        let sheet = match self.page {
            Page::Data => {
                let files = data::files(&folder.known, folder.edition);
                let page = press.page(framed(path, frame(), views.open_data(&files)), take)?;
                let year = folder.edition.year.year();
                let beside = files.into_iter().map(|(name, bytes)| {
                    let path = format!("{year}/data/{name}");
                    take(&path, &[&bytes]);
                    path
                });
                return Ok(std::iter::once(page).chain(beside).collect());
            }
            Page::Report | Page::Standalone => return Ok(vec![whole(folder, self.page, press, take)?]),
            Page::Revisions => Some(framed(path, frame(), views.revisions(all))),
            page => sheet(views, page, frame()),
        };
        sheet.into_iter().map(|sheet| press.page(sheet, take)).collect()
    }
}

/// The pages that previous and next lead through: the printed document's order.
fn reading_order(publication: &Publication, edition: &Edition) -> Vec<Page> {
    let mut order = vec![Page::Cover];
    for chapter in &edition.chapters {
        order.push(Page::Chapter(chapter.kind));
        if chapter.kind == ChapterKind::Goals {
            order.extend(publication.plan.goal_codes().map(Page::Goal));
        }
    }
    order.extend(edition.printed_committee().map(|_| Page::Committee));
    order
}

/// The pages beside that order.
fn side_pages(publication: &Publication, edition: &Edition) -> Vec<Page> {
    let mut pages = Order::ALL.map(Page::Overview).to_vec();
    pages.extend(publication.plan.kpis_in(edition.year).map(|(ix, _)| Page::Kpi(ix)));
    pages.push(Page::Departments);
    pages.extend(publication.reporting(edition).map(|(ix, _)| Page::Department(ix)));
    pages.push(Page::Matrix);
    pages
}
