//! Sources that mean no good. Whatever stands in a content folder, the program answers with a finding and its place, soon
//! and within bounds, and no markup of the sources reaches a page.
//!
//! What each file shows is listed in `docs/robustness.md`.

mod folders;
mod ids;
mod injection;
mod pages;
mod products;
mod registers;
mod sheets;
mod spreadsheet;
mod templates;
mod texts;
mod walk;
mod watch;
mod yaml;

#[path = "../support/mod.rs"]
mod support;
