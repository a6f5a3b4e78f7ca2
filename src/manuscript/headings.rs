//! What a heading in a department's file means, also where it is not written quite as it should be: a slip in a heading
//! must not cost the text below it.

use unicode_normalization::UnicodeNormalization;

use crate::model::{Field, MeasureCode, Word};

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// A measure's section.
    Measure(MeasureCode),
    /// One of the four fields.
    Field(Field),
}

/// A heading and whether it is written as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// What it opens.
    pub(super) opens: Opens,
    /// Level and wording are exactly those that are asked for.
    pub(super) exact: bool,
}

impl Opens {
    /// The heading as it should be written.
    pub(super) fn written(self) -> String {
        match self {
            Opens::Measure(code) => format!("## {code}"),
            Opens::Field(field) => format!("### {}", field.label()),
        }
    }
}

/// Reads a heading; `None` if it cannot be told what was meant.
pub(super) fn read(level: u8, text: &str) -> Option<Heading> {
    let text = text.trim();
    // Most headings are a field's.
    if let Some(field) = Field::from_word(text) {
        return Some(Heading {
            opens: Opens::Field(field),
            exact: level == 3,
        });
    }
    if let Some(code) = MeasureCode::parse(text) {
        return Some(Heading {
            opens: Opens::Measure(code),
            exact: level == 2,
        });
    }
    let opens = loose_field(text)
        .map(Opens::Field)
        .or_else(|| loose_code(text).map(Opens::Measure))?;
    Some(Heading { opens, exact: false })
}

/// `主な取り組みと成果`, `■課題`, `（２）今後の展開：`.
fn loose_field(text: &str) -> Option<Field> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace("取り組み", "取組").replace("取組み", "取組");
    let name = plain
        .trim_start_matches(|c: char| c.is_ascii_digit() || "()[].【■◆●○・-".contains(c))
        .trim_end_matches([':', '】', ']']);
    Field::from_word(name)
}

/// `I-1-(1)`, `１-1-1`, `Ⅰ－1－①`, `施策1-1-1 創業の支援`.
fn loose_code(text: &str) -> Option<MeasureCode> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).map(hyphen).collect();
    let plain = plain.trim_start_matches("施策").trim_start_matches(['(', '「']);
    let (goal, rest) = number(plain)?;
    let (direction, rest) = number(rest.strip_prefix(['-', '.', '・'])?)?;
    let rest = rest.strip_prefix(['-', '.', '・']).unwrap_or(rest);
    let (measure, rest) = number(rest.strip_prefix('(').unwrap_or(rest))?;
    // A fourth number makes it something else.
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let more = rest
        .strip_prefix('-')
        .unwrap_or(rest)
        .starts_with(|c: char| c.is_ascii_digit());
    (!more).then(|| MeasureCode::parse(&format!("{goal}-{direction}-{measure}")))?
}

fn hyphen(c: char) -> char {
    if "‐‑–—―−ー".contains(c) { '-' } else { c }
}

/// An Arabic or Roman number at the beginning.
fn number(text: &str) -> Option<(u8, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, &text[digits..]));
    }
    let letters = text.len() - text.trim_start_matches(['I', 'V', 'X', 'i', 'v', 'x']).len();
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let found = roman
        .iter()
        .position(|known| known.eq_ignore_ascii_case(&text[..letters]))?;
    Some((found as u8 + 1, &text[letters..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(level: u8, text: &str) -> Option<(String, bool)> {
        read(level, text).map(|heading| (heading.opens.written(), heading.exact))
    }

    #[test]
    fn exact_headings() {
        assert_eq!(meant(2, "1-1-1"), Some(("## 1-1-1".into(), true)));
        assert_eq!(meant(3, "課題"), Some(("### 課題".into(), true)));
        assert_eq!(meant(1, "1-1-1"), Some(("## 1-1-1".into(), false)));
        assert_eq!(meant(2, "課題"), Some(("### 課題".into(), false)));
    }

    #[test]
    fn the_printed_spellings_of_a_code() {
        for text in [
            "I-2-(1)",
            "１-2-1",
            "Ⅰ－２－（１）",
            "I-2(1)",
            "1-2-①",
            "1.2.1",
            "施策 1-2-1",
            "1-2-1 創業の支援",
            "i-2-1",
        ] {
            assert_eq!(meant(2, text), Some(("## 1-2-1".into(), false)), "{text}");
        }
        for text in ["1-2", "1-2-1-1", "創業の支援", "2020年度", "0-1-1"] {
            assert_eq!(meant(2, text), None, "{text}");
        }
    }

    #[test]
    fn decorated_fields() {
        for text in ["■課題", "(2)課題", "課題：", "【課題】", "課 題"] {
            assert_eq!(meant(3, text), Some(("### 課題".into(), false)), "{text}");
        }
        assert_eq!(
            meant(3, "主な取り組みと成果"),
            Some(("### 主な取組と成果".into(), false))
        );
        assert_eq!(meant(3, "成果"), None);
    }
}
