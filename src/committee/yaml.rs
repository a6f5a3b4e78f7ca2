//! Meetings and opinions as YAML that reads back to exactly the same texts.

use crate::model::Date;

use super::read::Row;

/// A list item for a meeting.
pub(super) fn meeting(indent: &str, id: &str, name: &str, date: Option<Date>) -> String {
    let date = match date {
        Some(date) => format!("{indent}  date: {date}\n"),
        None => format!("{indent}  date:  # 開いた日を、2021-08-20 のように書いてください\n"),
    };
    format!("{indent}- id: {id}\n{indent}  name: {}\n{date}", quoted(name))
}

/// A list item for an opinion.
pub(super) fn opinion(indent: &str, meeting: &str, row: &Row) -> String {
    let mut text = format!("{indent}- meeting: {meeting}\n");
    if !row.who.is_empty() {
        text.push_str(&format!("{indent}  who: {}\n", quoted(&row.who)));
    }
    text.push_str(&format!("{indent}  about: {}\n", quoted(&row.about)));
    text.push_str(&format!(
        "{indent}  text: {}\n",
        block(&format!("{indent}    "), &row.text)
    ));
    text
}

/// A text in double quotes; JSON's escapes are YAML's too.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

/// A text as people like to read and edit it: line by line. What a block cannot hold as it is goes in quotes.
fn block(indent: &str, text: &str) -> String {
    let strange =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{85}');
    let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
    if text.contains(strange) || text.lines().any(blank) {
        return quoted(text);
    }
    let lines = text.split('\n').map(|line| match line {
        "" => String::new(),
        line => format!("{indent}{line}"),
    });
    format!("|\n{}", lines.collect::<Vec<_>>().join("\n"))
}
