//! What stands now, and waiting for it to change.

use std::{
    hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{Pages, Panel};

/// What is served. A value of its own for every state, so that an answer never mixes two.
pub(super) struct Served {
    /// Distinguishes this state from all others, also of other runs.
    pub(super) version: String,
    /// Distinguishes the stylesheets: pages whose styles changed are loaded anew.
    pub(super) styles: String,
    /// The last good pages.
    pub(super) pages: Option<Arc<dyn Pages>>,
    /// What is to be said now.
    pub(super) panel: Option<Panel>,
    /// True when the pages are not those of the newest sources.
    pub(super) stale: bool,
}

/// The state that all threads share.
#[derive(Debug)]
pub(super) struct State {
    run: u64,
    inner: Mutex<Inner>,
    changed: Condvar,
}

#[derive(Debug)]
struct Inner {
    number: u64,
    served: Arc<Served>,
    stopped: bool,
}

/// The parts of a state that follow from the one before.
type Next = (Option<Arc<dyn Pages>>, String, Option<Panel>, bool);

impl std::fmt::Debug for Served {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Served")
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

impl State {
    pub(super) fn new() -> Self {
        // A number that no other run has: pages left open from an earlier run must not take this one's for theirs.
        let run = RandomState::new().build_hasher().finish();
        let served = Served {
            version: version(run, 0),
            styles: String::new(),
            pages: None,
            panel: None,
            stale: false,
        };
        let inner = Inner {
            number: 0,
            served: Arc::new(served),
            stopped: false,
        };
        Self {
            run,
            inner: Mutex::new(inner),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What stands now.
    pub(super) fn now(&self) -> Arc<Served> {
        Arc::clone(&self.lock().served)
    }

    /// New pages, and what is to be said about them.
    pub(super) fn good(&self, pages: Arc<dyn Pages>, panel: Option<Panel>) {
        let styles = styles(pages.as_ref());
        self.replace(|_| (Some(pages), styles, panel, false));
    }

    /// The pages stay; the panel says why.
    pub(super) fn broken(&self, panel: Panel) {
        self.replace(|before| {
            (
                before.pages.clone(),
                before.styles.clone(),
                Some(panel),
                before.pages.is_some(),
            )
        });
    }

    fn replace(&self, next: impl FnOnce(&Served) -> Next) {
        let mut inner = self.lock();
        let (pages, styles, panel, stale) = next(&inner.served);
        inner.number += 1;
        let served = Served {
            version: version(self.run, inner.number),
            styles,
            pages,
            panel,
            stale,
        };
        let before = std::mem::replace(&mut inner.served, Arc::new(served));
        drop(inner);
        self.changed.notify_all();
        // Freed outside the lock: nobody waits for it.
        drop(before);
    }

    /// The state after `version`, or the same again once `limit` is over; `None` when the server ends.
    pub(super) fn after(&self, version: &str, limit: Duration) -> Option<Arc<Served>> {
        let same = |inner: &mut Inner| !inner.stopped && inner.served.version == version;
        let (inner, _) = self
            .changed
            .wait_timeout_while(self.lock(), limit, same)
            .unwrap_or_else(PoisonError::into_inner);
        (!inner.stopped).then(|| Arc::clone(&inner.served))
    }

    pub(super) fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }

    pub(super) fn stopped(&self) -> bool {
        self.lock().stopped
    }
}

fn version(run: u64, number: u64) -> String {
    format!("{run:016x}-{number}")
}

fn styles(pages: &dyn Pages) -> String {
    let mut hasher = DefaultHasher::new();
    for path in pages.stylesheets() {
        pages.get(&path).hash(&mut hasher);
        path.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
