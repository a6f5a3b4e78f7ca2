//! Many fixed texts looked for in one pass.

use std::{collections::HashMap, ops::Range};

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    by_first: HashMap<char, Vec<(&'p str, T)>>,
    /// One bit for each character modulo the size of the table: most characters begin no pattern.
    first: Vec<u64>,
}

const BITS: u32 = 1 << 14;

impl<'p, T> Patterns<'p, T> {
    /// Of two that begin at the same place the longer comes first.
    pub(crate) fn new(patterns: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let mut by_first: HashMap<char, Vec<(&str, T)>> = HashMap::new();
        let mut first = vec![0u64; BITS as usize / 64];
        for (pattern, what) in patterns {
            let Some(c) = pattern.chars().next() else { continue };
            let bit = u32::from(c) % BITS;
            first[bit as usize / 64] |= 1 << (bit % 64);
            by_first.entry(c).or_default().push((pattern, what));
        }
        for patterns in by_first.values_mut() {
            patterns.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
        }
        Self { by_first, first }
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
                let patterns = self.by_first.get(&c).into_iter().flatten();
                patterns
                    .filter(move |(pattern, _)| text[at..].starts_with(pattern))
                    .map(move |(pattern, what)| (at..at + pattern.len(), what))
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
