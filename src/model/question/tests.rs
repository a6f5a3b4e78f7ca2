//! Named cases: one rating each, with the figures of the printed report where it has such a case.

use super::super::{Basis, Better, DepartmentIx, FormerKpi, Id, Kind, Lasting, Observation, Series, Status, Target};
use super::*;

/// Values from 2018 on (`-` for none), the target of 2024, and which way is better.
fn kpi(values: &[&str], target: &str, better: Better) -> Kpi {
    let rows = (2018..).zip(values).map(|(year, value)| Observation {
        year,
        value: Amount::parse(value).ok(),
        status: Status::Final,
        note: None,
    });
    Kpi {
        id: Id::parse("example").unwrap(),
        name: "見本".to_owned(),
        unit: Some("件".to_owned()),
        decimals: 0,
        department: DepartmentIx(0),
        better,
        kind: Kind::Flow,
        basis: Basis::Fiscal,
        lag: 0,
        baseline: 2018,
        target: Target {
            year: 2024,
            value: TargetValue::Figure(Amount::parse(target).unwrap()),
        },
        formula: None,
        source: None,
        note: None,
        series: Series::new(rows.collect()),
        restatements: Vec::new(),
        editions: Lasting::default(),
        former: FormerKpi::default(),
    }
}

fn ask(values: &[&str], target: &str, better: Better, rating: Rating) -> Option<Question> {
    let year = 2017 + values.len() as u16;
    Question::of(
        &kpi(values, target, better),
        rating,
        year,
        YearMonth::parse("2030-09").unwrap(),
    )
}

fn higher(values: &[&str], target: &str, rating: Rating) -> Option<Question> {
    ask(values, target, Better::Higher, rating)
}

#[test]
fn a_judgement_needs_a_value_and_a_value_a_judgement() {
    assert_eq!(
        higher(&["721", "690", "-"], "750", Rating::Delayed),
        Some(Question::NoActual)
    );
    assert_eq!(higher(&["721", "690", "-"], "750", Rating::NotRated), None);
    assert_eq!(
        higher(&["721", "690", "700"], "750", Rating::NotRated),
        Some(Question::HasActual)
    );
}

#[test]
fn on_track_below_the_baseline() {
    assert_eq!(
        higher(&["40.0", "35.0", "39.0"], "43.0", Rating::OnTrack),
        Some(Question::OnTrackBelow)
    );
    let lower = ask(&["345", "340", "346"], "245", Better::Lower, Rating::OnTrack);
    assert_eq!(lower, Some(Question::OnTrackBelow));
}

#[test]
fn on_track_falling() {
    let previous = Amount::whole(69);
    let asked = Some(Question::OnTrackFalling { previous });
    assert_eq!(
        higher(&["32", "69", "52"], "80", Rating::OnTrack),
        asked,
        "ahead, but lost a third of the way"
    );
    assert_eq!(
        higher(&["32", "69", "68"], "800", Rating::OnTrack),
        asked,
        "behind: any fall"
    );
    assert_eq!(
        higher(&["8504", "13532", "13407"], "20000", Rating::OnTrack),
        None,
        "ahead, a small fall"
    );
    assert_eq!(
        higher(&["100", "160", "150"], "200", Rating::OnTrack),
        None,
        "ahead, a tenth of the way exactly"
    );
    let previous = Amount::whole(160);
    assert_eq!(
        higher(&["100", "160", "149"], "200", Rating::OnTrack),
        Some(Question::OnTrackFalling { previous })
    );
    assert_eq!(
        higher(&["10", "30", "21"], "20", Rating::OnTrack),
        None,
        "the target is reached"
    );
    let previous = Amount::whole(60);
    let nothing = higher(&["-", "60", "50"], "75", Rating::OnTrack);
    assert_eq!(nothing, Some(Question::OnTrackFalling { previous }), "no baseline");
}

#[test]
fn on_track_far_behind_late() {
    assert_eq!(
        higher(&["100", "102", "104"], "200", Rating::OnTrack),
        None,
        "too early to ask"
    );
    let late = higher(&["100", "102", "104", "106", "110"], "200", Rating::OnTrack);
    assert_eq!(late, Some(Question::OnTrackBehind));
    let asked = |actual| higher(&["100", "110", "120", "125", actual], "190", Rating::OnTrack);
    assert_eq!(asked("130"), None, "half of what should be done exactly");
    assert_eq!(asked("129"), Some(Question::OnTrackBehind));
}

