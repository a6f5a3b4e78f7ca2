//! `markdown-data-in-text`: a table or chart placed within a sentence.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-data-in-text",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::DataBlockInText { name }) => Some((*name, true)),
        FaultKind::Markdown(MarkdownFaultKind::DataBlockElsewhere { name }) => Some((*name, false)),
        _ => None,
    });
    for (place, (name, in_text)) in found {
        if !in_text {
            findings
                .at(place, format!("「{{{name}}}」は、ここでは使えません。"))
                .reason("表や図が入るのは、章の本文（chapters のファイル）だけです。ほかの所では、何も印刷されません。")
                .fix("この行を消してください。");
            continue;
        }
        findings
            .at(place, format!("「{{{name}}}」が、文の中にあります。"))
            .reason("表や図は、文の途中には置けません。")
            .fix("前後に空の行を入れ、この語だけの行にしてください。")
            .example(format!("本文。\n\n{{{name}}}\n\n本文。"));
    }
}
