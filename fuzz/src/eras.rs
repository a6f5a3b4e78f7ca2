//! Years in running text, and dates of the sources.

use ayumi::{
    check::era_text::{Mention, Style, Unit, find},
    model::{Amount, Date, EraYear, Id, MeasureCode, YEARS, YearMonth},
};

/// Holds for every text.
pub fn holds(text: &str) {
    let found = find(text);
    assert_eq!(found, find(text));
    let mut last = 0;
    for mention in &found {
        let span = mention.span.clone();
        let said = text
            .get(span.clone())
            .unwrap_or_else(|| panic!("{span:?} is no part of {text:?}"));
        assert!(!said.is_empty() && last <= span.start, "{text:?}: {found:?}");
        last = span.end;
        one(text, mention);
        alone(said, mention);
    }
    for word in text.split_whitespace().take(16) {
        forms(word);
    }
}

fn one(text: &str, mention: &Mention) {
    assert!(mention.era.is_some() || mention.western.is_some());
    if let Some(era) = &mention.era {
        assert!(mention.span.start <= era.span.start && era.span.end <= mention.span.end);
        let said = &text[era.span.clone()];
        assert!(
            said.starts_with(era.era.name()) || era.style == Style::Letter,
            "{said:?}"
        );
        assert_eq!(era.style == Style::First, said.ends_with('元'), "{said:?}");
        if let Some(western) = era.year().western() {
            assert!(western >= era.era.first_year());
        }
    }
    if let Some(western) = mention.western {
        assert!((1000..=9999).contains(&western) || western < 1000, "{western}");
        assert_eq!(mention.year(), Some(western));
    }
    let said = &text[mention.span.clone()];
    match mention.unit {
        Some(Unit::Fiscal) => assert!(said.contains("年度")),
        Some(Unit::Calendar) => assert!(said.contains('年')),
        None => {}
    }
    assert!(
        mention.day.is_none() || mention.month.is_some(),
        "a day of no month: {said:?}"
    );
}

/// What was said is said alike when it stands alone; kanji numbers need what comes behind them.
fn alone(said: &str, mention: &Mention) {
    let again = find(said);
    assert!(again.len() <= 1, "{said:?}: {again:?}");
    if let [again] = &again[..]
        && again.span.len() == said.len()
    {
        let of = |mention: &Mention| (mention.year(), mention.unit, mention.month, mention.day);
        assert_eq!(of(again), of(mention), "{said:?}");
    }
}

/// What reads as a date, code or figure is written as it was read.
fn forms(word: &str) {
    if let Some(date) = Date::parse(word) {
        assert_eq!(date.to_string(), word);
        let [mention] = &find(&date.long())[..] else {
            panic!("{}", date.long());
        };
        assert_eq!(mention.year(), Some(date.year_month().year()));
        let EraYear { era, number } = date.era_year();
        let read = mention.era.as_ref().map(|era| (era.era, era.number));
        assert_eq!(read, Some((era, number)), "{word}");
    }
    if let Some(month) = YearMonth::parse(word) {
        assert_eq!(month.to_string(), word);
        assert!(YEARS.contains(&month.year()));
        assert_eq!(find(&month.long()).len(), 1);
    }
    if let Ok(amount) = Amount::parse(word) {
        assert_eq!(
            Amount::parse(&amount.to_string()).map(|again| again.to_string()),
            Ok(amount.to_string())
        );
        if !amount.is_zero() && !word.trim_start_matches('-').starts_with("00") {
            assert_eq!(
                amount.to_string().trim_start_matches(['-', '0']),
                word.trim_start_matches(['-', '0'])
            );
        }
    }
    if let Some(code) = MeasureCode::parse(word) {
        assert_eq!(code.to_string(), word);
    }
    if let Some(id) = Id::parse(word) {
        assert_eq!(id.as_str(), word);
        assert!(!word.contains(['/', '\\', '.', ':']));
    }
}
