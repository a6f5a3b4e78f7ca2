//! The new site beside the old: unchanged files are the same files under a second name, the rest is written.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Written, lock,
    manifest::{self, Manifest},
};
use crate::{
    error::{Error, Result},
    render::Site,
};

/// What is to be done to a folder.
pub(super) struct Plan<'s> {
    kept: BTreeSet<&'s str>,
    written: usize,
    removed: usize,
}

impl Plan<'_> {
    /// True when the folder holds exactly the site already.
    pub(super) fn is_current(&self) -> bool {
        self.written == 0 && self.removed == 0
    }

    pub(super) fn done(&self) -> Written {
        Written {
            written: self.written,
            kept: self.kept.len(),
            removed: self.removed,
        }
    }
}

/// Compares the site with what an earlier build wrote.
pub(super) fn compare<'s>(site: &'s Site, folder: &Path, old: &Manifest) -> Plan<'s> {
    let same = |(name, bytes): &(&str, &[u8])| {
        let path = folder.join(name);
        // The length tells most changes without reading.
        let length = fs::metadata(&path).map(|known| known.len());
        length.is_ok_and(|length| length == bytes.len() as u64) && fs::read(&path).is_ok_and(|known| known == *bytes)
    };
    let known: Vec<(&str, &[u8])> = site.files().filter(|(name, _)| old.0.contains(*name)).collect();
    let kept: BTreeSet<&str> = known.into_par_iter().filter(same).map(|(name, _)| name).collect();
    let removed = old.0.iter().filter(|name| site.get(name).is_none()).count();
    Plan {
        written: site.len() - kept.len(),
        removed,
        kept,
    }
}

/// Builds the site in `new`, which did not exist.
pub(super) fn build(site: &Site, folder: &Path, new: &Path, plan: &Plan) -> Result<()> {
    lock::remove(new).map_err(|cause| Error::new("作業用のフォルダーを消せません", new, cause))?;
    let files: Vec<(&str, &[u8])> = site.files().collect();
    let folders = files.iter().filter_map(|(name, _)| Path::new(name).parent());
    for below in folders.collect::<BTreeSet<&Path>>() {
        let made = new.join(below);
        fs::create_dir_all(&made).map_err(|cause| Error::new("フォルダーを作れません", made, cause))?;
    }
    files.into_par_iter().try_for_each(|(name, bytes)| {
        let (path, kept) = (new.join(name), plan.kept.contains(name));
        if kept && fs::hard_link(folder.join(name), &path).is_ok() {
            return Ok(());
        }
        write(&path, bytes, kept.then(|| folder.join(name)))
    })?;
    let list = Manifest::text(site.files().map(|(name, _)| name));
    write(&new.join(manifest::NAME), list.as_bytes(), None)
}

/// Writes a file; where the disk knows no second names, an unchanged one keeps the time of `like`.
fn write(path: &Path, bytes: &[u8], like: Option<PathBuf>) -> Result<()> {
    let failed = |cause| Error::new("ファイルを書き込めません", path, cause);
    let mut file = fs::File::create(path).map_err(failed)?;
    io::Write::write_all(&mut file, bytes).map_err(failed)?;
    if let Some(time) = like.and_then(|like| fs::metadata(like).ok()?.modified().ok()) {
        file.set_modified(time).map_err(failed)?;
    }
    readable(&file).map_err(failed)
}

/// A web server reads as somebody else, whatever the writer's umask.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}
