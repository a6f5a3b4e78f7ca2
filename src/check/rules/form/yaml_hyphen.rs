//! `yaml-hyphen`: an entry of a list whose hyphen is full-width, or has no space behind it.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-hyphen",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::EntryMark)).then_some(()));
    for (place, ()) in found {
        let message = match context.sources.text(place) {
            "-" => "一覧の「-」の後に、半角の空白がありません。".to_owned(),
            mark => format!("一覧の始まりが、半角の「-」ではなく「{mark}」です。"),
        };
        findings
            .at(place, message)
            .reason("半角の「-」と半角の空白がないと、一覧の一つとして読み取れません。")
            .fix("半角の「-」の後に、半角の空白を一つ置いてください。")
            .example("  - id: kikaku\n    name: 企画課");
    }
}
