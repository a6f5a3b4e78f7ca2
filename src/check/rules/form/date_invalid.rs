//! `date-invalid`: a year, month or day of another form or out of range.

use unicode_normalization::UnicodeNormalization;

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
    model::{Date, Era, EraYear, YEARS, YearMonth},
};

pub(super) const RULE: Rule = Rule {
    code: "date-invalid",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::NotADate { text, form } => Some((text.as_str(), *form)),
        _ => None,
    });
    for (place, (text, form)) in found {
        let what = match form.len() {
            4 => "年",
            7 => "年月",
            _ => "年月日",
        };
        let meant = meant(text, form.len()).map_or_else(String::new, |meant| format!("「{meant}」ではありませんか。"));
        findings
            .at(place, format!("「{text}」は、{what}の書き方に合っていません。"))
            .reason("年は西暦で書きます。和暦は、報告書を作るときに自動で付きます。")
            .fix(format!(
                "半角で「{form}」の形に直してください。年は{}から{}までです。{meant}",
                YEARS.start(),
                YEARS.end()
            ))
            .example(form);
    }
}

/// `令和3年9月`, `R3`, `2021/9`, `２０２１` in the form asked for.
fn meant(text: &str, length: usize) -> Option<String> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace('元', "1");
    let era = Era::ALL
        .into_iter()
        .find(|era| text.starts_with(era.name()) || text.starts_with(era.letter()));
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse::<u16>);
    let first = numbers.next()?.ok()?;
    let year = match era {
        Some(era) => EraYear { era, number: first }.western()?,
        None => first,
    };
    let rest: Vec<u16> = numbers.collect::<Result<_, _>>().ok()?;
    let found = match (length, &rest[..]) {
        (4, []) => Some(year.to_string()).filter(|_| YEARS.contains(&year)),
        (10, [month, day]) => Some(format!("{year:04}-{month:02}-{day:02}")).filter(|text| Date::parse(text).is_some()),
        (7, [month]) => Some(format!("{year:04}-{month:02}")).filter(|text| YearMonth::parse(text).is_some()),
        _ => None,
    };
    found.filter(|found| *found != text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant() {
        for (text, length, expected) in [
            ("令和3年9月", 7, "2021-09"),
            ("2021/9", 7, "2021-09"),
            ("R2", 4, "2020"),
            ("令和元年度", 4, "2019"),
            ("令和3年8月20日", 10, "2021-08-20"),
            ("2021/8/20", 10, "2021-08-20"),
            ("２０２１年度", 4, "2021"),
        ] {
            assert_eq!(meant(text, length).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(meant("2021-13", 7), None);
        assert_eq!(meant("未定", 4), None);
    }
}
