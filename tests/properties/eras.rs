//! Years and days and their names in the eras: every one from 1926 to 2100, both ways, and every way to write one.

use ayumi::{
    check::era_text::{Mention, Style, Unit, find},
    model::{Basis, Date, Era, EraYear, FiscalYear, Period, YEARS, YearMonth},
};
use proptest::prelude::*;

use super::config;

/// The law's table, written down a second time.
fn law(year: u16, month: u8, day: u8) -> (Era, u16) {
    match (year, month, day) {
        date if date >= (2019, 5, 1) => (Era::Reiwa, year - 2018),
        date if date >= (1989, 1, 8) => (Era::Heisei, year - 1988),
        _ => (Era::Showa, year - 1925),
    }
}

fn days() -> impl Iterator<Item = Date> {
    let months = YEARS.flat_map(|year| (1..=12).map(move |month| (year, month)));
    let days = months.flat_map(|(year, month)| (1..=31).map(move |day| (year, month, day)));
    // 昭和 begins on 25 December 1926.
    days.filter(|date| *date >= (1926, 12, 25))
        .filter_map(|(year, month, day)| Date::new(year, month, day))
}

/// The days of 1926-12-25 to 2100-12-31, by the rule of the calendar: 174 years and 7 days.
#[test]
fn the_calendar_has_as_many_days_as_it_should() {
    let leap_days = (1927..=2100u32)
        .filter(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))
        .count();
    assert_eq!(days().count(), 174 * 365 + leap_days + 7);
}

#[test]
fn every_day_has_the_era_of_the_law_and_reads_back() {
    for date in days() {
        let written = date.to_string();
        let number = |from: usize, to: usize| written[from..to].parse::<u16>().unwrap();
        let (year, month, day) = (number(0, 4), number(5, 7) as u8, number(8, 10) as u8);
        let EraYear { era, number } = date.era_year();
        assert_eq!((era, number), law(year, month, day), "{date}");
        assert_eq!(date.era_year().western(), Some(year), "{date}");
        assert_eq!(Date::parse(&written), Some(date));
        assert!(era.first_day() <= date);
    }
}

/// Day by day from a Saturday, by nothing but counting.
#[test]
fn every_day_has_the_weekday_after_the_one_before() {
    let week = ['土', '日', '月', '火', '水', '木', '金'];
    for (date, weekday) in days().zip(week.into_iter().cycle()) {
        assert_eq!(date.weekday(), weekday, "{date}");
    }
}

#[test]
fn every_day_in_words_is_found_in_a_text() {
    // Each month's first, last and border days: the words differ in nothing else.
    for date in days().filter(|date| [1, 7, 8, 24, 25, 28, 30].contains(&date.to_string()[8..].parse::<u8>().unwrap()))
    {
        let long = date.long();
        let found = find(&format!("本市は、{long}に決めました。"));
        let [mention] = &found[..] else {
            panic!("{long}: {found:?}")
        };
        let parts = date.to_string();
        let parts: Vec<u16> = parts.split('-').map(|part| part.parse().unwrap()).collect();
        let said = [mention.year(), mention.month, mention.day];
        assert_eq!(said, [Some(parts[0]), Some(parts[1]), Some(parts[2])], "{long}");
        assert_eq!(mention.era.as_ref().unwrap().year(), date.era_year(), "{long}");
    }
}

#[test]
fn every_year_goes_into_an_era_and_back() {
    for year in YEARS {
        let named = EraYear::of(year);
        assert_eq!((named.era, named.number), law(year, 12, 31), "{year}");
        assert_eq!(named.western(), Some(year));
        let fiscal = FiscalYear::new(year).unwrap();
        assert_eq!(fiscal.year(), year);
        assert_eq!(fiscal.long(), format!("{named}（{year}）年度"));
        for basis in [Basis::Fiscal, Basis::Calendar, Basis::Census] {
            let period = Period { year, basis };
            let unit = if basis == Basis::Fiscal {
                Unit::Fiscal
            } else {
                Unit::Calendar
            };
            for (text, unit) in [
                (period.long(), Some(unit)),
                (period.head(), None),
                (period.western(), Some(unit)),
            ] {
                let [mention] = &find(&text)[..] else { panic!("{text}") };
                assert_eq!((mention.year(), mention.unit), (Some(year), unit), "{text}");
                assert_eq!(mention.span, 0..text.len(), "{text}");
            }
            assert_eq!(basis.has_year(year), basis != Basis::Census || year % 5 == 0);
        }
    }
    for outside in [0, 1925, 2101, u16::MAX] {
        assert_eq!(FiscalYear::new(outside), None);
    }
}

