//! `yaml-fullwidth-colon`: a full-width colon between key and value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-fullwidth-colon",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::FullWidthColon)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "項目の名前の後のコロンが、全角の「：」です。")
            .reason("項目と値の区切りと認められるのは、半角の「: 」だけです。")
            .fix("半角のコロンと半角の空白に直してください。")
            .example("name: 見本市");
    }
}
