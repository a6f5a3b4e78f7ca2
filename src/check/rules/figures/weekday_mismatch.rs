//! `weekday-mismatch`: a date with another day of the week than it had.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Date,
};

pub(super) const RULE: Rule = Rule {
    code: "weekday-mismatch",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (words, mention) in context.years() {
        let (Some(month), Some(day)) = (mention.month, mention.day) else {
            continue;
        };
        let behind = &words.text[mention.span.end..];
        let mut chars = behind.chars();
        let (Some('（' | '('), Some(written)) = (chars.next(), chars.next()) else {
            continue;
        };
        let closes = chars.next().is_some_and(|c| matches!(c, '）' | ')' | '曜' | '・'));
        if !closes || !"月火水木金土日".contains(written) {
            continue;
        }
        // An era and a western year that disagree are another rule's affair.
        let of_era = mention.era.as_ref().and_then(|era| era.year().western());
        if mention
            .western
            .zip(of_era)
            .is_some_and(|(western, of_era)| western != of_era)
        {
            continue;
        }
        let small = |number: u16| u8::try_from(number).ok();
        let date = mention.year().zip(small(month)).zip(small(day));
        let Some(date) = date.and_then(|((year, month), day)| Date::new(year, month, day)) else {
            continue;
        };
        let weekday = date.weekday();
        if weekday == written {
            continue;
        }
        let start = mention.span.end + behind.chars().next().map_or(0, char::len_utf8);
        let (_, place) = words.part(start..start + written.len_utf8());
        findings
            .at(
                place,
                format!("{}は{weekday}曜日ですが、「{written}」と書かれています。", date.long()),
            )
            .reason("日付か曜日のどちらかが誤りで、読む人にはどちらが正しいか分かりません。")
            .fix("日付と曜日を、元の資料で確かめてください。");
    }
}
