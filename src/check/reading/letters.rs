//! The characters of a text, decoded once for all rules that look at every one of them.

use std::{ops::Deref, sync::OnceLock};

/// The characters of a text, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    chars: Vec<char>,
    /// Where each begins, in bytes, and the text ends. Of most texts nobody asks.
    places: OnceLock<Vec<usize>>,
}

impl Letters {
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut chars = Vec::with_capacity(text.chars().count());
        chars.extend(text.chars());
        Self {
            chars,
            places: OnceLock::new(),
        }
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

/// How many bytes so many letters take: counted without a branch, which the compiler makes a look at many at once.
pub(super) fn length(letters: &[char]) -> usize {
    let beyond = |c: char, last: char| u32::from(c > last);
    let bytes = |c: &char| 1 + beyond(*c, '\u{7F}') + beyond(*c, '\u{7FF}') + beyond(*c, '\u{FFFF}');
    letters.iter().map(bytes).sum::<u32>() as usize
}

#[cfg(test)]
mod tests {
    use super::{Letters, length};

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
}
