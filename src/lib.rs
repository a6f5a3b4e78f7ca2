//! ayumi (歩み) turns a municipality's source files into its annual 進行管理報告書.
//!
//! The pipeline, in order, each arrow one function and each room one stage:
//!
//! ```text
//! source      files      → Sources      source::read_folder
//! manuscript  Sources    → Manuscript   manuscript::read
//! check       Manuscript → Report       check::check
//! ```
//!
//! Only `source` reads the disk and only `output` writes it. Nothing in the library asks the clock, the environment or
//! any global: the same sources give the same bytes on every machine.

pub mod check;
pub mod diagnostic;
pub mod error;
pub mod manuscript;
pub mod model;
pub mod source;
