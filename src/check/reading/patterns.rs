//! Many fixed texts looked for in one pass.

use std::{iter, ops::Range};

use super::letters::{Letters, length, pair, pairs_of};
use crate::check::bits::Bits;

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    /// By the slots of their first characters, then in the order of all: what one begins with stands before it.
    patterns: Vec<Pattern<'p, T>>,
    /// Where the patterns of each slot end.
    slots: [u32; SLOTS],
    /// The first two characters of each, all that may be behind one that stands alone: nearly nothing in a text is among them.
    pairs: Bits<1024>,
}

const SLOTS: usize = 128;

fn slot(text: &str) -> usize {
    text.chars().next().map_or(0, |c| c as usize % SLOTS)
}

struct Pattern<'p, T> {
    text: &'p str,
    what: T,
    /// The longest other one that it begins with: where this one stands, that one does.
    within: Option<u32>,
}

impl<'p, T> Patterns<'p, T> {
    /// Of two that begin at the same place the longer comes first; of two that are alike, the one that comes first here.
    pub(crate) fn new(patterns: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let patterns = patterns.into_iter().filter(|(text, _)| !text.is_empty());
        let alone = |(text, what)| Pattern {
            text,
            what,
            within: None,
        };
        let mut patterns: Vec<_> = patterns.map(alone).collect();
        // They are gone through from the last to the first.
        patterns.reverse();
        patterns.sort_by_key(|pattern| (slot(pattern.text), pattern.text));
        let mut slots = [0; SLOTS];
        let mut pairs = Bits::default();
        let mut begun: Vec<u32> = Vec::new();
        for number in 0..patterns.len() {
            let text = patterns[number].text;
            while begun
                .pop_if(|last| !text.starts_with(patterns[*last as usize].text))
                .is_some()
            {}
            patterns[number].within = begun.last().copied();
            begun.push(number as u32);
            slots[slot(text)] = number as u32 + 1;
            let mut letters = text.chars();
            match (letters.next(), letters.next()) {
                (Some(c), Some(next)) => pairs.set(usize::from(pair(c, next))),
                (Some(c), None) => pairs_of(c).for_each(|pair| pairs.set(usize::from(pair))),
                (None, _) => {}
            }
        }
        for slot in 1..SLOTS {
            slots[slot] = slots[slot].max(slots[slot - 1]);
        }
        Self { patterns, slots, pairs }
    }

