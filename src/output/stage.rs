//! The new site beside the old, file by file as they are made: unchanged files become the same files under a second name,
//! the rest is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, IoSlice, Write as _},
    path::Path,
    sync::{Mutex, OnceLock, PoisonError},
};

use rayon::prelude::*;

use super::{
    Written, held,
    manifest::{self, Manifest},
};
use crate::{
    error::{Error, Result},
    render::Site,
};

/// Where a new site's files go while they are made.
pub struct Stage<'f> {
    folder: &'f Path,
    /// The folder for the new site, there from the first file that is not as it was.
    new: &'f Path,
    old: &'f Manifest,
    alike: &'f Alike,
    /// All files so far, and what they are to those before.
    taken: Mutex<BTreeMap<String, State>>,
    /// What the disk said first.
    failure: Mutex<Option<Error>>,
    /// Whether files are for all to read as they are made, which the first one shows.
    open: OnceLock<bool>,
}

/// Whether two files of a name, as they were and as they are, count as one for who made them.
pub type Alike = dyn Fn(&str, &[u8], &[u8]) -> bool + Sync;

/// What a file is to the one of its name that was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The same bytes.
    Kept,
    Alike,
    /// Another, or new.
    Other,
}

impl<'f> Stage<'f> {
    /// Builds in `new`; what an earlier build left there goes.
    pub(super) fn new(folder: &'f Path, new: &'f Path, old: &'f Manifest, alike: &'f Alike) -> Result<Self> {
        held::remove(new).map_err(|cause| held::failed("作業用のフォルダーを消せません", new, cause))?;
        Ok(Self {
            folder,
            new,
            old,
            alike,
            taken: Mutex::default(),
            failure: Mutex::default(),
            open: OnceLock::new(),
        })
    }

    /// Takes a file, in pieces. What the disk refuses is said when the site is complete; nothing more is written then.
    pub fn take(&self, name: &str, pieces: &[&[u8]]) {
        if locked(&self.failure).is_some() {
            return;
        }
        let state = if self.old.0.contains(name) {
            self.state(name, pieces)
        } else {
            State::Other
        };
        let before = locked(&self.taken).insert(name.to_owned(), state);
        debug_assert!(before.is_none(), "{name} is taken twice");
        if state != State::Kept
            && let Err(failure) = self.write(&self.new.join(name), pieces, None)
        {
            locked(&self.failure).get_or_insert(failure);
        }
    }

    fn state(&self, name: &str, pieces: &[&[u8]]) -> State {
        match fs::read(self.folder.join(name)) {
            Ok(known) if holds(&known, pieces) => State::Kept,
            Ok(known) if (self.alike)(name, &known, &pieces.concat()) => State::Alike,
            _ => State::Other,
        }
    }

    /// Takes all files of a site.
    pub(super) fn take_all(&self, site: &Site) {
        let files: Vec<(&str, &[u8])> = site.files().collect();
        files
            .into_par_iter()
            .for_each(|(name, bytes)| self.take(name, &[bytes]));
    }

    /// Lays what is as it was beside what is new, if anything is.
    pub(super) fn complete(self) -> Result<Written> {
        if let Some(failure) = locked(&self.failure).take() {
            return Err(failure);
        }
        let taken = std::mem::take(&mut *locked(&self.taken));
        let kept: Vec<&str> = taken
            .iter()
            .filter(|(_, state)| **state == State::Kept)
            .map(|(name, _)| name.as_str())
            .collect();
        let done = Written {
            written: taken.len() - kept.len(),
            kept: kept.len(),
            removed: self.old.0.iter().filter(|name| !taken.contains_key(*name)).count(),
            touched: touched(self.old, &taken),
        };
        if done.is_nothing() {
            return Ok(done);
        }
        kept.into_par_iter().try_for_each(|name| self.keep(name))?;
        let list = Manifest::text(taken.keys().map(String::as_str));
        self.write(&self.new.join(manifest::NAME), &[list.as_bytes()], None)?;
        let folders: BTreeSet<&str> = taken.keys().flat_map(|name| manifest::folders_of(name)).collect();
        // The first is the folder of the site itself.
        let mut folders = std::iter::once("").chain(folders);
        folders.try_for_each(|name| {
            let made = self.new.join(name);
            open(&made, &self.folder.join(name)).map_err(|cause| Error::new("フォルダーを作れません", made, cause))
        })?;
        Ok(done)
    }

