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
        Self {
            chars: text.chars().collect(),
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

#[cfg(test)]
mod tests {
    use super::Letters;

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
