//! Each stage by itself, within this process, on the shipped report.

use std::{
    fs, io,
    path::Path,
    time::{Duration, Instant},
};

use ayumi::{check, manuscript, output, render, source};

use super::times::Times;

/// Times of each stage over `rounds` rounds, by name.
pub fn measure(content: &Path, site: &Path, rounds: usize) -> io::Result<Vec<(&'static str, Times)>> {
    let mut stages: Vec<(&'static str, Times)> = Vec::new();
    for _ in 0..rounds {
        for (name, taken) in round(content, site)? {
            match stages.iter_mut().find(|(known, _)| *known == name) {
                Some((_, times)) => times.push(taken),
                None => stages.push((name, Times::of(taken))),
            }
        }
    }
    Ok(stages)
}

fn round(content: &Path, site: &Path) -> io::Result<Vec<(&'static str, Duration)>> {
    let mut taken = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        taken.push((name, clock.elapsed()));
        clock = Instant::now();
    };
    let sources = source::read_folder(content).map_err(other)?;
    lap("read");
    let manuscript = manuscript::read(&sources);
    lap("manuscript");
    let checked = check::check(&sources, &manuscript);
    lap("check");
    let (report, _) = checked.into_report().map_err(|found| faults(&found))?;
    let templates = render::Templates::new(&sources).map_err(|found| faults(&found))?;
    lap("templates");
    let pages = render::render(&report, &templates, &sources).map_err(|found| faults(&found))?;
    lap("render");
    output::write(&pages, site).map_err(other)?;
    lap("write, nothing there");
    output::write(&pages, site).map_err(other)?;
    lap("write, unchanged");
    fs::remove_dir_all(site)?;
    Ok(taken)
}

fn faults(found: &[ayumi::diagnostic::Diagnostic]) -> io::Error {
    io::Error::other(format!("the example has {} findings: {:?}", found.len(), found.first()))
}

fn other(error: ayumi::error::Error) -> io::Error {
    io::Error::other(error.to_string())
}