    /// The same file under a second name; where the disk knows none, a copy with its time.
    fn keep(&self, name: &str) -> Result<()> {
        let (known, path) = (self.folder.join(name), self.new.join(name));
        let failed = |cause| Error::new("ファイルを書き込めません", &path, cause);
        make_folder(&path).map_err(failed)?;
        if fs::hard_link(&known, &path).is_ok() {
            return Ok(());
        }
        let bytes = fs::read(&known).map_err(failed)?;
        self.write(&path, &[&bytes], Some(&known))
    }

    /// Writes a file; one that is a copy of `like` keeps its time.
    fn write(&self, path: &Path, pieces: &[&[u8]], like: Option<&Path>) -> Result<()> {
        let failed = |cause| Error::new("ファイルを書き込めません", path, cause);
        let mut file = create(path).map_err(failed)?;
        write_all(&mut file, pieces).map_err(failed)?;
        if let Some(time) = like.and_then(|like| fs::metadata(like).ok()?.modified().ok()) {
            file.set_modified(time).map_err(failed)?;
        }
        if *self.open.get_or_init(|| is_readable(&file)) {
            return Ok(());
        }
        readable(&file).map_err(failed)
    }
}

/// Whether a file's bytes are these, one piece behind the other.
fn holds(mut bytes: &[u8], pieces: &[&[u8]]) -> bool {
    let mut all = pieces.iter();
    all.all(|piece| bytes.strip_prefix(*piece).inspect(|rest| bytes = rest).is_some()) && bytes.is_empty()
}

/// Writes the pieces one behind the other, in as few steps as the system allows.
fn write_all(file: &mut fs::File, pieces: &[&[u8]]) -> io::Result<()> {
    if let [bytes] = pieces {
        return file.write_all(bytes);
    }
    let mut slices: Vec<IoSlice> = pieces.iter().map(|piece| IoSlice::new(piece)).collect();
    let mut left = &mut slices[..];
    // What is empty at the beginning goes.
    IoSlice::advance_slices(&mut left, 0);
    while !left.is_empty() {
        match file.write_vectored(left) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => IoSlice::advance_slices(&mut left, written),
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
    Ok(())
}

fn touched(old: &Manifest, taken: &BTreeMap<String, State>) -> BTreeMap<String, usize> {
    let mut folders = BTreeMap::new();
    for name in &old.0 {
        let Some((folder, _)) = name.split_once('/') else {
            continue;
        };
        *folders.entry(folder.to_owned()).or_default() +=
            usize::from(taken.get(name).is_none_or(|state| *state == State::Other));
    }
    folders
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folder of most files is there already.
fn create(path: &Path) -> io::Result<fs::File> {
    match fs::File::create(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            make_folder(path)?;
            fs::File::create(path)
        }
        done => done,
    }
}

fn make_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

#[cfg(unix)]
fn is_readable(file: &fs::File) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|made| made.permissions().mode() & 0o7777 == 0o644)
}

/// A web server reads as somebody else, whatever the writer's umask.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

/// A folder keeps the permissions that it had, which web staff may have given it; a new one is for all to read.
#[cfg(unix)]
fn open(folder: &Path, before: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |folder: &Path| fs::metadata(folder).map(|known| known.permissions().mode() & 0o7777);
    let made = mode(folder)?;
    // Its owner must be able to clear it away.
    let wanted = mode(before).unwrap_or(made | 0o755) | 0o700;
    if made == wanted {
        return Ok(());
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(wanted))
}

#[cfg(not(unix))]
fn is_readable(_: &fs::File) -> bool {
    true
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn open(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
