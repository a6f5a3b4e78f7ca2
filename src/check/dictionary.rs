//! The city's dictionary of wording at work.

use std::{cell::Cell, ops::Range};

use super::{
    effort::Effort,
    maps::HashMap,
    reading::{Letters, Patterns},
};
use crate::manuscript::TermLines;

/// Terms, ready to look for all their patterns in one pass over a text.
pub(super) struct Dictionary<'m> {
    terms: Vec<Term<'m>>,
    /// With the numbers of their terms.
    patterns: Patterns<'m, usize>,
}

impl<'m> Dictionary<'m> {
    /// So many terms may have one pattern: wherever it stands, each of them is asked.
    const MOST_OF_PATTERN: usize = 50;

    /// Of these terms, out of so many.
    pub(super) fn new(terms: &'m [TermLines], all: usize) -> Self {
        let terms: Vec<Term> = terms.iter().map(|lines| Term::new(lines, all)).collect();
        let mut patterns = Vec::new();
        let mut times: HashMap<&str, usize> = HashMap::default();
        for (number, term) in terms.iter().enumerate() {
            for pattern in &term.lines.patterns {
                let pattern = pattern.value.as_str();
                let times = times.entry(pattern).or_default();
                *times += 1;
                match *times <= Self::MOST_OF_PATTERN {
                    true => patterns.push((pattern, number)),
                    false => term.given_up.set(true),
                }
            }
        }
        Self {
            terms,
            patterns: Patterns::new(patterns),
        }
    }

    /// Where the text has a wording that the dictionary would have otherwise; the ranges do not overlap. What a term needs
    /// beyond its share it takes from what all have in common.
    pub(super) fn find(&self, text: &str, letters: &Letters, common: &Effort) -> Vec<(Range<usize>, &'m TermLines)> {
        let meant = |hit: &Range<usize>, number: &usize| self.terms[*number].is_meant(text, hit, common);
        let found = self.patterns.find_apart(text, letters, meant);
        let lines = |number: &usize| self.terms[*number].lines;
        found.into_iter().map(|(hit, number)| (hit, lines(number))).collect()
    }

    /// The terms that were too much to look for: they were not compared with all texts.
    pub(super) fn given_up(&self) -> impl Iterator<Item = &'m TermLines> {
        let given_up = self.terms.iter().filter(|term| term.is_given_up());
        given_up.map(|term| term.lines)
    }
}

/// A term, with what may be spent on what stands around its patterns: one of a single character stands thousands of times
/// in a long text, and thousands of exceptions may be asked for each.
pub(super) struct Term<'m> {
    lines: &'m TermLines,
    share: Effort,
    given_up: Cell<bool>,
}

impl<'m> Term<'m> {
    /// One of so many.
    pub(super) fn new(lines: &'m TermLines, all: usize) -> Self {
        Self {
            lines,
            share: Effort::share(1, all),
            given_up: Cell::new(false),
        }
    }

    /// Whether nothing was left of its share, and of what all have in common: from there on it is not looked for.
    pub(super) fn is_given_up(&self) -> bool {
        self.given_up.get()
    }

    /// Whether it alone would find anything in a text. Nothing is made ready, so each of its patterns is looked for by
    /// itself.
    pub(super) fn finds(&self, text: &str, common: &Effort) -> bool {
        let patterns = self.lines.patterns.iter().map(|pattern| pattern.value.as_str());
        patterns.filter(|pattern| !pattern.is_empty()).any(|pattern| {
            let mut hits = text.match_indices(pattern.chars().next().unwrap_or_default());
            hits.any(|(at, _)| {
                text[at..].starts_with(pattern) && self.is_meant(text, &(at..at + pattern.len()), common)
            })
        })
    }

