//! `markdown-reference-unknown`: `{…}` that names nothing.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-reference-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::UnknownReference { text }) => Some((text, false)),
        FaultKind::Markdown(MarkdownFaultKind::UnclosedReference { text }) => Some((text, true)),
        _ => None,
    });
    for (place, (text, open)) in found {
        let (message, fix) = if open {
            (
                format!("「{text}」に、閉じの「}}」がありません。"),
                "終わりに半角の「}」を付けてください。",
            )
        } else {
            (
                format!("「{text}」は、埋め込める数値や図の名前ではありません。"),
                "KPIの数値は、id の後に .baseline（当初）、.previous（前年度）、.actual（実績値）、.target（目標値）、.change（前年度との差）のどれかを付けます。",
            )
        };
        findings
            .at(place, message)
            .reason("このままでは、数値ではなく、この文字が印刷されます。")
            .fix(fix)
            .example("{kpi:shops.actual}");
    }
}
