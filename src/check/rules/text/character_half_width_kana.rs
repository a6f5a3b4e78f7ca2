//! `character-half-width-kana`: half-width kana.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-half-width-kana",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::HalfWidthKana) {
        // A half-width dot for a bullet has advice of its own.
        if context.manuscript.faults.iter().any(|fault| fault.place == odd.place) {
            continue;
        }
        let text = context.sources.text(odd.place);
        findings
            .at(
                odd.place,
                format!("「{text}」は、半角の片仮名です{}。", super::and_more(more)),
            )
            .reason("同じ言葉が二通りの文字で書かれると、検索で見つからなくなり、幅もそろいません。")
            .fix(format!("全角の「{}」に書き換えてください。", super::composed(text)));
    }
}
