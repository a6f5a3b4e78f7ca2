//! Ends the program where a city's own templates do not end: nothing in the engine stops loops within loops, or a text that
//! doubles itself, and a thread cannot be taken back. Nothing of this city was written by then.

use std::{
    fs,
    path::Path,
    process,
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use ayumi::{
    diagnostic::{Diagnostic, Severity, terminal},
    render::Templates,
    source::{Place, Sources, Span},
};

use super::SOURCES;

/// A hundred times what the pages of a city take.
const TIME: Duration = Duration::from_millis(1500);
/// By the clock, when the machine has so much else to do that the processors' time hardly passes.
const PATIENCE: Duration = Duration::from_secs(30);
/// By the clock, where the system does not tell the processors' time.
const UNMEASURED: Duration = Duration::from_secs(10);
/// In bytes; a report takes a tenth.
const MEMORY: u64 = 400_000_000;
const STEP: Duration = Duration::from_millis(4);
/// Of a template that does not end, a loop is the likeliest place.
const LOOPS: [&str; 2] = ["{% for", "{%- for"];

/// While it lives, the templates are watched.
pub(super) struct Guard {
    /// The watching ends when it is dropped.
    _alive: Option<Sender<()>>,
}

/// Watches from here on, if the city has templates of its own. What is told stands under a heading, where there are several
/// cities.
pub(super) fn watch(sources: &Sources, heading: &str) -> Guard {
    if !Templates::are_own(sources) {
        return Guard { _alive: None };
    }
    let plain = terminal::Options { colour: false };
    let said = terminal::render(&findings(sources), sources, &|_| None, plain);
    let said = format!("{heading}{said}");
    let (alive, end) = mpsc::channel();
    thread::spawn(move || {
        let begun = Instant::now();
        let start = spent();
        loop {
            match end.recv_timeout(STEP) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
            let long = match start.zip(spent()) {
                Some((start, now)) => now.saturating_sub(start) > TIME || begun.elapsed() > PATIENCE,
                None => begun.elapsed() > UNMEASURED,
            };
            if long || memory().is_some_and(|bytes| bytes > MEMORY) {
                anstream::eprint!("{said}");
                anstream::eprintln!("報告書は作っていません。前に作ったものは、そのまま残っています。");
                process::exit(i32::from(SOURCES));
            }
        }
    });
    Guard { _alive: Some(alive) }
}

/// One for each of the city's own templates: which of them it is cannot be told.
fn findings(sources: &Sources) -> Vec<Diagnostic> {
    let own = sources
        .files()
        .filter(|(_, file)| file.name.starts_with("templates/") && file.name.ends_with(".html"));
    own.map(|(id, file)| {
        let at = LOOPS.iter().filter_map(|mark| file.text.find(mark)).min();
        Diagnostic {
            code: "template-invalid",
            severity: Severity::Error,
            file: file.name.clone(),
            place: Some(Place {
                file: id,
                span: Span::new(at.unwrap_or(0), at.map_or(0, |at| at + LOOPS[0].len())),
            }),
            message: "市のテンプレートによるページ作りが終わらないため、途中でやめました。".to_owned(),
            reason: "繰り返し（for）の中の繰り返しや、長くなり続ける文章があると、ページができません。".to_owned(),
            fix: "繰り返しを確かめるか、市のテンプレートを外して標準のものに戻してください。".to_owned(),
            example: None,
            related: Vec::new(),
            department: None,
            kpi: None,
        }
    })
    .collect()
}

/// The time this process took of all processors, where the system tells it: a busy machine is nobody's fault.
fn spent() -> Option<Duration> {
    let stat = of_process("stat")?;
    let (_, after) = stat.rsplit_once(')')?;
    let mut fields = after.split_whitespace().skip(11);
    let hundredths = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(hundredths * 10))
}

/// What this process holds in memory, in bytes, where the system tells it.
fn memory() -> Option<u64> {
    let status = of_process("status")?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = resident.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// What Linux tells of this process. Elsewhere nothing stands there, or on Windows what a network drive has at this path.
fn of_process(name: &str) -> Option<String> {
    let told = cfg!(target_os = "linux").then(|| Path::new("/proc/self").join(name))?;
    fs::read_to_string(told).ok()
}
