//! What lies right on a rule's bound, and what only follows from another fault: a small sound city with a few words changed,
//! and the codes of everything that is then found. `tests/diagnostics/` shows what each rule says; here is where it begins
//! and ends.

mod support;

use std::collections::BTreeSet;

use ayumi::{check, manuscript, source::Sources};

/// File, what stands there, and what stands there instead; with nothing to be replaced the text comes at the end of the
/// file, which may be new.
type Edit = (&'static str, &'static str, &'static str);

const SANGYO: &str = "reports/2021/departments/sangyo.md";
const KIKAKU: &str = "reports/2021/departments/kikaku.md";
const POPULATION: &str = "reports/2021/chapters/population.md";
const MANAGEMENT: &str = "reports/2021/chapters/management.md";
const SERIES: &str = "series/kpi.csv";
const PEOPLE: &str = "series/population.csv";
const CORRECTIONS: &str = "series/restatements.csv";

fn found(edits: &[Edit]) -> BTreeSet<&'static str> {
    let mut files = support::small_city();
    for (name, from, to) in edits {
        let text = files.get(*name).cloned().unwrap_or_default();
        let text = String::from_utf8(text).unwrap();
        let changed = if from.is_empty() {
            text + to
        } else {
            assert!(text.contains(from), "{name} has no {from}");
            text.replacen(from, to, 1)
        };
        files.insert((*name).to_owned(), changed.into_bytes());
    }
    let sources = Sources::from_files(files);
    let checked = check::check(&sources, &manuscript::read(&sources));
    checked.diagnostics.iter().map(|found| found.code).collect()
}

/// Each row: what it is about, what is changed, and the codes of what is found.
#[track_caller]
fn all(rows: &[(&str, &[Edit], &[&'static str])]) {
    let mut wrong = String::new();
    for (what, edits, codes) in rows {
        let (found, codes) = (found(edits), codes.iter().copied().collect::<BTreeSet<_>>());
        if found != codes {
            wrong.push_str(&format!("{what}: {found:?}, not {codes:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn figures_on_a_bound() {
    all(&[
        (
            "a total that stays as it is does not fall",
            &[
                (SERIES, "shops,2019,14", "shops,2019,10"),
                (SANGYO, "順調", "順調\n    reason: 年度末に増えたため"),
            ],
            &[],
        ),
        (
            "a total that falls by one",
            &[(SERIES, "shops,2019,14", "shops,2019,9")],
            &["cumulative-falls"],
        ),
        (
            "a corrected figure with a digit too many",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17.5,18,2021-08-01,数え直したため\n",
            )],
            &["decimals-exceeded"],
        ),
        (
            "nobody left",
            &[(PEOPLE, "2060,推計,25300", "2060,推計,0")],
            &["population-size"],
        ),
        (
            "visions that are alike",
            &[(PEOPLE, "2060,展望下限,28000", "2060,展望下限,31000")],
            &[],
        ),
        (
            "visions the wrong way round",
            &[(PEOPLE, "2060,展望下限,28000", "2060,展望下限,31001")],
            &["population-vision"],
        ),
        (
            "the last year of the vision has come",
            &[(PEOPLE, "", "2060,実績,25400,\n")],
            &[],
        ),
        (
            "the year behind the last of the vision",
            &[(PEOPLE, "", "2061,実績,25400,\n")],
            &["population-year"],
        ),
        (
            "corrected on the first day of the year",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17,18,2020-04-01,数え直したため\n",
            )],
            &["restatement-date"],
        ),
        (
            "corrected on the second day of the year",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17,18,2020-04-02,数え直したため\n",
            )],
            &[],
        ),
        (
            "a correction of a figure that cannot be read",
            &[
                (SERIES, "shops,2020,18", "shops,2020,十八"),
                (
                    CORRECTIONS,
                    "",
                    "kpi,year,before,after,date,reason\nshops,2020,17,18,2021-08-01,数え直したため\n",
                ),
            ],
            &["number-invalid"],
        ),
        (
            "a correction of a KPI that could not be read",
            &[
                ("kpis.yaml", "unit: 店", "unit: \"店"),
                (
                    CORRECTIONS,
                    "",
                    "kpi,year,before,after,date,reason\nshops,2020,17,18,2021-08-01,数え直したため\n",
                ),
            ],
            &["yaml-unclosed-quote"],
        ),
        (
            "a target five years behind the plan",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 30 }",
                "target: { year: 2029, value: 30 }",
            )],
            &[],
        ),
        (
            "a target six years behind the plan",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 30 }",
                "target: { year: 2030, value: 30 }",
            )],
            &["target-late"],
        ),
        (
            "a target below the baseline",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 200 }",
                "target: { year: 2024, value: 99 }",
            )],
            &["target-met"],
        ),
        (
            "a target that is the baseline",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 200 }",
                "target: { year: 2024, value: 100 }",
            )],
            &["target-is-baseline"],
        ),
        (
            "fewer are wanted, and the target is more",
            &[
                ("kpis.yaml", "value: 200", "value: 120"),
                (
                    "kpis.yaml",
                    "人\n    decimals: 0\n    department: kikaku\n    better: higher",
                    "人\n    decimals: 0\n    department: kikaku\n    better: lower",
                ),
            ],
            &["target-met"],
        ),
        (
            "fewer are wanted, and the target is fewer",
            &[
                ("kpis.yaml", "value: 200", "value: 50"),
                (
                    "kpis.yaml",
                    "人\n    decimals: 0\n    department: kikaku\n    better: higher",
                    "人\n    decimals: 0\n    department: kikaku\n    better: lower",
                ),
                (
                    KIKAKU,
                    "kpi: members\n    rating: 順調",
                    "kpi: members\n    rating: 遅延",
                ),
            ],
            &[],
        ),
        (
            "less than nothing",
            &[
                (SERIES, "members,2019,120", "members,2019,-120"),
                (
                    KIKAKU,
                    "kpi: members\n    rating: 順調",
                    "kpi: members\n    rating: 順調\n    reason: 誤記のため",
                ),
            ],
            &["value-negative"],
        ),
    ]);
}

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
            "a month of the last days of 平成",
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