#[test]
fn every_number_of_an_era_is_a_year_or_never_came() {
    for era in Era::ALL {
        let last = era.last_year().unwrap_or(u16::MAX);
        for number in 0..=200 {
            let western = EraYear { era, number }.western();
            let expected = number
                .checked_sub(1)
                .map(|after| era.first_year() + after)
                .filter(|year| *year <= last);
            assert_eq!(western, expected, "{era:?} {number}");
        }
    }
}

#[test]
fn every_month_belongs_to_its_fiscal_year() {
    for year in YEARS {
        for month in 1..=12 {
            let written = YearMonth::new(year, month).unwrap();
            let fiscal = written.fiscal_year().map(FiscalYear::year);
            let expected = if month >= 4 { year } else { year - 1 };
            assert_eq!(fiscal, Some(expected).filter(|year| YEARS.contains(year)), "{written}");
            assert_eq!(YearMonth::parse(&written.to_string()), Some(written));
            // The month is named by its last day.
            let (era, number) = law(year, month, 31);
            assert_eq!(
                written.long(),
                format!("{}（{year}）年{month}月", EraYear { era, number })
            );
        }
        assert_eq!(YearMonth::new(year, 0), None);
        assert_eq!(YearMonth::new(year, 13), None);
    }
}

/// A year as someone may type it, and what it must be taken for.
#[derive(Debug, Clone)]
struct Typed {
    text: String,
    era: (Era, u16, Style),
    western: Option<u16>,
    unit: Option<Unit>,
}

fn typed() -> impl Strategy<Value = Typed> {
    let eras = prop::sample::select(Era::ALL.to_vec());
    let sorts = (eras, 1u16..=99, any::<bool>(), any::<bool>(), any::<bool>());
    let rest = (prop::option::of(1926u16..=2100), 0..3u8, any::<bool>());
    (sorts, rest).prop_map(|((era, number, letter, wide, space), (western, unit, inside))| {
        let digits = |number: u16| -> String {
            let shift = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap();
            let plain = number.to_string();
            if wide {
                plain.chars().map(shift).collect()
            } else {
                plain
            }
        };
        let unit = match unit {
            // A letter alone needs something that says it is a year.
            0 if letter && western.is_none() => Some(Unit::Fiscal),
            0 => None,
            1 => Some(Unit::Fiscal),
            _ => Some(Unit::Calendar),
        };
        let word = match unit {
            Some(Unit::Fiscal) => "年度",
            Some(Unit::Calendar) => "年",
            None => "",
        };
        let first = number == 1 && !letter;
        let mut text = if letter {
            era.letter().to_string()
        } else {
            era.name().to_owned()
        };
        if space && !letter {
            text.push(' ');
        }
        text.push_str(&if first { "元".to_owned() } else { digits(number) });
        let aside = western.map(|year| format!("（{}）", digits(year))).unwrap_or_default();
        // 令和2（2020）年度 or 令和2年度（2020）.
        let (one, two) = if inside || unit.is_none() {
            (aside.as_str(), word)
        } else {
            (word, aside.as_str())
        };
        text.push_str(one);
        text.push_str(two);
        let style = match (letter, first) {
            (true, _) => Style::Letter,
            (_, true) => Style::First,
            _ => Style::Number,
        };
        Typed {
            text,
            era: (era, number, style),
            western,
            unit,
        }
    })
}

fn around() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "は", "、", "。", "本市", "件", "に", "「", "」", "ABC ", "\n", "調査",
        ]),
        0..6,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_year_is_found_wherever_and_however_it_is_typed(before in around(), typed in typed(), after in around()) {
        let text = format!("{before}は{}に{after}", typed.text);
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}: {:?}", &text, &found);
        let Mention { span, era, western, unit, month, day } = &found[0];
        let era = era.as_ref().unwrap();
        prop_assert_eq!(&text[span.clone()], &typed.text);
        prop_assert_eq!((era.era, era.number, era.style), typed.era);
        prop_assert_eq!((*western, *unit, *month, *day), (typed.western, typed.unit, None, None));
    }

    #[test]
    fn any_text_at_all(text in "[令和平成昭元年度月日間0-9０-９RＲHS（）() .一二十西暦あA\\-\n]{0,40}") {
        let mut last = 0;
        for mention in find(&text) {
            prop_assert!(last <= mention.span.start && mention.span.start < mention.span.end);
            prop_assert!(text.get(mention.span.clone()).is_some());
            last = mention.span.end;
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_dates(year in 1900u16..2200, month in 0u8..16, day in 0u8..40) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let lengths = [31, if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let length = usize::from(month).checked_sub(1).and_then(|at| lengths.get(at)).copied().unwrap_or(0);
        let expected = YEARS.contains(&year) && day >= 1 && day <= length;
        prop_assert_eq!(Date::parse(&text).map(|date| date.to_string()), expected.then_some(text));
    }
}
