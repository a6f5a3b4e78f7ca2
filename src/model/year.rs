//! Years as a city counts them: fiscal, calendar and census years, and their names in the Japanese eras.
//! Only dates and their wording may enter here; what is measured in a year lives in `kpi` and `series`.
//!
//! Era borders: 昭和 from 1926-12-25, 平成 from 1989-01-08, 令和 from 2019-05-01 (元号を改める政令). A fiscal year starts on 1 April
//! (地方自治法 第208条). Fiscal 2019 began in 平成 and is called 令和元年度 here.

use std::fmt;

/// The years this tool can name: from the first full year of 昭和 to 2100.
pub const YEARS: std::ops::RangeInclusive<u16> = 1926..=2100;

/// A fiscal year (年度), by the calendar year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(u16);

/// A Japanese era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// 昭和, from 25 December 1926.
    Showa,
    /// 平成, from 8 January 1989.
    Heisei,
    /// 令和, from 1 May 2019.
    Reiwa,
}

/// A year within an era: 令和2, 平成元.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EraYear {
    /// The era.
    pub era: Era,
    /// 1 is 元年.
    pub number: u16,
}

/// How a KPI's years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// 年度: April to March.
    Fiscal,
    /// 年: January to December.
    Calendar,
    /// 国勢調査年: 1 October of every fifth year (統計法 第5条第2項).
    Census,
}

/// One period of a KPI: a year and how it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The western year in which it begins.
    pub year: u16,
    /// What the year means.
    pub basis: Basis,
}

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
    /// All eras, oldest first.
    pub const ALL: [Era; 3] = [Era::Showa, Era::Heisei, Era::Reiwa];

    /// 昭和, 平成, 令和.
    pub fn name(self) -> &'static str {
        match self {
            Era::Showa => "昭和",
            Era::Heisei => "平成",
            Era::Reiwa => "令和",
        }
    }

    /// S, H, R.
    pub fn letter(self) -> char {
        match self {
            Era::Showa => 'S',
            Era::Heisei => 'H',
            Era::Reiwa => 'R',
        }
    }

    /// The calendar year that is the era's 元年.
    pub fn first_year(self) -> u16 {
        match self {
            Era::Showa => 1926,
            Era::Heisei => 1989,
            Era::Reiwa => 2019,
        }
    }

    /// The first day of the era.
    pub fn first_day(self) -> Date {
        let (year, month, day) = match self {
            Era::Showa => (1926, 12, 25),
            Era::Heisei => (1989, 1, 8),
            Era::Reiwa => (2019, 5, 1),
        };
        Date { year, month, day }
    }

    /// The last calendar year that bears the era's name; `None` while the era lasts.
    pub fn last_year(self) -> Option<u16> {
        match self {
            Era::Showa => Some(1989),
            Era::Heisei => Some(2019),
            Era::Reiwa => None,
        }
    }
}

impl EraYear {
    /// The name that a whole year goes by: the era of its last day, so that 2019 is 令和元年 and 1989 平成元年.
    pub fn of(year: u16) -> Self {
        let era = Era::ALL
            .into_iter()
            .rev()
            .find(|era| era.first_year() <= year)
            .unwrap_or(Era::Showa);
        Self {
            era,
            number: year.saturating_sub(era.first_year()) + 1,
        }
    }

    /// The western year, if the era had such a year (平成32年 never came).
    pub fn western(self) -> Option<u16> {
        let year = self.era.first_year() + self.number.checked_sub(1)?;
        match self.era.last_year() {
            Some(last) if year > last => None,
            _ => Some(year),
        }
    }

    /// `R2`, `H30`, `R1`: the short form of table heads.
    pub fn short(self) -> String {
        format!("{}{}", self.era.letter(), self.number)
    }
}

/// 令和2, 令和元.
impl fmt::Display for EraYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            1 => write!(f, "{}元", self.era.name()),
            n => write!(f, "{}{n}", self.era.name()),
        }
    }
}

