//! The last stage: a [`Site`] in memory becomes files. The only room that writes the disk.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    error::{Error, Result},
    render::Site,
};

/// What writing a site did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were there with the same bytes and keep their time of modification.
    pub kept: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
}

/// Names every file this tool wrote, so that nothing else is ever deleted.
const MANIFEST: &str = ".ayumi-files";

/// Writes a site into a folder: the folder then holds exactly the site.
///
/// # Errors
/// The folder holds files this tool did not write, or the disk refuses.
pub fn write(site: &Site, folder: &Path) -> Result<Written> {
    fs::create_dir_all(folder).map_err(|cause| Error::new("フォルダーを作れません", folder, cause))?;
    let ours = manifest(folder)?;
    if ours.is_none() {
        refuse_foreign(folder)?;
    }
    let ours = ours.unwrap_or_default();
    // The list of names goes first: what is written after it may be removed by a later build whatever happens now.
    let names: BTreeSet<String> = site.files().map(|(path, _)| path.to_owned()).collect();
    let all: Vec<&str> = names.union(&ours).map(String::as_str).collect();
    replace(&folder.join(MANIFEST), all.join("\n").as_bytes())?;
    let mut done = Written::default();
    for (name, bytes) in site.files() {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            done.kept += 1;
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|cause| Error::new("フォルダーを作れません", parent, cause))?;
        }
        replace(&path, bytes)?;
        done.written += 1;
    }
    for name in ours.difference(&names) {
        remove(folder, name)?;
        done.removed += 1;
    }
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    replace(&folder.join(MANIFEST), all.join("\n").as_bytes())?;
    Ok(done)
}

/// The names of an earlier build, if there was one. A name that leads elsewhere is not ours.
fn manifest(folder: &Path) -> Result<Option<BTreeSet<String>>> {
    let path = folder.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let safe = |name: &&str| {
                !name.is_empty()
                    && name
                        .split('/')
                        .all(|part| !part.is_empty() && part != "." && part != "..")
                    && !name.contains(['\\', ':'])
            };
            Ok(Some(text.lines().filter(safe).map(str::to_owned).collect()))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::new("ファイルを読み込めません", path, cause)),
    }
}

/// A folder with files but without our list is somebody else's.
fn refuse_foreign(folder: &Path) -> Result<()> {
    let mut items = fs::read_dir(folder).map_err(|cause| Error::new("フォルダーを開けません", folder, cause))?;
    match items.next() {
        None => Ok(()),
        Some(_) => Err(Error::new(
            "出力先に ayumi が作ったものではないファイルがあるため、書き込みません。空のフォルダーを --output で指定してください",
            folder,
            io::Error::new(io::ErrorKind::AlreadyExists, "空ではありません"),
        )),
    }
}

/// Writes beside and renames, so that no reader meets half a file.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |cause| Error::new("ファイルを書き込めません", path, cause);
    let parent: PathBuf = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    let mut file = tempfile::Builder::new()
        .prefix(".ayumi-")
        .tempfile_in(parent)
        .map_err(failed)?;
    io::Write::write_all(&mut file, bytes).map_err(failed)?;
    readable(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are the owner's alone; a web server reads as somebody else.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

fn remove(folder: &Path, name: &str) -> Result<()> {
    let path = folder.join(name);
    match fs::remove_file(&path) {
        Ok(()) => {}
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(Error::new("古いファイルを消せません", path, cause)),
    }
    // Folders that became empty go too; one that holds something else stays, and that is no failure.
    let mut parent = path.parent();
    while let Some(up) = parent.filter(|up| *up != folder) {
        if fs::remove_dir(up).is_err() {
            break;
        }
        parent = up.parent();
    }
    Ok(())
}
