//! A few files beside folders that other builds own: the index over several cities. Each file is written beside and renamed
//! over the old one; the folders next to it are not looked at.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    held,
    manifest::{self, Manifest},
};
use crate::{
    error::{Error, Result},
    render::Site,
};

/// Writes a site's files one by one into a folder that holds other folders as well.
///
/// # Errors
/// A file of one of these names is there and was not written by this tool, or the disk refuses.
pub fn write_among(site: &Site, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|cause| Error::new("フォルダーを作れません", folder, cause))?;
    let old = Manifest::read(folder)?;
    for (name, _) in site.files() {
        let path = folder.join(name);
        if path.exists() && !old.0.contains(name) {
            let cause = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(Error::new(
                "ayumi が作ったものではないファイルがあるため、書き込みません",
                path,
                cause,
            ));
        }
    }
    // The list first: whatever happens next, the next build knows these names as its own.
    let list = Manifest::text(site.files().map(|(name, _)| name));
    replace(&folder.join(manifest::NAME), list.as_bytes())?;
    for (name, bytes) in site.files() {
        replace(&folder.join(name), bytes)?;
    }
    for name in old.0.iter().filter(|name| site.get(name).is_none()) {
        let path = folder.join(name);
        held::remove(&path).map_err(|cause| held::failed("古いファイルを消せません", &path, cause))?;
    }
    Ok(())
}

/// Writes a file beside and renames it over what was there: nobody meets half of it, and a failure leaves the old one.
///
/// # Errors
/// The disk refuses, or somebody holds the file open.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |cause| held::failed("ファイルを書き込めません", path, cause);
    if fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".ayumi");
    let beside: PathBuf = parent.join(name);
    let written = fs::write(&beside, bytes).and_then(|()| held::patiently(|| fs::rename(&beside, path)));
    written.map_err(|cause| {
        let _ = fs::remove_file(&beside);
        failed(cause)
    })
}
