//! `punctuation-double`: punctuation marks side by side, or at the start of a paragraph.

use crate::{
    check::{Context, Findings, Rule, reading::Mark},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "punctuation-double",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mark = |c: char| matches!(c, '、' | '。');
    for (passage, text) in super::prose(context) {
        // Hardly any text has one that stands at its start or before another.
        let beside = |pair: &[Mark]| pair[0].0 + '。'.len_utf8() == pair[1].0 && mark(pair[0].1) && mark(pair[1].1);
        if !text.starts_with(mark) && !passage.marks.windows(2).any(beside) {
            continue;
        }
        let mut from = 0;
        while let Some(found) = text[from..].find(mark) {
            let start = from + found;
            let run = &text[start..];
            let end = start + run.find(|c| !mark(c)).unwrap_or(run.len());
            from = end;
            let marks = &text[start..end];
            if start == 0 {
                findings
                    .at(
                        passage.place(start..end),
                        format!("段落が「{marks}」から始まっています。"),
                    )
                    .reason("前の文が消えたか、改行の位置を誤ったと考えられます。")
                    .fix("抜けた言葉を補うか、この句読点を消してください。");
            } else if marks.chars().count() > 1 {
                let right = if marks.contains('。') { '。' } else { '、' };
                findings
                    .at(
                        passage.place(start..end),
                        format!("句読点が「{marks}」と続いています。"),
                    )
                    .reason("言葉を消したときに句読点だけが残ったと考えられます。")
                    .fix(format!("「{right}」一つにするか、間に抜けた言葉を補ってください。"));
            }
        }
    }
}
