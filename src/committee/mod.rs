//! The sheet on which a committee's opinions are collected, and its way back into `committee.yaml`. Pure: bytes in,
//! bytes out.
//!
//! [`sheet()`] writes a CSV for Excel with a row for every paragraph and KPI; [`read()`] reads what people wrote into it;
//! [`merge()`] adds that to a `committee.yaml`, and never takes anything from one.

mod lists;
mod merge;
mod read;
mod sheet;
mod yaml;

pub use merge::{MergeError, Merged, merge};
pub use read::{Row, SheetError, read};
pub use sheet::sheet;

/// The columns of the sheet, in order.
const COLUMNS: [&str; 6] = ["番号", "場所", "文章", "会議", "委員", "意見"];
