//! What follows from another fault, what is accepted, and words that fit what is written.

use super::{Edit, GONE, PEOPLE, POPULATION, SANGYO, SERIES, all, say};

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

#[test]
fn what_is_said_fits_what_is_written() {
    say(&[
        (
            &[(SANGYO, "### 主な取組と成果", "### 主な取組の成果")],
            "heading-unknown",
            "「主な取組と成果」",
        ),
        (
            &[(SANGYO, "### 課題", "### そのほか")],
            "heading-unknown",
            "### の見出しに使えるのは",
        ),
        (
            &[(SANGYO, "## 1-1-2", "## 交流の促進")],
            "heading-unknown",
            "「## 1-1-2」と書いて",
        ),
        (
            &[(SANGYO, "## 1-1-2", "## そのほか")],
            "heading-unknown",
            "施策の番号だけを",
        ),
        (
            &[(SANGYO, "### 課題", "#### 課題")],
            "heading-unknown",
            "「### 課題」に直して",
        ),
        (&[(SANGYO, "rating: 順調", "rating: 順庁")], "word-unknown", "「順調」"),
        (
            &[(SANGYO, "rating: 順調", "rating: ―")],
            "word-unknown",
            "横線の形が違います",
        ),
        (&[(SANGYO, "rating: 順調", "rating: ――")], "word-unknown", "使える語は"),
        (&[("city.yaml", "", GONE)], "file-missing", "市の名称と担当課は"),
        (&[("plan.yaml", "", GONE)], "file-missing", "計画の体系は"),
        (&[("kpis.yaml", "", GONE)], "file-missing", "KPIの名称、単位、目標値は"),
        (&[("programs.yaml", "", GONE)], "file-missing", "事業の名称は"),
        (&[(SERIES, "", GONE)], "file-missing", "KPIの各年の値は"),
        (&[(PEOPLE, "", GONE)], "file-missing", "総人口の推移は"),
        (
            &[("reports/2021/report.yaml", "", GONE)],
            "file-missing",
            "公表の年月と章の並びは",
        ),
        (
            &[(SERIES, "shops,2019,14", "shops,2019,.5")],
            "number-invalid",
            "小数点の位置",
        ),
        (
            &[(SERIES, "shops,2019,14", "shops,2019,１４")],
            "number-invalid",
            "全角の文字",
        ),
        (
            &[(SERIES, "shops,2019,14", "shops,2019,1 4")],
            "number-invalid",
            "途中に、空白",
        ),
        (
            &[(SERIES, "shops,2019,14", "shops,2019,▲14")],
            "number-invalid",
            "負の符号",
        ),
        (
            &[(SERIES, "shops,2019,14", "shops,2019,14店")],
            "number-invalid",
            "数字でない文字「店」",
        ),
        (
            &[(SANGYO, "{kpi:shops.actual}", "{KPI:shops.actual}")],
            "markdown-reference-unknown",
            "英字は小文字で",
        ),
        (
            &[(SANGYO, "{kpi:shops.actual}", "{kpi：shops.actual}")],
            "markdown-reference-unknown",
            "半角で",
        ),
        (
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:shops.now}")],
            "markdown-reference-unknown",
            ".actual（実績値）",
        ),
        (
            &[(SANGYO, "{kpi:shops.actual}", "{plan:peried}")],
            "markdown-reference-unknown",
            "plan:period",
        ),
        (
            &[(SANGYO, "## 1-1-2", "##1-1-2")],
            "markdown-heading-space",
            "「##」の後に",
        ),
        (
            &[("city.yaml", "name: 見本市", "name: \"見本\"市")],
            "yaml-special-start",
            "かぎ括弧",
        ),
        (
            &[("city.yaml", "name: 見本市", "name: %見本市")],
            "yaml-special-start",
            "YAML の命令",
        ),
        (
            &[(SANGYO, "rating: 順調", "rating: -")],
            "yaml-special-start",
            "全角で書いて",
        ),
        (
            &[(POPULATION, "続いて", "続\u{A0}いて")],
            "character-invisible",
            "別の空白（U+00A0）",
        ),
        (
            &[(POPULATION, "続いて", "続\u{200B}いて")],
            "character-invisible",
            "幅のない",
        ),
        (
            &[(POPULATION, "続いて", "続\u{202E}いて")],
            "character-invisible",
            "文字の向き",
        ),
    ]);
}

#[test]
fn what_is_accepted() {
    const LATE: Edit = ("kpis.yaml", "year: 2024, value: 30 }", "year: 2030, value: 30 }");
    const LEFT: &str = "accept:\n  - code: target-late\n    reason: 次の計画に続くため\n";
    let of_kpi = "accept: [{ code: target-late, reason: 次の計画に続くため }]";
    let late_and =
        |kpi: &'static str| -> [Edit; 2] { [LATE, ("kpis.yaml", kpi, format!("{of_kpi}\n    {kpi}").leak())] };
    all(&[
        ("for its KPI", &late_and("unit: 店"), &[]),
        (
            "for another KPI",
            &late_and("unit: 人"),
            &["accept-unused", "target-late"],
        ),
        (
            "in a file that has nothing of it",
            &[LATE, ("city.yaml", "", LEFT)],
            &["accept-unused", "target-late"],
        ),
        (
            "an error cannot be accepted",
            &[
                (SERIES, "shops,2019,14", "shops,2019,9"),
                (
                    "city.yaml",
                    "",
                    "accept: [{ code: cumulative-falls, reason: 閉店のため }]\n",
                ),
            ],
            &["accept-unused", "cumulative-falls"],
        ),
    ]);
}

/// A committee's record with an opinion about each of these.
fn opinions(about: &[&str]) -> [Edit; 1] {
    let mut record =
        "print: false\nmeetings:\n  - id: first\n    name: 第1回\n    date: 2021-08-20\nopinions:\n".to_owned();
    for about in about {
        record.push_str(&format!(
            "  - meeting: first\n    about: {about}\n    text: 確かめたい。\n    answer: 確かめます。\n"
        ));
    }
    [("reports/2021/committee.yaml", "", record.leak())]
}

#[test]
fn numbers_that_opinions_name() {
    all(&[
        (
            "numbers of every kind of place",
            &opinions(&[
                "1-1-1-sangyo-4",
                "goal-1-1",
                "project-1-1",
                "part-1-1",
                "part-2-1",
                "population-1",
                "management-1",
            ]),
            &[],
        ),
        (
            "after the last of an entry",
            &opinions(&["1-1-1-sangyo-5"]),
            &["opinion-number-gone"],
        ),
        (
            "after the last of a goal",
            &opinions(&["goal-1-2"]),
            &["opinion-number-gone"],
        ),
        (
            "after the last of a project",
            &opinions(&["project-1-2"]),
            &["opinion-number-gone"],
        ),
        (
            "after the last of the second part",
            &opinions(&["part-2-2"]),
            &["opinion-number-gone"],
        ),
        (
            "after the last of a chapter",
            &opinions(&["population-2"]),
            &["opinion-number-gone"],
        ),
        (
            "a place that is not there",
            &opinions(&["goal-2-1"]),
            &["opinion-about-unknown"],
        ),
        (
            "a department that reports elsewhere",
            &opinions(&["1-1-1-kikaku-1"]),
            &["opinion-about-unknown"],
        ),
    ]);
}
