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
    let found = context.faults(|kind| match kind {
        FaultKind::Yaml(ProblemKind::Folded) => Some((
            "長い文章の始まりが「>」になっています。",
            "「>」を「|」に直してください。",
        )),
        FaultKind::Yaml(ProblemKind::FoldedLines) => Some((
            "値が、次の行に続いています。",
            "1行に書くか、コロンの後を半角の「|」だけにし、次の行から字下げして書いてください。",
        )),
        _ => None,
    });
    for (place, (message, fix)) in found {
        findings
            .at(place, message)
            .reason("改行の所に空白が入り、日本語の文が途切れて見えます。")
            .fix(fix)
            .example("note: |\n  実績値は年度末の件数です。");
    }
}
