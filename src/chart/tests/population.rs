//! The population chart: nothing invented.

use super::reading::{Element, assert_legible, check};
use crate::chart::{PopulationChart, PopulationPoint, PopulationRange, population_chart};
use crate::model::Amount;

const ACTUAL: [(u16, &str, i32); 10] = [
    (1960, "1960", 108_331),
    (1970, "1970", 94_990),
    (1980, "1980", 95_892),
    (1985, "1985", 97_638),
    (1990, "1990", 99_265),
    (1995, "1995", 101_427),
    (2000, "2000", 97_896),
    (2005, "2005", 94_648),
    (2010, "2010", 91_451),
    (2015, "2015", 86_833),
];

fn chart(actual: &[(u16, &'static str, i32)], has_end: bool) -> String {
    let end = PopulationPoint {
        year: 2060,
        label: "2060",
        value: Amount::whole(39_055),
    };
    let range = PopulationRange {
        year: 2060,
        label: "2060",
        low: Amount::whole(43_005),
        high: Amount::whole(50_345),
    };
    population_chart(&PopulationChart {
        id: "population",
        title: "総人口の推移",
        description: "1960年から2015年まで。",
        unit: "人",
        actual: actual
            .iter()
            .map(|&(year, label, value)| PopulationPoint {
                year,
                label,
                value: Amount::whole(value),
            })
            .collect(),
        projection: has_end.then_some(end).into_iter().collect(),
        projection_text: "現状のまま推移",
        vision: has_end.then_some(range).into_iter().collect(),
        vision_text: "将来展望",
    })
}

fn read(actual: &[(u16, &'static str, i32)], has_end: bool) -> Vec<Element> {
    let svg = chart(actual, has_end);
    assert_eq!(svg, chart(actual, has_end));
    let all = check(&svg, "population");
    assert_legible(&all);
    all
}

fn middles(all: &[Element], class: &str) -> Vec<i32> {
    let bars = all.iter().filter(|e| e.name == "rect" && e.is(class));
    bars.map(|bar| (bar.bounds()[0] + bar.bounds()[2]) / 2).collect()
}

#[test]
fn counts_stand_in_their_years_and_nothing_between() {
    let all = read(&ACTUAL, true);
    let (bars, end) = (middles(&all, "chart-bar"), middles(&all, "chart-projection"));
    assert_eq!((bars.len(), end.len()), (10, 1));
    let decade = f64::from(end[0] - bars[0]) / 10.0;
    for (&(year, ..), &x) in ACTUAL.iter().zip(&bars) {
        let expected = f64::from(bars[0]) + decade * f64::from(year - 1960) / 10.0;
        assert!((f64::from(x) - expected).abs() < 10.0, "{year}");
    }
    assert!(chart(&ACTUAL, true).len() < 4096);
}

#[test]
fn end_points_are_said_in_words() {
    let all = read(&ACTUAL, true);
    let words: Vec<&str> = all
        .iter()
        .filter(|e| e.is("chart-value") && e.name == "text")
        .map(|e| e.text.as_str())
        .collect();
    assert_eq!(
        words,
        [
            "86,833",
            "108,331",
            "94,990",
            "101,427",
            "将来展望",
            "43,005～50,345",
            "現状のまま推移",
            "39,055"
        ]
    );
    let titles: Vec<&str> = all
        .iter()
        .filter(|e| e.name == "title")
        .map(|e| e.text.as_str())
        .collect();
    assert!(titles.contains(&"2060 現状のまま推移 39,055人") && titles.contains(&"2060 将来展望 43,005～50,345人"));
    assert!(titles.contains(&"1960 108,331人"));
    assert_eq!(
        all.iter().filter(|e| e.is("chart-range") && e.name == "path").count(),
        1
    );
}

#[test]
fn few_or_no_points_do_no_harm() {
    read(&ACTUAL, false);
    read(&ACTUAL[..1], true);
    read(&ACTUAL[..1], false);
    read(&[], true);
    read(&[], false);
}
