//! `era-first-year`: an era's first year written as 1: it is 元年.

use crate::{
    check::{Context, Findings, Rule, era_text::Style},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "era-first-year",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let Some(era) = mention
            .era
            .as_ref()
            .filter(|era| era.number == 1 && era.style == Style::Number)
        else {
            continue;
        };
        let (text, place) = words.part(era.span.clone());
        let name = era.era.name();
        findings
            .at(place, format!("「{text}」年は、「{name}元」年と書きます。"))
            .reason("元号の最初の年は「元年」です。表や見出しに自動で付く年も、「元」と書かれます。")
            .fix(format!("「{text}」を「{name}元」に直してください。"))
            .example(format!("{name}元（{}）年度", era.era.first_year()));
    }
}
