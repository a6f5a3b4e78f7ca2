//! Two editions and registers that changed between them: what a rule asks of each edition. Only what is found beyond the
//! two years as they are, where every text stands twice.

use std::collections::BTreeSet;

use ayumi::{check, manuscript, source::Sources};

use super::{Edit, KIKAKU, SANGYO, SERIES, edited};

const NEW_SANGYO: &str = "reports/2022/departments/sangyo.md";
const NEW_KIKAKU: &str = "reports/2022/departments/kikaku.md";
const CITY: &str = "city.yaml";
const PLAN: &str = "plan.yaml";
const KPIS: &str = "kpis.yaml";
const PROGRAMS: &str = "programs.yaml";

/// Each finding as `file code`, and what it says to do.
fn found(edits: &[Edit]) -> BTreeSet<(String, String)> {
    let mut files = super::support::small_city();
    let year: Vec<_> = files
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix("reports/2021/")?, bytes)))
        .collect();
    let year: Vec<(String, Vec<u8>)> = year
        .into_iter()
        .map(|(name, bytes)| (format!("reports/2022/{name}"), bytes.clone()))
        .collect();
    files.extend(year);
    let report = "reports/2022/report.yaml";
    let next = [
        (report, "published: 2021-09", "published: 2022-09"),
        (report, "performance_year: 2020", "performance_year: 2021"),
        (
            SERIES,
            "satisfaction,2020,64.0,,\n",
            "satisfaction,2020,64.0,,\nsatisfaction,2021,66.0,,\n",
        ),
        (SERIES, "shops,2020,18,,\n", "shops,2020,18,,\nshops,2021,22,,\n"),
        (
            SERIES,
            "center,2020,,なし,\n",
            "center,2020,,なし,\ncenter,2021,,なし,\n",
        ),
        (
            SERIES,
            "members,2020,140,,\n",
            "members,2020,140,,\nmembers,2021,150,,\n",
        ),
    ];
    let sources = Sources::from_files(edited(edited(files, &next), edits));
    let found = check::check(&sources, &manuscript::read(&sources))
        .diagnostics
        .into_iter();
    let found = found.filter(|found| found.code != "paragraph-repeated");
    found
        .map(|found| {
            (
                format!("{} {}", found.file, found.code),
                format!("{}{}", found.message, found.fix),
            )
        })
        .collect()
}

