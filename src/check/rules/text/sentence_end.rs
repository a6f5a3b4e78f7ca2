//! `sentence-end`: a sentence of prose without its full stop.

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{Follows, is_hiragana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "sentence-end",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        if !passage.is_paragraph() {
            continue;
        }
        // Another mark for the full stop is another rule's affair.
        let ended = text.ends_with(['。', '！', '？', '｡', '．', '.', '!', '?', '：', ':', '」', '』']);
        let sentences = passage.sentences.len();
        let last = passage.sentences.last().map_or("", |range| &text[range.clone()]);
        let leads = passage.follows != Follows::Other && !super::is_polite(last);
        let unended =
            !ended && !leads && (super::is_polite(without_brackets(last)) || (sentences > 1 && !last.ends_with('）')));
        let line = passage
            .line_starts
            .iter()
            .copied()
            .find(|at| super::is_polite(&text[..*at]) && begins_anew(&text[*at..]));
        let at = match (line, unended) {
            (Some(at), _) => at,
            (None, true) => text.len(),
            (None, false) => continue,
        };
        let tail_start = text[..at].char_indices().rev().nth(5).map_or(0, |(start, _)| start);
        findings
            .at(
                passage.place(tail_start..at),
                format!("「{}」の後に「。」がありません。", &text[tail_start..at]),
            )
            .reason("文の終わりが分からず、次の文や段落とつながって読まれます。")
            .fix("文の終わりに「。」を付けてください。");
    }
}

/// Goes on with a word of its own, not with a particle.
fn begins_anew(text: &str) -> bool {
    const OPENINGS: [&str; 14] = [
        "あわせて",
        "また",
        "これ",
        "この",
        "それ",
        "その",
        "そこで",
        "そして",
        "さらに",
        "なお",
        "しかし",
        "ただし",
        "まず",
        "いずれ",
    ];
    if OPENINGS.iter().any(|word| text.starts_with(word)) {
        return true;
    }
    text.chars()
        .next()
        .is_some_and(|c| !is_hiragana(c) && !matches!(c, '、' | '。' | '，' | '（' | '」' | '）' | '｡' | '.' | '．'))
}

/// A remark in brackets may stand before the full stop.
fn without_brackets(text: &str) -> &str {
    text.strip_suffix('）')
        .and_then(|inner| inner.rfind('（').map(|open| &text[..open]))
        .unwrap_or(text)
}
