//! `file-name-case`: two names that differ only by case.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::SourceFault,
};

pub(super) const RULE: Rule = Rule {
    code: "file-name-case",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let SourceFault::CaseOnly(first, second) = fault else {
            continue;
        };
        let name = &context.sources.file(*second).name;
        let other = &context.sources.file(*first).name;
        findings
            .file(
                name,
                format!("「{other}」と「{name}」は、大文字と小文字だけが違います。"),
            )
            .reason("ウィンドウズなどでは同じ名前と見なされ、どちらかが失われます。")
            .fix("要るほうを小文字の名前で残し、もう一方を消してください。");
    }
}