/// Each row: what it is about, what is changed, and the files and codes of what is found.
#[track_caller]
fn all(rows: &[(&str, &[Edit], &[&str])]) {
    let mut wrong = String::new();
    for (what, edits, expected) in rows {
        let told: BTreeSet<String> = found(edits).into_iter().map(|(found, _)| found).collect();
        let expected: BTreeSet<String> = expected.iter().map(|text| (*text).to_owned()).collect();
        if told != expected {
            wrong.push_str(&format!("{what}: {told:?}, not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Each row: what is changed, a finding, and whether it says these words.
#[track_caller]
fn say(rows: &[(&[Edit], &str, &str, bool)]) {
    let mut wrong = String::new();
    for (edits, which, words, said) in rows {
        let found = found(edits);
        let texts: Vec<&String> = found
            .iter()
            .filter(|(found, _)| found == which)
            .map(|(_, text)| text)
            .collect();
        if texts.is_empty() || texts.iter().any(|text| text.contains(words)) != *said {
            wrong.push_str(&format!("{which}: {words} is {said} of {texts:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

const OWNER: &str = "    department: sangyo\n    better: higher\n    kind: cumulative\n";
const NEW_OWNER: &str = "    department: kikaku\n    former:\n      - { until: 2021, department: sangyo }\n    better: higher\n    kind: cumulative\n";
const RATED: &str = "  - kpi: shops\n    rating: 順調\n";

/// What the plan says now and said before of the first measure.
const REPORTS: &str = "            departments: [sangyo]\n";

#[test]
fn owners_of_each_edition() {
    let moved: &[Edit] = &[
        (KPIS, OWNER, NEW_OWNER),
        (NEW_SANGYO, RATED, ""),
        (NEW_KIKAKU, "ratings:\n", "ratings:\n  - kpi: shops\n    rating: 順調\n"),
    ];
    let with = |more: &[Edit]| [moved, more].concat();
    all(&[
        ("two years as they are", &[], &[]),
        ("a KPI in other hands", moved, &[]),
        (
            "rated by the new owner before",
            &with(&[
                (SANGYO, RATED, ""),
                (KIKAKU, "ratings:\n", "ratings:\n  - kpi: shops\n    rating: 順調\n"),
            ]),
            &["reports/2021/departments/kikaku.md rating-unexpected"],
        ),
        (
            "rated twice by the owner of then",
            &with(&[(
                SANGYO,
                RATED,
                "  - kpi: shops\n    rating: 順調\n  - kpi: shops\n    rating: 遅延\n",
            )]),
            &["reports/2021/departments/sangyo.md rating-duplicate"],
        ),
        (
            "asked about a rating of the owner of then",
            &with(&[(SANGYO, RATED, "  - kpi: shops\n    rating: 遅延\n")]),
            &["reports/2021/departments/sangyo.md rating-delayed-ahead"],
        ),
        (
            "asked about a rating of the owner of now",
            &with(&[(
                NEW_KIKAKU,
                "  - kpi: shops\n    rating: 順調\n",
                "  - kpi: shops\n    rating: 遅延\n",
            )]),
            &["reports/2022/departments/kikaku.md rating-delayed-ahead"],
        ),
        (
            "a former owner nobody knows",
            &[(
                KPIS,
                OWNER,
                NEW_OWNER
                    .replace(
                        "{ until: 2021, department: sangyo }",
                        "{ until: 2021, department: syoko }",
                    )
                    .leak(),
            )],
            &[
                "kpis.yaml department-unknown",
                "reports/2022/departments/sangyo.md rating-unexpected",
            ],
        ),
    ]);
}

#[test]
fn reporters_of_each_edition() {
    let both = "            departments: [sangyo, kikaku]\n            former:\n              - { until: 2021, departments: [sangyo] }\n";
    let entry = "## 1-1-1\n\n### 主な取組と成果\n\n窓口を置きました。\n\n### 課題\n\n人手が足りません。\n\n### 今後の展開\n\n人を増やします。\n\n### 主な事業\n\n- 創業支援事業\n\n## 1-1-2\n";
    let joined: &[Edit] = &[(PLAN, REPORTS, both), (NEW_KIKAKU, "## 1-1-2\n", entry)];
    all(&[
        ("one more who reports", joined, &[]),
        (
            "who reported before it was asked",
            &[joined, &[(KIKAKU, "## 1-1-2\n", entry)]].concat(),
            &["reports/2021/departments/kikaku.md entry-unexpected"],
        ),
        (
            "who does not report yet",
            &[(PLAN, REPORTS, both)],
            &["reports/2022/departments/kikaku.md entry-missing"],
        ),
        (
            "who did not report before, and nobody wrote it down",
            &[
                (PLAN, REPORTS, "            departments: [sangyo, kikaku]\n"),
                (NEW_KIKAKU, "## 1-1-2\n", entry),
            ],
            &["reports/2021/departments/kikaku.md entry-missing"],
        ),
        (
            "a measure that has ended",
            &[
                (
                    PLAN,
                    "departments: [sangyo, kikaku]\n",
                    "departments: []\n            former:\n              - { until: 2021, departments: [sangyo, kikaku] }\n",
                ),
                (NEW_KIKAKU, "## 1-1-2\n", "## 1-1-2\n"),
            ],
            &[
                "reports/2022/departments/kikaku.md entry-unexpected",
                "reports/2022/departments/sangyo.md entry-unexpected",
            ],
        ),
        (
            "one department twice in a former list",
            &[(
                PLAN,
                REPORTS,
                "            departments: [sangyo]\n            former:\n              - { until: 2021, departments: [sangyo, sangyo] }\n",
            )],
            &["plan.yaml department-listed-twice"],
        ),
    ]);
    let forgotten: &[Edit] = &[(PLAN, REPORTS, "            departments: [sangyo, kikaku]\n")];
    let missing = |year: &str| format!("reports/{year}/departments/kikaku.md entry-missing");
    say(&[
        (forgotten, &missing("2021"), "前に報告した課を残して", true),
        (forgotten, &missing("2022"), "前に報告した課を残して", false),
        (&[(PLAN, REPORTS, both)], &missing("2022"), "until を確かめて", true),
        (
            &[(NEW_KIKAKU, "## 1-1-2\n", entry)],
            "reports/2022/departments/kikaku.md entry-unexpected",
            "消して",
            true,
        ),
        (
            &[(
                PLAN,
                "          - name: 交流の促進\n            departments: [sangyo, kikaku]\n",
                "",
            )],
            "reports/2021/departments/kikaku.md measure-unknown",
            "departments を []",
            true,
        ),
        (
            &[(KIKAKU, "## 1-1-2\n", entry)],
            "reports/2021/departments/kikaku.md entry-unexpected",
            "消して",
            false,
        ),
        (
            &[joined, &[(KIKAKU, "## 1-1-2\n", entry)]].concat(),
            "reports/2021/departments/kikaku.md entry-unexpected",
            "former に",
            true,
        ),
    ]);
}

const MEMBERS: &str = "    target: { year: 2024, value: 200 }\n";
const MEMBERS_RATED: &str = "  - kpi: members\n    rating: 順調\n";

#[test]
fn kpis_that_come_and_go() {
    let given_up: &[Edit] = &[
        (
            KPIS,
            MEMBERS,
            "    target: { year: 2024, value: 200 }\n    until: 2021\n",
        ),
        (NEW_KIKAKU, MEMBERS_RATED, ""),
    ];
    let begun: &[Edit] = &[
        (
            KPIS,
            MEMBERS,
            "    target: { year: 2024, value: 200 }\n    from: 2022\n",
        ),
        (KIKAKU, MEMBERS_RATED, ""),
    ];
    let with = |base: &[Edit], more: &[Edit]| [base, more].concat();
    let quoted = |file: &'static str| {
        (
            file,
            "人数の少ない地区で",
            "{kpi:members.actual}のうち、人数の少ない地区で",
        )
    };
    let namesake = "  - id: helpers\n    from: 2022\n    name: 見守り協力員の登録者数（総数）\n    unit: 人\n    decimals: 0\n    department: kikaku\n    better: higher\n    kind: stock\n    period: fiscal\n    baseline: 2020\n    target: { year: 2024, value: 200 }\n";
    let helpers: &[Edit] = &[
        (KPIS, "", namesake),
        (PLAN, "center, members]", "center, members, helpers]"),
        (SERIES, "", "helpers,2020,90,,\nhelpers,2021,95,,\n"),
        (
            NEW_KIKAKU,
            "ratings:\n",
            "ratings:\n  - kpi: helpers\n    rating: 現状維持\n    reason: 始めたばかりのため\n",
        ),
    ];
    all(&[
        ("a KPI given up", given_up, &[]),
        (
            "its row need not be there",
            &with(given_up, &[(SERIES, "members,2021,150,,\n", "")]),
            &[],
        ),
        ("a KPI begun", begun, &[]),
        (
            "a KPI of one edition alone",
            &with(
                begun,
                &[(KPIS, "    from: 2022\n", "    from: 2022\n    until: 2022\n")],
            ),
            &[],
        ),
        ("its figure quoted where it is", &with(given_up, &[quoted(KIKAKU)]), &[]),
        (
            "its figure quoted where it is not",
            &with(given_up, &[quoted(NEW_KIKAKU)]),
            &["reports/2022/departments/kikaku.md figure-missing"],
        ),
        (
            "its figure quoted in all editions",
            &with(
                begun,
                &[(
                    PLAN,
                    "働く場と集う場を増やします。",
                    "協力員は{kpi:members.actual}です。",
                )],
            ),
            &["plan.yaml figure-missing"],
        ),
        (
            "rated where it is not, and doubtfully",
            &with(
                given_up,
                &[(
                    NEW_KIKAKU,
                    "ratings:\n",
                    "ratings:\n  - kpi: members\n    rating: 遅延\n",
                )],
            ),
            &["reports/2022/departments/kikaku.md rating-unexpected"],
        ),
        (
            "rated where it is not",
            &[(
                KPIS,
                MEMBERS,
                "    target: { year: 2024, value: 200 }\n    until: 2021\n",
            )],
            &["reports/2022/departments/kikaku.md rating-unexpected"],
        ),
        ("one name, never together", &with(given_up, helpers), &[]),
        ("one name, once together", helpers, &["kpis.yaml name-duplicate"]),
        (
            "an opinion on what the edition has not",
            &with(
                begun,
                &[(
                    "reports/2021/committee.yaml",
                    "",
                    "print: false\nmeetings:\n  - id: first\n    name: 第1回推進委員会\n    date: 2021-08-20\nopinions:\n  - meeting: first\n    about: members\n    text: 増やしてください。\n    answer: 増やします。\n",
                )],
            ),
            &["reports/2021/committee.yaml opinion-about-unknown"],
        ),
        (
            "a target of the year of the last figure of a KPI that was given up",
            &with(
                given_up,
                &[(
                    KPIS,
                    "    target: { year: 2024, value: 200 }\n    until",
                    "    target: { year: 2020, value: 140 }\n    until",
                )],
            ),
            &[],
        ),
    ]);
    say(&[
        (
            &[
                (
                    KPIS,
                    MEMBERS,
                    "    target: { year: 2024, value: 200 }\n    until: 2021\n",
                ),
                (NEW_KIKAKU, MEMBERS_RATED, ""),
                (PLAN, "center, members]", "center]"),
            ],
            "kpis.yaml kpi-unused",
            "戻してください",
            true,
        ),
        (
            &[(PLAN, "center, members]", "center]")],
            "kpis.yaml kpi-unused",
            "戻してください",
            false,
        ),
        (
            &[(KIKAKU, MEMBERS_RATED, "")],
            "reports/2021/departments/kikaku.md rating-missing",
            "from",
            true,
        ),
        (
            &[(NEW_KIKAKU, MEMBERS_RATED, "")],
            "reports/2022/departments/kikaku.md rating-missing",
            "from",
            false,
        ),
        (
            &[(PROGRAMS, "交流イベント事業", "交流催し事業")],
            "reports/2021/departments/sangyo.md program-unknown",
            "別の id",
            true,
        ),
        (
            &[(PROGRAMS, "交流イベント事業", "交流催し事業")],
            "reports/2022/departments/sangyo.md program-unknown",
            "別の id",
            false,
        ),
        (
            &[(NEW_KIKAKU, "kpi: members", "kpi: watchers")],
            "reports/2022/departments/kikaku.md kpi-unknown",
            "until",
            true,
        ),
    ]);
}

#[test]
fn names_and_targets_of_each_edition() {
    let shops = "    target: { year: 2024, value: 30 }\n";
    let raised = "    target: { year: 2024, value: 50 }\n    former:\n      - { until: 2021, name: 新しく開いた店舗数（累計）, target: { year: 2024, value: 30 } }\n";
    let said =
        |file: &'static str, text: &'static str| (file, "創業した店舗は、{kpi:shops.actual}になりました。", text);
    let with = |more: &[Edit]| [&[(KPIS, shops, raised)], more].concat();
    all(&[
        ("a target raised, and another name", &with(&[]), &[]),
        (
            "a target raised, and the name that it has",
            &[(
                KPIS,
                shops,
                raised
                    .replace("新しく開いた店舗数（累計）", "創業した店舗数（累計）")
                    .leak(),
            )],
            &[],
        ),
        (
            "the target of then",
            &with(&[said(SANGYO, "創業した店舗数（累計）は30店を目指します。")]),
            &[],
        ),
        (
            "the target of now",
            &with(&[said(NEW_SANGYO, "創業した店舗数（累計）は50店を目指します。")]),
            &[],
        ),
        (
            "the target of then, now",
            &with(&[said(NEW_SANGYO, "創業した店舗数（累計）の目標値は30店です。")]),
            &["reports/2022/departments/sangyo.md figure-contradicts"],
        ),
        (
            "under the name of then",
            &with(&[said(SANGYO, "新しく開いた店舗数（累計）は99店でした。")]),
            &["reports/2021/departments/sangyo.md figure-contradicts"],
        ),
        (
            "a former target of another kind",
            &[(KPIS, shops, raised.replace("value: 30", "value: 三十").leak())],
            &["kpis.yaml target-not-number"],
        ),
        (
            "a former target before the baseline",
            &[(
                KPIS,
                shops,
                raised.replace("year: 2024, value: 30", "year: 2018, value: 30").leak(),
            )],
            &["kpis.yaml year-order"],
        ),
        (
            "a former target long after the plan",
            &[(
                KPIS,
                shops,
                raised.replace("year: 2024, value: 30", "year: 2042, value: 30").leak(),
            )],
            &["kpis.yaml target-late"],
        ),
        (
            "a former target ten times too large",
            &[(KPIS, shops, raised.replace("value: 30", "value: 220").leak())],
            &["kpis.yaml value-jump"],
        ),
        (
            "a former target met from the start",
            &[(KPIS, shops, raised.replace("value: 30", "value: 9").leak())],
            &["kpis.yaml target-met"],
        ),
        (
            "a former target that was the baseline",
            &[(KPIS, shops, raised.replace("value: 30", "value: 10").leak())],
            &["kpis.yaml target-is-baseline"],
        ),
        (
            "a former target with a digit too many",
            &[(KPIS, shops, raised.replace("value: 30", "value: 30.5").leak())],
            &["kpis.yaml decimals-exceeded"],
        ),
    ]);
}

#[test]
fn contents_that_no_edition_shows() {
    let former = |until: &str, name: &str| {
        format!("    name: 企画課\n    former:\n      - {{ until: {until}, name: {name} }}\n")
    };
    let named = |until: &str, name: &str| (CITY, "    name: 企画課\n", former(until, name).leak() as &str);
    let unused: &[&str] = &["city.yaml former-unused"];
    for (until, name, expected) in [
        ("2021", "総務課", &[][..]),
        ("2020", "総務課", unused),
        ("2022", "総務課", unused),
        ("2021", "企画課", unused),
        // A name that came back.
        ("2020, name: 企画課 }\n      - { until: 2021", "総務課", unused),
    ] {
        all(&[(until, &[named(until, name)], expected)]);
    }
    say(&[(
        &[named("2022", "総務課")],
        "city.yaml former-unused",
        "until を 2021",
        true,
    )]);
    let many: String = (0..51)
        .map(|n| format!("      - {{ until: {}, name: 課{n} }}\n", 1950 + n))
        .collect();
    let many: &str = format!("    name: 企画課\n    former:\n{many}").leak();
    let told = found(&[(CITY, "    name: 企画課\n", many)]);
    assert!(
        told.iter()
            .any(|(found, text)| found == "city.yaml value-form" && text.contains("51")),
        "{told:?}"
    );
}
