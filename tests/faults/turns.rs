//! Two builds at once for one folder: the second waits.

use std::{
    fs::{self, File},
    thread,
    time::{Duration, Instant},
};

use super::stage::Stage;

#[test]
fn builds_at_the_same_time_end_in_one_of_their_sites() {
    let stage = Stage::new();
    for round in 0..3 {
        let children: Vec<_> = (0..4).map(|at| stage.begin((round + at) % 2)).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        assert!(stage.shown().is_some(), "round {round}");
        stage.no_litter();
    }
}

#[test]
fn the_second_waits_for_the_first() {
    let stage = Stage::new();
    stage.heal(0);
    fs::create_dir(stage.beside()).unwrap();
    let first = File::create(stage.beside().join("lock")).unwrap();
    first.lock().unwrap();
    let start = Instant::now();
    let mut second = stage.begin(1);
    let held = Duration::from_secs(1);
    while start.elapsed() < held {
        assert!(second.try_wait().unwrap().is_none(), "it does not wait");
        assert_eq!(stage.shown(), Some(0));
        thread::sleep(Duration::from_millis(50));
    }
    drop(first);
    assert!(second.wait().unwrap().success());
    assert_eq!(stage.shown(), Some(1));
    stage.no_litter();
}
