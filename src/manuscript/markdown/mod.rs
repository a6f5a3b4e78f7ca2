//! Markdown → narrative tree: what a department or the planning section typed becomes headings and blocks, each with
//! its place in the file, and everything a report cannot carry becomes a fault.
//!
//! 1. `simple` reads what most texts are: headings, paragraphs and lists without a mark in their lines. Any other text goes the
//!    whole way:
//! 2. `japanese` prepares the text so that emphasis works next to Japanese punctuation;
//! 3. pulldown-cmark turns it into events;
//! 4. `blocks` turns events into blocks, `inlines` and `nodes` what stands within one block, `title` that of a heading;
//! 5. `run` puts plain text together again, `scan` looks into it for a `reference` or for `mistakes`;
//! 6. `links` judges addresses.
//!
//! What may not enter: HTML of any kind, rules about which headings or fields a file must have (the manuscript's
//! work), whether a KPI exists (the check's), and messages: a fault says what was found, not how to put it.

mod blocks;
mod faults;
mod inlines;
mod japanese;
mod links;
mod mistakes;
mod nodes;
mod reference;
mod run;
mod scan;
mod simple;
#[cfg(test)]
mod tests;
mod title;

use crate::{
    model::{Block, Inline},
    source::{Place, Positions, Spanned},
};

pub use faults::{Construct, LinkRefusal, MarkdownFault, MarkdownFaultKind};
pub use title::Title;

/// Inline text whose KPIs are named as typed.
pub type TypedInline = Inline<Spanned<String>>;
/// A block whose KPIs are named as typed.
pub type TypedBlock = Block<Spanned<String>>;

/// Lists may be nested this deep.
pub const LIST_DEPTH: usize = 8;
/// Emphasis and links may be nested this deep.
pub const INLINE_DEPTH: usize = 16;

/// A Markdown text, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document<'t> {
    /// Headings and blocks, in reading order.
    pub items: Vec<Item<'t>>,
    /// Everything that was refused or looks like a slip, by place.
    pub faults: Vec<MarkdownFault>,
}

/// A heading or a block of the outermost level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'t> {
    /// From its first character to its last: no indentation, no line end.
    pub place: Place,
    /// What it is.
    pub content: Content<'t>,
}

/// What stands at the outermost level of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'t> {
    /// `## …`.
    Heading {
        /// 1 to 6.
        level: u8,
        /// What it says.
        title: Title<'t>,
    },
    /// A paragraph, a list or a place for data; never [`Block::Section`], which is for the manuscript to make.
    Block(TypedBlock),
}

/// The first reference (`{kpi:…}`, `{plan:…}`, `{chart:…}`) in a text that is no Markdown, with or without meaning.
pub(crate) fn first_reference(text: &str) -> Option<std::ops::Range<usize>> {
    reference::first(text)
}

/// Reads a text. `positions` says where the text stands in its file; every place in the answer is a place in the file.
pub fn parse<'t>(text: &'t str, positions: &Positions) -> Document<'t> {
    simple::read(text, positions).unwrap_or_else(|| read_by_library(text, positions))
}

/// The same by the library alone: what [`parse`] is held to.
pub fn read_by_library(text: &str, positions: &Positions) -> Document<'static> {
    let prepared = japanese::Prepared::new(text);
    blocks::read(&prepared, positions)
}
