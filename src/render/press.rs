//! What pages are made with: the templates, the readings above words, and what several pages of an edition have in common.
//! Which pages there are is not known here.

use std::sync::{Mutex, OnceLock, PoisonError};

use memchr::memmem;

use super::{
    Templates,
    address::Page,
    pages::Take,
    print,
    ruby::{Ruby, Use},
    sheet::{ReportPage, Sheet, WholeReport, path},
    templates::View,
    view::{self, Extent},
};
use crate::{
    diagnostic::Diagnostic,
    draft::Draft,
    model::{Edition, Publication},
    source::Sources,
};

/// The path of a page that was taken, or its template's fault.
pub(super) type Taken = Result<String, Box<Diagnostic>>;

/// Bytes that are enough for most pages.
pub(super) const PAGE: usize = 64 << 10;
/// For the complete report, without its frame.
const WHOLE: usize = 256 << 10;
/// For parts of pages.
const PART: usize = 4 << 10;

/// What every page of a site is made with.
pub(super) struct Press<'s> {
    templates: &'s Templates,
    sources: &'s Sources,
    ruby: Ruby<'s>,
    /// What is wrong with the templates of parts.
    faults: Mutex<Vec<Diagnostic>>,
}

impl<'s> Press<'s> {
    pub(super) fn new(publication: &'s Publication, templates: &'s Templates, sources: &'s Sources) -> Self {
        Self {
            templates,
            sources,
            ruby: Ruby::new(&publication.readings),
            faults: Mutex::default(),
        }
    }

    /// A part's template, filled in; nothing if it has a fault.
    fn part(&self, part: &dyn View) -> String {
        match self.templates.fill(part, self.sources, PART) {
            Ok(html) => html,
            Err(fault) => {
                self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(*fault);
                String::new()
            }
        }
    }

    pub(super) fn faults(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.faults.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes a page: its template, filled in.
    pub(super) fn page(&self, sheet: Sheet, take: Take) -> Taken {
        let page = self.templates.fill(&*sheet.view, self.sources, PAGE)?;
        take(&sheet.path, &[&self.ruby.annotate(page)]);
        Ok(sheet.path)
    }
}

/// One edition's folder. What several of its pages need is made when the first of them asks.
pub(super) struct Folder<'r> {
    /// What was known when the edition appeared.
    pub(super) known: Publication,
    pub(super) edition: &'r Edition,
    draft: Option<&'r Draft>,
    parts: view::Parts<'r>,
    /// The complete report without its frame, which two pages have in common: half of what there is to render.
    whole: OnceLock<Result<Whole, Box<Diagnostic>>>,
}

/// The complete report without its frame.
struct Whole {
    html: String,
    /// Readings are looked for once; which of them stand on a page, its frame has a say in.
    uses: Vec<Use>,
}

impl<'r> Folder<'r> {
    pub(super) fn new(
        known: Publication,
        edition: &'r Edition,
        draft: Option<&'r Draft>,
        press: &'r Press<'r>,
    ) -> Self {
        let fill = Box::new(|part: &dyn View| press.part(part));
        Self {
            parts: view::Parts::new(&known.plan, edition, fill),
            known,
            edition,
            draft,
            whole: OnceLock::new(),
        }
    }

    pub(super) fn views(&self, extent: Extent) -> view::Views<'_> {
        view::Views {
            publication: &self.known,
            edition: self.edition,
            extent,
            draft: self.draft,
            parts: &self.parts,
        }
    }

    fn whole(&self, press: &Press) -> Result<&Whole, Box<Diagnostic>> {
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
            let html = press.templates.fill(&whole, press.sources, WHOLE)?;
            let uses = press.ruby.uses(&html);
            Ok(Whole { html, uses })
        };
        self.whole.get_or_init(make).as_ref().map_err(Clone::clone)
    }
}

/// What stands for the complete report in its frame until it is put in. Control characters are dropped from every text that
/// is escaped, so none of the sources' can be taken for it.
const BODY: &str = "\u{1}body\u{1}";

/// The complete report.
pub(super) fn whole(folder: &Folder, page: Page, press: &Press, take: Take) -> Taken {
    let views = folder.views(Extent::Whole);
    let mut frame = views.frame(page, None, None);
    if page == Page::Standalone {
        let print = print::styles(views.publication, views.edition, views.draft);
        frame = frame.standalone([press.templates.styles(), &print].concat());
    }
    let body = folder.whole(press)?;
    let in_frame = ReportPage { frame, body: BODY };
    let html = press.templates.fill(&in_frame, press.sources, PAGE)?;
    let path = path(views, page);
    let Some(at) = memmem::find(html.as_bytes(), BODY.as_bytes()) else {
        take(&path, &[&press.ruby.annotate(html)]);
        return Ok(path);
    };
    // The body is most of the page: it is put in as it is written out, not carried through the engine, and never copied.
    let before = &html[..at];
    // Once: a template of the city's own must not multiply it.
    let after = html[at + BODY.len()..].replace(BODY, "");
    let mut ruby = press.ruby.page();
    let mut pieces = ruby.pieces(before, &press.ruby.uses(before));
    pieces.extend(ruby.pieces(&body.html, &body.uses));
    pieces.extend(ruby.pieces(&after, &press.ruby.uses(&after)));
    take(&path, &pieces);
    Ok(path)
}
