//! What the figures say beside the department's judgement.
//!
//! progress p = (actual − baseline) / (target − baseline), right for both directions of improvement;
//! expected e = (year − base year) / (target year − base year); pace = p / e.
//! `actual / target` is not used: it calls a KPI that never moved from 190 towards 200 "95 % done".

use super::{Amount, Better, Kpi, Ratio, TargetValue, YearMonth, digits};

/// The arithmetic of one KPI in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Baseline, actual and target are figures and the target differs from the baseline.
    Measured {
        /// 当初.
        baseline: Amount,
        /// 実績値.
        actual: Amount,
        /// 目標値.
        target: Amount,
        /// p: 0 at the baseline, 1 at the target; below 0 it moved away, above 1 beyond.
        progress: Ratio,
        /// e: the share of the time that has passed; `None` if the target year is not after the baseline's.
        expected: Option<Ratio>,
        /// p / e; `None` without e or at its start.
        pace: Option<Ratio>,
    },
    /// The target is the baseline's own level (or 維持 is the aim): kept or not.
    Kept {
        /// 実績値.
        actual: Amount,
        /// 目標値.
        target: Amount,
        /// True when the level is held or bettered.
        held: bool,
    },
    /// No baseline: the share of the target alone, for counts that start from nothing.
    FromNothing {
        /// 実績値.
        actual: Amount,
        /// 目標値.
        target: Amount,
    },
    /// An event is the target; there is nothing to compute.
    Milestone,
    /// No actual value yet.
    NoActual,
}

/// The figures in one word, for comparison with a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// At or beyond the target.
    Reached,
    /// On or above the expected share.
    Ahead,
    /// Below the expected share but past the baseline.
    Behind,
    /// On the wrong side of the baseline.
    BelowBaseline,
}

impl Progress {
    /// The arithmetic of `kpi` with the value of `year` (its own basis) as actual.
    pub fn of(kpi: &Kpi, year: u16) -> Self {
        Self::with(kpi, year, |year| kpi.series.value(year))
    }

    /// The same with the values that a report of that month printed.
    pub fn as_of(kpi: &Kpi, year: u16, month: YearMonth) -> Self {
        Self::with(kpi, year, |year| kpi.value_as_of(year, month))
    }

    fn with(kpi: &Kpi, year: u16, value: impl Fn(u16) -> Option<Amount>) -> Self {
        let TargetValue::Figure(target) = kpi.target.value else {
            return Self::Milestone;
        };
        let Some(actual) = value(year) else {
            return Self::NoActual;
        };
        let Some(baseline) = value(kpi.baseline) else {
            return Self::FromNothing { actual, target };
        };
        let progress = actual.minus(baseline).over(target.minus(baseline));
        let (Some(progress), false) = (progress, kpi.better == Better::Keep) else {
            return Self::Kept {
                actual,
                target,
                held: !kpi.is_worse(actual, target),
            };
        };
        let expected = (kpi.target.year > kpi.baseline)
            .then(|| {
                Ratio::new(
                    i128::from(year) - i128::from(kpi.baseline),
                    i128::from(kpi.target.year - kpi.baseline),
                )
            })
            .flatten();
        let pace = expected.and_then(|expected| progress.over(expected));
        Self::Measured {
            baseline,
            actual,
            target,
            progress,
            expected,
            pace,
        }
    }

    /// The arithmetic in words, as messages and pages show it; `year` is the actual value's. `None` where there is
    /// nothing to compute.
    pub fn arithmetic(&self, kpi: &Kpi, year: u16) -> Option<String> {
        let shown = |amount: Amount| {
            let text = amount.grouped(kpi.decimals);
            if amount.is_negative() {
                ["（", &text, "）"].concat()
            } else {
                text
            }
        };
        match self {
            Self::Measured {
                baseline,
                actual,
                target,
                progress,
                expected,
                pace,
            } => {
                let (baseline, actual, target) = (shown(*baseline), shown(*actual), shown(*target));
                let mut text = String::with_capacity(256);
                text.extend(["進み具合＝（実績", &actual, "－当初", &baseline]);
                text.extend(["）÷（目標", &target, "－当初", &baseline, "）＝"]);
                progress.percent().push_grouped(1, &mut text);
                text.push('%');
                if let Some(expected) = expected {
                    text.push_str("、期間の経過からみた目安＝（");
                    for (until, after) in [(year, "）÷（"), (kpi.target.year, "）＝")] {
                        digits::push(&mut text, until.into(), 1);
                        text.push('－');
                        digits::push(&mut text, kpi.baseline.into(), 1);
                        text.push_str(after);
                    }
                    expected.percent().push_grouped(1, &mut text);
                    text.push('%');
                }
                if let Some(pace) = pace {
                    text.push_str("、歩み＝進み具合÷目安＝");
                    pace.factor().push_grouped(2, &mut text);
                }
                Some(text)
            }
            Self::Kept { actual, target, .. } => Some(format!(
                "目標との差＝実績{}－目標{}＝{}",
                shown(*actual),
                shown(*target),
                kpi.difference(actual.minus(*target))
            )),
            Self::FromNothing { actual, target } => {
                let share = actual.over(*target)?.percent().grouped(1);
                Some(format!(
                    "当初の値がないため、目標に対する割合だけを示すと、実績{}÷目標{}＝{share}%",
                    shown(*actual),
                    shown(*target)
                ))
            }
            Self::Milestone | Self::NoActual => None,
        }
    }

    /// The figures in one word; `None` where they say nothing.
    pub fn standing(&self) -> Option<Standing> {
        match self {
            Self::Measured { progress, expected, .. } => {
                let one = Ratio::new(1, 1)?;
                Some(if *progress >= one {
                    Standing::Reached
                } else if progress.is_negative() {
                    Standing::BelowBaseline
                } else if expected.is_none_or(|expected| *progress >= expected) {
                    Standing::Ahead
                } else {
                    Standing::Behind
                })
            }
            Self::Kept { held: true, .. } => Some(Standing::Reached),
            Self::Kept { held: false, .. } => Some(Standing::BelowBaseline),
            Self::FromNothing { actual, target } if actual >= target => Some(Standing::Reached),
            Self::FromNothing { .. } | Self::Milestone | Self::NoActual => None,
        }
    }
}
