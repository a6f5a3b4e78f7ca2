//! `word-unknown`: a word that is none of a closed list.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{is_dash, nearest, perhaps},
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
        // Dashes look alike, and one of them may be a word of the list.
        let dash = |text: &str| text.chars().count() == 1 && text.starts_with(is_dash);
        let near = match known.iter().find(|known| dash(text) && dash(known)) {
            Some(known) => format!("横線の形が違います。「{known}」（全角のマイナス）を写してください。"),
            None => perhaps(nearest(text, known.iter().copied())),
        };
        findings
            .at(place, format!("「{text}」は、ここで使える語ではありません。"))
            .reason("決められた語でないと、どれに当たるのか判断できません。")
            .fix(format!("{near}使える語は {} です。", known.join("、")));
    }
}