    /// Neither an exception, nor the expected wording itself, nor something that goes on otherwise.
    fn is_meant(&self, text: &str, hit: &Range<usize>, common: &Effort) -> bool {
        if self.is_given_up() {
            return false;
        }
        let lines = self.lines;
        let part = &text[hit.clone()];
        let longer = || {
            let all = lines.expected.iter().chain(&lines.except);
            all.map(|longer| longer.value.as_str())
                .filter(|longer| longer.len() >= part.len())
        };
        let cost = 1
            + 16 * (lines.except.len() + lines.followed_by.len())
            + longer().map(|longer| cost(longer, part)).sum::<usize>();
        if !(self.share.spend(cost) || common.spend(cost)) {
            self.given_up.set(true);
            return false;
        }
        let covers = |longer: &str| {
            longer.match_indices(part).any(|(at, _)| {
                let start = hit.start.checked_sub(at).and_then(|start| text.get(start..));
                start.is_some_and(|rest| rest.starts_with(longer))
            })
        };
        let followed = |next: &str| text[hit.end..].starts_with(next);
        let mut followed_by = lines.followed_by.iter().map(|next| next.value.as_str());
        !longer().any(covers) && (lines.followed_by.is_empty() || followed_by.any(followed))
    }
}

/// Of looking for a part in a longer text, and at every place for all of that. To begin takes as long as some bytes; whole
/// texts are compared many bytes at a time.
fn cost(longer: &str, part: &str) -> usize {
    64 + longer.len() + part.len() + longer.len() / part.len() * (8 + longer.len() / 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Place, Positions, Spanned};

    /// Wherever it may stand.
    fn place() -> Place {
        Positions::from(FileId(0), 0).place(0..1)
    }

    fn term(patterns: &[&str], except: &[&str]) -> TermLines {
        let spanned = |words: &[&str]| -> Vec<Spanned<String>> {
            let spanned = |word: &&str| Spanned {
                value: (*word).to_owned(),
                place: place(),
            };
            words.iter().map(spanned).collect()
        };
        TermLines {
            place: place(),
            expected: None,
            patterns: spanned(patterns),
            except: spanned(except),
            followed_by: Vec::new(),
            reason: None,
            tests: Vec::new(),
        }
    }

    #[test]
    fn a_share_first_and_then_what_all_have_in_common() {
        let lines = term(&["更に"], &["今更に"]);
        let nothing = Effort::share(0, 1);
        // A share of nearly nothing, or all of it.
        for (all, common, found) in [
            (1, &nothing, true),
            (usize::MAX, &Effort::new(), true),
            (usize::MAX, &nothing, false),
        ] {
            let term = Term::new(&lines, all);
            assert_eq!(term.finds("更に進めます。", common), found);
            assert_eq!(term.is_given_up(), !found);
        }
        let common = Effort::new();
        assert!(!Term::new(&lines, 1).finds("今更に", &common) && common.left() == Effort::new().left());
    }

    #[test]
    fn a_term_that_is_given_up_takes_nothing_more() {
        let lines = term(&["更に"], &[]);
        let term = Term::new(&lines, usize::MAX);
        assert!(!term.finds("更に", &Effort::share(0, 1)) && term.is_given_up());
        let common = Effort::new();
        assert!(!term.finds("更に", &common) && common.left() == Effort::new().left());
    }

    #[test]
    fn longer_texts_and_more_places_cost_more() {
        let part = "あ";
        let lines = ["あい", "あいう", &"い".repeat(100), &"い".repeat(1000)];
        let costs: Vec<usize> = lines.iter().map(|longer| cost(longer, part)).collect();
        assert!(
            costs.is_sorted() && costs.windows(2).all(|pair| pair[0] < pair[1]),
            "{costs:?}"
        );
        // At each of a thousand places as many bytes are compared.
        assert!(costs[3] > 50 * costs[2], "{costs:?}");
        // To find a long part takes its length, and there are few places for it.
        assert!(cost(&"い".repeat(1000), &"い".repeat(500)) < costs[3] / 20);
    }

    #[test]
    fn so_many_terms_may_have_one_pattern() {
        let lines: Vec<TermLines> = (0..52).map(|_| term(&["更に", "また"], &[])).collect();
        let dictionary = Dictionary::new(&lines, lines.len());
        let given_up: Vec<*const TermLines> = dictionary.given_up().map(std::ptr::from_ref).collect();
        assert_eq!(
            given_up,
            [std::ptr::from_ref(&lines[50]), std::ptr::from_ref(&lines[51])]
        );
        let text = "更に進め、また広げます。";
        let found = dictionary.find(text, &Letters::of(text), &Effort::new());
        let places: Vec<Range<usize>> = found.into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [0..6, 15..21]);
    }
}
