//! Noticing changes: the system's own watching, and a look at the folder for what the system does not tell.

mod scan;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::Sender,
    },
};

use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, CreateKind, ModifyKind},
};

use super::{Deaf, Options, Watching};
pub(super) use scan::fingerprint;

/// What the worker is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// Something may be different now.
    Changed,
    /// A file is being written; its closing will be told too.
    Writing,
    /// The system lost track.
    Lost,
    /// The server ends.
    Stop,
}

/// The system's watching of the folder.
pub(super) struct Watch {
    folder: PathBuf,
    wished: Watching,
    signals: Sender<Signal>,
    watcher: Option<RecommendedWatcher>,
    /// What the system said to the last attempt.
    refused: Option<String>,
    /// How many changes were told of, ever; and when the watching was set up.
    told: Arc<AtomicU64>,
    told_before: u64,
    armed: u32,
}

impl Watch {
    pub(super) fn new(options: &Options, signals: Sender<Signal>) -> Self {
        let mut watch = Self {
            folder: options.folder.clone(),
            wished: options.watching,
            signals,
            watcher: None,
            refused: None,
            told: Arc::new(AtomicU64::new(0)),
            told_before: 0,
            armed: 0,
        };
        let _ = watch.arm();
        watch
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many changes were told of.
    pub(super) fn told(&self) -> u64 {
        self.told.load(Ordering::Relaxed)
    }

    /// True if it was set up again after a miss and has still told of nothing.
    pub(super) fn silent(&self) -> bool {
        self.watcher.is_some() && self.armed > 1 && self.told() == self.told_before
    }

    pub(super) fn wished_polling(&self) -> bool {
        self.wished == Watching::Polling
    }

    /// Why the system tells of nothing, if it cannot.
    pub(super) fn deaf(&self) -> Option<Deaf> {
        if self.wished_polling() {
            return Some(Deaf::Wished);
        }
        self.refused.clone().map(Deaf::Refused)
    }

    /// Sets the watching up (again): a folder that was replaced is another one to the system.
    pub(super) fn arm(&mut self) -> Result<(), ()> {
        if self.wished_polling() {
            return Err(());
        }
        self.watcher = None;
        self.armed += 1;
        self.told_before = self.told();
        match self.watcher() {
            Ok(watcher) => {
                self.watcher = Some(watcher);
                self.refused = None;
                Ok(())
            }
            Err(why) => {
                self.refused = Some(why);
                Err(())
            }
        }
    }

    fn watcher(&self) -> Result<RecommendedWatcher, String> {
        // As the system will name it: macOS tells of /private/tmp when asked for /tmp.
        let folder = fs::canonicalize(&self.folder).map_err(|cause| cause.to_string())?;
        let root = folder.clone();
        let told = Arc::clone(&self.told);
        let signals = self.signals.clone();
        let hear = move |event: notify::Result<Event>| {
            let Some(signal) = signal(&event, &root) else { return };
            told.fetch_add(1, Ordering::Relaxed);
            let _ = signals.send(signal);
        };
        let config = notify::Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(hear, config).map_err(|error| error.to_string())?;
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .map_err(|error| error.to_string())?;
        Ok(watcher)
    }
}

/// What an event is to the worker; `None` if it is of no consequence.
fn signal(event: &notify::Result<Event>, root: &Path) -> Option<Signal> {
    let event = match event {
        Ok(event) => event,
        Err(_) => return Some(Signal::Lost),
    };
    if event.need_rescan() {
        return Some(Signal::Lost);
    }
    let signal = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Signal::Changed,
        // Reading the sources is itself an access.
        EventKind::Access(_) => return None,
        // Only Linux tells when a file is closed, and there it is closed after both.
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") => {
            Signal::Writing
        }
        _ => Signal::Changed,
    };
    let all_hidden = !event.paths.is_empty() && event.paths.iter().all(|path| scan::is_hidden(path, root));
    (!all_hidden).then_some(signal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{DataChange, RenameMode};

    #[test]
    fn what_matters() {
        let root = Path::new("/home/.cache/content");
        let of = |kind, path: &str| signal(&Ok(Event::new(kind).add_path(root.join(path))), root);
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(of(closed, "a.md"), Some(Signal::Changed));
        assert_eq!(of(EventKind::Access(AccessKind::Open(AccessMode::Any)), "a.md"), None);
        assert_eq!(of(closed, ".a.md.swp"), None);
        assert_eq!(of(closed, "reports/~$a.md"), None);
        let rename = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        assert_eq!(of(rename, "a.md"), Some(Signal::Changed));
        let from_hidden = Event::new(rename)
            .add_path(root.join(".a.tmp"))
            .add_path(root.join("a.md"));
        assert_eq!(signal(&Ok(from_hidden), root), Some(Signal::Changed));
        let writing = of(EventKind::Modify(ModifyKind::Data(DataChange::Any)), "a.md");
        assert_eq!(
            writing,
            Some(if cfg!(target_os = "linux") {
                Signal::Writing
            } else {
                Signal::Changed
            })
        );
        assert_eq!(signal(&Err(notify::Error::generic("x")), root), Some(Signal::Lost));
    }
}
