//! The synthetic cities of the benchmark: without errors, different from each other, the same on every machine.

// The benchmark also writes what it generates; here it stays in memory.
#[allow(dead_code)]
#[path = "../benches/speed/generate.rs"]
mod generate;
mod support;

use std::collections::BTreeSet;

use ayumi::{check, diagnostic::Severity, manuscript, source::Sources};
use generate::Shape;

fn shape() -> Shape {
    Shape::read(&support::root().join("content")).unwrap()
}

#[test]
fn every_city_is_without_errors() {
    let shape = shape();
    for number in 1..=30 {
        let sources = Sources::from_files(shape.city(1, number));
        let checked = check::check(&sources, &manuscript::read(&sources));
        let mut errors = checked
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error);
        assert!(errors.next().is_none(), "city {number}: {:?}", checked.diagnostics);
        assert!(checked.into_report().is_ok(), "city {number}");
    }
}

#[test]
fn a_seed_and_a_number_give_one_city() {
    let shape = shape();
    assert_eq!(shape.city(1, 7), shape.city(1, 7));
    assert_ne!(shape.city(1, 7), shape.city(2, 7));
    let registers: BTreeSet<String> = (1..=200).map(|number| shape.city(1, number).remove(1).1).collect();
    assert_eq!(registers.len(), 200, "codes and departments differ");
}
