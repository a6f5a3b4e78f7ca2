//! `markdown-emphasis`: marks of emphasis that mark nothing.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-emphasis",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::LeftoverEmphasis { marks }) => Some(Some(marks)),
        FaultKind::Markdown(MarkdownFaultKind::FullWidthEmphasis) => Some(None),
        _ => None,
    });
    let mut told = None;
    for (place, marks) in found {
        // Marks before and behind a word are one slip.
        let line = (place.file, context.sources.line(place));
        if told.replace(line) == Some(line) {
            continue;
        }
        let (message, fix) = match marks {
            Some(marks) => (
                format!("強調の「{marks}」が、対になっていません。"),
                "強調する語の前と後の両方に、空白を入れずに付けてください。強調が要らなければ消してください。",
            ),
            None => (
                "強調の「＊＊」が、全角です。".to_owned(),
                "半角の「**」に直してください。強調が要らなければ消してください。",
            ),
        };
        findings
            .at(place, message)
            .reason("このままでは強調にならず、記号がそのまま印刷されます。")
            .fix(fix)
            .example("**重点的に**取り組みます。");
    }
}
