//! Which signs a text has. What most rules about wording look for is in few texts, and one look at this answers for the
//! rest. Kana, kanji and what else words are made of are not held: a text may have any of them.

/// The signs of a text, 64 characters a block: ASCII, Latin-1, general punctuation, geometric shapes, CJK punctuation,
/// full-width forms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs([u64; 10]);

impl Signs {
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for c in text.chars() {
            if let Some((block, bit)) = held(c) {
                signs.0[block] |= bit;
            }
        }
        signs
    }

    /// False if the text has none of these characters.
    pub(crate) fn may_have(&self, chars: &[char]) -> bool {
        chars.iter().any(|c| self.has(*c))
    }

    /// False if the text has none of these characters, the first and the last among them.
    pub(crate) fn may_have_any(&self, mut chars: std::ops::RangeInclusive<char>) -> bool {
        chars.any(|c| self.has(c))
    }

    fn has(&self, c: char) -> bool {
        held(c).is_none_or(|(block, bit)| self.0[block] & bit != 0)
    }
}

/// The block of a character, and its bit there.
fn held(c: char) -> Option<(usize, u64)> {
    let code = u32::from(c);
    let block = match code {
        // Most of a text.
        0x3040..0xFF00 => return None,
        0..0x100 => code as usize / 64,
        0x2000..0x2040 => 4,
        0x2580..0x25C0 => 5,
        0x25C0..0x2600 => 6,
        0x3000..0x3040 => 7,
        0xFF00..0xFF40 => 8,
        0xFF40..0xFF80 => 9,
        _ => return None,
    };
    Some((block, 1 << (code % 64)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_held_by_itself() {
        let all: Vec<char> = (0..=0xFFFF)
            .filter_map(char::from_u32)
            .filter(|c| held(*c).is_some())
            .collect();
        assert_eq!(all.len(), 10 * 64);
        let mut bits: Vec<_> = all.iter().map(|c| held(*c)).collect();
        bits.sort_unstable();
        bits.dedup();
        assert_eq!(bits.len(), all.len());
        for c in ['a', '×', '“', '■', '○', '〇', '　', '（', 'Ｘ', 'ｘ'] {
            let signs = Signs::of(&format!("課{c}題"));
            assert!(signs.may_have(&[c]), "{c}");
            assert_eq!(all.iter().filter(|sign| signs.may_have(&[**sign])).count(), 1, "{c}");
        }
    }

    #[test]
    fn letters_of_words_may_always_be_there() {
        assert!(Signs::of("").may_have(&['仮', '(']));
        assert!(!Signs::of("課題").may_have(&['、', '(']));
        assert!(Signs::of("令和3年").may_have_any('0'..='9'));
        assert!(!Signs::of("令和三年").may_have_any('0'..='9'));
    }
}
