//! Many fixed texts looked for in one pass.

use std::{cmp::Reverse, ops::Range};

use super::letters::length;

/// Texts to look for, each with what it stands for.
pub(crate) struct Patterns<'p, T> {
    /// By their slots and first characters, the longest of each first.
    patterns: Vec<(char, &'p str, T)>,
    /// Where the patterns of each slot begin.
    slots: [u32; SLOTS],
    /// One bit for each two characters that begin a pattern, by their hash: nearly nothing in a text begins any.
    first: [u64; (1 << BITS) / 64],
    /// For patterns of but one character, which are few: one bit for each modulo ALONE.
    alone: [u64; ALONE / 64],
}

const BITS: u32 = 14;
const ALONE: usize = 512;
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
        let mut first = [0u64; (1 << BITS) / 64];
        let mut slots = [0; SLOTS];
        let mut alone = [0u64; ALONE / 64];
        for (number, (c, pattern, _)) in patterns.iter().enumerate().rev() {
            match pattern[c.len_utf8()..].chars().next() {
                Some(next) => {
                    let bit = bit(*c, next);
                    first[bit / 64] |= 1 << (bit % 64);
                }
                None => alone[*c as usize % ALONE / 64] |= 1 << (*c as usize % 64),
            }
            slots[slot(*c)] = number as u32;
        }
        Self {
            patterns,
            slots,
            first,
            alone,
        }
    }

    /// Every occurrence in a text of these letters, in the order of the text, the longer of two first.
    pub(crate) fn find<'s>(
        &'s self,
        text: &'s str,
        letters: &[char],
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, T> {
        let mut found = Vec::new();
        // A letter, and where it stands in the text.
        let (mut number, mut at) = (0, 0);
        for (letter, c) in letters.iter().enumerate() {
            let bit = bit(*c, letters.get(letter + 1).copied().unwrap_or_default());
            let begins = self.first[bit / 64] >> (bit % 64) & 1 == 1;
            if !begins && self.alone[*c as usize % ALONE / 64] >> (*c as usize % 64) & 1 == 0 {
                continue;
            }
            at += length(&letters[number..letter]);
            number = letter;
            let of_slot = self.patterns[self.slots[slot(*c)] as usize..].iter();
            let of_slot = of_slot.take_while(|(first, ..)| slot(*first) == slot(*c));
            let beginning = of_slot.filter(|(first, ..)| first == c);
            let here = beginning.filter(|(_, pattern, _)| text[at..].starts_with(pattern));
            found.extend(here.map(|(_, pattern, what)| (at..at + pattern.len(), what)));
        }
        found.into_iter()
    }
}

/// The bit of a character and the one after it.
fn bit(c: char, next: char) -> usize {
    let both = u64::from(u32::from(c)) << 21 | u64::from(u32::from(next));
    (both.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::{super::Letters, Patterns};

    fn found(patterns: &[(&'static str, u8)], text: &str) -> Vec<(usize, u8)> {
        let patterns = Patterns::new(patterns.iter().copied());
        let found = patterns.find(text, &Letters::of(text));
        found.map(|(range, what)| (range.start, *what)).collect()
    }

    #[test]
    fn finds_all_the_longest_first() {
        let patterns = [("取組", 1), ("取組み", 2), ("子供", 3)];
        assert_eq!(found(&patterns, "子供の取組み"), [(0, 3), (9, 2), (9, 1)]);
    }

    #[test]
    fn a_pattern_may_be_one_character() {
        let patterns = [("迄", 1), ("取組", 2)];
        assert_eq!(found(&patterns, "取組は今迄"), [(0, 2), (12, 1)]);
    }
}
