//! `word-unknown`: a word that is none of a closed list.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{nearest, perhaps},
    },
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "word-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::NotAWord { text, known } => Some((text, known)),
        _ => None,
    });
    for (place, (text, known)) in found {
        findings
            .at(place, format!("「{text}」は、ここで使える語ではありません。"))
            .reason("決められた語でないと、どれに当たるのか判断できません。")
            .fix(format!(
                "{}使える語は {} です。",
                perhaps(nearest(text, known.iter().copied())),
                known.join("、")
            ));
    }
}
