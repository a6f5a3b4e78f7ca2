//! Years and dates on a bound.

use super::{POPULATION, SANGYO, all};

#[test]
fn years_on_a_bound() {
    all(&[
        (
            "two editions that follow each other",
            &[(
                "reports/2022/report.yaml",
                "",
                "published: 2022-09\nperformance_year: 2021\n",
            )],
            &["entry-missing", "key-missing", "rating-missing", "series-missing"],
        ),
        (
            "the last month of 平成",
            &[(POPULATION, "続いています。", "続いています。平成31年4月に調べました。")],
            &[],
        ),
        (
            "a day of 令和 under the name before",
            &[(
                POPULATION,
                "続いています。",
                "続いています。平成31年5月1日に調べました。",
            )],
            &["era-date"],
        ),
        (
            "a fiscal year has no day",
            &[(POPULATION, "続いています。", "続いています。令和2年度に調べました。")],
            &[],
        ),
        (
            "平成31年度 beside a western year that is another",
            &[(
                POPULATION,
                "続いています。",
                "続いています。平成31（2020）年度に調べました。",
            )],
            &["era-mismatch"],
        ),
        (
            "from a year to the same year",
            &[(
                POPULATION,
                "続いています。",
                "続いています。令和2年から令和2年まで調べました。",
            )],
            &[],
        ),
        (
            "from a year to the one before",
            &[(
                POPULATION,
                "続いています。",
                "続いています。令和3年から令和2年まで調べました。",
            )],
            &["years-backward"],
        ),
        (
            "a weekday that is none",
            &[(
                POPULATION,
                "続いています。",
                "続いています。令和2年5月1日（祝）に調べました。",
            )],
            &[],
        ),
        (
            "a wrong weekday",
            &[(
                POPULATION,
                "続いています。",
                "続いています。令和2年5月1日（土）に調べました。",
            )],
            &["weekday-mismatch"],
        ),
        (
            "a remark that begins like a weekday",
            &[(
                POPULATION,
                "続いています。",
                "続いています。令和2年5月1日（土木の日）に調べました。",
            )],
            &[],
        ),
        (
            "a calendar year beside a fiscal year's figure, in the second sentence",
            &[(
                SANGYO,
                "開きました。\n創業",
                "開きました。\n令和2年の店舗は、{kpi:shops.actual}でした。\n創業",
            )],
            &["era-basis"],
        ),
        (
            "the month of a figure",
            &[(
                SANGYO,
                "開きました。\n創業",
                "開きました。\n令和2年9月の店舗は、{kpi:shops.actual}でした。\n創業",
            )],
            &[],
        ),
        (
            "another year beside a figure",
            &[(
                SANGYO,
                "開きました。\n創業",
                "開きました。\n令和元年の反省から、{kpi:shops.actual}になりました。\n創業",
            )],
            &[],
        ),
    ]);
}
