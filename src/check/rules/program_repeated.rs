//! `program-repeated`: one 事業 listed twice in one field.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "program-repeated",
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
        for field in page.sections.iter().flat_map(|section| &section.fields) {
            let mut seen = crate::check::maps::HashMap::default();
            for name in &field.programs {
                if let Some(first) = seen.insert(name.value.as_str(), name.place) {
                    findings
                        .at(name.place, format!("事業「{}」が、同じ欄に二度あります。", name.value))
                        .reason("同じ事業が重ねて印刷されます。")
                        .fix("どちらかの行を消してください。")
                        .related(first, "最初はここにあります。");
                }
            }
        }
    }
}
