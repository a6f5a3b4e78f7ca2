//! A site whose pages are made when they are asked for. Someone who reads one page while writing should not wait for the
//! other seventy.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::{Site, Templates, pages};
use crate::{diagnostic::Diagnostic, draft::Draft, model::Publication, source::Sources};

/// The same files as [`super::draft`] makes of the same draft, each made when asked for.
#[derive(Debug)]
pub struct Deferred {
    publication: Publication,
    draft: Draft,
    templates: Arc<Templates>,
    sources: Arc<Sources>,
    /// The pages that can be made alone, each once it was.
    alone: BTreeMap<String, OnceLock<Option<Vec<u8>>>>,
    /// Everything, once something was asked for that cannot be made alone.
    whole: OnceLock<Site>,
}

impl Deferred {
    /// A draft's site. With templates of the city's own all pages are made at once, because any of them may be faulty.
    ///
    /// # Errors
    /// One of the city's own templates does not render.
    pub fn new(
        publication: Publication,
        draft: Draft,
        templates: Arc<Templates>,
        sources: Arc<Sources>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let whole = OnceLock::new();
        if templates.has_own() {
            let site = pages::draft(&publication, &draft, &templates, &sources)?;
            let _ = whole.set(site);
        }
        let alone = pages::alone(&publication, Some(&draft));
        let alone = alone.into_iter().map(|path| (path, OnceLock::new())).collect();
        Ok(Self {
            publication,
            draft,
            templates,
            sources,
            alone,
            whole,
        })
    }

    /// The paths of the stylesheets.
    pub fn stylesheets(&self) -> Vec<String> {
        let editions = self.publication.editions.iter();
        let prints = editions.map(|edition| format!("{}/{}", edition.year.year(), pages::PRINT));
        [pages::STYLES, pages::PRINT]
            .map(str::to_owned)
            .into_iter()
            .chain(prints)
            .collect()
    }

    /// One file.
    pub fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        if let Some(site) = self.whole.get() {
            return site.get(path).map(Cow::Borrowed);
        }
        if path == pages::STYLES {
            return Some(Cow::Borrowed(self.templates.styles().as_bytes()));
        }
        if let Some(page) = self.alone.get(path) {
            let make = || {
                pages::one(
                    &self.publication,
                    Some(&self.draft),
                    &self.templates,
                    &self.sources,
                    path,
                )
            };
            return page.get_or_init(make).as_deref().map(Cow::Borrowed);
        }
        // Without templates of the city's own there is none that could fail.
        let render = || pages::draft(&self.publication, &self.draft, &self.templates, &self.sources);
        self.whole
            .get_or_init(|| render().unwrap_or_default())
            .get(path)
            .map(Cow::Borrowed)
    }
}
