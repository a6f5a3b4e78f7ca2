//! The city's dictionary of wording at work.

use std::{cell::RefCell, ops::Range};

use memchr::memmem;

use super::{
    maps::HashMap,
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

    /// Where the text has a wording that the dictionary would have otherwise; the ranges do not overlap.
    pub(super) fn find(&self, text: &str, letters: &Letters) -> Vec<(Range<usize>, &'m TermLines)> {
        let longer = Longer::of(text);
        let found = self
            .patterns
            .find_apart(text, letters, |hit, term| is_meant(term, &longer, hit));
        found.into_iter().map(|(hit, term)| (hit, *term)).collect()
    }
}

/// Whether a dictionary of but one term would find anything in a text. Nothing is made ready, so each of its patterns is
/// looked for by itself.
pub(super) fn finds(term: &TermLines, text: &str) -> bool {
    let longer = Longer::of(text);
    let patterns = term.patterns.iter().map(|pattern| pattern.value.as_str());
    patterns.filter(|pattern| !pattern.is_empty()).any(|pattern| {
        let mut hits = text.match_indices(pattern.chars().next().unwrap_or_default());
        hits.any(|(at, _)| text[at..].starts_with(pattern) && is_meant(term, &longer, &(at..at + pattern.len())))
    })
}

/// Neither an exception, nor the expected wording itself, nor something that goes on otherwise.
fn is_meant(term: &TermLines, longer: &Longer, hit: &Range<usize>) -> bool {
    let mut unmeant = term.expected.iter().chain(&term.except);
    if unmeant.any(|wording| longer.covers(&wording.value, hit)) {
        return false;
    }
    term.followed_by.is_empty()
        || term
            .followed_by
            .iter()
            .any(|next| longer.text[hit.end..].starts_with(next.value.as_str()))
}

/// Where the wordings that may cover a hit stand in a text, each looked for once, when the first hit asks.
struct Longer<'t> {
    text: &'t str,
    starts: RefCell<HashMap<*const str, Vec<usize>>>,
}

/// In bytes. A wording so long is not looked for within itself, which would take as long as both are.
const LONG: usize = 300;

impl<'t> Longer<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            starts: RefCell::default(),
        }
    }

    /// Whether the wording stands where it holds the hit.
    fn covers(&self, wording: &str, hit: &Range<usize>) -> bool {
        // It begins no later than the hit, and ends no earlier.
        let Some(spare) = wording.len().checked_sub(hit.len()) else {
            return false;
        };
        let mut known = self.starts.borrow_mut();
        let starts = known
            .entry(std::ptr::from_ref(wording))
            .or_insert_with(|| self.find(wording));
        let last = starts[..starts.partition_point(|start| *start <= hit.start)].last();
        last.is_some_and(|last| hit.start - last <= spare)
    }

    fn find(&self, wording: &str) -> Vec<usize> {
        let finder = memmem::Finder::new(wording);
        let step = if wording.len() > LONG { wording.len() } else { 1 };
        let mut from = 0;
        let next = || {
            let start = from + finder.find(self.text.as_bytes().get(from..)?)?;
            from = start + step;
            Some(start)
        };
        std::iter::from_fn(next).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Longer;

    #[test]
    fn what_holds_a_hit_covers_it() {
        let covers = |text: &str, wording: &str, hit: &str, number: usize| {
            let (start, _) = text.match_indices(hit).nth(number).unwrap();
            Longer::of(text).covers(wording, &(start..start + hit.len()))
        };
        assert!(covers("子どもたち", "子どもたち", "子ども", 0));
        assert!(covers("小さな子ども", "小さな子ども", "子ども", 0));
        assert!(covers("子ども", "子ども", "子ども", 0));
        assert!(!covers("子どもの子どもたち", "子どもたち", "子ども", 0));
        assert!(covers("子どもの子どもたち", "子どもたち", "子ども", 1));
        assert!(!covers("子どもたち", "もたち", "子ども", 0));
        assert!(!covers("子どもたち", "", "子ども", 0));
        // One that overlaps itself.
        for number in 0..3 {
            assert!(covers("あああ", "ああ", "あ", number));
        }
    }

    #[test]
    fn long_wordings_are_looked_for_in_one_pass() {
        let (text, wording) = ("い".repeat(80_000), "い".repeat(40_000));
        let longer = Longer::of(&text);
        assert!(
            (0..text.len())
                .step_by(3)
                .all(|at| longer.covers(&wording, &(at..at + 3)))
        );
        let other = format!("{wording}う");
        assert!(
            !(0..text.len())
                .step_by(3)
                .any(|at| longer.covers(&other, &(at..at + 3)))
        );
    }
}
