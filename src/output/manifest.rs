//! The list of what this tool wrote into a folder. What is not on it is somebody else's and is never touched.

use std::{collections::BTreeSet, fs, io, path::Path};

use crate::error::{Error, Result};

/// The list's own name in the output folder.
pub(super) const NAME: &str = ".ayumi-files";

/// The files of an earlier build, by path with `/`.
#[derive(Debug, Default)]
pub(super) struct Manifest(pub(super) BTreeSet<String>);

impl Manifest {
    /// The list of a folder; empty if there is none.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self(
                text.lines()
                    .filter(|name| leads_inside(name))
                    .map(str::to_owned)
                    .collect(),
            )),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(cause) => Err(Error::new("ファイルを読み込めません", path, cause)),
        }
    }

    /// As it is written.
    pub(super) fn text<'n>(names: impl Iterator<Item = &'n str>) -> String {
        names.flat_map(|name| [name, "\n"]).collect()
    }
}

/// A list that somebody edited must not lead out of the folder.
fn leads_inside(name: &str) -> bool {
    let parts = |part: &str| !part.is_empty() && part != "." && part != "..";
    name.split('/').all(parts) && !name.contains(['\\', ':', '\0'])
}

/// Stops at the first files and folders that are not ours, and names them. An empty folder is somebody's as well.
pub(super) fn refuse_foreign(folder: &Path, ours: &Manifest) -> Result<()> {
    let folders: BTreeSet<&str> = ours.0.iter().flat_map(|name| folders_of(name)).collect();
    let mut foreign = Vec::new();
    for item in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let item = match item {
            Ok(item) => item,
            Err(error)
                if error
                    .io_error()
                    .is_some_and(|cause| cause.kind() == io::ErrorKind::NotFound) =>
            {
                continue;
            }
            Err(error) => return Err(Error::new("出力先のフォルダーを読み込めません", folder, error.into())),
        };
        let name = item
            .path()
            .strip_prefix(folder)
            .unwrap_or(item.path())
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        let known = if item.file_type().is_dir() {
            folders.contains(name.as_str())
        } else {
            name == NAME || ours.0.contains(&name) || is_of_system(item.file_name())
        };
        if !known {
            foreign.push(name);
        }
        if foreign.len() == SHOWN {
            break;
        }
    }
    if foreign.is_empty() {
        return Ok(());
    }
    let cause = io::Error::new(io::ErrorKind::AlreadyExists, foreign.join("、"));
    let attempt = "出力先に ayumi が作ったものではないファイルがあるため、書き込みません。ファイルを移すか、別のフォルダーを --output で指定してください";
    Err(Error::new(attempt, folder, cause))
}

const SHOWN: usize = 5;

/// What file managers leave in folders that were looked at, hidden and made anew when they are gone.
fn is_of_system(name: &std::ffi::OsStr) -> bool {
    let known = ["desktop.ini", "thumbs.db", ".DS_Store"];
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// `a` and `a/b` of `a/b/c.html`.
pub(super) fn folders_of(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(end, _)| &name[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_cannot_lead_out_of_its_folder() {
        for bad in ["", "../x", "a/../b", "/etc/passwd", "a//b", "c:x", "a\\b"] {
            assert!(!leads_inside(bad), "{bad}");
        }
        assert!(leads_inside("2021/index.html"));
    }
}
