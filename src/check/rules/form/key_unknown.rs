//! `key-unknown`: a key that nothing reads, mostly a slip of the finger.

use super::key_missing;
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
    for (place, (key, known)) in unknown {
        if key_missing::is_missed_above(context, place, key) {
            findings
                .at(place, format!("項目「{key}」の字下げが足りません。"))
                .reason("YAML では、字下げの深さで、どの項目に属するかが決まります。")
                .fix("すぐ上の項目と同じ深さまで、半角の空白で字下げしてください。");
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
