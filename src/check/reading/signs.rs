//! Which signs a text has. What most rules about wording look for is in few texts, and one look at this answers for the
//! rest. Kana and kanji are not held, nor is anything rare: a text may have any of them.

/// The signs of a text, 64 characters a block: ASCII, Latin-1, general punctuation, geometric shapes, CJK punctuation,
/// full-width forms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs([u64; 10]);

impl Signs {
    /// Those of a text, of which kana and kanji may be left out.
    pub(crate) fn of(chars: impl IntoIterator<Item = char>) -> Self {
        let mut signs = Self::default();
        for c in chars {
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

    /// Whether the text has a digit of ASCII.
    pub(crate) fn have_digit(&self) -> bool {
        const DIGITS: u64 = between('0', '9');
        self.0[0] & DIGITS != 0
    }

    /// False if the text has no digit or letter of full width.
    pub(crate) fn may_have_full_width(&self) -> bool {
        const DIGITS: u64 = between('０', '９');
        const CAPITALS: u64 = between('Ａ', 'Ｚ');
        const SMALL: u64 = between('ａ', 'ｚ');
        self.0[FULL_WIDTH] & (DIGITS | CAPITALS) != 0 || self.0[FULL_WIDTH + 1] & SMALL != 0
    }

    fn has(&self, c: char) -> bool {
        held(c).is_none_or(|(block, bit)| self.0[block] & bit != 0)
    }
}

/// Where the blocks of full-width forms begin.
const FULL_WIDTH: usize = 8;

/// The bits of the characters from one to another of the same block.
const fn between(first: char, last: char) -> u64 {
    let (first, last) = (first as u32 % 64, last as u32 % 64);
    u64::MAX << first & u64::MAX >> (63 - last)
}

/// The block of a character, and its bit there.
fn held(c: char) -> Option<(usize, u64)> {
    let code = u32::from(c);
    let block = match code {
        0..0x100 => code as usize / 64,
        0x2000..0x2040 => 4,
        0x2580..0x25C0 => 5,
        0x25C0..0x2600 => 6,
        0x3000..0x3040 => 7,
        0xFF00..0xFF40 => FULL_WIDTH,
        0xFF40..0xFF80 => FULL_WIDTH + 1,
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
            let signs = Signs::of(format!("課{c}題").chars());
            assert!(signs.may_have(&[c]), "{c}");
            assert_eq!(all.iter().filter(|sign| signs.may_have(&[**sign])).count(), 1, "{c}");
        }
    }

    #[test]
    fn letters_of_words_may_always_be_there() {
        assert!(Signs::of("".chars()).may_have(&['仮', '(']));
        assert!(!Signs::of("課題".chars()).may_have(&['、', '(']));
    }

    #[test]
    fn full_width_digits_and_letters() {
        for c in '！'..='～' {
            let told = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
            assert_eq!(
                Signs::of(format!("第{c}回、3").chars()).may_have_full_width(),
                told,
                "{c}"
            );
        }
    }

    #[test]
    fn digits_of_ascii() {
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(Signs::of(['第', c]).have_digit(), c.is_ascii_digit(), "{c}");
        }
    }
}
