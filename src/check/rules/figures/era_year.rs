//! `era-year`: a year that the era does not have.

use crate::{
    check::{
        Context, Findings, Rule,
        era_text::{Mention, Style, Unit, Written},
    },
    diagnostic::Severity,
    model::{Era, EraYear, YEARS},
};

pub(super) const RULE: Rule = Rule {
    code: "era-year",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let Some(era) = mention.era.as_ref().filter(|era| !exists(era, mention)) else {
            continue;
        };
        let (text, place) = words.part(mention.span.clone());
        let name = match era.style {
            Style::Letter => era.era.letter().to_string(),
            Style::First | Style::Number => era.era.name().to_owned(),
        };
        let end = match era.era {
            Era::Showa => "昭和は、昭和64（1989）年1月7日で終わりました。",
            Era::Heisei => "平成は、平成31（2019）年4月30日で終わりました。",
            Era::Reiwa => "令和は、令和元（2019）年5月1日に始まりました。",
        };
        let fix = meant(era, mention.western).map_or_else(
            || format!("「{name}」の後の年を確かめてください。"),
            |year| {
                format!(
                    "{}（{year}）年のことでしたら、そのように直してください。",
                    EraYear::of(year)
                )
            },
        );
        findings
            .at(place, format!("「{text}」という年はありません。{end}"))
            .reason("ない年のままでは、いつのことか分かりません。")
            .fix(fix);
    }
}

fn exists(era: &Written, mention: &Mention) -> bool {
    // The last year of 昭和 had a week: its fiscal year began in 平成.
    let week = era.era == Era::Showa && era.number == 64 && mention.unit == Some(Unit::Fiscal);
    !week && era.year().western().is_some_and(|year| YEARS.contains(&year))
}

/// The western year that was probably meant: the one beside it, the number itself, or the count carried on.
fn meant(era: &Written, western: Option<u16>) -> Option<u16> {
    let number = Some(era.number).filter(|number| YEARS.contains(number));
    let counted = era.number.checked_sub(1).map(|years| era.era.first_year() + years);
    western.or(number).or(counted.filter(|year| YEARS.contains(year)))
}
