//! 重要業績評価指標: what is measured, in which unit, over which periods, towards which target.

use std::borrow::Cow;

use super::{Amount, Basis, DepartmentIx, FiscalYear, Former, Id, Lasting, Period, Prose, Restatement, Series, Word};

/// A KPI with its whole series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kpi {
    /// Permanent address.
    pub id: Id,
    /// The registered name; titles of charts and rows are this and nothing else.
    pub name: String,
    /// `None` for a bare ratio such as 合計特殊出生率.
    pub unit: Option<String>,
    /// Digits after the point.
    pub decimals: u8,
    /// 担当課.
    pub department: DepartmentIx,
    /// Which way is progress.
    pub better: Better,
    /// What kind of quantity.
    pub kind: Kind,
    /// How its years are counted.
    pub basis: Basis,
    /// How many years the statistic is behind the performance year.
    pub lag: u16,
    /// The year of 当初, on the KPI's own basis.
    pub baseline: u16,
    /// Where it should be, and when.
    pub target: Target,
    /// How it is computed.
    pub formula: Option<Prose>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// A remark for the reader of the table.
    pub note: Option<Prose>,
    /// The values of all years, the newest known.
    pub series: Series,
    /// What was corrected after it was printed, oldest first.
    pub restatements: Vec<Restatement>,
    /// The editions that have it.
    pub editions: Lasting,
    /// What it was to earlier editions.
    pub former: FormerKpi,
}

/// What of a KPI was otherwise for earlier editions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormerKpi {
    /// Its names.
    pub names: Former<String>,
    /// 担当課.
    pub departments: Former<DepartmentIx>,
    /// Its targets.
    pub targets: Former<Target>,
}

/// A KPI's target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// On the KPI's own basis.
    pub year: u16,
    /// What is to be reached.
    pub value: TargetValue,
}

/// What a target consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetValue {
    /// A figure in the KPI's unit.
    Figure(Amount),
    /// An event, e.g. 設立.
    Milestone(String),
}

/// The direction of improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// The level is to be kept.
    Keep,
    /// Something is to happen.
    Milestone,
}

/// The kind of quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A level at a point in time (総数).
    Stock,
    /// A count within the period.
    Flow,
    /// A count since the start (累計): it cannot fall.
    Cumulative,
    /// A share or rate: differences of percentages are ポイント.
    Rate,
}

impl Word for Better {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("higher", Self::Higher),
        ("lower", Self::Lower),
        ("keep", Self::Keep),
        ("milestone", Self::Milestone),
    ];
}

impl Word for Kind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("stock", Self::Stock),
        ("flow", Self::Flow),
        ("cumulative", Self::Cumulative),
        ("rate", Self::Rate),
    ];
}

impl Word for Basis {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("fiscal", Self::Fiscal),
        ("calendar", Self::Calendar),
        ("census", Self::Census),
    ];
}

impl Kpi {
    /// The KPI as an edition has it.
    pub fn in_edition(&self, edition: FiscalYear) -> Cow<'_, Self> {
        let FormerKpi {
            names,
            departments,
            targets,
        } = &self.former;
        if names.of(edition).is_none() && departments.of(edition).is_none() && targets.of(edition).is_none() {
            return Cow::Borrowed(self);
        }
        let mut kpi = self.clone();
        kpi.restore(edition);
        Cow::Owned(kpi)
    }

    /// Makes it what an edition has.
    pub(super) fn restore(&mut self, edition: FiscalYear) {
        self.former.names.restore(edition, &mut self.name);
        self.former.departments.restore(edition, &mut self.department);
        self.former.targets.restore(edition, &mut self.target);
    }

    /// The department that answers for it in an edition.
    pub fn department_in(&self, edition: FiscalYear) -> DepartmentIx {
        self.former.departments.of(edition).copied().unwrap_or(self.department)
    }

    /// True when there is nothing to count, only something to happen.
    pub fn is_milestone(&self) -> bool {
        matches!(self.target.value, TargetValue::Milestone(_))
    }

    /// A year on this KPI's own basis.
    pub fn period(&self, year: u16) -> Period {
        Period {
            year,
            basis: self.basis,
        }
    }

    /// The year whose value stands in 実績値 of a report on `performance`.
    pub fn actual_year(&self, performance: FiscalYear) -> u16 {
        performance.year() - self.lag
    }

    /// The amount with digits, separators and unit, e.g. `18,713組`, `1.51`, `－3件`.
    pub fn figure(&self, amount: Amount) -> String {
        let mut out = String::with_capacity(32);
        amount.push_grouped(self.decimals, &mut out);
        out.push_str(self.unit.as_deref().unwrap_or(""));
        out
    }

    /// The target as people read it: `200件`, `設立`.
    pub fn target_text(&self) -> String {
        match &self.target.value {
            TargetValue::Figure(amount) => self.figure(*amount),
            TargetValue::Milestone(event) => event.clone(),
        }
    }

    /// Whether `value` is on the wrong side of `than`. 維持 counts a higher value as held.
    pub fn is_worse(&self, value: Amount, than: Amount) -> bool {
        match self.better {
            Better::Lower => value > than,
            Better::Higher | Better::Keep | Better::Milestone => value < than,
        }
    }

    /// The unit of a difference: ポイント between percentages, else the KPI's own.
    pub fn difference_unit(&self) -> &str {
        match self.unit.as_deref() {
            Some("%" | "％") => "ポイント",
            Some(unit) => unit,
            None => "",
        }
    }

    /// A difference with an explicit sign, e.g. `＋15件`, `－7.5ポイント`, `±0件`.
    pub fn difference(&self, amount: Amount) -> String {
        let sign = if amount.is_zero() {
            "±"
        } else if amount.is_negative() {
            "－"
        } else {
            "＋"
        };
        let mut out = String::with_capacity(32);
        out.push_str(sign);
        self.push_change(amount, &mut out);
        out
    }

    /// A difference without its sign: `15件`.
    pub fn change(&self, amount: Amount) -> String {
        let mut out = String::with_capacity(32);
        self.push_change(amount, &mut out);
        out
    }

    fn push_change(&self, amount: Amount, out: &mut String) {
        amount.abs().push_grouped(self.decimals, out);
        out.push_str(self.difference_unit());
    }
}
