//! Builds that are killed at any moment: the output is the old site or the new one, and the next build heals.

use std::{
    process::Child,
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
    wait_for_writing(stage, &mut child);
    let appeared = start.elapsed();
    child.wait().unwrap();
    (start.elapsed(), start.elapsed() - appeared)
}

/// Waits until a build writes, or has ended. Looks without a pause: the writing is over in a few milliseconds.
fn wait_for_writing(stage: &Stage, child: &mut Child) {
    while !stage.beside().exists() && child.try_wait().unwrap().is_none() {
        std::hint::spin_loop();
    }
}

#[test]
fn killed_at_any_moment() {
    let stage = Stage::new();
    stage.heal(1);
    let (whole, writing) = times(&stage, 0);
    stage.heal(0);
    let mut dice = Dice::new(20_210_401);
    let (mut kills, mut old, mut new, mut within) = (0, 0, 0, 0);
    let count = count();
    // Other tests share the processors, and a kill meant for the writing may come late: more are thrown until a quarter
    // of those asked for met it.
    while kills < count || (within * 4 < count && kills < 20 * count) {
        let (before, next) = (kills % 2, 1 - kills % 2);
        let mut child = stage.begin(next);
        if dice.throw() < 0.5 {
            // Anywhere in the life of the process.
            thread::sleep(whole.mul_f64(dice.throw()));
        } else {
            // While it writes, where a kill could do harm.
            wait_for_writing(&stage, &mut child);
            let seen = Instant::now();
            let wait = writing.mul_f64(dice.throw());
            while seen.elapsed() < wait {
                std::hint::spin_loop();
            }
        }
        let _ = child.kill();
        child.wait().unwrap();
        within += usize::from(stage.beside().exists());
        match stage.shown() {
            Some(shown) if shown == before => old += 1,
            Some(_) => new += 1,
            // Killed between the two steps, where there are two.
            None if cfg!(not(target_os = "linux")) && stage.beside().join("old").is_dir() => old += 1,
            None => panic!("kill {kills}: neither the old site nor the new one"),
        }
        stage.heal(next);
        kills += 1;
    }
    println!("{kills} kills: {old} times the old site, {new} times the new one; {within} while writing");
    assert!(
        within * 4 >= count,
        "only {within} of {kills} kills met a build that was writing"
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
