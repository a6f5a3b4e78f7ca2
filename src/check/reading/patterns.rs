//! Many fixed texts looked for in one pass.

use std::{cmp::Reverse, ops::Range};

use super::letters::{Letters, length, pair, pairs_of};
use crate::check::bits::Bits;

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    /// By their slots and first characters, the longest of each first.
    patterns: Vec<(char, &'p str, T)>,
    /// Where the patterns of each slot begin.
    slots: [u32; SLOTS],
    /// The first two characters of each, all that may be behind one that stands alone: nearly nothing in a text is among them.
    pairs: Bits<1024>,
}

const SLOTS: usize = 128;

fn slot(c: char) -> usize {
    c as usize % SLOTS
}

impl<'p, T> Patterns<'p, T> {
    /// Of two that begin at the same place the longer comes first.
    pub(crate) fn new(patterns: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let begun = patterns.into_iter();
        let begun = begun.filter_map(|(pattern, what)| Some((pattern.chars().next()?, pattern, what)));
        let mut patterns: Vec<_> = begun.collect();
        patterns.sort_by_key(|(c, pattern, _)| (slot(*c), *c, Reverse(pattern.len())));
        let mut slots = [0; SLOTS];
        let mut pairs = Bits::default();
        for (number, (c, pattern, _)) in patterns.iter().enumerate().rev() {
            match pattern[c.len_utf8()..].chars().next() {
                Some(next) => pairs.set(usize::from(pair(*c, next))),
                None => pairs_of(*c).for_each(|pair| pairs.set(usize::from(pair))),
            }
            slots[slot(*c)] = number as u32;
        }
        Self { patterns, slots, pairs }
    }

    /// Every occurrence in a text of these letters, in the order of the text, the longer of two first. One at a time: a
    /// hostile text may hold hundreds of millions of hostile patterns.
    pub(crate) fn find<'s>(
        &'s self,
        text: &'s str,
        letters: &'s Letters,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        self.places(letters).flat_map(move |(c, at)| self.at(text, c, at))
    }

    /// The occurrences that are meant and do not overlap: of each place the longest, and nothing within it.
    pub(crate) fn find_apart<'s>(
        &'s self,
        text: &'s str,
        letters: &'s Letters,
        meant: impl Fn(&Range<usize>, &'s T) -> bool,
    ) -> Vec<(Range<usize>, &'s T)> {
        let mut found: Vec<(Range<usize>, &T)> = Vec::new();
        for (c, at) in self.places(letters) {
            if found.last().is_none_or(|(last, _)| last.end <= at) {
                found.extend(self.at(text, c, at).find(|(hit, what)| meant(hit, *what)));
            }
        }
        found
    }

    /// The letters with which a pattern may begin, and where they stand in the text.
    fn places<'s>(&'s self, letters: &'s Letters) -> impl Iterator<Item = (char, usize)> {
        let begun = letters.pairs().iter().enumerate();
        let begun = begun.filter(|(_, pair)| self.pairs.may_have(usize::from(**pair)));
        let (mut last, mut at) = (0, 0);
        begun.map(move |(number, _)| {
            at += length(&letters[last..number]);
            last = number;
            (letters[number], at)
        })
    }

    /// The patterns that stand at a place, where this letter does.
    fn at<'s>(&'s self, text: &'s str, c: char, at: usize) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        let of_slot = self.patterns[self.slots[slot(c)] as usize..].iter();
        let of_slot = of_slot.take_while(move |(first, ..)| slot(*first) == slot(c));
        let here = of_slot.filter(move |(first, pattern, _)| *first == c && text[at..].starts_with(pattern));
        here.map(move |(_, pattern, what)| (at..at + pattern.len(), what))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Letters, Patterns};

    fn found(patterns: &[(&'static str, u8)], text: &str) -> Vec<(usize, u8)> {
        let patterns = Patterns::new(patterns.iter().copied());
        let letters = Letters::of(text);
        let found = patterns.find(text, &letters);
        found.map(|(range, what)| (range.start, *what)).collect()
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
}
