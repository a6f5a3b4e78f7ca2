//! Bar charts: what they say and where it stands.

use super::kpi::{PATENTS, Row, kpi, rects, titles, words};
use super::reading::check;
use crate::chart::{BarChart, bar_chart};

#[test]
fn says_everything_once() {
    let all = kpi(&PATENTS, Some((2024, "200"))).read();
    let expected = [
        "目標 R6（2024） 200件",
        "当初 H30（2018） 153件",
        "R1（2019） 153件",
        "R2（2020） 144件",
    ];
    assert_eq!(titles(&all), expected);
    assert_eq!(words(&all, "chart-value"), ["144", "153", "153", "目標 200"]);
    assert_eq!(
        words(&all, "chart-label"),
        ["H30", "当初", "R1", "R2", "R6", "目標", "単位：件"]
    );
    assert_eq!(words(&all, "chart-sublabel"), ["2018", "2019", "2020", "2024"]);
    assert_eq!(words(&all, "is-current"), ["R2", "144"]);
    assert_eq!(rects(&all, "is-current").len(), 1);
    assert!(
        !all.iter().any(|e| e.is("chart-grid")),
        "no figures beside bars that bear theirs"
    );
    assert!(kpi(&PATENTS, Some((2024, "200"))).draw().len() < 4096);
}

#[test]
fn bars_start_at_zero_and_years_are_even() {
    let all = kpi(&PATENTS, Some((2024, "200"))).read();
    let bars = rects(&all, "chart-bar");
    let target = rects(&all, "chart-target-bar")[0];
    let [height, full] = [bars[0], target].map(|bar| f64::from(bar.length("height")));
    assert!((height / full - 153.0 / 200.0).abs() < 0.002);
    let year = bars[1].length("x") - bars[0].length("x");
    assert!((target.length("x") - bars[0].length("x") - 6 * year).abs() <= 6);
}

#[test]
fn text_is_escaped_and_stripped() {
    let hostile = "a<b>&\"c\"'d'\u{0}\u{1b}\u{7f}\u{9f}\u{fffe}\ne";
    let mut patents = kpi(&PATENTS, None);
    patents.rows[0].1 = hostile.to_owned();
    patents.rows[0].3 = hostile.to_owned();
    let all = patents.read();
    let clean = "a<b>&\"c\"'d' e";
    assert!(words(&all, "chart-label").contains(&clean));
    assert!(words(&all, "chart-value").contains(&clean));
    let svg = bar_chart(&BarChart {
        id: "x\"><script>",
        title: hostile,
        description: hostile,
        unit: hostile,
        bars: Vec::new(),
        baseline: None,
        target: None,
    });
    let all = check(&svg, "x\"><script>");
    assert_eq!(all[1].text, clean);
    assert_eq!(all[2].text, clean);
}

#[test]
fn a_missing_value_is_not_zero() {
    let all = kpi(
        &[(2018, Some("721")), (2019, Some("690")), (2020, None)],
        Some((2024, "750")),
    )
    .read();
    assert_eq!(words(&all, "is-missing"), ["－", "確認中"]);
    assert_eq!(rects(&all, "chart-missing").len(), 1);
    assert_eq!(rects(&all, "chart-bar").len(), 2);
    assert!(titles(&all).contains(&"R2（2020） 確認中"));
}

#[test]
fn a_dash_is_said_once() {
    let mut grants = kpi(&[(2018, None), (2019, None), (2020, Some("11"))], Some((2024, "50")));
    grants.status = "－";
    assert_eq!(words(&grants.read(), "is-missing"), ["－", "－"]);
}

#[test]
fn no_description_no_desc() {
    let svg = bar_chart(&BarChart {
        id: "x",
        title: "t",
        description: "",
        unit: "",
        bars: Vec::new(),
        baseline: None,
        target: None,
    });
    check(&svg, "x");
    assert!(!svg.contains("desc") && !svg.contains("単位"));
}

#[test]
fn a_target_above_the_bars_crosses_none() {
    let all = kpi(&PATENTS, Some((2024, "200"))).read();
    assert!(!all.iter().any(|e| e.is("chart-halo")));
    assert_eq!(all.iter().filter(|e| e.is("chart-target")).count(), 1);
}

#[test]
fn a_target_below_the_bars_stays_visible_on_them() {
    let all = kpi(
        &[(2018, Some("10800")), (2019, Some("18713")), (2020, Some("11922"))],
        Some((2024, "10800")),
    )
    .read();
    assert_eq!(all.iter().filter(|e| e.is("chart-halo")).count(), 2);
}

#[test]
fn no_value_is_struck_through_by_the_target() {
    let all = kpi(
        &[(2018, Some("360")), (2019, Some("315")), (2020, Some("143"))],
        Some((2024, "400")),
    )
    .read();
    let line = rects(&all, "chart-target-bar")[0].bounds()[1];
    for word in all.iter().filter(|e| e.name == "text" && e.is("chart-value")) {
        let [_, top, _, bottom] = word.bounds();
        assert!(bottom <= line || top >= line, "{word:?}");
    }
}

#[test]
fn the_targets_own_year_shows_both() {
    let rows: Vec<Row> = (2018..=2024).map(|year| (year, Some("19910"))).collect();
    let all = kpi(&rows, Some((2024, "20000"))).read();
    assert_eq!(rects(&all, "chart-bar").len(), 7);
    let (frame, bar) = (
        rects(&all, "chart-target-bar")[0].bounds(),
        rects(&all, "is-current")[0].bounds(),
    );
    assert!(frame[0] < bar[0] && bar[2] < frame[2]);
    assert_eq!(
        words(&all, "chart-label").iter().filter(|word| **word == "R6").count(),
        1
    );
    assert!(kpi(&rows, Some((2024, "20000"))).draw().len() < 4096);
}

#[test]
fn census_years_stand_five_years_apart() {
    let all = kpi(&[(2015, Some("66.7")), (2020, None)], Some((2025, "73.0"))).read();
    assert_eq!(words(&all, "chart-value"), ["－", "確認中", "66.7", "目標 73.0"]);
}
