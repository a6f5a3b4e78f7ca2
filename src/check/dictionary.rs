//! The city's dictionary of wording at work.

use std::ops::Range;

use super::reading::{Letters, Patterns};
use crate::manuscript::TermLines;

/// Terms, ready to look for all their patterns in one pass over a text.
pub(super) struct Dictionary<'m> {
    patterns: Patterns<'m, &'m TermLines>,
}

impl<'m> Dictionary<'m> {
    pub(super) fn new(terms: impl IntoIterator<Item = &'m TermLines>) -> Self {
        let pairs = terms.into_iter().flat_map(|term| {
            let patterns = term.patterns.iter();
            patterns.map(move |pattern| (pattern.value.as_str(), term))
        });
        Self {
            patterns: Patterns::new(pairs),
        }
    }

    /// Where the text has a wording that the dictionary would have otherwise; the ranges do not overlap.
    pub(super) fn find(&self, text: &str, letters: &Letters) -> Vec<(Range<usize>, &'m TermLines)> {
        let found = self
            .patterns
            .find_apart(text, letters, |hit, term| is_meant(term, text, hit));
        found.into_iter().map(|(hit, term)| (hit, *term)).collect()
    }
}

/// Whether a dictionary of but one term would find anything in a text. Nothing is made ready, so each of its patterns is
/// looked for by itself.
pub(super) fn finds(term: &TermLines, text: &str) -> bool {
    let patterns = term.patterns.iter().map(|pattern| pattern.value.as_str());
    patterns.filter(|pattern| !pattern.is_empty()).any(|pattern| {
        let mut hits = text.match_indices(pattern.chars().next().unwrap_or_default());
        hits.any(|(at, _)| text[at..].starts_with(pattern) && is_meant(term, text, &(at..at + pattern.len())))
    })
}

/// Neither an exception, nor the expected wording itself, nor something that goes on otherwise.
fn is_meant(term: &TermLines, text: &str, hit: &Range<usize>) -> bool {
    let part = &text[hit.clone()];
    let covered = |longer: &str| {
        longer.match_indices(part).any(|(at, _)| {
            let start = hit.start.checked_sub(at).and_then(|start| text.get(start..));
            start.is_some_and(|rest| rest.starts_with(longer))
        })
    };
    let expected = term.expected.as_ref().is_some_and(|expected| covered(&expected.value));
    if expected || term.except.iter().any(|except| covered(&except.value)) {
        return false;
    }
    term.followed_by.is_empty()
        || term
            .followed_by
            .iter()
            .any(|next| text[hit.end..].starts_with(next.value.as_str()))
}
