//! `yaml-colon-in-value`: `: ` within a value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-colon-in-value",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::ColonInValue)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "値の中に「: 」があります。")
            .reason("「: 」は項目と値の区切りなので、値がどこまでか分からなくなります。")
            .fix("値の全体を半角の引用符で囲むか、全角の「：」に直してください。")
            .example("name: \"重点: 若者の定住\"");
    }
}
