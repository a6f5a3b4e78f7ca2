//! `yaml-fullwidth-comma`: a full-width comma between the pairs within `{ }`.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-fullwidth-comma",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::FullWidthComma)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "「{ }」の中の項目が、全角の読点かコンマで区切られています。")
            .reason("項目の区切りと認められるのは、半角の「, 」だけです。")
            .fix("半角のコンマと半角の空白に直してください。")
            .example("target: { year: 2024, value: 30 }");
    }
}
