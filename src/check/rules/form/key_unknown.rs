//! `key-unknown`: a key that nothing reads, mostly a slip of the finger.

use super::dedented;
use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{nearest_key, perhaps},
    },
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "key-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let unknown = context.faults(|kind| match kind {
        FaultKind::KeyUnknown { key, known } => Some((key, known)),
        _ => None,
    });
    let dedented = dedented::mappings(context);
    for (place, (key, known)) in unknown {
        if let Some(mapping) = dedented.get(&place) {
            let text = &context.sources.file(mapping.file).text[mapping.span.start as usize..];
            let first = text.split([':', '\n']).next().unwrap_or_default();
            findings
                .at(place, format!("項目「{key}」の字下げが足りません。"))
                .reason("YAML では、字下げの深さで、どの項目に属するかが決まります。")
                .fix(format!(
                    "上の「{first}」と同じ深さまで、半角の空白で字下げしてください。"
                ));
            continue;
        }
        findings
            .at(place, format!("項目「{key}」は、ここでは使えません。"))
            .reason("知らない項目は読み飛ばされ、書いた内容が報告書に載りません。")
            .fix(format!(
                "{}使える項目は {} です。",
                perhaps(nearest_key(key, known.iter().copied())),
                known.join("、")
            ));
    }
}
