//! Builds that are killed at any moment: the output is the old site or the new one, and the next build heals.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::stage::{Dice, Stage};

/// Few in every run; `AYUMI_KILLS=300` for the long form.
fn count() -> usize {
    let wished = std::env::var("AYUMI_KILLS").ok();
    wished.map_or(16, |count| count.parse().expect("AYUMI_KILLS is a number"))
}

/// How long a build takes, and how much of it the writing.
fn times(stage: &Stage, which: usize) -> (Duration, Duration) {
    let start = Instant::now();
    let mut child = stage.begin(which);
    let mut appeared = None;
    while child.try_wait().unwrap().is_none() {
        if appeared.is_none() && stage.beside().exists() {
            appeared = Some(start.elapsed());
        }
    }
    let whole = start.elapsed();
    (whole, whole - appeared.unwrap_or(whole))
}

#[test]
fn killed_at_any_moment() {
    let stage = Stage::new();
    stage.heal(1);
    let (whole, writing) = times(&stage, 0);
    let mut dice = Dice::new(20_210_401);
    let (mut old, mut new, mut within) = (0, 0, 0);
    let count = count();
    for at in 0..count {
        let (before, next) = (at % 2, 1 - at % 2);
        let mut child = stage.begin(next);
        if dice.throw() < 0.5 {
            // Anywhere in the life of the process.
            thread::sleep(whole.mul_f64(dice.throw()));
        } else {
            // While it writes, where a kill could do harm.
            while !stage.beside().exists() && child.try_wait().unwrap().is_none() {
                thread::yield_now();
            }
            thread::sleep(writing.mul_f64(dice.throw()));
        }
        let _ = child.kill();
        child.wait().unwrap();
        within += usize::from(stage.beside().exists());
        match stage.shown() {
            Some(shown) if shown == before => old += 1,
            Some(_) => new += 1,
            None => panic!("kill {at}: neither the old site nor the new one"),
        }
        stage.heal(next);
    }
    println!("{count} kills: {old} times the old site, {new} times the new one; {within} while writing");
    assert!(
        within * 10 >= count,
        "only {within} of {count} kills met a build that was writing"
    );
}

/// Where the system knows no exchange of folders, a build that dies between its two steps leaves the old site aside.
#[test]
fn a_site_that_was_set_aside_comes_back() {
    let stage = Stage::new();
    stage.heal(0);
    std::fs::create_dir(stage.beside()).unwrap();
    std::fs::rename(stage.output(), stage.beside().join("old")).unwrap();
    stage.heal(0);
    std::fs::create_dir(stage.beside()).unwrap();
    std::fs::rename(stage.output(), stage.beside().join("old")).unwrap();
    stage.heal(1);
}
