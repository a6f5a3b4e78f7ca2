//! `markdown-reference-unknown`: `{…}` that names nothing.

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{nearest, perhaps},
        texts,
    },
    diagnostic::Severity,
    manuscript::{
        FaultKind,
        markdown::{MarkdownFaultKind, first_reference},
    },
    model::DataBlock,
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-reference-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    const AS_IT_IS: &str = "このままでは、数値ではなく、この文字が印刷されます。";
    const EXAMPLE: &str = "{kpi:shops.actual}";
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(
            kind @ (MarkdownFaultKind::UnknownReference { .. }
            | MarkdownFaultKind::UnclosedReference { .. }
            | MarkdownFaultKind::ReferenceInCode { .. }),
        ) => Some(kind),
        _ => None,
    });
    for (place, kind) in found {
        let (message, fix) = match kind {
            MarkdownFaultKind::UnclosedReference { text } => (
                format!("「{text}」に、閉じの「}}」がありません。"),
                "終わりに半角の「}」を付けてください。".to_owned(),
            ),
            MarkdownFaultKind::ReferenceInCode { text } => (
                format!("「`{text}`」が、「`」で囲まれています。"),
                "前と後の「`」を消してください。".to_owned(),
            ),
            MarkdownFaultKind::UnknownReference { text } => (
                format!("「{text}」は、埋め込める数値や図の名前ではありません。"),
                remedy(text),
            ),
            _ => continue,
        };
        findings.at(place, message).reason(AS_IT_IS).fix(fix).example(EXAMPLE);
    }
    for texts::Value { value, .. } in texts::values(context) {
        let Some(reference) = first_reference(&value.value) else {
            continue;
        };
        let text = &value.value[reference];
        findings
            .at(value.place, format!("「{text}」は、ここでは使えません。"))
            .reason(AS_IT_IS)
            .fix("数値を、単位とともに書いてください。この印を使えるのは、課や章の本文と、plan.yaml や kpis.yaml の説明の文です。");
    }
}

/// What to do about a reference that names nothing.
fn remedy(text: &str) -> String {
    let strange = |c: char| matches!(c, '｛' | '｝' | '：' | '．' | ' ' | '\u{3000}') || c.is_ascii_uppercase();
    if text.contains(strange) {
        return "「{」「:」「.」「}」は半角で、英字は小文字で、空白を入れずに書いてください。".to_owned();
    }
    let inside = text.trim_start_matches('{').trim_end_matches('}');
    if !inside.starts_with("kpi") {
        let known = DataBlock::ALL.map(|(name, _)| name);
        let near = nearest(inside, known.into_iter().chain(["plan:period"]));
        return format!("{}使えるのは、plan:period、{} です。", perhaps(near), known.join("、"));
    }
    "KPIの数値は、id の後に .baseline（当初）、.previous（前年度）、.actual（実績値）、.target（目標値）、.change（前年度との差）のどれかを付けます。".to_owned()
}
