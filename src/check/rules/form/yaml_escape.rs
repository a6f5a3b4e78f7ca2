//! `yaml-escape`: a character nobody can see, written as a code (`"\u202E"`), which the rules about characters do not meet.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-escape",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Escape)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "目に見えない文字が、「\\」の付いた記号で書かれています。")
            .reason("制御文字、幅のない文字、外字は、報告書に載せられません。文字の並びを変えて、別の内容に見せるものもあります。")
            .fix("「\\u」「\\x」「\\e」などで始まる記号を消してください。文字としての「\\」を書くときは、値を「'」で囲みます。")
            .example("name: '見本市'");
    }
}
