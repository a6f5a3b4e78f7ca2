//! One value of a table, and how CSV and JSON spell it.

use std::borrow::Cow;

use crate::model::{Amount, Date, digits};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell<'c> {
    /// No value; not zero.
    Blank,
    /// Written by people: anything may stand in it.
    Text(Cow<'c, str>),
    /// An id or a code: ASCII letters, digits, `-` and `_`, the first a letter or a digit.
    Code(Cow<'c, str>),
    /// A year.
    Year(u16),
    /// A day.
    Day(Date),
    /// A figure, with its own digits.
    Figure(Amount),
    /// Registered things; only JSON has these.
    Items(Vec<Item>),
}

/// A registered thing.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// Whether both are one value, and not only alike: the same text in the same place.
    pub(super) fn is_the_very(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Blank, Self::Blank) => true,
            (Self::Year(year), Self::Year(other)) => year == other,
            (Self::Text(Cow::Borrowed(text)), Self::Text(Cow::Borrowed(other)))
            | (Self::Code(Cow::Borrowed(text)), Self::Code(Cow::Borrowed(other))) => std::ptr::eq(*text, *other),
            _ => false,
        }
    }

    /// An id or a code.
    pub(crate) fn code(code: impl Into<Cow<'c, str>>) -> Self {
        let code = code.into();
        debug_assert!(
            code.starts_with(|c: char| c.is_ascii_alphanumeric())
                && code
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')),
            "{code} is no code"
        );
        Self::Code(code)
    }

    /// Writes it as a CSV file has it: one line, and no text that is a formula.
    pub(crate) fn csv(&self, out: &mut String) {
        match self {
            Cell::Blank => {}
            Cell::Text(text) => field(text, out),
            Cell::Code(code) => out.push_str(code),
            Cell::Year(year) => digits::push(out, (*year).into(), 1),
            Cell::Day(day) => day.push_iso(out),
            Cell::Figure(amount) => amount.push_plain(out),
            Cell::Items(items) => {
                let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
                field(&names.join("、"), out);
            }
        }
    }

    /// Writes it as a JSON file has it, as a value of an object in a list.
    pub(crate) fn json(&self, out: &mut String) {
        match self {
            Cell::Blank => out.push_str("null"),
            Cell::Text(text) => string(text, out),
            Cell::Code(code) => out.extend(["\"", code, "\""]),
            Cell::Year(year) => digits::push(out, (*year).into(), 1),
            Cell::Day(day) => {
                out.push('"');
                day.push_iso(out);
                out.push('"');
            }
            // The digits themselves: 67.0 stays 67.0, and no binary number comes between.
            Cell::Figure(amount) => amount.push_plain(out),
            Cell::Items(items) if items.is_empty() => out.push_str("[]"),
            Cell::Items(items) => {
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "[" });
                    out.push_str("\n      {\n        \"id\": ");
                    string(&item.id, out);
                    out.push_str(",\n        \"name\": ");
                    string(&item.name, out);
                    out.push_str("\n      }");
                }
                out.push_str("\n    ]");
            }
        }
    }
}

/// Writes a text as a field of CSV: one line, and no formula.
fn field(text: &str, out: &mut String) {
    // Of what must be written otherwise hardly any text has something: all of it is looked at without a stop, by the bytes
    // that white space, control characters, commas and quotes begin with, and rather too often than too seldom.
    let must = |byte: u8| (byte <= b'"') | (byte == b',') | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xE2);
    if text.bytes().fold(false, |found, byte| found | must(byte)) {
        let line = one_line(text);
        let quote = if line.contains([',', '"']) { "\"" } else { "" };
        out.extend([quote, guard(&line), &line.replace('"', "\"\""), quote]);
    } else {
        out.extend([guard(text), text]);
    }
}

/// Writes a text as a string of JSON.
pub(super) fn string(text: &str, out: &mut String) {
    // Of what must be escaped, hardly any text has more than line ends: all of it is looked at without a stop.
    let must = |byte: u8| (byte < b' ') | matches!(byte, b'"' | b'\\');
    let any = |text: &str| text.bytes().fold(false, |found, byte| found | must(byte));
    if !any(text) {
        return out.extend(["\"", text, "\""]);
    }
    out.push('"');
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("\\n");
        }
        if any(line) {
            let quoted = serde_json::to_string(line).expect("any text can be written");
            out.push_str(&quoted[1..quoted.len() - 1]);
        } else {
            out.push_str(line);
        }
    }
    out.push('"');
}

/// White space and control characters become single spaces.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control() || c == ' ' || c == '\u{2028}' || c == '\u{2029}');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What keeps a spreadsheet from taking a text for a formula.
fn guard(text: &str) -> &'static str {
    // Spreadsheets skip white space of any kind before the sign, the full-width space too.
    if text.trim_start().starts_with(FORMULA) {
        "'"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn csv(cell: &Cell) -> String {
        let mut out = String::new();
        cell.csv(&mut out);
        out
    }

    fn json(cell: &Cell) -> String {
        let mut out = String::new();
        cell.json(&mut out);
        out
    }

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
            assert!(csv(&Cell::text(text)).starts_with('\''), "{text:?}");
        }
        assert_eq!(csv(&Cell::text("前年度より-3件")), "前年度より-3件");
        assert_eq!(csv(&Cell::Figure(Amount::parse("-3.50").unwrap())), "-3.50");
    }

    #[test]
    fn a_cell_is_one_line() {
        assert_eq!(csv(&Cell::text("一\r\n二\n\n三\t四")), "一 二 三 四");
        assert_eq!(csv(&Cell::text("")), "");
        assert_eq!(csv(&Cell::text("一\u{85}二\u{7f}三\u{2028}四…!")), "一 二 三 四…!");
        assert_eq!(csv(&Cell::text("\u{1}=1,\"2\"")), "\"'=1,\"\"2\"\"\"");
    }

    #[test]
    fn json_keeps_text_and_digits() {
        assert_eq!(json(&Cell::text("=1\n2")), "\"=1\\n2\"");
        assert_eq!(json(&Cell::Figure(Amount::parse("67.0").unwrap())), "67.0");
        assert_eq!(json(&Cell::Figure(Amount::parse("-0.10").unwrap())), "-0.10");
        assert_eq!(json(&Cell::Figure(Amount::whole(0))), "0");
        assert_eq!(json(&Cell::Blank), "null");
    }
}
