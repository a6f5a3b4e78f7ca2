//! `figure-unit-doubled`: a figure by reference with its unit typed behind it, which is printed twice: 7.5トントン.

use crate::{
    check::{Context, Findings, Rule, texts},
    diagnostic::Severity,
    model::{FigureField, Id},
};

pub(super) const RULE: Rule = Rule {
    code: "figure-unit-doubled",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for text in texts::all(context) {
        let raw = context.sources.text(text.written.place);
        for reference in texts::references(raw) {
            let Some(kpi) = Id::parse(reference.kpi).and_then(|id| context.model(&id)) else {
                continue;
            };
            let unit = match reference.field {
                FigureField::Change => kpi.difference_unit(),
                _ => kpi.unit.as_deref().unwrap_or(""),
            };
            if unit.is_empty() || !raw[reference.span.end..].starts_with(unit) {
                continue;
            }
            let range = reference.span.start..reference.span.end + unit.len();
            findings
                .at(
                    text.written.place.part(range),
                    format!(
                        "「{}」の後に、単位「{unit}」がもう一度書かれています。",
                        &raw[reference.span]
                    ),
                )
                .reason("値は単位の付いた形で入るので、単位が二つ続いて印刷されます。")
                .fix(format!("後の「{unit}」を消してください。"));
        }
    }
}
