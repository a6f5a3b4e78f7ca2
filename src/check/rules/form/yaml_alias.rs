//! `yaml-alias`: an anchor or alias.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-alias",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Alias)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "「&」や「*」による参照は、ここでは使えません。")
            .reason("ほかの箇所を指す書き方は、どの値が使われるのか読み取りにくいためです。")
            .fix("値をそのまま書いてください。文字としての「&」や「*」で始まる値は、半角の引用符で囲みます。")
            .example("name: \"&プラスの会\"");
    }
}
