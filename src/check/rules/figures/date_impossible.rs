//! `date-impossible`: a day that the calendar does not have.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Date, YEARS},
};

pub(super) const RULE: Rule = Rule {
    code: "date-impossible",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let (Some(year), Some(month)) = (mention.year(), mention.month) else {
            continue;
        };
        let exists = |day: u16| {
            let day = u8::try_from(day).ok();
            day.zip(u8::try_from(month).ok())
                .is_some_and(|(day, month)| Date::new(year, month, day).is_some())
        };
        if !YEARS.contains(&year) || exists(mention.day.unwrap_or(1)) {
            continue;
        }
        let (text, place) = words.part(mention.span.clone());
        let kind = if exists(1) { "日" } else { "月" };
        findings
            .at(place, format!("「{text}」という{kind}はありません。"))
            .reason("暦にない日付のままでは、いつのことか分かりません。")
            .fix("月と日を確かめて直してください。");
    }
}
