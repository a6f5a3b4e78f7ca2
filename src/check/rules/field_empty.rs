//! `field-empty`: a field whose heading is there and whose text is not.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Field,
};

pub(super) const RULE: Rule = Rule {
    code: "field-empty",
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
            // What was written there may be what a report cannot hold.
            if context.unread_heading(page, section) {
                continue;
            }
            for field in section.fields.iter().filter(|field| field.text.is_empty()) {
                let label = field.field.value.label();
                let what = if field.field.value == Field::Programs {
                    "事業の名称を「- 」に続けて"
                } else {
                    "本文を"
                };
                findings
                    .at(
                        field.field.place,
                        format!("施策 {} の「{label}」が空です。", section.code.value.display()),
                    )
                    .reason("空の項目は、報告書に空欄として印刷されてしまいます。")
                    .fix(format!("見出しの下に、{what}書いてください。"));
            }
        }
    }
}
