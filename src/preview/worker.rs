//! One thread that builds. The first change is answered at once; what comes while building is folded into one more build
//! before anything is shown, and bad news waits a moment: a file is often missing or empty halfway through being saved.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use super::{
    Built, Deaf, Notice,
    state::State,
    watch::{Signal, Watch, fingerprint},
};

/// How long a file may stay open for writing before it is read all the same.
const WRITING: Duration = Duration::from_millis(10);
/// How long changes that go on and on may keep a good build from being shown.
const FOLDING: Duration = Duration::from_millis(30);
/// More changes than one save makes: a checkout, a copied folder. Then a pause between two files is not yet the end.
const MANY: usize = 4;
const PAUSE: Duration = Duration::from_millis(5);
const FOLDING_MANY: Duration = Duration::from_millis(150);
/// How long a broken build is held back.
const BAD_NEWS: Duration = Duration::from_millis(60);
/// After a build the folder is looked at again: what was written into a new folder before it was watched goes untold.
const TRAILING: [Duration; 2] = [Duration::from_millis(40), Duration::from_millis(400)];
/// Between two looks at the folder while the system tells of changes, and while it does not.
const LOOKING: Duration = Duration::from_secs(1);
const POLLING: Duration = Duration::from_millis(250);
/// A slow drive is not looked at all the time.
const SHARE: u32 = 20;

pub(super) struct Worker<B, N> {
    builder: B,
    notices: N,
    state: Arc<State>,
    watch: Watch,
    signals: Receiver<Signal>,
    /// The folder as it was when last looked at.
    seen: u64,
    /// When to look again, and how far through [`TRAILING`].
    next: Instant,
    trailing: usize,
    /// What one look costs.
    cost: Duration,
    polling: bool,
    /// Nothing could be built: what keeps it, a file that somebody holds open say, may go without a change in the folder.
    broken: bool,
    /// How many changes the system had told of when one was found that it might not have told of.
    suspect: Option<u64>,
}

/// The server has ended.
struct Stopped;

impl<B: FnMut() -> Built, N: FnMut(Notice)> Worker<B, N> {
    pub(super) fn new(builder: B, notices: N, state: Arc<State>, watch: Watch, signals: Receiver<Signal>) -> Self {
        Self {
            builder,
            notices,
            state,
            watch,
            signals,
            seen: 0,
            next: Instant::now(),
            trailing: TRAILING.len(),
            cost: Duration::ZERO,
            polling: false,
            broken: false,
            suspect: None,
        }
    }

    /// The first build, shown whatever it is.
    pub(super) fn first(&mut self) {
        if let Some(deaf) = self.watch.deaf() {
            self.poll(deaf);
        }
        self.look();
        let built = (self.builder)();
        self.show(built);
        self.schedule(0);
    }

    /// Builds when there is a reason to, until the server ends.
    pub(super) fn run(mut self) {
        while self.step().is_ok() {}
    }

    fn step(&mut self) -> Result<(), Stopped> {
        match self
            .signals
            .recv_timeout(self.next.saturating_duration_since(Instant::now()))
        {
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => Err(Stopped),
            Ok(Signal::Writing) => {
                self.wait_for_close()?;
                self.told()
            }
            Ok(Signal::Changed) => self.told(),
            Ok(Signal::Lost) => {
                if self.watch.arm().is_err() {
                    self.poll_as_refused();
                }
                self.told()
            }
            Err(RecvTimeoutError::Timeout) => self.look_around(),
        }
    }

    /// The system told of a change.
    fn told(&mut self) -> Result<(), Stopped> {
        if !self.watch.wished_polling() {
            self.watched();
        }
        self.answer()?;
        self.schedule(0);
        Ok(())
    }

