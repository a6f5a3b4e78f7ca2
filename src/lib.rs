//! ayumi (歩み) turns a municipality's source files into its annual 進行管理報告書.
//!
//! The pipeline, in order, each arrow one function and each room one stage:
//!
//! ```text
//! source      files      → Sources      source::read_folder
//! manuscript  Sources    → Manuscript   manuscript::read
//! check       Manuscript → Report       check::check, Checked::into_report
//! render      Report     → Site         render::render
//! output      Site       → files        output::write
//! preview     Deferred   → browser      preview::Server
//! ```
//!
//! A draft leaves the row between check and render: `draft::Draft::new` keeps the gaps and findings with their places, and
//! `render::draft` renders them from the same templates.
//!
//! Beside the arrows stand `model`, which all of them share, `chart`, which draws, and `data`, which makes the open data of
//! an edition; `render` puts their work into the site.
//!
//! Only `source` reads the disk and only `output` writes it; `preview` alone opens sockets and watches files. Nothing that
//! makes the bytes asks the clock, the environment or any global: the same sources give the same bytes on every machine.
//!
//! ```no_run
//! use ayumi::{check, manuscript, output, render, source};
//! use std::path::Path;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sources = source::read_folder(Path::new("content"))?;
//! let checked = check::check(&sources, &manuscript::read(&sources));
//! let (report, warnings) = checked.into_report().map_err(|faults| format!("{} faults", faults.len()))?;
//! let templates = render::Templates::new(&sources).map_err(|faults| format!("{} faults", faults.len()))?;
//! let site = render::render(&report, &templates, &sources).map_err(|faults| format!("{} faults", faults.len()))?;
//! output::write(&site, Path::new("output"))?;
//! println!("{} pages, {} warnings", site.len(), warnings.len());
//! # Ok(())
//! # }
//! ```

pub mod changes;
pub mod chart;
pub mod check;
pub mod committee;
pub mod data;
pub mod diagnostic;
pub mod draft;
pub mod error;
pub mod manuscript;
pub mod model;
pub mod output;
pub mod preview;
pub mod render;
pub mod schema;
pub mod source;
