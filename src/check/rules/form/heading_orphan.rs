//! `heading-orphan`: a field's heading before any measure's.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "heading-orphan",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::HeadingOrphan { text } => Some(text),
        _ => None,
    });
    for (place, text) in found {
        findings
            .at(
                place,
                format!("見出し「{text}」の前に、施策の番号の見出しがありません。"),
            )
            .reason("どの施策についての文章なのか、分かりません。")
            .fix("この見出しの上に、施策の番号の見出しを置いてください。")
            .example(format!("## 1-1-1\n\n### {text}"));
    }
}