#[test]
fn figures_by_reference() {
    all(&[
        (
            "an event has no figures to be missing",
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:center.actual}")],
            &["figure-missing"],
        ),
        (
            "a figure that cannot be read is told once",
            &[(SERIES, "shops,2020,18", "shops,2020,十八")],
            &["number-invalid"],
        ),
        (
            "the unit behind a figure",
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:shops.actual}店")],
            &["figure-unit-doubled"],
        ),
        (
            "a percentage behind a difference, which is in points",
            &[(
                KIKAKU,
                "偏りがあります。",
                "偏りがあります。満足度は{kpi:satisfaction.change}%の動きです。",
            )],
            &[],
        ),
        (
            "points behind a difference",
            &[(
                KIKAKU,
                "偏りがあります。",
                "偏りがあります。満足度は{kpi:satisfaction.change}ポイントの動きです。",
            )],
            &["figure-unit-doubled"],
        ),
    ]);
}

#[test]
fn what_follows_from_another_fault_is_not_told() {
    all(&[
        (
            "a chapter of no kind may be the missing one",
            &[("reports/2021/report.yaml", "id: population", "id: jinko")],
            &["word-unknown"],
        ),
        (
            "departments of a measure that cannot be read",
            &[("plan.yaml", "departments: [sangyo]", "departments: [sangyo, 企画]")],
            &["id-invalid"],
        ),
        (
            "a level of the scale that cannot be read",
            &[("plan.yaml", "- rating: 遅延", "- rating: おくれ")],
            &["word-unknown"],
        ),
        (
            "measures that cannot be read",
            &[(
                "plan.yaml",
                "        measures:\n",
                "        measures: なし\n        others:\n",
            )],
            &["value-shape", "key-unknown"],
        ),
        (
            "two rows of one year",
            &[(SERIES, "shops,2019,14,,\n", "shops,2020,14,,\n")],
            &["series-duplicate"],
        ),
        (
            "an opinion about a place that a damaged plan may have had",
            &[
                ("plan.yaml", "departments: [sangyo]", "departments: [sangyo, 企画]"),
                (
                    "reports/2021/committee.yaml",
                    "",
                    "print: false\nmeetings:\n  - id: first\n    name: 第1回\n    date: 2021-08-20\nopinions:\n  - meeting: first\n    about: 9-9-9-sangyo-1\n    text: 確かめたい。\n    answer: 確かめます。\n",
                ),
            ],
            &["id-invalid"],
        ),
    ]);
}
