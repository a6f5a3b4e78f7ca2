//! Progress bars: the bar is capped, the arrow says so.

use super::reading::{Element, check};
use crate::chart::{ProgressBar, progress_bar};

fn read(progress: Option<f64>, expected: Option<f64>) -> Vec<Element> {
    let bar = ProgressBar {
        id: "p",
        title: "達成度 <19>％",
        progress,
        expected,
    };
    assert_eq!(progress_bar(&bar), progress_bar(&bar));
    let all = check(&progress_bar(&bar), "p");
    assert_eq!(all[1].text, "達成度 <19>％");
    all
}

fn width(all: &[Element], class: &str) -> Option<i32> {
    all.iter().find(|e| e.is(class)).map(|e| e.length("width"))
}

fn count(all: &[Element], class: &str) -> usize {
    all.iter().filter(|e| e.is(class)).count()
}

#[test]
fn a_share_of_the_way() {
    let all = read(Some(0.25), Some(1.0 / 3.0));
    assert_eq!(
        (width(&all, "chart-track"), width(&all, "chart-done")),
        (Some(1320), Some(330))
    );
    assert_eq!((count(&all, "chart-expected"), count(&all, "chart-beyond")), (1, 0));
}

#[test]
fn below_the_baseline_there_is_only_an_arrow() {
    let all = read(Some(-0.19), Some(0.33));
    assert_eq!((width(&all, "chart-done"), count(&all, "chart-beyond")), (None, 1));
}

#[test]
fn beyond_the_target_the_bar_is_full_and_has_an_arrow() {
    let all = read(Some(7.5), Some(2.0));
    assert_eq!(
        (width(&all, "chart-done"), count(&all, "chart-beyond")),
        (Some(1320), 1)
    );
}

#[test]
fn exactly_there_needs_no_arrow() {
    assert_eq!(count(&read(Some(1.0), None), "chart-beyond"), 0);
    assert_eq!(count(&read(Some(0.0), None), "chart-done"), 0);
}

#[test]
fn nothing_known_is_an_empty_track() {
    for unknown in [None, Some(f64::NAN), Some(f64::INFINITY)] {
        let all = read(unknown, unknown);
        assert_eq!((count(&all, "chart-track"), all.len()), (1, 3));
    }
}
