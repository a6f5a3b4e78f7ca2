//! `yaml-second-document`: a second document after `---`.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-second-document",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::SecondDocument)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "ファイルの途中に「---」があります。")
            .reason("「---」から後は別の文書と見なされ、読み込まれません。")
            .fix("「---」の行を消してください。");
    }
}
