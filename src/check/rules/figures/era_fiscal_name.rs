//! `era-fiscal-name`: 平成31年度 where the report's own tables say 令和元年度.

use crate::{
    check::{
        Context, Findings, Rule,
        era_text::{Style, Unit},
    },
    diagnostic::Severity,
    model::Era,
};

pub(super) const RULE: Rule = Rule {
    code: "era-fiscal-name",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let fiscal = mention.unit == Some(Unit::Fiscal);
        let last = |era: &crate::check::era_text::Written| era.era == Era::Heisei && era.number == 31;
        let Some(era) = mention.era.as_ref().filter(|era| fiscal && last(era)) else {
            continue;
        };
        let agrees = mention.western.is_none_or(|year| era.year().western() == Some(year));
        if !agrees {
            continue;
        }
        let (text, place) = words.part(mention.span.clone());
        let name = if era.style == Style::Letter {
            "R1（2019）年度"
        } else {
            "令和元（2019）年度"
        };
        findings
            .at(
                place,
                format!("「{text}」は、この報告書の表や図では「{name}」と書かれます。"),
            )
            .reason("同じ年度に二つの名があると、別の年度に見えます。")
            .fix(format!("「{name}」に直してください。"));
    }
}
