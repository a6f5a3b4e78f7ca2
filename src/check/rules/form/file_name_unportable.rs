//! `file-name-unportable`: a name that other systems cannot hold.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::{SourceFault, is_hidden},
};

pub(super) const RULE: Rule = Rule {
    code: "file-name-unportable",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for fault in context.sources.faults() {
        let SourceFault::Name(name) = fault else {
            continue;
        };
        let name = shown(name);
        findings
            .file(&name, format!("「{name}」の名前に、使えない文字があります。"))
            .reason("「:」や「\\」などの記号、改行などの見えない文字は、ほかの機器のファイル名に使えません。")
            .fix("半角の英数字、「-」「_」「.」だけの名前に直してください。");
    }
}

/// Control and direction characters would garble the message.
fn shown(name: &str) -> String {
    name.chars().map(|c| if is_hidden(c) { '?' } else { c }).collect()
}
