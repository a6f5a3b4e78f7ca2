//! Where a year may begin, told by bytes: most of a text is passed over without being decoded.

/// Whether the character at a place may begin a year (昭, 平, 令, letters and digits of either width), by its first two bytes.
pub(super) fn may_begin(bytes: &[u8], at: usize) -> bool {
    match (bytes[at], bytes.get(at + 1)) {
        (b'0'..=b'9' | b'S' | b'H' | b'R' | 0xEF, _) => true,
        (0xE4, second) => second == Some(&0xBB),
        (0xE5, second) => second == Some(&0xB9),
        (0xE6, second) => second == Some(&0x98),
        _ => false,
    }
}

/// The first character from a place on that may begin a year; the end if none does.
pub(super) fn next_beginning(bytes: &[u8], mut at: usize) -> usize {
    while let Some(first) = bytes.get(at) {
        at += match STEPS[usize::from(*first)] {
            0 if may_begin(bytes, at) => return at,
            // A kanji that only begins like one of the eras' names.
            0 => 3,
            step => usize::from(step),
        };
    }
    bytes.len()
}

/// How long characters are, by their first bytes; 0 for those of which some may begin a year.
static STEPS: [u8; 256] = {
    let mut steps = [0; 256];
    let mut byte = 0;
    while byte < steps.len() {
        steps[byte] = match byte as u8 {
            b'0'..=b'9' | b'S' | b'H' | b'R' | 0xE4..=0xE6 | 0xEF => 0,
            0..=0x7F => 1,
            0x80..=0xDF => 2,
            0xE0..=0xEE => 3,
            0xF0..=0xFF => 4,
        };
        byte += 1;
    }
    steps
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_begins_a_year_is_found() {
        let beginnings = "昭平令SHRＳＨＲ0９";
        for c in beginnings.chars() {
            let text = format!("度é𠮷{c}");
            let at = text.len() - c.len_utf8();
            assert_eq!(next_beginning(text.as_bytes(), 0), at, "{c}");
            assert!(may_begin(text.as_bytes(), at), "{c}");
        }
        let none = "目標é𠮷、a";
        assert_eq!(next_beginning(none.as_bytes(), 0), none.len());
    }
}
