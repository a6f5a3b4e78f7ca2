//! `yaml-unclosed-bracket`: a bracket that is never closed, or closed otherwise.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-unclosed-bracket",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::UnclosedBracket)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "半角の括弧が、正しく閉じていません。")
            .reason("どこまでが一覧なのか分からず、後の行が読めません。")
            .fix("「[」は「]」で、「{」は「}」で、同じ行の中で閉じてください。")
            .example("kpis: [shops, members]");
    }
}
