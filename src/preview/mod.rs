//! A site served from memory while its sources are being written: loopback only, rebuilt on save, the open pages brought
//! up to date in place. The only room that opens sockets or watches files; it reads none and writes none.
//!
//! ```text
//! watch       the folder      → Signal      told by the system, or found by looking
//! worker      Signal          → Built       one build at a time; what comes meanwhile is folded into the next
//! state       Built           → Served      what stands now: the last good pages, and a panel of what is wrong
//! connection  request         → bytes       http/ reads and refuses; events/ tells open pages of a new state
//! ```
//!
//! What the site is and how it is built is the caller's matter: a closure that returns [`Built`].
//!
//! The server is `std::net` and a thread a connection. It serves one person's browser and three kinds of address; a
//! framework would bring an executor and some fifty crates, and the refusals would still have to be written here.

mod connection;
mod events;
mod http;
mod listen;
mod page;
mod registry;
mod state;
mod watch;
mod worker;

use std::{
    borrow::Cow,
    path::PathBuf,
    sync::{Arc, mpsc},
    thread::JoinHandle,
};

use serde::Serialize;

use crate::{
    error::Result,
    render::{Deferred, Site},
};
use registry::Registry;
use state::State;
use watch::{Signal, Watch};

/// What the server needs to know.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the sources.
    pub folder: PathBuf,
    /// The port wished for; the next free one if it is taken, any free one for 0.
    pub port: u16,
    /// How changes are noticed.
    pub watching: Watching,
}

/// How changes in the folder are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells; if it cannot or does not, the folder is looked at.
    System,
    /// The folder is looked at, four times a second.
    Polling,
}

/// The files of a site, by path with `/`. The same path gives the same bytes as long as the value lives.
pub trait Pages: Send + Sync {
    /// One file.
    fn get(&self, path: &str) -> Option<Cow<'_, [u8]>>;
    /// The paths of the stylesheets: when one of them changes, open pages are loaded anew.
    fn stylesheets(&self) -> Vec<String>;
}

impl Pages for Site {
    fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        Site::get(self, path).map(Cow::Borrowed)
    }

    fn stylesheets(&self) -> Vec<String> {
        stylesheets(self.files().map(|(path, _)| path))
    }
}

impl Pages for Deferred {
    fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        Deferred::get(self, path)
    }

    fn stylesheets(&self) -> Vec<String> {
        stylesheets(self.paths().into_iter())
    }
}

fn stylesheets<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<String> {
    paths.filter(|path| path.ends_with(".css")).map(str::to_owned).collect()
}

/// What a build came to.
pub enum Built {
    /// The sources are those of the build before: nothing to do.
    Same,
    /// Pages to serve, and perhaps something to say about them.
    Good {
        /// What is served from now on.
        pages: Arc<dyn Pages>,
        /// Shown over the pages.
        panel: Option<Panel>,
    },
    /// No pages: the last good ones stay, and the panel says why.
    Broken(Panel),
}

/// What is shown over the pages. Plain text throughout; nothing in it is taken for HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Panel {
    /// One line that says what this is about.
    pub title: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// One line of a [`Panel`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `file:line:column`.
    pub place: String,
    /// Who can mend it.
    pub department: String,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub fix: String,
}

/// What the person at the terminal may want to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// New pages are being served.
    Updated,
    /// The sources are broken; the last good pages stay.
    Broken(Panel),
    /// The folder is looked at from now on instead of being watched by the system.
    Polling(Deaf),
    /// The system tells of changes (again).
    Watching,
}

/// Why the system's watching is not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deaf {
    /// The caller wished it.
    Wished,
    /// Watching could not be set up; what the system said.
    Refused(String),
    /// Changes were found that the system had not told of, as on many network drives.
    Silent,
}

/// A running preview. Dropping it ends it.
#[derive(Debug)]
pub struct Server {
    port: u16,
    wished: u16,
    state: Arc<State>,
    registry: Arc<Registry>,
    signals: mpsc::Sender<Signal>,
    worker: Option<JoinHandle<()>>,
    accepting: Vec<JoinHandle<()>>,
}

impl Server {
    /// Builds once, then serves and rebuilds until dropped.
    ///
    /// # Errors
    /// No port is free.
    pub fn start(
        options: Options,
        builder: impl FnMut() -> Built + Send + 'static,
        notices: impl FnMut(Notice) + Send + 'static,
    ) -> Result<Self> {
        let (port, listeners) = listen::bind(options.port)?;
        let state = Arc::new(State::new());
        let registry = Arc::new(Registry::default());
        let (signals, inbox) = mpsc::channel();
        // Watching begins before the first build, so that nothing falls between the two.
        let watch = Watch::new(&options, signals.clone());
        let mut worker = worker::Worker::new(builder, notices, Arc::clone(&state), watch, inbox);
        worker.first();
        let accept = |listener| listen::spawn(listener, Arc::clone(&state), Arc::clone(&registry));
        Ok(Self {
            port,
            wished: options.port,
            accepting: listeners.into_iter().filter_map(accept).collect(),
            worker: std::thread::Builder::new()
                .name("preview".to_owned())
                .spawn(move || worker.run())
                .ok(),
            state,
            registry,
            signals,
        })
    }

    /// The port it answers on, at `localhost`.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// True if the wished port was taken.
    pub fn moved(&self) -> bool {
        self.wished != 0 && self.wished != self.port
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop();
        let _ = self.signals.send(Signal::Stop);
        self.registry.close_all();
        listen::wake(self.port);
        for thread in self.accepting.drain(..).chain(self.worker.take()) {
            let _ = thread.join();
        }
        self.registry.close_all();
    }
}
