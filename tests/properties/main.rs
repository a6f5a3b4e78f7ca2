//! What holds for every value of a kind, not for chosen ones: each theme a file. Values come from fixed seeds, so that a
//! red run is the change's doing; `PROPTEST_CASES=100000 cargo test --test properties` looks further.

mod csv;
mod decimals;
mod diff;
mod eras;
mod markdown;
mod paths;
mod progress;
mod series;
mod sheet;
#[path = "../support/mod.rs"]
mod support;

use std::sync::OnceLock;

use ayumi::{check, manuscript, model::DepartmentIx, source::Sources};
use proptest::test_runner::{Config, RngSeed};

/// The same values in every run, and no file of failures: what is found becomes a test with a name.
fn config() -> Config {
    Config {
        rng_seed: RngSeed::Fixed(20_210_930),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Some department: only a report gives its number out.
fn department() -> DepartmentIx {
    static FOUND: OnceLock<DepartmentIx> = OnceLock::new();
    *FOUND.get_or_init(|| {
        let sources = Sources::from_files(support::small_city());
        let publication = check::check(&sources, &manuscript::read(&sources)).publication.unwrap();
        publication.departments().next().unwrap().0
    })
}
