//! `space-in-text`: a space within Japanese words, or between a figure and its word.

use crate::{
    check::{Context, Findings, Rule, reading::is_japanese},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "space-in-text",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose_with(context, &SPACES) {
        // Figures of a citation or a table row are parted by spaces on purpose; prose is not.
        let Some(range) = first_space(text) else { continue };
        if context.reading().names.within(text, &passage.letters).holds(&range) {
            continue;
        }
        let more = text[range.end..].chars().count() > 1 && first_space(&text[range.end..]).is_some();
        let shown = &text[range.clone()];
        findings
            .at(
                passage.place(range.clone()),
                format!(
                    "「{shown}」の間に空白があります{}。",
                    if more {
                        "（同じ段落に、ほかにもあります）"
                    } else {
                        ""
                    }
                ),
            )
            .reason("空白で言葉が切れると、検索で見つからず、読み上げや翻訳も誤ります。")
            .fix(format!(
                "空白を消して「{}」としてください。",
                shown.replace([' ', '　'], "")
            ));
    }
}

const SPACES: [char; 2] = [' ', '\u{3000}'];

/// From the character before the space to the one behind it.
fn first_space(text: &str) -> Option<std::ops::Range<usize>> {
    let mut from = 0;
    while let Some(found) = text[from..].find(SPACES) {
        let start = from + found;
        let end = start + (text[start..].len() - text[start..].trim_start_matches(SPACES).len());
        from = end;
        let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next()) else {
            continue;
        };
        let word = |c: char| is_japanese(c) || c.is_ascii_digit();
        let letters = |c: char| c.is_ascii_uppercase();
        let japanese = (is_japanese(before) && word(after)) || (word(before) && is_japanese(after));
        if japanese || (letters(before) && letters(after) && lone(text, start, end)) {
            return Some(start - before.len_utf8()..end + after.len_utf8());
        }
    }
    None
}

/// `K P I`: single capitals with spaces in between.
fn lone(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev().skip(1);
    let mut after = text[end..].chars().skip(1);
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    apart(before.next()) && apart(after.next())
}

#[cfg(test)]
mod tests {
    use super::first_space;

    #[test]
    fn spaces_within_words() {
        let found = |text: &'static str| first_space(text).map(|range| &text[range]);
        assert_eq!(found("推進会 議を開きました。"), Some("会 議"));
        assert_eq!(found("推進会　議を開きました。"), Some("会　議"));
        assert_eq!(found("令和 3年度"), Some("和 3"));
        assert_eq!(found("第 2 期"), Some("第 2"));
        assert_eq!(found("K P Iを見直します。"), Some("K P"));
        assert_eq!(found("ご存じですか？　次に進みます。"), None);
        assert_eq!(found("Open Data Dayに参加しました。"), None);
        assert_eq!(found("Web APIを公開しました。"), None);
    }
}
