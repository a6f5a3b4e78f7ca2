//! `punctuation-foreign`: a comma or full stop of another script in a Japanese sentence.

use crate::{
    check::{Context, Findings, Rule, reading::is_japanese},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "punctuation-foreign",
    severity: Severity::Warning,
    run,
};

const FOREIGN: &[char] = &['，', '．', ',', '.'];

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose_with(context, FOREIGN) {
        for (at, c) in text.char_indices().filter(|(_, c)| FOREIGN.contains(c)) {
            let before = text[..at].chars().next_back();
            let after = text[at + c.len_utf8()..].chars().next();
            let joins = before.is_some_and(|c| is_japanese(c) || matches!(c, '）' | '」'))
                && after.is_none_or(|c| is_japanese(c) || matches!(c, ' ' | '（' | '「'));
            if !joins {
                continue;
            }
            let right = if matches!(c, '，' | ',') { '、' } else { '。' };
            findings
                .at(
                    passage.place(at..at + c.len_utf8()),
                    format!("日本語の文に「{c}」が使われています。"),
                )
                .reason("句読点の種類が混ざると、文の切れ目が分かりにくく、機械での読み取りも誤ります。")
                .fix(format!("「{right}」に書き換えてください。"));
        }
    }
}
