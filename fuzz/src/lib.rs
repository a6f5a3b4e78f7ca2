//! What must hold for every input, target by target. The targets in `fuzz_targets/` hand their input to `holds`, which
//! panics when something does not.

pub mod csv;
pub mod eras;
pub mod markdown;
pub mod places;
pub mod references;
pub mod report;
pub mod yaml;
