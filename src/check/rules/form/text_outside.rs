//! `text-outside`: text before the first field.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "text-outside",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::TextOutside => Some(()),
        _ => None,
    });
    for (place, ()) in found {
        findings
            .at(place, "項目の見出しより前に、文章があります。")
            .reason("どの項目の文章なのか分からず、報告書に載りません。")
            .fix("四つの項目のどれかの見出しの下に移すか、消してください。")
            .example("### 主な取組と成果\n\n（本文）");
    }
}
