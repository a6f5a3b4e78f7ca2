//! The one step in which the new site takes the old one's place.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    NEW, OLD,
    held::{self, patiently, remove},
};
use crate::error::{Error, Result};

/// Puts `new` where `folder` is. What was there is at the answer's path, below `beside`, and goes with it.
pub(super) fn swap(new: &Path, folder: &Path, beside: &Path) -> Result<Option<PathBuf>> {
    let failed = |cause: io::Error| match cause.kind() {
        // A mount point has no place among its neighbours that could be exchanged.
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
            let attempt = "ここは別のディスクの入り口（マウントポイント）のため、報告書を一度に置き換えられません。その中のフォルダーを --output で指定してください";
            Error::new(attempt, folder, io::Error::from(io::ErrorKind::ResourceBusy))
        }
        _ => held::failed("新しい報告書を出力先に置けません", folder, cause),
    };
    if !folder.exists() {
        return patiently(|| fs::rename(new, folder)).map(|()| None).map_err(failed);
    }
    let permissions = fs::metadata(folder).map_err(failed)?.permissions();
    fs::set_permissions(new, movable(permissions.clone())).map_err(failed)?;
    if at_once(new, folder) {
        fs::set_permissions(folder, permissions).map_err(failed)?;
        return Ok(Some(new.to_owned()));
    }
    // Two steps where the system knows no exchange: between them the folder is missing, and `heal` knows that state.
    let old = beside.join(OLD);
    remove(&old).map_err(failed)?;
    patiently(|| fs::rename(folder, &old)).map_err(failed)?;
    if let Err(cause) = patiently(|| fs::rename(new, folder)) {
        // If it does not go back either, it stays where `heal` looks for it.
        let _ = patiently(|| fs::rename(&old, folder));
        return Err(failed(cause));
    }
    fs::set_permissions(folder, permissions).map_err(failed)?;
    Ok(Some(old))
}

/// Takes [`swap`] back: the old site stands in its place again, and the new one goes.
pub(super) fn swap_back(old: &Path, folder: &Path, beside: &Path) -> Result<()> {
    let failed = |cause| held::failed("前の報告書を元に戻せません", folder, cause);
    if at_once(old, folder) {
        return Ok(());
    }
    let new = beside.join(NEW);
    remove(&new).map_err(failed)?;
    patiently(|| fs::rename(folder, &new)).map_err(failed)?;
    patiently(|| fs::rename(old, folder)).map_err(failed)
}

/// Brings back a site that was set aside by a build that was killed between the two steps.
pub(super) fn heal(folder: &Path, beside: &Path) -> Result<()> {
    let old = beside.join(OLD);
    match fs::symlink_metadata(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && old.is_dir() => patiently(|| fs::rename(&old, folder))
            .map_err(|cause| held::failed("前の報告書を元に戻せません", folder, cause)),
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

/// The folder keeps the permissions that web staff gave it. A folder that its owner may not write cannot be moved, or
/// cleared away after a failure: until it stands in its place, the new one is the owner's to write.
#[cfg(unix)]
fn movable(mut permissions: fs::Permissions) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    permissions.set_mode(permissions.mode() | 0o700);
    permissions
}

#[cfg(not(unix))]
fn movable(permissions: fs::Permissions) -> fs::Permissions {
    permissions
}
