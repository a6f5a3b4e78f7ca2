//! Values over the years: a KPI's series and the population's.

use super::{Amount, Word};

/// A KPI's values, one observation a year, in ascending order of years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series(Vec<Observation>);

/// One row of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// On the KPI's own basis.
    pub year: u16,
    /// `None` when there is no value; `status` says why.
    pub value: Option<Amount>,
    /// How sure the value is.
    pub status: Status,
    /// A remark to the figure.
    pub note: Option<String>,
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// 確定.
    Final,
    /// 速報.
    Provisional,
    /// 未確定: to be known later; it has no value yet.
    Pending,
    /// なし: no value exists for the year.
    Absent,
}

impl Status {
    /// The code of the open data.
    pub fn code(self) -> &'static str {
        match self {
            Status::Final => "final",
            Status::Provisional => "provisional",
            Status::Pending => "pending",
            Status::Absent => "absent",
        }
    }

    /// The word of the sources.
    pub fn word(self) -> &'static str {
        match self {
            Status::Final => "確定",
            Status::Provisional => "速報",
            Status::Pending => "未確定",
            Status::Absent => "なし",
        }
    }
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("確定", Self::Final),
        ("速報", Self::Provisional),
        ("未確定", Self::Pending),
        ("なし", Self::Absent),
    ];
}

impl Series {
    /// Sorted by year; of two rows for one year the first is kept (the check stage has reported the second).
    pub fn new(mut rows: Vec<Observation>) -> Self {
        rows.sort_by_key(|row| row.year);
        rows.dedup_by_key(|row| row.year);
        Self(rows)
    }

    /// The row of a year.
    pub fn at(&self, year: u16) -> Option<&Observation> {
        self.0
            .binary_search_by_key(&year, |row| row.year)
            .ok()
            .map(|at| &self.0[at])
    }

    /// The value of a year, if it has one.
    pub fn value(&self, year: u16) -> Option<Amount> {
        self.at(year)?.value
    }

    /// All rows, oldest first.
    pub fn rows(&self) -> &[Observation] {
        &self.0
    }
}

/// The population of the present city area, persons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Population {
    /// In order of year, then kind.
    pub points: Vec<PopulationPoint>,
}

/// One figure of the population chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationPoint {
    /// Calendar year (census of 1 October for actual figures).
    pub year: u16,
    /// Counted, projected or envisioned.
    pub kind: PopulationKind,
    /// Persons.
    pub value: Amount,
    /// A remark.
    pub note: Option<String>,
}

/// What a population figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PopulationKind {
    /// 実績: counted.
    Actual,
    /// 推計: if trends go on.
    Projection,
    /// 展望下限: lower end of the vision.
    VisionLow,
    /// 展望上限: upper end of the vision.
    VisionHigh,
}

impl PopulationKind {
    /// The code of the open data.
    pub fn code(self) -> &'static str {
        match self {
            PopulationKind::Actual => "actual",
            PopulationKind::Projection => "projection",
            PopulationKind::VisionLow => "vision-low",
            PopulationKind::VisionHigh => "vision-high",
        }
    }

    /// The word of tables.
    pub fn label(self) -> &'static str {
        match self {
            PopulationKind::Actual => "実績",
            PopulationKind::Projection => "推計（現状のまま推移した場合）",
            PopulationKind::VisionLow => "展望（下限）",
            PopulationKind::VisionHigh => "展望（上限）",
        }
    }
}

impl Word for PopulationKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("実績", Self::Actual),
        ("推計", Self::Projection),
        ("展望下限", Self::VisionLow),
        ("展望上限", Self::VisionHigh),
    ];
}
