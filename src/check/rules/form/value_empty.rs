//! `value-empty`: a key without a value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "value-empty",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::ValueEmpty { key } => Some(*key),
        _ => None,
    });
    for (place, key) in found {
        let file = context.sources.file(place.file);
        let line = file.line_range(context.sources.line(place));
        let comment = file.text[line].contains('#');
        let hint = if comment {
            "「#」から後は注釈になるので、値に「#」を含むときは半角の引用符で囲んでください。"
        } else {
            ""
        };
        findings
            .at(place, format!("項目「{key}」に値がありません。"))
            .reason("空のままでは、書き忘れなのか、値がないのかを区別できません。")
            .fix(format!("値を書くか、省ける項目なら行ごと消してください。{hint}"));
    }
}
