//! `markdown-nesting`: lists or emphasis nested too deep.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-nesting",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found =
        context.faults(|kind| matches!(kind, FaultKind::Markdown(MarkdownFaultKind::NestingTooDeep)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "一覧や強調の重なりが、深すぎます。")
            .reason("紙でも画面でも、字下げが深いと読み取れません。深い所は報告書に載りません。")
            .fix("一覧の段を減らすか、文章に直してください。");
    }
}
