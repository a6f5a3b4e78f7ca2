//! All or nothing: whatever happens while a site is written, a reader finds the old one or the new one, whole.
//!
//! What each file shows is listed in `docs/robustness.md`. `AYUMI_KILLS=300 cargo test --test faults` is the long form.

mod disk;
mod folders;
mod kills;
mod made;
mod readers;
mod stage;
mod turns;

#[path = "../support/mod.rs"]
mod support;
