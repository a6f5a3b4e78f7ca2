//! `file-name-unportable`: a name that other systems cannot hold.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::SourceFault,
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
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().map(|c| if hidden(c) { '?' } else { c }).collect()
}
