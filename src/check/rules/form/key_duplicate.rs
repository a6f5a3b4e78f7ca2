//! `key-duplicate`: a key that stands twice in one mapping.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "key-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::KeyDuplicate { key, first } => Some((key, *first)),
        _ => None,
    });
    for (place, (key, first)) in found {
        findings
            .at(place, format!("項目「{key}」が二度書かれています。"))
            .reason("どちらの値が正しいのか、決められません。")
            .fix("正しいほうを残し、もう一方を消してください。")
            .related(first, "一つ目はここにあります。");
    }
}
