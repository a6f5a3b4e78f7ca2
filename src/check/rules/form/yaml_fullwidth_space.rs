//! `yaml-fullwidth-space`: an ideographic space where YAML wants a plain one.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-fullwidth-space",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::FullWidthSpace)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "行頭やコロンの後、「#」の前に、半角ではない空白があります。")
            .reason("全角の空白や、ワードの「改行しない空白」は文字と見なされ、字下げや区切りになりません。")
            .fix("半角の空白に直してください。字下げは、1段につき半角2文字です。")
            .example("departments:\n  - id: kikaku\n    name: 企画課");
    }
}
