//! One build at a time for one output folder: the second waits for the first, and says so when it takes too long.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use super::{
    NEW, OLD,
    held::{self, is_held},
};
use crate::error::{Error, Result};

/// The folder beside the output, held by this build alone.
pub(super) struct Lock {
    beside: PathBuf,
    file: File,
}

/// Longer than any build of one site takes to write.
const PATIENCE: Duration = Duration::from_secs(20);
const STEP: Duration = Duration::from_millis(5);

/// Takes the folder beside the output, waiting for another build to end.
pub(super) fn acquire(beside: &Path) -> Result<Lock> {
    let path = beside.join("lock");
    let failed = |cause| Error::new("出力先の隣に、作業用のフォルダーを作れません", beside, cause);
    let mut waited = Duration::ZERO;
    loop {
        match fs::create_dir(beside) {
            Ok(()) => {}
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
            // The other build is just clearing it away. Where nothing is, nothing may be made.
            Err(cause) if is_held(&cause) && fs::symlink_metadata(beside).is_ok() && waited < PATIENCE => {}
            Err(cause) => return Err(failed(cause)),
        }
        // A link would lead to a folder of somebody.
        if fs::symlink_metadata(beside).is_ok_and(|kind| !kind.is_dir()) {
            return Err(failed(io::Error::from(io::ErrorKind::NotADirectory)));
        }
        let opened = File::options().write(true).create(true).truncate(false).open(&path);
        match opened {
            Ok(file) => match file.try_lock() {
                // The build before may have cleared the folder away between our opening and our locking.
                Ok(())
                    if same_file::Handle::from_file(file.try_clone().map_err(failed)?).ok()
                        == same_file::Handle::from_path(&path).ok() =>
                {
                    return Ok(Lock {
                        beside: beside.to_owned(),
                        file,
                    });
                }
                Ok(()) | Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(cause)) => return Err(failed(cause)),
            },
            // Cleared away in between.
            Err(cause) if (cause.kind() == io::ErrorKind::NotFound || is_held(&cause)) && waited < PATIENCE => {}
            Err(cause) => return Err(failed(cause)),
        }
        if waited >= PATIENCE {
            let cause = io::Error::new(io::ErrorKind::WouldBlock, "待っても終わりませんでした");
            return Err(Error::new("ほかの ayumi が同じ出力先に書き込んでいます", beside, cause));
        }
        thread::sleep(STEP);
        waited += STEP;
    }
}

impl Lock {
    /// Clears the folder away and lets the next build in. A site that was set aside stays while nothing is in its place.
    pub(super) fn clear(self, folder: &Path) -> Result<()> {
        let Self { beside, file } = self;
        let cleared = clear_but_lock(&beside, fs::symlink_metadata(folder).is_ok());
        // The name goes while the lock is held, so that nobody locks a lost file.
        let _ = fs::remove_file(beside.join("lock"));
        drop(file);
        // Another build may be in it by now.
        let _ = fs::remove_dir(&beside);
        cleared
    }
}

/// What builds leave there, and nothing else.
fn clear_but_lock(beside: &Path, in_place: bool) -> Result<()> {
    let old = in_place.then_some(OLD);
    [NEW].into_iter().chain(old).try_for_each(|name| {
        held::remove(&beside.join(name)).map_err(|cause| held::failed("作業用のフォルダーを消せません", beside, cause))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_was_set_aside_stays_while_nothing_is_in_its_place() {
        let around = tempfile::tempdir().unwrap();
        let (folder, beside) = (around.path().join("site"), around.path().join(".site.ayumi"));
        let lock = acquire(&beside).unwrap();
        for name in [OLD, NEW] {
            fs::create_dir(beside.join(name)).unwrap();
        }
        lock.clear(&folder).unwrap();
        assert!(beside.join(OLD).exists() && !beside.join(NEW).exists());
        fs::create_dir(&folder).unwrap();
        acquire(&beside).unwrap().clear(&folder).unwrap();
        assert!(!beside.exists());
    }
}
