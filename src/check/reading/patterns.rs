//! Many fixed texts looked for in one pass.

use std::{cmp::Reverse, ops::Range};

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    /// By their slots and first characters, the longest of each first.
    patterns: Vec<(char, &'p str, T)>,
    /// Where the patterns of each slot begin.
    slots: [u32; SLOTS],
    /// One bit for each character modulo the size of the table: most characters begin no pattern.
    first: Vec<u64>,
}

const BITS: u32 = 1 << 14;
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
        let mut first = vec![0u64; BITS as usize / 64];
        let mut slots = [0; SLOTS];
        for (number, (c, ..)) in patterns.iter().enumerate().rev() {
            let bit = u32::from(*c) % BITS;
            first[bit as usize / 64] |= 1 << (bit % 64);
            slots[slot(*c)] = number as u32;
        }
        Self { patterns, slots, first }
    }

    /// Every occurrence, in the order of the text, the longer of two first.
    pub(crate) fn find<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        let begins = |c: char| {
            let bit = u32::from(c) % BITS;
            self.first[bit as usize / 64] >> (bit % 64) & 1 == 1
        };
        let mut found = Vec::new();
        for (at, c) in text.char_indices() {
            if !begins(c) {
                continue;
            }
            let of_slot = self.patterns[self.slots[slot(c)] as usize..].iter();
            let of_slot = of_slot.take_while(|(first, ..)| slot(*first) == slot(c));
            let beginning = of_slot.filter(|(first, ..)| *first == c);
            let here = beginning.filter(|(_, pattern, _)| text[at..].starts_with(pattern));
            found.extend(here.map(|(_, pattern, what)| (at..at + pattern.len(), what)));
        }
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Patterns;

    #[test]
    fn finds_all_the_longest_first() {
        let patterns = Patterns::new([("取組", 1), ("取組み", 2), ("子供", 3)]);
        let found: Vec<_> = patterns
            .find("子供の取組み")
            .map(|(range, what)| (range.start, *what))
            .collect();
        assert_eq!(found, [(0, 3), (9, 2), (9, 1)]);
    }
}
