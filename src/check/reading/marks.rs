//! The characters of a text that are neither kana nor kanji: signs, digits, letters, and whatever is rare. Most of a Japanese
//! text is passed over by its first byte or two, without being decoded.

/// Those characters with their places, in order.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            match (bytes.get(at)?, bytes.get(at + 1)) {
                // U+3000 to U+303F are punctuation, what follows up to U+9FFF is kana and kanji.
                (0xE3, Some(0x81..)) | (0xE4..=0xE9, _) => at += 3,
                _ => {
                    let mark = (at, text[at..].chars().next()?);
                    at += mark.1.len_utf8();
                    return Some(mark);
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn all_but_kana_and_kanji() {
        let all: String = ('\0'..=char::MAX).collect();
        let passed = |c: &char| matches!(c, '\u{3040}'..='\u{9FFF}');
        let left: String = all.chars().filter(|c| !passed(c)).collect();
        assert_eq!(marks(&all).map(|(_, c)| c).collect::<String>(), left);
        assert!(marks(&all).all(|(at, c)| all[at..].starts_with(c)));
    }
}
