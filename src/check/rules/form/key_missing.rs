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
        // The mistyped key, or the one that is not indented, is one slip: `key-unknown` tells of it.
        if is_mistyped(context, place, key) || is_below(context, place, key) {
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

/// True when the key stands right below, where it belongs to something else.
fn is_below(context: &Context, mapping: Place, missing: &str) -> bool {
    let mut unknown = context.faults(|kind| match kind {
        FaultKind::KeyUnknown { key, .. } => Some(key),
        _ => None,
    });
    unknown.any(|(place, key)| key == missing && follows(context, mapping, place))
}

/// True when the place of a key that was not expected is right below a mapping that lacks it.
pub(super) fn is_missed_above(context: &Context, place: Place, unknown: &str) -> bool {
    let mut missing = context.faults(|kind| match kind {
        FaultKind::KeyMissing { key } => Some(*key),
        _ => None,
    });
    missing.any(|(mapping, key)| key == unknown && follows(context, mapping, place))
}

/// True when nothing but comments and blank lines stands between.
fn follows(context: &Context, mapping: Place, key: Place) -> bool {
    let (from, to) = (mapping.span.end as usize, key.span.start as usize);
    let between = context.sources.file(mapping.file).text.get(from..to);
    let blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    mapping.file == key.file && between.is_some_and(|text| text.contains('\n') && text.lines().all(blank))
}
