//! `yaml-too-deep`: nesting deeper than any source needs.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-too-deep",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::TooDeep)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "括弧や字下げの重なりが深すぎます。")
            .reason("ここから後を読むことができません。")
            .fix("余分な括弧や字下げがないか、確かめてください。");
    }
}
