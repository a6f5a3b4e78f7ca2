//! `yaml-hash-in-value`: a value that ends at a `#`, with what looks like the rest of it behind.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-hash-in-value",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::TextInComment)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "「#」から後ろは覚え書きとみなされ、値に入りません。")
            .reason("半角の空白に続く「#」から行の終わりまでは、報告書に載りません。")
            .fix("値の続きであれば、値の全体を半角の引用符で囲んでください。覚え書きであれば、「#」の後に半角の空白を置いてください。")
            .example("reason: \"計画どおり #1の区間が完成しました。\"");
    }
}