#[test]
fn unchanged_far_below() {
    assert_eq!(
        higher(&["56.1", "48.0", "48.0"], "100", Rating::Unchanged),
        Some(Question::UnchangedBelow)
    );
    assert_eq!(
        higher(&["100", "98", "95"], "200", Rating::Unchanged),
        None,
        "a twentieth of the way"
    );
    assert_eq!(
        higher(&["100", "98", "90"], "200", Rating::Unchanged),
        None,
        "a tenth of the way exactly"
    );
    assert_eq!(higher(&["100", "120", "140"], "200", Rating::Unchanged), None);
}

#[test]
fn delayed_though_not_behind() {
    assert_eq!(
        higher(&["100", "130", "140"], "200", Rating::Delayed),
        Some(Question::DelayedAhead)
    );
    assert_eq!(
        higher(&["100", "130", "210"], "200", Rating::Delayed),
        Some(Question::DelayedAhead)
    );
    assert_eq!(higher(&["100", "110", "120"], "200", Rating::Delayed), None);
}

#[test]
fn a_level_to_keep() {
    let keep = |values, rating| ask(values, "10800", Better::Keep, rating);
    assert_eq!(
        keep(&["10800", "18713", "11922"], Rating::OnTrack),
        None,
        "fell, but is held"
    );
    assert_eq!(
        keep(&["10800", "18713", "10799"], Rating::OnTrack),
        Some(Question::OnTrackNotKept)
    );
    assert_eq!(keep(&["10800", "18713", "10000"], Rating::Unchanged), None, "7 %");
    assert_eq!(
        keep(&["10800", "18713", "9000"], Rating::Unchanged),
        Some(Question::UnchangedBelow)
    );
    assert_eq!(
        keep(&["10800", "18713", "11922"], Rating::Delayed),
        Some(Question::DelayedAhead)
    );
}

#[test]
fn a_target_on_the_wrong_side_is_not_the_rating_s_fault() {
    assert_eq!(higher(&["100", "120", "130"], "80", Rating::OnTrack), None);
}

#[test]
fn the_arithmetic_in_words() {
    let patents = kpi(&["153", "153", "144"], "200", Better::Higher);
    let text = Progress::of(&patents, 2020).arithmetic(&patents, 2020).unwrap();
    assert_eq!(
        text,
        "進み具合＝（実績144－当初153）÷（目標200－当初153）＝－19.1%、\
         期間の経過からみた目安＝（2020－2018）÷（2024－2018）＝33.3%、歩み＝進み具合÷目安＝－0.57"
    );
    let hub = kpi(&["10800", "18713", "9000"], "10800", Better::Keep);
    let text = Progress::of(&hub, 2020).arithmetic(&hub, 2020).unwrap();
    assert_eq!(text, "目標との差＝実績9,000－目標10,800＝－1,800件");
    let grants = kpi(&["-", "-", "11"], "50", Better::Higher);
    let text = Progress::of(&grants, 2020).arithmetic(&grants, 2020).unwrap();
    assert_eq!(
        text,
        "当初の値がないため、目標に対する割合だけを示すと、実績11÷目標50＝22.0%"
    );
}

#[test]
fn an_event_has_no_value_to_be_asked_about() {
    let mut event = kpi(&["1", "2"], "3", Better::Milestone);
    event.target.value = TargetValue::Milestone("開設".to_owned());
    for rating in Rating::ALL {
        assert_eq!(
            Question::of(&event, rating, 2019, YearMonth::parse("2030-09").unwrap()),
            None
        );
    }
}

#[test]
fn a_count_that_starts_from_nothing_stands_only_when_it_is_reached() {
    let standing = |actual, target| {
        let [actual, target] = [actual, target].map(|text| Amount::parse(text).unwrap());
        Progress::FromNothing { actual, target }.standing()
    };
    assert_eq!(standing("9", "10"), None);
    assert_eq!(standing("10", "10"), Some(Standing::Reached));
}
