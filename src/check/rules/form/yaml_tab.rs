//! `yaml-tab`: a tab as indent.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-tab",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Tab)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "字下げにタブが使われています。")
            .reason("YAML では、字下げにタブを使えません。")
            .fix("タブを半角の空白に直してください。字下げは、1段につき半角2文字です。")
            .example("departments:\n  - id: kikaku\n    name: 企画課");
    }
}
