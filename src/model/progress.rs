//! What the figures say beside the department's judgement.
//!
//! progress p = (actual − baseline) / (target − baseline), right for both directions of improvement;
//! expected e = (year − base year) / (target year − base year); pace = p / e.
//! `actual / target` is not used: it calls a KPI that never moved from 190 towards 200 "95 % done".

use super::{Amount, Better, Kpi, Ratio, TargetValue};

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
        let TargetValue::Figure(target) = kpi.target.value else {
            return Self::Milestone;
        };
        let Some(actual) = kpi.series.value(year) else {
            return Self::NoActual;
        };
        let Some(baseline) = kpi.series.value(kpi.baseline) else {
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
