//! `yaml-complex-key`: a list or mapping as key.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-complex-key",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::ComplexKey)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "項目の名前の所に、一覧や括弧があります。")
            .reason("項目の名前に使えるのは、決められた一つの語だけです。")
            .fix("項目の名前を「名前: 値」の形で書いてください。")
            .example("kpis: [shops, members]");
    }
}
