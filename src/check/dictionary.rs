//! The city's dictionary of wording at work.

use std::{cell::Cell, ops::Range};

use super::{
    effort::Effort,
    reading::{Letters, Patterns},
};
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

    /// Where the text has a wording that the dictionary would have otherwise; the ranges do not overlap. Nothing, if the
    /// search was given up.
    pub(super) fn find(
        &self,
        text: &str,
        letters: &Letters,
        search: &Search<'m>,
    ) -> Vec<(Range<usize>, &'m TermLines)> {
        let found = self
            .patterns
            .find_apart(text, letters, |hit, term| search.is_meant(term, text, hit));
        let found = found.into_iter().filter(|_| search.given_up().is_none());
        found.map(|(hit, term)| (hit, *term)).collect()
    }
}

/// Whether a dictionary of but one term would find anything in a text. Nothing is made ready, so each of its patterns is
/// looked for by itself.
pub(super) fn finds<'m>(term: &'m TermLines, text: &str, search: &Search<'m>) -> bool {
    let patterns = term.patterns.iter().map(|pattern| pattern.value.as_str());
    patterns.filter(|pattern| !pattern.is_empty()).any(|pattern| {
        let mut hits = text.match_indices(pattern.chars().next().unwrap_or_default());
        hits.any(|(at, _)| text[at..].starts_with(pattern) && search.is_meant(term, text, &(at..at + pattern.len())))
    })
}

/// What may be spent on looking at what stands around patterns: one of a single character stands thousands of times in a
/// long text, and thousands of exceptions may be asked for each.
pub(super) struct Search<'m> {
    effort: Effort,
    given_up: Cell<Option<&'m TermLines>>,
}

impl<'m> Search<'m> {
    pub(super) fn new() -> Self {
        Self {
            effort: Effort::new(),
            given_up: Cell::new(None),
        }
    }

    /// The term at which nothing was left, if any: from there on nothing was looked for.
    pub(super) fn given_up(&self) -> Option<&'m TermLines> {
        self.given_up.get()
    }

    /// Neither an exception, nor the expected wording itself, nor something that goes on otherwise. Where nothing is left,
    /// everything is, so that the search ends soon.
    fn is_meant(&self, term: &'m TermLines, text: &str, hit: &Range<usize>) -> bool {
        if self.given_up().is_some() {
            return true;
        }
        let longer = || {
            term.expected
                .iter()
                .chain(&term.except)
                .map(|longer| longer.value.as_str())
        };
        let cost = longer().map(|longer| cost(longer, hit.len())).sum::<usize>() + 16 * term.followed_by.len() + 1;
        if !self.effort.spend(cost) {
            self.given_up.set(Some(term));
            return true;
        }
        let part = &text[hit.clone()];
        let covers = |longer: &str| {
            longer.match_indices(part).any(|(at, _)| {
                let start = hit.start.checked_sub(at).and_then(|start| text.get(start..));
                start.is_some_and(|rest| rest.starts_with(longer))
            })
        };
        let followed = |next: &str| text[hit.end..].starts_with(next);
        let mut followed_by = term.followed_by.iter().map(|next| next.value.as_str());
        !longer().any(covers) && (term.followed_by.is_empty() || followed_by.any(followed))
    }
}

/// Of looking for a part in a longer text, and at every place for all of that. To begin takes as long as some bytes; whole
/// texts are compared many bytes at a time.
fn cost(longer: &str, part: usize) -> usize {
    64 + longer.len() + longer.len() / part * (8 + longer.len() / 32)
}
