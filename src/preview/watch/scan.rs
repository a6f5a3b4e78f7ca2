//! A look at the folder: names, lengths and times, no contents.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Component, Path},
};

/// As deep and as many as the sources are read.
const MAX_DEPTH: usize = 8;
const MAX_ITEMS: usize = 20_000;

/// A number that differs when the folder does.
pub(in crate::preview) fn fingerprint(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    let items = walkdir::WalkDir::new(folder).max_depth(MAX_DEPTH).sort_by_file_name();
    let visible = |item: &walkdir::DirEntry| item.depth() == 0 || !is_hidden_name(item.file_name().to_str());
    for item in items.into_iter().filter_entry(visible).take(MAX_ITEMS) {
        let Ok(item) = item else {
            // Gone between two steps, or not to be read: another state in any case.
            0_u8.hash(&mut hasher);
            continue;
        };
        item.path()
            .strip_prefix(folder)
            .unwrap_or(item.path())
            .hash(&mut hasher);
        item.file_type().is_dir().hash(&mut hasher);
        // Of the file itself where the name is a link; a folder's own time changes with files that are no sources.
        if !item.file_type().is_dir()
            && let Ok(metadata) = std::fs::metadata(item.path())
        {
            metadata.len().hash(&mut hasher);
            metadata.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// Editors' and systems' own files, below the folder.
pub(super) fn is_hidden(path: &Path, root: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    below
        .components()
        .any(|part| matches!(part, Component::Normal(name) if is_hidden_name(name.to_str())))
}

fn is_hidden_name(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.starts_with('.') || name.starts_with("~$"))
}
