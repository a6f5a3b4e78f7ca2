//! The one step in which the new site takes the old one's place.

use std::{fs, io, path::Path};

use super::lock;
use crate::error::{Error, Result};

/// Puts `new` where `folder` is. What was there is below `beside` afterwards and goes with it.
pub(super) fn swap(new: &Path, folder: &Path, beside: &Path) -> Result<()> {
    let failed = |cause| Error::new("新しい報告書を出力先に置けません", folder, cause);
    if !folder.exists() {
        return fs::rename(new, folder).map_err(failed);
    }
    permissions_of(folder, new).map_err(failed)?;
    if at_once(new, folder) {
        return Ok(());
    }
    // Two steps where the system knows no exchange: between them the folder is missing, and `heal` knows that state.
    let old = beside.join("old");
    lock::remove(&old).map_err(failed)?;
    fs::rename(folder, &old).map_err(failed)?;
    fs::rename(new, folder).map_err(|cause| {
        let _ = fs::rename(&old, folder);
        failed(cause)
    })
}

/// Brings back a site that was set aside by a build that was killed between the two steps.
pub(super) fn heal(folder: &Path, beside: &Path) -> Result<()> {
    let old = beside.join("old");
    match fs::symlink_metadata(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && old.is_dir() => {
            fs::rename(&old, folder).map_err(|cause| Error::new("前の報告書を元に戻せません", folder, cause))
        }
        _ => Ok(()),
    }
}

#[cfg(target_os = "linux")]
fn at_once(new: &Path, folder: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, folder, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn at_once(_: &Path, _: &Path) -> bool {
    false
}

/// The folder keeps the permissions that web staff gave it.
fn permissions_of(folder: &Path, new: &Path) -> io::Result<()> {
    fs::set_permissions(new, fs::metadata(folder)?.permissions())
}
