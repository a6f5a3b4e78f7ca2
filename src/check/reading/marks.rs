//! The first look at a text: its characters, and those of them that are neither kana nor kanji: signs, digits, letters, and
//! whatever is rare.

use super::{is_rare_kanji, letters::Letters, signs::Signs};

/// Such a character, with its place in the text.
pub(crate) type Mark = (usize, char);

/// A text looked at.
#[derive(Debug, Default)]
pub(super) struct Marked {
    pub(super) letters: Letters,
    pub(super) marks: Vec<Mark>,
    pub(super) signs: Signs,
    pub(super) has_rare_kanji: bool,
}

impl Marked {
    pub(super) fn of(text: &str) -> Self {
        let letters = Letters::of(text);
        // About an eighth of a text is marks.
        let mut marks = Vec::with_capacity(letters.len() / 8);
        let mut signs = Signs::default();
        let mut has_rare_kanji = false;
        let mut at = 0;
        for &c in letters.iter() {
            match c {
                // Kana and kanji, of three bytes each: nearly all of a Japanese text.
                '\u{3040}'..='\u{33FF}' => at += 3,
                '\u{3400}'..='\u{9FFF}' => {
                    signs.add_kanji(c);
                    has_rare_kanji |= is_rare_kanji(c);
                    at += 3;
                }
                _ => {
                    signs.add(c);
                    has_rare_kanji |= is_rare_kanji(c);
                    marks.push((at, c));
                    at += c.len_utf8();
                }
            }
        }
        Self {
            letters,
            marks,
            signs,
            has_rare_kanji,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_kana_and_kanji() {
        let all: String = ('\0'..=char::MAX).collect();
        let looked = Marked::of(&all);
        let passed = |c: char| matches!(c, '\u{3040}'..='\u{9FFF}');
        let left: Vec<Mark> = all.char_indices().filter(|(_, c)| !passed(*c)).collect();
        assert_eq!(looked.marks, left);
        assert!(all.chars().eq(looked.letters.iter().copied()));
        assert_eq!(looked.signs, Signs::of(all.chars()));
    }

    #[test]
    fn rare_kanji_are_told() {
        let rare = |text: &str| Marked::of(text).has_rare_kanji;
        assert!(!rare("市の計画（第2期）、日々の﹅"));
        assert!(rare("絆") && rare("﨑") && rare("𠀋"));
    }
}
