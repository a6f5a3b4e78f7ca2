//! How wide a Japanese text is, and where it may break. An estimate from character classes: no font file may enter,
//! because the reader's font is not ours.

use super::Tenths;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A column is half a kanji. Most Japanese fonts draw digits in 0.50 to 0.56 em; 0.52 fits the faces we name.
const COLUMN_PER_MILLE: i64 = 520;
/// Bold digits of proportional faces.
const BOLD_COLUMN_PER_MILLE: i64 = 550;

/// 行頭禁則: characters that may not begin a line.
const NOT_FIRST: &str =
    "、。，．・：；？！）」』】〕〉》｝］ゝゞ々ー～〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％‰),.:;?!]}";
/// 行末禁則: characters that may not end a line.
const NOT_LAST: &str = "（「『【〔〈《｛［([{¥￥＃";

/// The estimated width of one line.
pub(super) fn width(text: &str, size: Tenths, bold: bool) -> Tenths {
    let columns = i64::try_from(text.width_cjk()).unwrap_or(i64::MAX / 10_000_000);
    let column = if bold { BOLD_COLUMN_PER_MILLE } else { COLUMN_PER_MILLE };
    Tenths::try_from((columns * column * i64::from(size) + 500) / 1000).unwrap_or(Tenths::MAX / 4)
}

/// Breaks a text into lines of at most `limit`, by the rules of 禁則処理. Numbers and Latin words stay whole if they can.
pub(super) fn wrap(text: &str, limit: Tenths, size: Tenths) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let at = break_at(rest, limit, size);
        let (line, tail) = rest.split_at(at);
        lines.push(line.trim_end());
        rest = tail.trim_start();
    }
    lines
}

/// Where the first line ends: the last lawful break that fits, else the last character that fits, else one character.
fn break_at(text: &str, limit: Tenths, size: Tenths) -> usize {
    let mut lawful = None;
    let mut forced = None;
    let mut previous: Option<char> = None;
    for (at, next) in text.char_indices() {
        // A mark without width belongs to the character before it and is never torn off.
        if next.width() == Some(0) {
            continue;
        }
        if let Some(before) = previous {
            if width(&text[..at], size, false) > limit {
                return lawful.or(forced).unwrap_or(at);
            }
            forced = Some(at);
            if may_break(before, next) {
                lawful = Some(at);
            }
        }
        previous = Some(next);
    }
    if width(text, size, false) > limit {
        lawful.or(forced).unwrap_or(text.len())
    } else {
        text.len()
    }
}

fn may_break(before: char, next: char) -> bool {
    let wide = |c: char| c.width_cjk() == Some(2);
    let open = before == ' ' || next == ' ' || wide(before) || wide(next);
    open && !NOT_FIRST.contains(next) && !NOT_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Tenths = 160;

    #[test]
    fn a_kanji_is_two_columns_and_a_digit_one() {
        assert_eq!(width("", SIZE, false), 0);
        assert_eq!(width("1", SIZE, false), 83);
        assert_eq!(width("件", SIZE, false), 166);
        assert_eq!(width("18,713組", SIZE, false), 666);
        assert!(width("18,713組", SIZE, true) > 666);
        assert_eq!(width("か\u{3099}", SIZE, false), width("が", SIZE, false));
    }

    #[test]
    fn short_text_is_one_line() {
        assert_eq!(wrap("確認中", 1000, SIZE), ["確認中"]);
        assert_eq!(wrap("", 1000, SIZE), Vec::<&str>::new());
    }

    #[test]
    fn no_line_begins_with_closing_marks() {
        assert_eq!(wrap("現状のまま、推移", 17 * 50, SIZE), ["現状のま", "ま、推移"]);
        assert_eq!(wrap("あいうえ」かき", 4 * 167, SIZE), ["あいう", "え」かき"]);
        assert_eq!(wrap("あいうえ。」か", 5 * 167, SIZE), ["あいう", "え。」か"]);
        assert_eq!(wrap("あいーう", 2 * 167, SIZE), ["あ", "いー", "う"]);
        assert_eq!(wrap("データー", 2 * 167, SIZE), ["デー", "ター"]);
    }

    #[test]
    fn no_line_ends_with_an_opening_mark() {
        assert_eq!(wrap("あいう（えお）", 4 * 167, SIZE), ["あいう", "（えお）"]);
    }

    #[test]
    fn numbers_stay_whole_if_they_can() {
        assert_eq!(wrap("人口12,345人", 4 * 167, SIZE), ["人口", "12,345人"]);
        assert_eq!(wrap("1234567890", 4 * 84, SIZE), ["1234", "5678", "90"]);
    }

    #[test]
    fn one_character_a_line_is_the_least() {
        assert_eq!(wrap("確認", 1, SIZE), ["確", "認"]);
        assert_eq!(wrap("か\u{3099}き", 1, SIZE), ["か\u{3099}", "き"]);
    }
}
