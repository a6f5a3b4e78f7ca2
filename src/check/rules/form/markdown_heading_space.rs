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
    let found = context.faults(|kind| {
        let FaultKind::Markdown(kind) = kind else { return None };
        let signs = |level: &usize| "#".repeat(*level);
        match kind {
            MarkdownFaultKind::HeadingWithoutSpace { level } => Some((
                *level,
                format!("見出しの「{}」の後に、半角の空白がありません。", signs(level)),
                format!("「{}」と見出しの間に、半角の空白を一つ入れてください。", signs(level)),
            )),
            MarkdownFaultKind::HeadingBehindSpace { level } => Some((
                *level,
                format!("見出しの「{}」の前に、全角の空白があります。", signs(level)),
                "行の頭の空白を消してください。".to_owned(),
            )),
            MarkdownFaultKind::FullWidthHash { level } => Some((
                *level,
                "見出しの「＃」が全角です。".to_owned(),
                format!("半角の「{} 」に直してください。", signs(level)),
            )),
            _ => None,
        }
    });
    for (place, (level, message, fix)) in found {
        findings
            .at(place, message)
            .reason("見出しと認められず、ふつうの文になります。")
            .fix(fix)
            .example(if level == 2 { "## 1-1-1" } else { "### 課題" });
    }
}
