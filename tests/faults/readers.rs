//! Somebody reads the output folder while it is built again and again.

use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use super::{
    stage::Stage,
    support::{self, Files},
};

const BUILDS: usize = 50;
/// A page that every build changes.
const STAMP: &str = "2021/index.html";

/// Each build has another title, so that no state comes back: what lies between two sights of the same title is one state.
fn title(stage: &Stage, build: usize) {
    let name = stage.path("first/plan.yaml");
    let text = fs::read_to_string(&name).unwrap();
    let line = text.lines().find(|line| line.starts_with("title:")).unwrap().to_owned();
    fs::write(&name, text.replace(&line, &format!("title: 第{build}次総合戦略"))).unwrap();
}

#[test]
fn a_reader_never_sees_a_mixture() {
    let stage = Stage::new();
    title(&stage, 0);
    assert_eq!(stage.build(0).status, 0);
    let output = stage.output();
    let over = AtomicBool::new(false);
    let mut built: Vec<Files> = vec![support::files(&output)];
    let seen = thread::scope(|scope| {
        let (over, output) = (&over, &output);
        let names: Vec<String> = built[0].keys().cloned().collect();
        let reader = scope.spawn(move || {
            let mut seen: Vec<Files> = Vec::new();
            let mut missing = 0;
            while !over.load(Ordering::Relaxed) {
                // Where folders are exchanged in one step, no file is missing at any moment.
                let read = |name: &String| fs::read(output.join(name)).ok();
                let Some(first) = read(&STAMP.to_owned()) else {
                    missing += 1;
                    continue;
                };
                let all: Vec<_> = names.iter().map(|name| (name.clone(), read(name))).collect();
                missing += all.iter().filter(|(_, bytes)| bytes.is_none()).count();
                if read(&STAMP.to_owned()) == Some(first) {
                    let whole = all.into_iter().map(|(name, bytes)| (name, bytes.unwrap_or_default()));
                    seen.push(whole.collect());
                }
                thread::sleep(Duration::from_millis(2));
            }
            (seen, missing)
        });
        for build in 1..=BUILDS {
            title(&stage, build);
            let run = stage.build(0);
            assert_eq!(run.status, 0, "{}", run.err);
            built.push(support::files(output));
        }
        over.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    let (seen, missing) = seen;
    if cfg!(target_os = "linux") {
        assert_eq!(missing, 0, "files that were not there for a moment");
    }
    let mut states: Vec<usize> = seen
        .iter()
        .map(|state| {
            let whole = built.iter().position(|site| site == state);
            whole.expect("what was read is one of the sites that were built")
        })
        .collect();
    assert!(states.is_sorted(), "no site comes back");
    let sights = states.len();
    states.dedup();
    println!(
        "{sights} whole sights, of {} of the {} sites",
        states.len(),
        built.len()
    );
    assert!(states.len() > BUILDS / 5, "the reader saw only {} sites", states.len());
}

/// A file that is being read stays whole for its reader.
#[cfg(unix)]
#[test]
fn a_file_held_open_stays_what_it_was() {
    use std::io::Read;
    let stage = Stage::new();
    stage.heal(0);
    let mut held = fs::File::open(stage.output().join("index.html")).unwrap();
    stage.heal(1);
    let mut bytes = Vec::new();
    held.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, stage.sites[0]["index.html"]);
}

/// Where an open file keeps its folder in its place, the build says so and the old site stays.
#[cfg(windows)]
#[test]
fn a_file_held_open_stops_the_build_and_nothing_else() {
    use std::os::windows::fs::OpenOptionsExt;
    let stage = Stage::new();
    stage.heal(0);
    let held = fs::OpenOptions::new()
        .read(true)
        .share_mode(0)
        .open(stage.output().join("index.html"))
        .unwrap();
    let run = stage.build(1);
    assert_eq!(run.status, 2, "{}", run.err);
    drop(held);
    assert_eq!(stage.shown(), Some(0));
    stage.heal(1);
}
