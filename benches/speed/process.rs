//! A process from start to exit: how long, and how much memory at its peak.

use std::{
    io,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Runs a command and takes the time until it is gone. It must succeed; what it says is not shown.
pub fn time(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    let status = quiet(command).status()?;
    let taken = start.elapsed();
    if status.success() {
        Ok(taken)
    } else {
        Err(io::Error::other(format!("{command:?}: {status}")))
    }
}

/// Runs a command once more and asks the system for its memory while it runs; `None` where the system does not say.
pub fn peak(command: &mut Command) -> io::Result<Option<u64>> {
    let mut child = quiet(command).spawn()?;
    let mut peak = None;
    loop {
        // The mark never sinks, so the last answer before the end is the one.
        peak = high_water(child.id()).or(peak);
        if child.try_wait()?.is_some() {
            return Ok(peak);
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn quiet(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}

/// In bytes.
fn high_water(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
