//! Which characters a text has. What most rules about wording look for is in few texts, and one look at this answers for
//! the rest.

use crate::check::bits::{Bits, scattered};

/// The signs of a text, 64 characters a block: ASCII, Latin-1, general punctuation, geometric shapes, CJK punctuation,
/// full-width forms. Of kanji and anything rare it is only sure that a text has none; kana are not held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    signs: [u64; 10],
    kanji: Bits<8>,
}

impl Signs {
    /// Those of a text.
    #[cfg(test)]
    pub(crate) fn of(chars: impl IntoIterator<Item = char>) -> Self {
        let mut signs = Self::default();
        chars.into_iter().for_each(|c| signs.add(c));
        signs
    }

    pub(super) fn add(&mut self, c: char) {
        match held(c) {
            Held::Sign(block, bit) => self.signs[block] |= bit,
            Held::Kana => {}
            Held::Kanji => self.add_kanji(c),
        }
    }

    /// Adds what is known to be a kanji.
    pub(super) fn add_kanji(&mut self, c: char) {
        self.kanji.set(number(c));
    }

    /// False if the text has none of these characters.
    pub(crate) fn may_have(&self, chars: &[char]) -> bool {
        chars.iter().any(|c| self.has(*c))
    }

    /// So many kanji at least are in one of two texts and not in the other.
    pub(crate) fn apart(&self, other: &Self) -> usize {
        self.kanji.apart(&other.kanji)
    }

    /// Whether the text has a digit of ASCII.
    pub(crate) fn have_digit(&self) -> bool {
        const DIGITS: u64 = between('0', '9');
        self.signs[0] & DIGITS != 0
    }

    /// False if the text has no digit or letter of full width.
    pub(crate) fn may_have_full_width(&self) -> bool {
        const DIGITS: u64 = between('０', '９');
        const CAPITALS: u64 = between('Ａ', 'Ｚ');
        const SMALL: u64 = between('ａ', 'ｚ');
        self.signs[FULL_WIDTH] & (DIGITS | CAPITALS) != 0 || self.signs[FULL_WIDTH + 1] & SMALL != 0
    }

    fn has(&self, c: char) -> bool {
        match held(c) {
            Held::Sign(block, bit) => self.signs[block] & bit != 0,
            Held::Kana => true,
            Held::Kanji => self.kanji.may_have(number(c)),
        }
    }
}

/// How a character is held.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    /// By itself: its block, and its bit there.
    Sign(usize, u64),
    /// Not at all: every text has many.
    Kana,
    /// With others: kanji, and whatever is rare.
    Kanji,
}

fn number(c: char) -> usize {
    scattered(u64::from(u32::from(c)))
}

/// Where the blocks of full-width forms begin.
const FULL_WIDTH: usize = 8;

/// The bits of the characters from one to another of the same block.
const fn between(first: char, last: char) -> u64 {
    let (first, last) = (first as u32 % 64, last as u32 % 64);
    u64::MAX << first & u64::MAX >> (63 - last)
}

fn held(c: char) -> Held {
    let code = u32::from(c);
    let block = match code {
        0..0x100 => code as usize / 64,
        0x2000..0x2040 => 4,
        0x2580..0x25C0 => 5,
        0x25C0..0x2600 => 6,
        0x3000..0x3040 => 7,
        0xFF00..0xFF40 => FULL_WIDTH,
        0xFF40..0xFF80 => FULL_WIDTH + 1,
        0x3040..0x3400 => return Held::Kana,
        _ => return Held::Kanji,
    };
    Held::Sign(block, 1 << (code % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_held_by_itself() {
        let all: Vec<char> = (0..=0xFFFF)
            .filter_map(char::from_u32)
            .filter(|c| matches!(held(*c), Held::Sign(..)))
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
    fn what_a_text_has_may_be_there() {
        let signs = Signs::of("課題（１）".chars());
        for c in "課題（１）".chars() {
            assert!(signs.may_have(&['、', c]), "{c}");
        }
        assert!(!signs.may_have(&['、', '(', '仮', '文']));
        assert!(signs.may_have(&['ダ']));
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
