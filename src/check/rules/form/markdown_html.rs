//! `markdown-html`: HTML in a text.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-html",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Markdown(MarkdownFaultKind::RawHtml)).then_some(()));
    let mut told = None;
    for (place, ()) in found {
        // A tag and the one that closes it are one slip.
        let line = (place.file, context.sources.line(place));
        if told.replace(line) == Some(line) {
            continue;
        }
        let written = context.sources.text(place).lines().next().unwrap_or("");
        findings
            .at(place, format!("文章の中に、HTML の「{written}」があります。"))
            .reason("HTML は報告書に載せません。ページの形が崩れたり、読み上げられなかったりするためです。")
            .fix("「<」から「>」までを消してください。文字としての「<」は、全角で書きます。");
    }
}
