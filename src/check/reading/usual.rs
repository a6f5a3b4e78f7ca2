//! The characters that nearly all of a source is made of, told by their bytes.

use super::variants::PAIRS;

/// The characters of a text without those that nearly all of it is made of, and some more that are not odd.
pub(super) fn beyond_usual(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(&first) = bytes.get(at) {
            if SEEN[usize::from(first)] {
                at += 1;
            } else if let (0xE0..=0xEF, Some(&[second, third])) = (first, bytes[at + 1..].first_chunk())
                && is_usual(first, second, third)
            {
                at += 3;
            } else {
                let found = (at, text[at..].chars().next()?);
                at += found.1.len_utf8();
                return Some(found);
            }
        }
        None
    })
}

/// Which bytes are ASCII that is seen, or ends a line.
static SEEN: [bool; 256] = {
    let mut seen = [false; 256];
    let mut byte = 0;
    while byte < seen.len() {
        seen[byte] = matches!(byte as u8, b' '..=b'~' | b'\n' | b'\r' | b'\t');
        byte += 1;
    }
    seen
};

/// One bit for each character of three bytes, 64 to a word: most kana, usual marks, full-width forms, and kanji but the
/// Chinese forms.
static USUAL: [u64; 1 << 10] = {
    let mut usual = [0; 1 << 10];
    let mut word = 0;
    while word < usual.len() {
        usual[word] = match word * 64 {
            0x3000..0x3100 | 0x4E00..0xA000 | 0xFF00..0xFF40 => u64::MAX,
            // What is half as wide comes behind these.
            0xFF40 => u64::MAX >> (63 - 0x20),
            _ => 0,
        };
        word += 1;
    }
    // The two combining marks.
    usual[0x3080 / 64] &= !(0b11 << (0x3099 % 64));
    let mut pairs = PAIRS.as_bytes();
    while let [first, second, third, rest @ ..] = pairs {
        usual[block(*first, *second)] &= !(1 << (*third & 0x3F));
        // The Japanese form, and a space.
        pairs = match rest {
            [_, _, _, _, rest @ ..] => rest,
            _ => &[],
        };
    }
    usual
};

/// Whether a character is one of them, by its three bytes.
fn is_usual(first: u8, second: u8, third: u8) -> bool {
    USUAL[block(first, second)] >> (third & 0x3F) & 1 == 1
}

/// The 64 characters that differ in their third byte alone.
const fn block(first: u8, second: u8) -> usize {
    (first as usize & 0x0F) << 6 | second as usize & 0x3F
}

#[cfg(test)]
mod tests {
    use super::beyond_usual;

    #[test]
    fn what_is_usual_is_passed_over() {
        let text = "課題 は、かな・カナ（Ａ～ｚ）\r\n\t";
        assert_eq!(beyond_usual(text).next(), None);
        let text = "a\u{7F}课\u{3099}ｱé𠮷\u{F0000}";
        assert!(beyond_usual(text).eq(text.char_indices().skip(1)));
    }
}
