//! Bar charts of awkward figures.

use super::kpi::{Row, kpi, rects, words};

#[test]
fn all_missing_without_target() {
    let all = kpi(&[(2018, None), (2019, None), (2020, None)], None).read();
    assert_eq!(rects(&all, "chart-missing").len(), 3);
    assert_eq!(rects(&all, "chart-bar").len(), 0);
    assert!(!all.iter().any(|e| e.is("chart-target") || e.is("chart-grid")));
}

#[test]
fn nothing_at_all() {
    let all = kpi(&[], None).read();
    assert_eq!(words(&all, "chart-label"), ["単位：件"]);
}

#[test]
fn a_single_bar_without_target() {
    let all = kpi(&[(2020, Some("42"))], None).read();
    let [left, _, right, _] = rects(&all, "chart-bar")[0].bounds();
    assert!(((left + right) / 2 - 2300).abs() <= 10, "in the middle");
    assert_eq!(words(&all, "chart-label"), ["R2", "当初", "単位：件"]);
}

#[test]
fn zeros_have_no_height_but_a_figure() {
    let all = kpi(&[(2019, Some("0")), (2020, Some("0.0"))], None).read();
    assert!(rects(&all, "chart-bar").iter().all(|bar| bar.length("height") == 0));
    assert_eq!(words(&all, "chart-value"), ["0.0", "0"]);
}

#[test]
fn a_target_of_zero() {
    let all = kpi(&[(2019, Some("5")), (2020, Some("0"))], Some((2024, "0"))).read();
    assert_eq!(words(&all, "is-target"), ["目標 0"]);
    assert!(!all.iter().any(|e| e.is("chart-hatch")));
}

#[test]
fn negative_values_hang_below_the_line() {
    let all = kpi(
        &[(2018, Some("-6.5")), (2019, Some("2.5")), (2020, Some("-3"))],
        Some((2024, "5")),
    )
    .read();
    let bars = rects(&all, "chart-bar");
    let zero = bars[1].bounds()[3];
    assert_eq!([bars[0].bounds()[1], bars[2].bounds()[1]], [zero, zero]);
    let label = all.iter().find(|e| e.name == "text" && e.text == "－6.5").unwrap();
    assert!(label.length("y") > bars[0].bounds()[3]);
}

#[test]
fn all_negative() {
    let all = kpi(
        &[(2018, Some("-612")), (2019, None), (2020, Some("-655"))],
        Some((2024, "-300")),
    )
    .read();
    assert_eq!(words(&all, "chart-value").len(), 5);
    assert_eq!(
        rects(&all, "chart-missing")[0].bounds()[1],
        rects(&all, "chart-bar")[0].bounds()[1]
    );
}

#[test]
fn huge_values_stay_on_the_sheet() {
    let rows = [
        (2018, Some("999999999999999")),
        (2019, Some("-999999999999999")),
        (2020, Some("123456789012345")),
    ];
    kpi(&rows, Some((2024, "999999999999999"))).read();
}

#[test]
fn thirty_years_print_the_telling_ones() {
    let values = ["12034", "13020", "9804", "11200", "15880", "10230"];
    let rows: Vec<Row> = (1991..=2020)
        .map(|year| (year, Some(values[usize::from(year) % 6])))
        .collect();
    let all = kpi(&rows, Some((2024, "14000"))).read();
    assert_eq!(rects(&all, "chart-bar").len(), 30);
    assert_eq!(words(&all, "is-current"), ["R2", "15,880"]);
    assert!(
        words(&all, "chart-label").contains(&"15,000"),
        "figures beside the chart"
    );
    assert!(words(&all, "chart-label").len() < 30);
}

/// Whatever the figures, the words stay on the sheet and off each other: `read` checks it.
#[test]
fn any_figures_are_legible() {
    const VALUES: [Option<&str>; 10] = [
        None,
        Some("0"),
        Some("153"),
        Some("144"),
        Some("18713"),
        Some("-3.5"),
        Some("0.000001"),
        Some("1234567.89"),
        Some("20000"),
        Some("-80000"),
    ];
    let mut seed: u32 = 1;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below
    };
    for round in 0..500 {
        let mut year = 1980 + random(30) as u16;
        let range = [2, 4, 5, 10][random(4)];
        let from = random(10 - range + 1);
        let step = [1, 1, 1, 2, 5][random(5)];
        let rows: Vec<Row> = (0..random(12))
            .map(|_| {
                year += step * (1 + random(8) as u16 / 7);
                (year, VALUES[from + random(range)])
            })
            .collect();
        let target = VALUES[random(10)].map(|value| (year + random(7) as u16, value));
        let mut kpi = kpi(&rows, target);
        kpi.status = ["確認中", "－", "", "令和4年度に公表", "なし"][round % 5];
        kpi.read();
    }
}
