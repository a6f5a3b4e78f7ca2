//! `key-missing`: a key that must be there.

use std::collections::BTreeSet;

use super::dedented;
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
    let dedented: BTreeSet<Place> = dedented::mappings(context).into_values().collect();
    let unknown = context.faults(|kind| match kind {
        FaultKind::KeyUnknown { key, known } => Some((key.as_str(), known.as_slice())),
        _ => None,
    });
    let unknown: Vec<_> = unknown.collect();
    for (place, key) in found {
        // The mistyped key, or the one that is not indented, is one slip: `key-unknown` tells of it.
        if dedented.contains(&place) || is_mistyped(place, key, &unknown) {
            continue;
        }
        findings
            .at(place, format!("項目「{key}」がありません。"))
            .reason("この項目がないと、報告書を作ることができません。")
            .fix(format!("「{key}: 」の行を加え、値を書いてください。"));
    }
}

fn is_mistyped(mapping: Place, missing: &str, unknown: &[(Place, (&str, &[&str]))]) -> bool {
    let within = |place: Place| {
        place.file == mapping.file && (mapping.span.start..=mapping.span.end).contains(&place.span.start)
    };
    let mut unknown = unknown.iter();
    unknown.any(|(place, (key, known))| within(*place) && nearest_key(key, known.iter().copied()) == Some(missing))
}
