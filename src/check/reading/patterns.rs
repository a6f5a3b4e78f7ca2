//! Many fixed texts looked for in one pass.

use std::{cmp::Reverse, ops::Range};

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    /// By their first characters, the longest of each first.
    patterns: Vec<(char, &'p str, T)>,
    /// One bit for each character modulo the size of the table: most characters begin no pattern.
    first: Vec<u64>,
}

const BITS: u32 = 1 << 14;

impl<'p, T> Patterns<'p, T> {
    /// Of two that begin at the same place the longer comes first.
    pub(crate) fn new(patterns: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let begun = patterns.into_iter();
        let begun = begun.filter_map(|(pattern, what)| Some((pattern.chars().next()?, pattern, what)));
        let mut patterns: Vec<_> = begun.collect();
        patterns.sort_by_key(|(c, pattern, _)| (*c, Reverse(pattern.len())));
        let mut first = vec![0u64; BITS as usize / 64];
        for (c, ..) in &patterns {
            let bit = u32::from(*c) % BITS;
            first[bit as usize / 64] |= 1 << (bit % 64);
        }
        Self { patterns, first }
    }

    /// Every occurrence, in the order of the text, the longer of two first.
    pub(crate) fn find<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (Range<usize>, &'s T)> {
        let begins = |c: char| {
            let bit = u32::from(c) % BITS;
            self.first[bit as usize / 64] >> (bit % 64) & 1 == 1
        };
        text.char_indices()
            .filter(move |(_, c)| begins(*c))
            .flat_map(move |(at, c)| {
                let from = self.patterns.partition_point(|(first, ..)| *first < c);
                let beginning = self.patterns[from..].iter().take_while(move |(first, ..)| *first == c);
                beginning
                    .filter(move |(_, pattern, _)| text[at..].starts_with(pattern))
                    .map(move |(_, pattern, what)| (at..at + pattern.len(), what))
            })
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
