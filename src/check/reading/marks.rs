//! The characters of a text that are neither kana nor kanji: signs, digits, letters, and whatever is rare.

/// Those characters with their places in the text, in order.
pub(super) fn marks(letters: &[char]) -> Vec<(usize, char)> {
    let mut marks = Vec::new();
    let mut at = 0;
    for &c in letters {
        // Kana and kanji, of three bytes each: nearly all of a Japanese text.
        if matches!(c, '\u{3040}'..='\u{9FFF}') {
            at += 3;
        } else {
            marks.push((at, c));
            at += c.len_utf8();
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn all_but_kana_and_kanji() {
        let all: String = ('\0'..=char::MAX).collect();
        let letters: Vec<char> = all.chars().collect();
        let passed = |c: char| matches!(c, '\u{3040}'..='\u{9FFF}');
        let left: Vec<(usize, char)> = all.char_indices().filter(|(_, c)| !passed(*c)).collect();
        assert_eq!(marks(&letters), left);
    }
}
