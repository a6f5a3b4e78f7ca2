//! `heading-duplicate`: a measure or field that stands twice.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "heading-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::HeadingDuplicate { text, first } => Some((text, *first)),
        _ => None,
    });
    for (place, (text, first)) in found {
        findings
            .at(place, format!("見出し「{text}」が二度あります。"))
            .reason("二つ目の見出しから下の文章は、報告書に載りません。")
            .fix("文章を一つの見出しの下にまとめるか、見出しの誤りを直してください。")
            .related(first, "一つ目はここにあります。");
    }
}
