//! Which pages a site has, and in which order they lead on.

use rayon::prelude::*;

use super::{
    Site, Templates,
    address::{Order, Page},
    print, ruby,
    sheet::{Context, Framed, ReportPage, Sheet, path, sheet},
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
    site.add("assets/ayumi.css", templates.styles());
    for edition in &report.editions {
        site.add(
            format!("{}/print.css", edition.year.year()),
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
    ];
    let folders: Vec<Folder> = report
        .editions
        .par_iter()
        .map(|edition| Folder::new(report, edition, draft))
        .collect();
    let rendered: Vec<Rendered> = folders
        .par_iter()
        .flat_map_iter(|folder| edition_pages(folder, report, draft, templates))
        .chain(of_site)
        .map(|sheet| {
            let page = templates.page(sheet.template, &sheet.context, sources)?;
            Ok((sheet.path, ruby::annotate(page, &report.readings)))
        })
        .collect();
    for folder in folders {
        for (name, bytes) in folder.data {
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

/// One edition's folder.
struct Folder<'r> {
    /// What was known when the edition appeared.
    known: Publication,
    edition: &'r Edition,
    data: DataFiles,
}

impl<'r> Folder<'r> {
    fn new(publication: &Publication, edition: &'r Edition, draft: Option<&Draft>) -> Self {
        let known = publication.known_to(edition);
        // A draft is not for machines.
        let data = draft.map_or_else(|| data::files(&known, edition), |_| Vec::new());
        Self { known, edition, data }
    }
}

fn edition_pages(folder: &Folder, all: &Publication, draft: Option<&Draft>, templates: &Templates) -> Vec<Sheet> {
    let (publication, edition, data) = (&folder.known, folder.edition, &folder.data);
    let views = view::Views {
        publication,
        edition,
        extent: Extent::Part,
        draft,
    };
    let order = reading_order(publication, edition);
    let mut sheets = Vec::new();
    for (at, page) in order.iter().enumerate() {
        let previous = at.checked_sub(1).map(|before| views.link(order[before]));
        let next = order.get(at + 1).map(|after| views.link(*after));
        sheets.extend(sheet(views, *page, views.frame(*page, previous, next)));
    }
    let of_draft = draft.filter(|_| edition.year == publication.newest().year);
    let of_draft = of_draft.map(|_| [Page::Board, Page::Checklist, Page::Questions]);
    // A draft shows all opinions, also those that the report will not print.
    let changes = draft.is_some_and(|draft| draft.since.is_some()).then_some(Page::Changes);
    let opinions = draft.filter(|_| !order.contains(&Page::Committee)).map(|_| Page::Committee);
    for page in side_pages(publication)
        .into_iter()
        .chain(of_draft.into_iter().flatten())
        .chain(changes)
        .chain(opinions)
    {
        sheets.extend(sheet(views, page, views.frame(page, None, None)));
    }
    if draft.is_none() {
        let open_data = Framed {
            frame: views.frame(Page::Data, None, None),
            page: views.open_data(data),
        };
        sheets.push(Sheet::new(
            path(views, Page::Data),
            "data.html",
            Context::Data(Box::new(open_data)),
        ));
    }
    let revisions = Framed {
        frame: views.frame(Page::Revisions, None, None),
        page: views.revisions(all),
    };
    sheets.push(Sheet::new(
        path(views, Page::Revisions),
        "revisions.html",
        Context::Revisions(Box::new(revisions)),
    ));
    let whole = view::Views {
        extent: Extent::Whole,
        ..views
    };
    for page in [Page::Report, Page::Standalone] {
        let frame = whole.frame(page, None, None);
        let frame = if page == Page::Standalone {
            frame.standalone(&format!(
                "{}{}",
                templates.styles(),
                print::styles(publication, edition, draft)
            ))
        } else {
            frame
        };
        let context = Context::Report(Box::new(ReportPage {
            frame,
            cover: whole.cover(),
            summary: whole.summary(),
            contents: whole.contents(),
            chapters: edition
                .chapters
                .iter()
                .map(|chapter| whole.chapter(chapter, 2))
                .collect(),
            committee: edition.printed_committee().and_then(|_| whole.committee(2)),
        }));
        sheets.push(Sheet::new(path(views, page), "report.html", context));
    }
    sheets
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