    /// The longest at each place, in the order of the text.
    pub(crate) fn longest<'s>(
        &'s self,
        text: &'s str,
        letters: &'s Letters,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        self.places(letters).filter_map(move |at| self.at(text, at).next())
    }

    /// The occurrences that are meant and do not overlap: of each place the longest, and nothing within it. Asked one at a
    /// time: a hostile text may hold hundreds of millions of hostile patterns.
    pub(crate) fn find_apart<'s>(
        &'s self,
        text: &'s str,
        letters: &'s Letters,
        meant: impl Fn(&Range<usize>, &'s T) -> bool,
    ) -> Vec<(Range<usize>, &'s T)> {
        let mut found: Vec<(Range<usize>, &T)> = Vec::new();
        for at in self.places(letters) {
            if found.last().is_none_or(|(last, _)| last.end <= at) {
                found.extend(self.at(text, at).find(|(hit, what)| meant(hit, *what)));
            }
        }
        found
    }

    /// Where a pattern may begin.
    fn places<'s>(&'s self, letters: &'s Letters) -> impl Iterator<Item = usize> {
        let begun = letters.pairs().iter().enumerate();
        let begun = begun.filter(|(_, pair)| self.pairs.may_have(usize::from(**pair)));
        let (mut last, mut at) = (0, 0);
        begun.map(move |(number, _)| {
            at += length(&letters[last..number]);
            last = number;
            at
        })
    }

    /// The patterns that stand at a place. Of all that come before the text from there on, each of them begins the last one,
    /// however many there are that only begin as they do.
    fn at<'s>(&'s self, text: &'s str, at: usize) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        let rest = &text[at..];
        let first = slot(rest).checked_sub(1).map_or(0, |slot| self.slots[slot]);
        let of_slot = &self.patterns[first as usize..self.slots[slot(rest)] as usize];
        let before = of_slot.partition_point(|pattern| pattern.text <= rest) as u32;
        let pattern = |number: u32| &self.patterns[number as usize];
        let all = iter::successors((before > 0).then(|| first + before - 1), move |last| {
            pattern(*last).within
        });
        let here = all.map(pattern).skip_while(|pattern| !rest.starts_with(pattern.text));
        here.map(move |pattern| (at..at + pattern.text.len(), &pattern.what))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Letters, Patterns};
    use std::cell::RefCell;

    /// Everything that is asked for, where nothing is meant.
    fn asked<T: Copy>(patterns: &Patterns<T>, text: &str) -> Vec<(usize, T)> {
        let asked = RefCell::new(Vec::new());
        let letters = Letters::of(text);
        let found = patterns.find_apart(text, &letters, |range, what| {
            asked.borrow_mut().push((range.start, *what));
            false
        });
        assert!(found.is_empty());
        asked.into_inner()
    }

    fn found(patterns: &[(&'static str, u8)], text: &str) -> Vec<(usize, u8)> {
        asked(&Patterns::new(patterns.iter().copied()), text)
    }

    #[test]
    fn finds_all_the_longest_first() {
        let patterns = [("取組", 1), ("取組み", 2), ("子供", 3)];
        assert_eq!(found(&patterns, "子供の取組み"), [(0, 3), (9, 2), (9, 1)]);
    }

    #[test]
    fn of_those_that_overlap_the_first_that_is_meant() {
        let patterns = Patterns::new([("取組", 1), ("取組み", 2), ("組みの", 3), ("の", 4)]);
        let text = "取組みの取組みの";
        let letters = Letters::of(text);
        let apart = |meant: &dyn Fn(&u8) -> bool| -> Vec<(usize, u8)> {
            let found = patterns.find_apart(text, &letters, |_, what| meant(what));
            found.into_iter().map(|(range, what)| (range.start, *what)).collect()
        };
        assert_eq!(apart(&|_| true), [(0, 2), (9, 4), (12, 2), (21, 4)]);
        assert_eq!(apart(&|what| *what != 2), [(0, 1), (9, 4), (12, 1), (21, 4)]);
        assert_eq!(apart(&|what| *what > 2), [(3, 3), (15, 3)]);
    }

    #[test]
    fn a_pattern_may_be_one_character() {
        let patterns = [("迄", 1), ("取組", 2)];
        assert_eq!(found(&patterns, "取組は今迄"), [(0, 2), (12, 1)]);
    }

    #[test]
    fn of_two_that_are_alike_the_first_comes_first() {
        assert_eq!(
            found(&[("取組", 1), ("取", 2), ("取組", 3)], "取組"),
            [(0, 1), (0, 3), (0, 2)]
        );
    }

    /// All words of up to three of two letters, any of them at once, against looking for each everywhere.
    #[test]
    fn whatever_lies_within_each_other_is_found() {
        let of_length = |length: usize| {
            (0..1 << length).map(move |bits: u32| (0..length).map(|at| ['あ', 'い'][bits as usize >> at & 1]).collect())
        };
        let words: Vec<String> = (1..=3).flat_map(of_length).collect();
        let texts: Vec<String> = of_length(6).collect();
        for some in (0_u32..1 << words.len()).step_by(13) {
            let chosen = (0..).zip(&words).filter(|(number, _)| some >> number & 1 == 1);
            let chosen: Vec<(&str, usize)> = chosen.map(|(number, word)| (word.as_str(), number)).collect();
            let patterns = Patterns::new(chosen.iter().copied());
            for text in &texts {
                let at = |(at, _): (usize, char)| {
                    let here = chosen
                        .iter()
                        .rev()
                        .filter(move |(word, _)| text[at..].starts_with(word));
                    here.map(move |(_, number)| (at, *number))
                };
                let all: Vec<(usize, usize)> = text.char_indices().flat_map(at).collect();
                let mut longest = all.clone();
                longest.dedup_by_key(|(at, _)| *at);
                let letters = Letters::of(text);
                let found = patterns.longest(text, &letters);
                assert_eq!(
                    found.map(|(range, number)| (range.start, *number)).collect::<Vec<_>>(),
                    longest
                );
                assert_eq!(asked(&patterns, text), all, "{chosen:?} in {text}");
            }
        }
    }
}
