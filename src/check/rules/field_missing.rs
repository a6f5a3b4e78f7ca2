//! `field-missing`: a section without one of its four fields.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Field,
};

pub(super) const RULE: Rule = Rule {
    code: "field-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for page in context
        .manuscript
        .editions
        .iter()
        .flat_map(|edition| &edition.departments)
    {
        for section in &page.sections {
            if context.index.measure(section.code.value).is_none() || context.unread_heading(page, section) {
                continue;
            }
            for field in Field::ALL {
                if section.fields.iter().any(|known| known.field.value == field) {
                    continue;
                }
                let code = section.code.value;
                findings
                    .at(
                        section.code.place,
                        format!("施策 {} に「{}」がありません。", code.display(), field.label()),
                    )
                    .reason("どの課も、四つの項目をそろえて報告することになっています。")
                    .fix(format!(
                        "見出し「### {}」を置き、その下に書いてください。",
                        field.label()
                    ))
                    .example(format!("### {}\n\n（本文）", field.label()));
            }
        }
    }
}
