//! Reads a content folder. Bounded: hostile or mistaken folders end in a fault, not in a full memory.

use std::{
    borrow::Cow,
    fs,
    io::{self, Read as _},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use rayon::prelude::*;

use super::{FileId, SourceFault, Sources, decode::decode, is_hidden, sources::Text};
use crate::error::{Error, Result};

/// In bytes. Larger than any source of a report by two orders of magnitude.
pub const MAX_FILE: u64 = 1 << 20;
/// A text for people: longer than what a department writes in ten years.
const MAX_TEXT: u64 = 1 << 18;
/// Larger than all of them together, by as much.
pub(super) const MAX_ALL: u64 = 16 << 20;
pub(super) const MAX_FILES: usize = 5_000;
const EXTENSIONS: [&str; 6] = ["yaml", "yml", "md", "csv", "html", "css"];

/// Folders of texts, and what people save texts as.
const TEXTS: [&str; 2] = ["departments", "chapters"];
const ENDINGS_OF_TEXTS: [&str; 6] = ["md", "markdown", "txt", "doc", "docx", "rtf"];

/// Reads every source file below `folder`, in the order of their names. Links are followed only within the folder.
///
/// # Errors
/// The folder or a file in it cannot be read.
pub fn read_folder(folder: &Path) -> Result<Sources> {
    let root = fs::canonicalize(folder).map_err(|cause| Error::new("フォルダーを開けません", folder, cause))?;
    let mut found: Vec<(String, walkdir::DirEntry)> = Vec::new();
    let mut sources = Sources::default();
    let mut items = walkdir::WalkDir::new(&root)
        .min_depth(1)
        .max_depth(8)
        // By their names: those of one folder differ in nothing else, and taking paths apart costs most of the walk.
        .sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()))
        .into_iter()
        .filter_entry(|item| !hidden(item));
    while let Some(item) = items.next() {
        let item = item.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::new("フォルダーを読み込めません", path, error.into())
        })?;
        let is_folder = item.file_type().is_dir();
        if !is_folder && !is_source(item.path()) {
            continue;
        }
        let below_root = item.path().strip_prefix(&root).unwrap_or(item.path());
        let Some(name) = portable_name(below_root) else {
            let shown = below_root.to_string_lossy();
            sources.note(SourceFault::Name(shown.replace(std::path::MAIN_SEPARATOR, "/")));
            if is_folder {
                items.skip_current_dir();
            }
            continue;
        };
        if is_folder {
            continue;
        }
        if found.len() == MAX_FILES {
            // Not a report's folder: what was read so far says nothing.
            let mut sources = Sources::default();
            sources.note(SourceFault::TooMany(MAX_FILES));
            return Ok(sources);
        }
        found.push((name, item));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    // Side by side; of several faults of the machine the first file's is told.
    let bytes = AtomicU64::new(0);
    let read = found.into_par_iter().map(|(name, item)| {
        let read = read_file(&root, &item, largest(&name), &bytes).map_err(|cause| {
            let path = item.into_path();
            Error::new("ファイルを読み込めません", path, cause)
        })?;
        Ok((name, read))
    });
    let read: Vec<Result<(String, Read)>> = read.collect();
    let read = read.into_iter().collect::<Result<Vec<_>>>()?;
    if bytes.into_inner() > MAX_ALL {
        let mut sources = Sources::default();
        sources.note(SourceFault::TooMuch(MAX_ALL));
        return Ok(sources);
    }
    for (name, read) in read {
        match read {
            Read::Text(text) => sources.push(name, text),
            Read::Refused(fault) => sources.push_unread(name, fault),
            Read::Nothing => {}
        }
    }
    sources.note_case_only();
    Ok(sources)
}

/// What became of a file.
enum Read {
    Text(Text),
    Refused(fn(FileId) -> SourceFault),
    /// No file, or one more than all of them together may have.
    Nothing,
}

/// Reads a file of at most `largest` bytes, and counts them among those of `all` files: beyond [`MAX_ALL`] no more is read.
fn read_file(root: &Path, item: &walkdir::DirEntry, largest: u64, all: &AtomicU64) -> io::Result<Read> {
    let (path, is_file) = if item.path_is_symlink() {
        match fs::canonicalize(item.path()) {
            Ok(linked) if linked.starts_with(root) => {
                let is_file = fs::metadata(&linked)?.is_file();
                (Cow::Owned(linked), is_file)
            }
            _ => return Ok(Read::Refused(SourceFault::LinkOutside)),
        }
    } else {
        (Cow::Borrowed(item.path()), item.file_type().is_file())
    };
    // Opening what is no file may wait for somebody who writes into it.
    if !is_file {
        return Ok(Read::Nothing);
    }
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > largest {
        return Ok(Read::Refused(SourceFault::TooLarge));
    }
    if all.fetch_add(size, Ordering::Relaxed) + size > MAX_ALL {
        return Ok(Read::Nothing);
    }
    // With room for what shows that it ends there.
    let mut bytes = Vec::with_capacity(size as usize + 64);
    file.take(largest + 1).read_to_end(&mut bytes)?;
    // It may have grown since its size was looked at.
    if bytes.len() as u64 > largest {
        return Ok(Read::Refused(SourceFault::TooLarge));
    }
    Ok(Read::Text(decode(&bytes)))
}

/// By its ending; also where an editor put `.txt` behind it, or where a text lies among the departments' and chapters' under
/// another ending, so that the name can be told to be wrong.
pub(super) fn is_source(path: &Path) -> bool {
    let of_texts = path
        .parent()
        .and_then(Path::file_name)
        .is_some_and(|folder| TEXTS.iter().any(|known| folder == *known));
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if of_texts && ENDINGS_OF_TEXTS.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return true;
    }
    let known = |path: &Path| {
        path.extension()
            .and_then(|e| e.to_str())
            .is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known)))
    };
    known(path)
        || (path.extension().is_some_and(|e| e == "txt") && path.file_stem().is_some_and(|stem| known(Path::new(stem))))
}

/// How large a source of this name may be.
pub(super) fn largest(name: &str) -> u64 {
    if name.ends_with(".md") { MAX_TEXT } else { MAX_FILE }
}

/// Editors' and systems' own files.
fn hidden(item: &walkdir::DirEntry) -> bool {
    item.file_name()
        .to_str()
        .is_some_and(|name| name.starts_with('.') || name.starts_with("~$"))
}

/// With `/`, if every part is a name that any system can hold.
fn portable_name(path: &Path) -> Option<String> {
    let mut name = String::new();
    for part in path.components() {
        let part = part.as_os_str().to_str()?;
        let bad = |c: char| matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || is_hidden(c);
        // Windows keeps some names for devices, whatever ends them, and drops what stands last.
        let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
        let device = ["con", "prn", "aux", "nul"].contains(&stem.as_str())
            || (stem.len() == 4
                && (stem.starts_with("com") || stem.starts_with("lpt"))
                && stem.ends_with(|c: char| c.is_ascii_digit()));
        if part.contains(bad) || device || part.ends_with(['.', ' ']) {
            return None;
        }
        if !name.is_empty() {
            name.push('/');
        }
        name.push_str(part);
    }
    Some(name)
}
