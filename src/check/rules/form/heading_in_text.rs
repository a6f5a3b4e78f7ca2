//! `heading-in-text`: a heading where only text may stand.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "heading-in-text",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::HeadingInText { text } => Some(text),
        _ => None,
    });
    for (place, text) in found {
        let chapter = context.sources.file(place.file).name.contains("/chapters/");
        let fix = if chapter {
            "章の中で使える見出しは「## 」だけです。章の題名は report.yaml に書きます。"
        } else {
            "先頭の「#」を消し、ふつうの文にしてください。"
        };
        findings
            .at(place, format!("ここでは、見出し「{text}」を使えません。"))
            .reason("見出しの段は報告書の構成で決まっていて、途中に加えると目次と合わなくなります。")
            .fix(fix);
    }
}
