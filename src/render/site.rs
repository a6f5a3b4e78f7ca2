//! The rendered site in memory: path → bytes. What `build` writes page by page and `preview` makes on demand are the same
//! bytes.

use std::collections::BTreeMap;

/// All files of a site, by path with `/`, relative to the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Adds a file. Every path is added once: a second one is a mistake of this crate.
    pub(crate) fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        let path = path.into();
        let before = self.files.insert(path.clone(), bytes.into());
        debug_assert!(before.is_none(), "{path} is rendered twice");
    }

    /// All files, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// One file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True when there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
