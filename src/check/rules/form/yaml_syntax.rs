//! `yaml-syntax`: YAML that cannot be read, and none of the known slips.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-syntax",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::Other)).then_some(()));
    for (place, ()) in found {
        let written = context.sources.text(place);
        findings
            .at(place, format!("この行を読み取れません：「{written}」"))
            .reason("一覧でも「項目: 値」でもない行は、どこに属するのか分かりません。")
            .fix("前後の行と見比べて「項目: 値」か「- 値」の形に直してください。「: 」や「#」などの記号を含む値は、半角の引用符で囲みます。")
            .example("name: \"第2期: 総合戦略\"");
    }
}
