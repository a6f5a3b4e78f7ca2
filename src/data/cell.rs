//! One value of a table, and how CSV and JSON spell it.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::model::Amount;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell<'c> {
    /// No value; not zero.
    Blank,
    /// Written by people: anything may stand in it.
    Text(Cow<'c, str>),
    /// An id, a code or a date: ASCII, and begins with a letter or a digit.
    Code(Cow<'c, str>),
    /// A year.
    Year(u16),
    /// A figure, with its own digits.
    Figure(Amount),
    /// Registered things; only JSON has these.
    Items(Vec<Item>),
}

/// A registered thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What makes a spreadsheet take a text for a formula: ASCII, and the full-width forms, which Japanese ones take alike.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

impl<'c> Cell<'c> {
    /// Written text, or blank.
    pub(crate) fn text(text: impl Into<Cow<'c, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// Written text if there is any.
    pub(crate) fn maybe(text: Option<impl Into<Cow<'c, str>>>) -> Self {
        text.map_or(Self::Blank, Self::text)
    }

    /// An id, a code or a date.
    pub(crate) fn code(code: impl Into<Cow<'c, str>>) -> Self {
        let code = code.into();
        debug_assert!(
            code.starts_with(|c: char| c.is_ascii_alphanumeric()),
            "{code} is no code"
        );
        Self::Code(code)
    }

    /// As a CSV file has it: one line, and no text that is a formula.
    pub(crate) fn csv(&self) -> Cow<'_, str> {
        match self {
            Cell::Blank => Cow::Borrowed(""),
            Cell::Text(text) => guarded(one_line(text)),
            Cell::Code(code) => Cow::Borrowed(code),
            Cell::Year(year) => year.to_string().into(),
            Cell::Figure(amount) => amount.to_string().into(),
            Cell::Items(items) => {
                let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
                guarded(one_line(&names.join("、")).into_owned().into())
            }
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Blank => serializer.serialize_none(),
            Cell::Text(text) | Cell::Code(text) => serializer.serialize_str(text),
            Cell::Year(year) => serializer.serialize_u16(*year),
            // The digits themselves: 67.0 stays 67.0, and no binary number comes between.
            Cell::Figure(amount) => RawValue::from_string(amount.to_string())
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
            Cell::Items(items) => items.serialize(serializer),
        }
    }
}

/// White space and control characters become single spaces.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    // Hardly any text has one: all of it is looked at without a stop, by the bytes they begin with.
    let may_be = |byte: u8| byte <= b' ' || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
    if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
        return text.into();
    }
    let words = text.split(|c: char| c.is_control() || c == ' ' || c == '\u{2028}' || c == '\u{2029}');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").into()
}

fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    // Spreadsheets skip white space of any kind before the sign, the full-width space too.
    if text.trim_start().starts_with(FORMULA) {
        format!("'{text}").into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in [
            "=1+1",
            "+81",
            "-3件の訂正",
            "@SUM(A1)",
            "\t=1",
            "\r\n=1",
            "　=1",
            "＝1",
            "－",
        ] {
            assert!(Cell::text(text).csv().starts_with('\''), "{text:?}");
        }
        assert_eq!(Cell::text("前年度より-3件").csv(), "前年度より-3件");
        assert_eq!(Cell::Figure(Amount::parse("-3.50").unwrap()).csv(), "-3.50");
    }

    #[test]
    fn a_cell_is_one_line() {
        assert_eq!(Cell::text("一\r\n二\n\n三\t四").csv(), "一 二 三 四");
        assert_eq!(Cell::text("").csv(), "");
    }

    #[test]
    fn json_keeps_text_and_digits() {
        let json = |cell: Cell| serde_json::to_string(&cell).unwrap();
        assert_eq!(json(Cell::text("=1\n2")), "\"=1\\n2\"");
        assert_eq!(json(Cell::Figure(Amount::parse("67.0").unwrap())), "67.0");
        assert_eq!(json(Cell::Figure(Amount::parse("-0.10").unwrap())), "-0.10");
        assert_eq!(json(Cell::Figure(Amount::whole(0))), "0");
        assert_eq!(json(Cell::Blank), "null");
    }
}
