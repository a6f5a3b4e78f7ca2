//! `yaml-indentation`: indent that fits no level above.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-indentation",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Indentation)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "この行の字下げが、前後の行とそろっていません。")
            .reason("YAML では、字下げの深さで、どの項目に属するかが決まります。")
            .fix("同じ並びの行と、字下げの深さを同じにしてください。字下げは、1段につき半角2文字です。")
            .example("departments:\n  - id: kikaku\n    name: 企画課");
    }
}
