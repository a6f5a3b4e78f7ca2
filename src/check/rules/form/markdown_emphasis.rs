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
        FaultKind::Markdown(
            kind @ (MarkdownFaultKind::LeftoverEmphasis { .. }
            | MarkdownFaultKind::FullWidthEmphasis
            | MarkdownFaultKind::SingleEmphasis { .. }),
        ) => Some(kind),
        _ => None,
    });
    let mut told = None;
    for (place, kind) in found {
        // Marks before and behind a word are one slip.
        let line = (place.file, context.sources.line(place));
        if told.replace(line) == Some(line) {
            continue;
        }
        const PRINTED: &str = "このままでは強調にならず、記号がそのまま印刷されます。";
        let (message, reason, fix) = match kind {
            MarkdownFaultKind::LeftoverEmphasis { marks } => (
                format!("強調の「{marks}」が、対になっていません。"),
                PRINTED,
                "強調する語の前と後の両方に、空白を入れずに付けてください。強調が要らなければ消してください。",
            ),
            MarkdownFaultKind::SingleEmphasis { mark } => (
                format!("「{mark}」で囲んだ所があります。"),
                "二つの記号の間が斜体になり、記号は印刷されません。",
                "強調は「**」で囲みます。かけ算は「×」、注の印は「※」で書いてください。",
            ),
            _ => (
                "強調の「＊＊」が、全角です。".to_owned(),
                PRINTED,
                "半角の「**」に直してください。強調が要らなければ消してください。",
            ),
        };
        findings
            .at(place, message)
            .reason(reason)
            .fix(fix)
            .example("**重点的に**取り組みます。");
    }
}
