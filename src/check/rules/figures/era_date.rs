//! `era-date`: a date that lies outside its era.

use crate::{
    check::{Context, Findings, Rule, era_text::Unit},
    diagnostic::Severity,
    model::Date,
};

pub(super) const RULE: Rule = Rule {
    code: "era-date",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let (Some(era), Some(month), false) = (&mention.era, mention.month, mention.unit == Some(Unit::Fiscal)) else {
            continue;
        };
        let Some(year) = era.year().western() else { continue };
        if mention.western.is_some_and(|western| western != year) {
            continue;
        }
        let date = |day| Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        // A month that lies in two eras may bear either name.
        let days = mention.day.map_or([date(1), date(28)], |day| [date(day); 2]);
        let [Some(first), Some(last)] = days.map(|day| day.map(Date::era_year)) else {
            continue;
        };
        if first.era == era.era || last.era == era.era {
            continue;
        }
        let (text, place) = words.part(mention.span.clone());
        let (name, begins) = (era.era.name(), era.era.first_day());
        let border = if last.era < era.era {
            format!("{name}は、{}に始まりました。", begins.long())
        } else {
            format!("{}からは、{}です。", last.era.first_day().long(), last.era.name())
        };
        let mut right = format!("{last}（{year}）年{month}月");
        if let Some(day) = mention.day {
            right.push_str(&format!("{day}日"));
        }
        findings
            .at(place, format!("「{text}」は、{name}の時期ではありません。{border}"))
            .reason("日付の元号は、その日に使われていた元号で書きます。")
            .fix(format!("「{right}」に直すか、月日を確かめてください。"));
    }
}
