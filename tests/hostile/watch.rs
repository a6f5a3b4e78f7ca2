//! Runs the program and watches what it costs.

use std::{
    fs,
    io::Read,
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use super::support::{self, Files, Run};

/// What is promised: 2 seconds and 500 MB. Code that is not optimised gets ten times as long.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
const MEMORY: u64 = 500_000_000;
/// A machine that does other things as well may take this long by the clock.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs the program to its end, and fails where it takes too much. Time is that of its processors, which does not depend
/// on what else the machine does; where the system does not tell it, that of the clock.
pub fn run(what: &str, folder: &Path, arguments: &[&str]) -> Run {
    let mut command = support::ayumi(folder);
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let read = |mut from: Box<dyn Read + Send>| {
        thread::spawn(move || {
            let mut text = String::new();
            from.read_to_string(&mut text).unwrap();
            text
        })
    };
    let out = read(Box::new(child.stdout.take().unwrap()));
    let err = read(Box::new(child.stderr.take().unwrap()));
    let (mut peak, mut time) = (0, None);
    let status = loop {
        peak = peak.max(memory(child.id()).unwrap_or(0));
        time = processors(child.id()).or(time);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{what}: no end after {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(1));
    };
    let took = time.unwrap_or_else(|| start.elapsed());
    println!("{what}: {took:?}, {} MB", peak / 1_000_000);
    let run = Run {
        status: status.code().unwrap_or_else(|| panic!("{what}: {status}")),
        out: out.join().unwrap(),
        err: err.join().unwrap(),
    };
    assert!(took <= TIME, "{what}: {took:?}");
    assert!(peak <= MEMORY, "{what}: {peak} bytes");
    run
}

/// `check` of a content folder. The answer must be a finding whose code begins so, at a place that begins so: nothing less
/// is an answer.
pub fn check(what: &str, content: &Path, code: &str, place: &str) -> Run {
    let arguments = ["check", "--content", content.to_str().unwrap()];
    let run = run(what, content.parent().unwrap(), &arguments);
    let lines: Vec<&str> = run.out.lines().collect();
    let told = lines.windows(2).any(|pair| {
        let at = pair[1].trim_start().strip_prefix("--> ");
        pair[0].contains(&format!("[{code}")) && at.is_some_and(|at| at.starts_with(place))
    });
    assert!(told, "{what}: no {code} at {place} in\n{}", start(&run.out));
    assert_eq!(run.status, 1, "{what}: {}", start(&run.out));
    run
}

/// A content folder of a sound city, in a folder that goes away.
pub fn city(files: &Files) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    support::write(&content, files);
    (folder, content)
}

/// Enough of a long text.
pub fn start(text: &str) -> String {
    text.chars().take(3000).collect()
}

/// The largest amount of memory a process had, in bytes.
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}

/// The time a process took of all processors, in hundredths of a second.
fn processors(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after) = stat.rsplit_once(')')?;
    let mut fields = after.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