    /// Nobody told of anything: is it true?
    fn look_around(&mut self) -> Result<(), Stopped> {
        if self.trailing < TRAILING.len() {
            // First the look, then the sources: whatever changes from now on differs from what was seen.
            let differs = self.look();
            self.answer()?;
            let untold = self.suspect.take().is_some_and(|told| told == self.watch.told());
            if untold || differs && self.watch.deaf().is_some() {
                self.missed();
            }
            self.schedule(self.trailing + 1);
            return Ok(());
        }
        let told = self.watch.told();
        if self.look() && self.answer()? {
            // It may be about to be told: whether it was is asked in a moment.
            self.suspect = Some(told);
            self.schedule(0);
        } else {
            if self.broken {
                let start = Instant::now();
                self.answer()?;
                self.cost = self.cost.max(start.elapsed());
            }
            self.schedule(TRAILING.len());
        }
        Ok(())
    }

    /// A change was found that was not told of: the folder was replaced or could not be watched, or the drive does not tell.
    fn missed(&mut self) {
        if self.watch.silent() {
            if !self.polling {
                self.poll(Deaf::Silent);
            }
        } else if self.watch.arm().is_err() {
            self.poll_as_refused();
        } else {
            self.watched();
        }
    }

    /// The system tells, as far as can be known.
    fn watched(&mut self) {
        if std::mem::take(&mut self.polling) {
            (self.notices)(Notice::Watching);
        }
    }

    fn poll_as_refused(&mut self) {
        if let Some(deaf) = self.watch.deaf().filter(|_| !self.polling) {
            self.poll(deaf);
        }
    }

    fn poll(&mut self, deaf: Deaf) {
        self.polling = true;
        (self.notices)(Notice::Polling(deaf));
    }

    /// Looks at the folder; true if it is not as before.
    fn look(&mut self) -> bool {
        let start = Instant::now();
        let now = fingerprint(self.watch.folder());
        self.cost = start.elapsed();
        std::mem::replace(&mut self.seen, now) != now
    }

    fn schedule(&mut self, trailing: usize) {
        self.trailing = trailing;
        let usual = if self.polling { POLLING } else { LOOKING };
        let pause = TRAILING.get(trailing).copied().unwrap_or(usual).max(self.cost * SHARE);
        self.next = Instant::now() + pause;
    }

    fn wait_for_close(&self) -> Result<(), Stopped> {
        let limit = Instant::now() + WRITING;
        loop {
            match self
                .signals
                .recv_timeout(limit.saturating_duration_since(Instant::now()))
            {
                Ok(Signal::Writing) if Instant::now() < limit => {}
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
                Ok(_) | Err(RecvTimeoutError::Timeout) => return Ok(()),
            }
        }
    }

    /// Builds until nothing more comes, and shows it; true if there was anything new.
    fn answer(&mut self) -> Result<bool, Stopped> {
        let start = Instant::now();
        let mut newest = None;
        let mut changes = 0;
        loop {
            while let Ok(signal) = self.signals.try_recv() {
                if let Signal::Stop = signal {
                    return Err(Stopped);
                }
                changes += usize::from(signal == Signal::Changed);
            }
            match (self.builder)() {
                Built::Same => {}
                built => newest = Some(built),
            }
            let many = changes > MANY;
            let (limit, wait) = match newest {
                None => break,
                Some(Built::Broken(_)) => (BAD_NEWS, BAD_NEWS),
                Some(_) if many => (FOLDING_MANY, PAUSE),
                Some(_) => (FOLDING, Duration::ZERO),
            };
            let left = limit.saturating_sub(start.elapsed());
            if left.is_zero() {
                break;
            }
            match self.signals.recv_timeout(wait.min(left)) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
                Ok(Signal::Writing) => self.wait_for_close()?,
                Ok(Signal::Changed | Signal::Lost) => changes += 1,
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        let Some(built) = newest else { return Ok(false) };
        self.show(built);
        Ok(true)
    }

    fn show(&mut self, built: Built) {
        self.broken = matches!(built, Built::Broken(_));
        match built {
            Built::Same => {}
            Built::Good { pages, panel } => {
                self.state.good(pages, panel);
                (self.notices)(Notice::Updated);
            }
            Built::Broken(panel) => {
                self.state.broken(panel.clone());
                (self.notices)(Notice::Broken(panel));
            }
        }
    }
}
