//! Progress, expected share and pace, against the formulas as fractions of whole numbers.

use ayumi::model::{
    Amount, Basis, Better, FormerKpi, Id, Kind, Kpi, Lasting, Observation, Progress, Ratio, Series, Standing, Status,
    Target, TargetValue,
};
use proptest::prelude::*;

use super::{config, department};

/// A KPI in tenths: baseline of 2015, actual of a later year, target of another.
#[derive(Debug, Clone)]
struct Case {
    better: Better,
    baseline: Option<i64>,
    actual: Option<i64>,
    target: i64,
    year: u16,
    target_year: u16,
}

const BASE: u16 = 2015;

fn cases() -> impl Strategy<Value = Case> {
    let tenths = || prop_oneof![-50i64..50, 0i64..20_000];
    let better = prop::sample::select(vec![Better::Higher, Better::Lower, Better::Keep]);
    (
        better,
        prop::option::weighted(0.9, tenths()),
        prop::option::weighted(0.9, tenths()),
        tenths(),
        2016u16..2030,
        2014u16..2030,
    )
        .prop_map(|(better, baseline, actual, target, year, target_year)| Case {
            better,
            baseline,
            actual,
            target,
            year,
            target_year,
        })
}

impl Case {
    fn kpi(&self) -> Kpi {
        let row = |year, value: Option<i64>| Observation {
            year,
            value: value.map(tenths),
            status: Status::Final,
            note: None,
        };
        Kpi {
            id: Id::parse("a").unwrap(),
            name: "数".to_owned(),
            unit: Some("件".to_owned()),
            decimals: 1,
            department: department(),
            better: self.better,
            kind: Kind::Stock,
            basis: Basis::Fiscal,
            lag: 0,
            baseline: BASE,
            target: Target {
                year: self.target_year,
                value: TargetValue::Figure(tenths(self.target)),
            },
            formula: None,
            source: None,
            note: None,
            series: Series::new(vec![row(BASE, self.baseline), row(self.year, self.actual)]),
            restatements: Vec::new(),
            editions: Lasting::default(),
            former: FormerKpi::default(),
        }
    }

    fn progress(&self) -> Progress {
        Progress::of(&self.kpi(), self.year)
    }
}

fn tenths(digits: i64) -> Amount {
    Amount::new(digits, 1).unwrap()
}

