//! `key-missing`: a key that must be there.

use crate::{
    check::{Context, Findings, Rule, nearest::nearest_key},
    diagnostic::Severity,
    manuscript::FaultKind,
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "key-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::KeyMissing { key } => Some(*key),
        _ => None,
    });
    for (place, key) in found {
        // The mistyped key is one slip, and `key-unknown` names the right one.
        if is_mistyped(context, place, key) {
            continue;
        }
        findings
            .at(place, format!("項目「{key}」がありません。"))
            .reason("この項目がないと、報告書を作ることができません。")
            .fix(format!("「{key}: 」の行を加え、値を書いてください。"));
    }
}

fn is_mistyped(context: &Context, mapping: Place, missing: &str) -> bool {
    let within = |place: Place| {
        place.file == mapping.file && (mapping.span.start..=mapping.span.end).contains(&place.span.start)
    };
    let mut unknown = context.faults(|kind| match kind {
        FaultKind::KeyUnknown { key, known } => Some((key, known)),
        _ => None,
    });
    unknown.any(|(place, (key, known))| within(place) && nearest_key(key, known.iter().copied()) == Some(missing))
}
