//! Years as a city counts them: fiscal, calendar and census years, and their names in the Japanese eras.
//! Only dates and their wording may enter here; what is measured in a year lives in `kpi` and `series`.
//!
//! Era borders: 昭和 from 1926-12-25, 平成 from 1989-01-08, 令和 from 2019-05-01 (元号を改める政令). A fiscal year starts on 1 April
//! (地方自治法 第208条). Fiscal 2019 began in 平成 and is called 令和元年度 here.

use std::fmt;

use super::digits;

/// The years this tool can name: from the first full year of 昭和 to 2100.
pub const YEARS: std::ops::RangeInclusive<u16> = 1926..=2100;

/// Room for `H30（2018）` and for 平成30（2018）年度, in bytes.
const SHORT: usize = 16;
const LONG: usize = 32;

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
        let mut out = String::with_capacity(SHORT);
        self.push_short(&mut out);
        out
    }

    fn push_short(self, out: &mut String) {
        out.push(self.era.letter());
        digits::push(out, self.number.into(), 1);
    }

    /// 令和2, and 令和元.
    pub(super) fn push_long(self, out: &mut String) {
        out.push_str(self.era.name());
        match self.number {
            1 => out.push('元'),
            number => digits::push(out, number.into(), 1),
        }
    }
}

/// 令和2, 令和元.
impl fmt::Display for EraYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(LONG);
        self.push_long(&mut out);
        f.write_str(&out)
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
        Period {
            year: self.0,
            basis: Basis::Fiscal,
        }
        .long()
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
        let mut out = String::with_capacity(LONG);
        EraYear::of(self.year).push_long(&mut out);
        self.push_western(&mut out);
        out.push_str(self.basis.word());
        out
    }

    /// R2（2020）: for table heads and lists.
    pub fn head(self) -> String {
        let mut out = String::with_capacity(SHORT);
        EraYear::of(self.year).push_short(&mut out);
        self.push_western(&mut out);
        out
    }

    /// R2: for the axis of a chart.
    pub fn short(self) -> String {
        EraYear::of(self.year).short()
    }

    /// 2020年度: western only.
    pub fn western(self) -> String {
        let mut out = String::with_capacity(SHORT);
        digits::push(&mut out, self.year.into(), 1);
        out.push_str(self.basis.word());
        out
    }

    /// What a cell says when its figure belongs to this period and its column to another: `H27国勢調査`, `H30年度`.
    pub fn remark(self) -> String {
        let mut out = String::with_capacity(LONG);
        EraYear::of(self.year).push_short(&mut out);
        out.push_str(match self.basis {
            Basis::Census => "国勢調査",
            basis => basis.word(),
        });
        out
    }

    /// （2020）.
    fn push_western(self, out: &mut String) {
        out.push('（');
        digits::push(out, self.year.into(), 1);
        out.push('）');
    }
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
}
