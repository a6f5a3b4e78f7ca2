//! `yaml-colon-space`: a colon without the space that makes it one.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-colon-space",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::ColonWithoutSpace)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "項目の名前の後の「:」に、空白が続いていません。")
            .reason("半角の空白がないと、項目と値に分かれません。")
            .fix("コロンの後に半角の空白を入れてください。")
            .example("name: 見本市");
    }
}
