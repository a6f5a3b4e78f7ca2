//! `markdown-heading-space`: `##1-1-1` and `＃＃ 1-1-1`: headings to the eye only.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-heading-space",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::HeadingWithoutSpace { level }) => Some((*level, false)),
        FaultKind::Markdown(MarkdownFaultKind::FullWidthHash { level }) => Some((*level, true)),
        _ => None,
    });
    for (place, (level, full_width)) in found {
        let signs = "#".repeat(level);
        let (message, fix) = if full_width {
            (
                "見出しの「＃」が全角です。".to_owned(),
                format!("半角の「{signs} 」に直してください。"),
            )
        } else {
            (
                format!("見出しの「{signs}」の後に、半角の空白がありません。"),
                format!("「{signs}」と見出しの間に、半角の空白を一つ入れてください。"),
            )
        };
        findings
            .at(place, message)
            .reason("見出しと認められず、ふつうの文になります。")
            .fix(fix)
            .example(if level == 2 { "## 1-1-1" } else { "### 課題" });
    }
}
