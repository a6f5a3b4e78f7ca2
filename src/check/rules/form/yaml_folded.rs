//! `yaml-folded`: a folded text.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-folded",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Folded)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "長い文章の始まりが「>」になっています。")
            .reason("「>」では、改行の所に空白が入り、日本語の文が途切れて見えます。")
            .fix("「>」を「|」に直してください。")
            .example("note: |\n  実績値は年度末の件数です。");
    }
}
