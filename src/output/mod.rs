//! The last stage: a [`Site`] in memory becomes files. The only room that writes the disk.
//!
//! All or nothing: the new site is built in a folder beside the old one (`.<name>.ayumi/`) and exchanged with it in one
//! step, so that a reader meets the old site or the new one and never a mixture. Files that did not change are the same
//! files afterwards, with their time of modification. A build that is killed leaves the old site, and the folder beside it
//! that the next build clears away. Nothing is ever deleted that this tool, or a file manager for itself, did not write.

mod exchange;
mod held;
mod lock;
mod loose;
mod manifest;
mod stage;

use std::{
    collections::BTreeMap,
    convert::Infallible,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    error::{Error, Result},
    render::Site,
};
pub use loose::{replace, write_among};
use manifest::Manifest;
pub use stage::{Alike, Stage};

/// The names of the files that an earlier build wrote into a folder.
///
/// # Errors
/// The list of them cannot be read.
pub fn names(folder: &Path) -> Result<std::collections::BTreeSet<String>> {
    Manifest::read(folder).map(|list| list.0)
}

/// What writing a site did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were there with the same bytes and keep their time of modification.
    pub kept: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
    /// The folders of an earlier build, and how many of its files in them are gone or not [alike](Alike).
    pub touched: BTreeMap<String, usize>,
}

impl Written {
    /// All files of the site.
    pub fn files(&self) -> usize {
        self.written + self.kept
    }

    /// True when the folder held exactly the site already.
    fn is_nothing(&self) -> bool {
        self.written == 0 && self.removed == 0
    }
}

/// Writes a site into a folder: the folder then holds exactly the site.
///
/// # Errors
/// The folder holds files this tool did not write, another build does not end, or the disk refuses. The old site is intact.
pub fn write(site: &Site, folder: &Path) -> Result<Written> {
    let all = |stage: &Stage| {
        stage.take_all(site);
        Ok::<(), Infallible>(())
    };
    write_as_made(folder, &|_, _, _| false, all).map(|Ok(done)| done)
}

/// The same with a site that is made meanwhile: `make` gives each file to the stage, from as many threads as it likes. What
/// `make` fails with is given back, and the old site is intact.
///
/// # Errors
/// As [`write`].
pub fn write_as_made<F>(
    folder: &Path,
    alike: &Alike,
    make: impl FnOnce(&Stage) -> std::result::Result<(), F>,
) -> Result<std::result::Result<Written, F>> {
    let folder = resolve(folder)?;
    let beside = beside(&folder)?;
    let lock = lock::acquire(&beside)?;
    let done = write_locked(&folder, &beside, alike, make);
    // Whatever happened, the folder beside goes: a failed build leaves no litter either.
    let cleared = lock.clear(&folder);
    let done = done?;
    cleared.map(|()| done)
}

fn write_locked<F>(
    folder: &Path,
    beside: &Path,
    alike: &Alike,
    make: impl FnOnce(&Stage) -> std::result::Result<(), F>,
) -> Result<std::result::Result<Written, F>> {
    exchange::heal(folder, beside)?;
    let old = Manifest::read(folder)?;
    manifest::refuse_foreign(folder, &old)?;
    let new = beside.join(NEW);
    let stage = Stage::new(folder, &new, &old, alike)?;
    if let Err(fault) = make(&stage) {
        return Ok(Err(fault));
    }
    let done = stage.complete()?;
    if done.is_nothing() {
        return Ok(Ok(done));
    }
    let replaced = exchange::swap(&new, folder, beside)?;
    // What somebody laid there while the new site was built would go with the old one.
    if let Some(replaced) = replaced
        && let Err(foreign) = manifest::refuse_foreign(&replaced, &old)
    {
        exchange::swap_back(&replaced, folder, beside)?;
        return Err(foreign.at(folder));
    }
    Ok(Ok(done))
}

/// In the folder beside: the site that is being built, and the old one where it cannot be exchanged in one step.
const NEW: &str = "new";
const OLD: &str = "old";

/// The folder itself, behind any link, so that its place beside it is on the same disk.
fn resolve(folder: &Path) -> Result<PathBuf> {
    match fs::canonicalize(folder) {
        Ok(real) if real.is_dir() => Ok(real),
        Ok(real) => {
            let cause = io::Error::new(io::ErrorKind::NotADirectory, "フォルダーではありません");
            Err(Error::new("出力先に同じ名前のファイルがあります", real, cause))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            // A link whose folder was set aside by a build that was killed still says where it was.
            if let Ok(target) = fs::read_link(folder) {
                let target = folder.parent().unwrap_or(Path::new("")).join(target);
                if beside(&target)?.join(OLD).is_dir() {
                    return resolve(&target);
                }
            }
            let name = folder.file_name().ok_or_else(|| {
                Error::new(
                    "出力先のフォルダーの名前がありません",
                    folder,
                    io::Error::from(io::ErrorKind::InvalidInput),
                )
            })?;
            // A name that Windows itself cannot remove again.
            if cfg!(windows) && name.to_string_lossy().ends_with(['.', ' ']) {
                let cause = io::Error::from(io::ErrorKind::InvalidInput);
                return Err(Error::new(
                    "出力先の名前の終わりに「.」や空白は使えません",
                    folder,
                    cause,
                ));
            }
            let parent = folder
                .parent()
                .filter(|parent| !parent.as_os_str().is_empty())
                .unwrap_or(Path::new("."));
            fs::create_dir_all(parent).map_err(|cause| Error::new("フォルダーを作れません", parent, cause))?;
            let parent =
                fs::canonicalize(parent).map_err(|cause| Error::new("フォルダーを開けません", parent, cause))?;
            Ok(parent.join(name))
        }
        Err(cause) => Err(Error::new("出力先のフォルダーを開けません", folder, cause)),
    }
}

/// `.<name>.ayumi` beside the folder.
fn beside(folder: &Path) -> Result<PathBuf> {
    match (folder.parent(), folder.file_name()) {
        (Some(parent), Some(name)) => {
            let mut beside = std::ffi::OsString::from(".");
            beside.push(name);
            beside.push(".ayumi");
            Ok(parent.join(beside))
        }
        _ => Err(Error::new(
            "この場所には書き込めません。フォルダーを --output で指定してください",
            folder,
            io::Error::from(io::ErrorKind::InvalidInput),
        )),
    }
}