fn is(ratio: Ratio, numerator: i64, denominator: i64) -> bool {
    Ratio::new(numerator.into(), denominator.into()).is_some_and(|expected| ratio.cmp(&expected).is_eq())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_case_has_its_branch_and_its_formula(case in cases()) {
        let (Some(actual), baseline) = (case.actual, case.baseline) else {
            prop_assert_eq!(case.progress(), Progress::NoActual);
            return Ok(());
        };
        let Some(baseline) = baseline else {
            let expected = Progress::FromNothing { actual: tenths(actual), target: tenths(case.target) };
            prop_assert_eq!(case.progress(), expected);
            return Ok(());
        };
        match case.progress() {
            Progress::Measured { progress, expected, pace, .. } => {
                prop_assert!(case.better != Better::Keep && case.target != baseline);
                prop_assert!(is(progress, actual - baseline, case.target - baseline));
                let (passed, all) = (i64::from(case.year) - i64::from(BASE), i64::from(case.target_year) - i64::from(BASE));
                prop_assert_eq!(expected.is_some(), all > 0);
                if let Some(expected) = expected {
                    prop_assert!(is(expected, passed, all));
                    let pace = pace.unwrap();
                    prop_assert!(is(pace, (actual - baseline) * all, (case.target - baseline) * passed));
                } else {
                    prop_assert!(pace.is_none());
                }
            }
            Progress::Kept { held, .. } => {
                prop_assert!(case.better == Better::Keep || case.target == baseline);
                prop_assert_eq!(held, if case.better == Better::Lower { actual <= case.target } else { actual >= case.target });
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// Both directions are one formula: what is up for one is down for the other.
    #[test]
    fn a_mirror_changes_nothing(case in cases()) {
        let mirrored = Case {
            better: match case.better {
                Better::Higher => Better::Lower,
                Better::Lower => Better::Higher,
                other => other,
            },
            baseline: case.baseline.map(|value| -value),
            actual: case.actual.map(|value| -value),
            target: -case.target,
            ..case.clone()
        };
        let ratios = |progress: Progress| match progress {
            Progress::Measured { progress, expected, pace, .. } => {
                Some([Some(progress), expected, pace].map(|ratio| ratio.map(Ratio::factor)))
            }
            _ => None,
        };
        prop_assert_eq!(ratios(case.progress()), ratios(mirrored.progress()));
        let measured = matches!(case.progress(), Progress::Measured { .. });
        // 維持 counts a higher value as held, and a share of nothing has no mirror.
        if measured || case.better != Better::Keep && case.baseline.is_some() {
            prop_assert_eq!(case.progress().standing(), mirrored.progress().standing());
        }
    }

    #[test]
    fn the_word_is_that_of_the_figures(case in cases()) {
        let standing = case.progress().standing();
        match case.progress() {
            Progress::Measured { .. } => {
                let (baseline, actual, target) = (case.baseline.unwrap(), case.actual.unwrap(), case.target);
                let toward = if target > baseline { 1 } else { -1 };
                let moved = (actual - baseline) * toward;
                let whole = (target - baseline) * toward;
                let (passed, all) = (i64::from(case.year - BASE), i64::from(case.target_year) - i64::from(BASE));
                let expected = if moved >= whole {
                    Standing::Reached
                } else if moved < 0 {
                    Standing::BelowBaseline
                } else if all <= 0 || moved * all >= whole * passed {
                    Standing::Ahead
                } else {
                    Standing::Behind
                };
                prop_assert_eq!(standing, Some(expected));
            }
            Progress::Kept { held, .. } => {
                prop_assert_eq!(standing, Some(if held { Standing::Reached } else { Standing::BelowBaseline }));
            }
            Progress::FromNothing { actual, target } => {
                prop_assert_eq!(standing, (actual >= target).then_some(Standing::Reached));
            }
            Progress::Milestone | Progress::NoActual => prop_assert_eq!(standing, None),
        }
    }

    /// The arithmetic that people are shown is the arithmetic that was done.
    #[test]
    fn the_words_show_the_figures(case in cases()) {
        let kpi = case.kpi();
        let progress = case.progress();
        let text = progress.arithmetic(&kpi, case.year);
        let shown = |value: i64| {
            let text = tenths(value).grouped(1);
            if value < 0 { format!("（{text}）") } else { text }
        };
        match progress {
            Progress::Measured { progress, expected, pace, .. } => {
                let text = text.unwrap();
                let (baseline, actual) = (shown(case.baseline.unwrap()), shown(case.actual.unwrap()));
                let formula = format!("（実績{actual}－当初{baseline}）÷（目標{}－当初{baseline}）＝{}%", shown(case.target), progress.percent().grouped(1));
                prop_assert!(text.contains(&formula), "{}", text);
                prop_assert_eq!(text.contains("目安＝"), expected.is_some());
                let factor = pace.map(|pace| format!("＝{}", pace.factor().grouped(2)));
                prop_assert!(factor.is_none_or(|factor| text.ends_with(&factor)));
            }
            Progress::Kept { .. } => prop_assert!(text.unwrap().ends_with(&kpi.difference(tenths(case.actual.unwrap()).minus(tenths(case.target))))),
            Progress::FromNothing { .. } => prop_assert_eq!(text.is_some(), case.target != 0),
            Progress::Milestone | Progress::NoActual => prop_assert_eq!(text, None),
        }
    }

    #[test]
    fn a_milestone_has_nothing_to_compute(case in cases()) {
        let mut kpi = case.kpi();
        kpi.target.value = TargetValue::Milestone("開設".to_owned());
        let progress = Progress::of(&kpi, case.year);
        prop_assert_eq!(progress.standing(), None);
        prop_assert_eq!(progress, Progress::Milestone);
    }
}
