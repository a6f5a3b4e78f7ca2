//! `yaml-tag`: a tag.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-tag",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Tag)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "「!」で始まる型の指定は、ここでは使えません。")
            .reason("値の型は項目ごとに決まっています。")
            .fix("「!」とそれに続く語を消してください。文字としての「!」で始まる値は、半角の引用符で囲みます。")
            .example("name: \"!チャレンジ事業\"");
    }
}
