//! The characters of a text, decoded once for all rules that look at every one of them, and its pairs of characters, numbered
//! once for all that look for words.

use std::{
    ops::{Deref, RangeInclusive},
    sync::OnceLock,
};

/// The characters of a text, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    chars: Vec<char>,
    /// The number of each with the one behind it; the last stands alone, with nothing behind it.
    pairs: Vec<u16>,
    /// Where each begins, in bytes, and the text ends. Of most texts nobody asks.
    places: OnceLock<Vec<usize>>,
}

impl Letters {
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut chars = vec!['\0'; text.chars().count()];
        for (letter, c) in chars.iter_mut().zip(text.chars()) {
            *letter = c;
        }
        Self {
            pairs: pairs(&chars),
            chars,
            places: OnceLock::new(),
        }
    }

    /// The numbers of its pairs: of each letter with the one behind it, and of the last one with nothing.
    pub(crate) fn pairs(&self) -> &[u16] {
        &self.pairs
    }

    /// Where a character begins, in bytes of the text; behind the last one, where the text ends.
    pub(crate) fn place(&self, at: usize) -> usize {
        let places = self.places.get_or_init(|| {
            let mut end = 0;
            let ends = self.chars.iter().map(|c| {
                end += c.len_utf8();
                end
            });
            [0].into_iter().chain(ends).collect()
        });
        places[at.min(self.chars.len())]
    }
}

impl Deref for Letters {
    type Target = [char];

    fn deref(&self) -> &[char] {
        &self.chars
    }
}

/// The number of two letters side by side, which few others share: the upper eight bits tell of the first alone.
pub(crate) fn pair(first: char, second: char) -> u16 {
    let scattered = |c: char| (u32::from(c) as u16).wrapping_mul(0x9E37);
    scattered(first) ^ scattered(second) >> 8
}

/// The numbers of all pairs that begin with a letter, and perhaps with others.
pub(super) fn pairs_of(first: char) -> RangeInclusive<u16> {
    let least = pair(first, '\0') & 0xFF00;
    least..=least | 0xFF
}

/// Without a branch, so that the compiler works out many at once.
fn pairs(letters: &[char]) -> Vec<u16> {
    let mut pairs = Vec::with_capacity(letters.len());
    let behind = letters.get(1..).unwrap_or_default();
    pairs.extend(letters.iter().zip(behind).map(|(c, next)| pair(*c, *next)));
    pairs.extend(letters.last().map(|last| pair(*last, '\0')));
    pairs
}

/// How many bytes so many letters take: counted without a branch, which the compiler makes a look at many at once.
pub(super) fn length(letters: &[char]) -> usize {
    let beyond = |c: char, last: char| u32::from(c > last);
    let bytes = |c: &char| 1 + beyond(*c, '\u{7F}') + beyond(*c, '\u{7FF}') + beyond(*c, '\u{FFFF}');
    letters.iter().map(bytes).sum::<u32>() as usize
}

#[cfg(test)]
mod tests {
    use super::{Letters, length, pair, pairs_of};

    #[test]
    fn every_letter_is_as_long_as_in_a_text() {
        assert!(('\0'..=char::MAX).all(|c| length(&[c]) == c.len_utf8()));
        assert_eq!(length(&['柏', 'a', '𠮟']), "柏a𠮟".len());
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "柏崎市のKPIは、𠮟。";
        let letters = Letters::of(text);
        let places: Vec<(usize, char)> = (0..)
            .zip(letters.iter())
            .map(|(at, c)| (letters.place(at), *c))
            .collect();
        assert_eq!(places, text.char_indices().collect::<Vec<_>>());
        assert_eq!(letters.place(letters.len()), text.len());
    }

    #[test]
    fn every_letter_begins_a_pair() {
        assert_eq!(Letters::of("").pairs(), [0; 0]);
        assert_eq!(Letters::of("柏").pairs(), [pair('柏', '\0')]);
        let pairs = [pair('柏', '崎'), pair('崎', '𠮟'), pair('𠮟', '\0')];
        assert_eq!(Letters::of("柏崎𠮟").pairs(), pairs);
        assert!(
            pairs
                .iter()
                .zip("柏崎𠮟".chars())
                .all(|(pair, c)| pairs_of(c).contains(pair))
        );
    }
}
