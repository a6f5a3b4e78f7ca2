//! `markdown-fullwidth-space`: a line of full-width spaces, which parts no paragraphs.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-fullwidth-space",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found =
        context.faults(|kind| matches!(kind, FaultKind::Markdown(MarkdownFaultKind::FullWidthSpaceLine)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "空の行に見えますが、全角の空白があります。")
            .reason("段落の区切りにならず、前後の文がつながります。")
            .fix("全角の空白を消し、何もない行にしてください。");
    }
}
