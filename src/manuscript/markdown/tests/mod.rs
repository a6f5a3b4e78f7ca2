//! What the reader makes of what people type, case by case.

mod emphasis;
mod hostile;
mod html;
mod mistakes;
mod places;
mod random;
mod refused;
mod same_tree;
mod structure;

use super::{Document, MarkdownFaultKind, parse};
use crate::source::{FileId, Positions};

/// Reads a text that is its own file.
fn read(text: &str) -> Document<'_> {
    parse(text, &Positions::from(FileId(0), 0))
}

/// The text as HTML; faults are not looked at.
fn html(text: &str) -> String {
    html::write(&read(text))
}

/// Each fault with the text at its place.
fn faults(text: &str) -> Vec<(String, MarkdownFaultKind)> {
    let at = |fault: &super::MarkdownFault| {
        let span = fault.place.span;
        text[span.start as usize..span.end as usize].to_owned()
    };
    read(text)
        .faults
        .into_iter()
        .map(|fault| (at(&fault), fault.kind))
        .collect()
}

/// One fault and nothing else, at exactly `at`.
#[track_caller]
fn assert_one(text: &str, at: &str, kind: MarkdownFaultKind) {
    assert_eq!(faults(text), [(at.to_owned(), kind)], "{text}");
}

/// Nothing to say about the text.
#[track_caller]
fn assert_clean(text: &str) {
    assert_eq!(faults(text), [], "{text}");
}
