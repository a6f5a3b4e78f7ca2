//! A draft whose files are made when they are asked for. Someone who reads one page while writing should not wait for the
//! other seventy.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::{Site, Templates, pages};
use crate::{diagnostic::Diagnostic, draft::Draft, model::Publication, source::Sources};

/// The same files as [`super::draft`] makes of the same draft.
#[derive(Debug)]
pub struct Deferred {
    publication: Publication,
    draft: Draft,
    templates: Arc<Templates>,
    sources: Arc<Sources>,
    files: Files,
}

#[derive(Debug)]
enum Files {
    Made(Site),
    /// Each once it was asked for.
    ToMake(BTreeMap<String, OnceLock<Option<Vec<u8>>>>),
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
        let files = if templates.has_own() {
            Files::Made(pages::draft(&publication, &draft, &templates, &sources)?)
        } else {
            let paths = pages::paths(&publication, &draft).into_iter();
            Files::ToMake(paths.map(|path| (path, OnceLock::new())).collect())
        };
        Ok(Self {
            publication,
            draft,
            templates,
            sources,
            files,
        })
    }

    /// The paths of all files.
    pub fn paths(&self) -> Vec<&str> {
        match &self.files {
            Files::Made(site) => site.files().map(|(path, _)| path).collect(),
            Files::ToMake(files) => files.keys().map(String::as_str).collect(),
        }
    }

    /// One file.
    pub fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        let bytes = match &self.files {
            Files::Made(site) => site.get(path),
            Files::ToMake(files) => files.get(path)?.get_or_init(|| self.make(path)).as_deref(),
        };
        bytes.map(Cow::Borrowed)
    }

    fn make(&self, path: &str) -> Option<Vec<u8>> {
        let made = pages::one(&self.publication, &self.draft, &self.templates, &self.sources, path);
        // Without templates of the city's own there is none that could fail.
        made.ok().flatten()
    }
}