impl FiscalYear {
    /// `None` outside [`YEARS`].
    pub fn new(year: u16) -> Option<Self> {
        YEARS.contains(&year).then_some(Self(year))
    }

    /// The western year in which it begins.
    pub fn year(self) -> u16 {
        self.0
    }

    /// 令和2（2020）年度.
    pub fn long(self) -> String {
        format!("{}（{}）年度", EraYear::of(self.0), self.0)
    }
}

impl Basis {
    /// Whether a value can exist for a year: a census is held every fifth.
    pub fn has_year(self, year: u16) -> bool {
        self != Basis::Census || year.is_multiple_of(5)
    }

    /// How many years lie between one value and the next.
    pub fn step(self) -> u16 {
        match self {
            Basis::Fiscal | Basis::Calendar => 1,
            Basis::Census => 5,
        }
    }

    /// 年度 or 年.
    pub fn word(self) -> &'static str {
        match self {
            Basis::Fiscal => "年度",
            Basis::Calendar | Basis::Census => "年",
        }
    }
}

impl Period {
    /// 令和2（2020）年度, 令和元（2019）年: for prose.
    pub fn long(self) -> String {
        format!("{}（{}）{}", EraYear::of(self.year), self.year, self.basis.word())
    }

    /// R2（2020）: for table heads and lists.
    pub fn head(self) -> String {
        format!("{}（{}）", self.short(), self.year)
    }

    /// R2: for the axis of a chart.
    pub fn short(self) -> String {
        EraYear::of(self.year).short()
    }

    /// 2020年度: western only.
    pub fn western(self) -> String {
        format!("{}{}", self.year, self.basis.word())
    }

    /// What a cell says when its figure belongs to this period and its column to another: `H27国勢調査`, `H30年度`.
    pub fn remark(self) -> String {
        match self.basis {
            Basis::Census => format!("{}国勢調査", self.short()),
            basis => format!("{}{}", self.short(), basis.word()),
        }
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
        Self::new(digits(year)?, u8::try_from(digits(month)?).ok()?)
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

    /// The fiscal year the month lies in.
    pub fn fiscal_year(self) -> Option<FiscalYear> {
        FiscalYear::new(if self.month < 4 { self.year - 1 } else { self.year })
    }
}

/// ISO 8601: `2021-09`.
impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
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
            digits(year)?,
            u8::try_from(digits(month)?).ok()?,
            u8::try_from(digits(day)?).ok()?,
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
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn digits(text: &str) -> Option<u16> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_years_have_their_names() {
        let long = |y| FiscalYear::new(y).unwrap().long();
        assert_eq!(long(2018), "平成30（2018）年度");
        assert_eq!(long(2019), "令和元（2019）年度");
        assert_eq!(long(2020), "令和2（2020）年度");
        assert_eq!(long(1989), "平成元（1989）年度");
        assert_eq!(FiscalYear::new(1925), None);
    }

    #[test]
    fn four_styles() {
        let census = Period {
            year: 2015,
            basis: Basis::Census,
        };
        let fiscal = Period {
            year: 2020,
            basis: Basis::Fiscal,
        };
        assert_eq!(fiscal.long(), "令和2（2020）年度");
        assert_eq!(fiscal.head(), "R2（2020）");
        assert_eq!(fiscal.short(), "R2");
        assert_eq!(fiscal.western(), "2020年度");
        assert_eq!(census.remark(), "H27国勢調査");
        assert_eq!(census.long(), "平成27（2015）年");
    }

    #[test]
    fn eras_end() {
        let year = |era, number| EraYear { era, number }.western();
        assert_eq!(year(Era::Heisei, 31), Some(2019));
        assert_eq!(year(Era::Heisei, 32), None);
        assert_eq!(year(Era::Showa, 64), Some(1989));
        assert_eq!(year(Era::Showa, 65), None);
        assert_eq!(year(Era::Reiwa, 0), None);
        assert_eq!(year(Era::Reiwa, 42), Some(2060));
    }

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
        assert_eq!(YearMonth::parse("2021-13"), None);
    }
}
