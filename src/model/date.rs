//! Days and months of the calendar, and their names in the era that is in force on them.

use std::fmt;

use super::digits;
use super::year::{Basis, Era, EraYear, FiscalYear, Period, YEARS};

/// A month of a calendar year, as on a report's cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    year: u16,
    month: u8,
}

/// A day, checked against the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Era {
    /// The first day of the era.
    pub fn first_day(self) -> Date {
        let (year, month, day) = match self {
            Era::Showa => (1926, 12, 25),
            Era::Heisei => (1989, 1, 8),
            Era::Reiwa => (2019, 5, 1),
        };
        Date { year, month, day }
    }
}

impl YearMonth {
    /// `None` for a month outside 1 to 12 or a year outside [`YEARS`].
    pub fn new(year: u16, month: u8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `2021-09`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Self::new(number(year)?, u8::try_from(number(month)?).ok()?)
    }

    /// The calendar year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// 令和3（2021）年9月.
    pub fn long(self) -> String {
        let first_day = Date {
            year: self.year,
            month: self.month,
            day: 1,
        };
        // A month is named by the era of its last day: May 2019 is 令和元年5月, April 2019 平成31年4月.
        let era = Date { day: 28, ..first_day }.era_year();
        format!("{era}（{}）年{}月", self.year, self.month)
    }

    fn push_iso(self, out: &mut String) {
        digits::push(out, self.year.into(), 4);
        out.push('-');
        digits::push(out, self.month.into(), 2);
    }

    /// The fiscal year the month lies in.
    pub fn fiscal_year(self) -> Option<FiscalYear> {
        FiscalYear::new(if self.month < 4 { self.year - 1 } else { self.year })
    }
}

/// ISO 8601: `2021-09`.
impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(8);
        self.push_iso(&mut out);
        f.write_str(&out)
    }
}

impl Period {
    /// The first day it stands for; 国勢調査 counts the people of one day.
    pub fn first_day(self) -> Date {
        let (month, day) = match self.basis {
            Basis::Fiscal => (4, 1),
            Basis::Calendar => (1, 1),
            Basis::Census => (10, 1),
        };
        Date {
            year: self.year,
            month,
            day,
        }
    }

    /// The last day it stands for.
    pub fn last_day(self) -> Date {
        let (year, month, day) = match self.basis {
            Basis::Fiscal => (self.year + 1, 3, 31),
            Basis::Calendar => (self.year, 12, 31),
            Basis::Census => return self.first_day(),
        };
        Date { year, month, day }
    }
}

impl Date {
    /// `None` for a day the calendar does not have.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (YEARS.contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `2021-09-30`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Self::new(
            number(year)?,
            u8::try_from(number(month)?).ok()?,
            u8::try_from(number(day)?).ok()?,
        )
    }

    /// The era in force on this day.
    pub fn era_year(self) -> EraYear {
        let era = Era::ALL
            .into_iter()
            .rev()
            .find(|era| era.first_day() <= self)
            .unwrap_or(Era::Showa);
        EraYear {
            era,
            number: self.year.saturating_sub(era.first_year()) + 1,
        }
    }

    /// 令和3（2021）年9月30日.
    pub fn long(self) -> String {
        format!("{}（{}）年{}月{}日", self.era_year(), self.year, self.month, self.day)
    }

    /// Writes `2021-09-30`.
    pub(crate) fn push_iso(self, out: &mut String) {
        self.year_month().push_iso(out);
        out.push('-');
        digits::push(out, self.day.into(), 2);
    }

    /// 月, 火, 水 …
    ///
    /// ```
    /// use ayumi::model::Date;
    ///
    /// let of = |text| Date::parse(text).map(Date::weekday);
    /// assert_eq!(of("2020-11-03"), Some('火'));
    /// assert_eq!(of("2000-02-29"), Some('火'));
    /// assert_eq!(of("1989-01-08"), Some('日'));
    /// ```
    pub fn weekday(self) -> char {
        // Months from March on, so that the leap day is the last of its year (Zeller's congruence).
        let (year, month) = match self.month {
            1 | 2 => (u32::from(self.year) - 1, u32::from(self.month) + 12),
            month => (u32::from(self.year), u32::from(month)),
        };
        let days = u32::from(self.day) + 13 * (month + 1) / 5 + year + year / 4 + 6 * (year / 100) + year / 400;
        ['土', '日', '月', '火', '水', '木', '金'][days as usize % 7]
    }

    /// The month the day lies in.
    pub fn year_month(self) -> YearMonth {
        YearMonth {
            year: self.year,
            month: self.month,
        }
    }
}

/// ISO 8601: `2021-09-30`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(16);
        self.push_iso(&mut out);
        f.write_str(&out)
    }
}

fn number(text: &str) -> Option<u16> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_know_their_era() {
        let era = |text| Date::parse(text).unwrap().era_year().to_string();
        assert_eq!(era("2019-04-30"), "平成31");
        assert_eq!(era("2019-05-01"), "令和元");
        assert_eq!(era("1989-01-07"), "昭和64");
        assert_eq!(era("1989-01-08"), "平成元");
        assert_eq!(Date::parse("2021-02-29"), None);
        assert_eq!(Date::parse("2020-02-29").unwrap().to_string(), "2020-02-29");
        assert_eq!(Date::parse("2021-9-1"), None);
    }

    #[test]
    fn months_on_the_cover() {
        let month = YearMonth::parse("2021-09").unwrap();
        assert_eq!(month.long(), "令和3（2021）年9月");
        assert_eq!(month.to_string(), "2021-09");
        assert_eq!(YearMonth::parse("2022-03").unwrap().fiscal_year().unwrap().year(), 2021);
        assert_eq!(YearMonth::parse("2019-05").unwrap().long(), "令和元（2019）年5月");
        assert_eq!(YearMonth::parse("2019-04").unwrap().long(), "平成31（2019）年4月");
        for text in ["2021-13", "2021-9", "21-09", "02021-09", "2021-009"] {
            assert_eq!(YearMonth::parse(text), None, "{text}");
        }
        for text in ["2021-9-30", "2021-09-3", "21-09-30", "2021-09-30-1"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_days_of_a_period() {
        let days = |basis| {
            let period = Period { year: 2020, basis };
            [period.first_day().to_string(), period.last_day().to_string()]
        };
        assert_eq!(days(Basis::Fiscal), ["2020-04-01", "2021-03-31"]);
        assert_eq!(days(Basis::Calendar), ["2020-01-01", "2020-12-31"]);
        assert_eq!(days(Basis::Census), ["2020-10-01", "2020-10-01"]);
    }
}
