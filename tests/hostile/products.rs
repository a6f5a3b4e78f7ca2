//! What a report is made of is a product of registers: measures and departments, KPIs and ratings, opinions and entries,
//! editions. Sources in which two of them are as long as may be, and nothing of the one is in the other.

use std::fmt::Write;

use super::{support, watch};

/// So many of a register.
const MANY: usize = if cfg!(debug_assertions) { 500 } else { 4_800 };

/// A list of so many, line by line.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn kpis(more: &str) -> String {
    lines(MANY, |n| {
        format!(
            "  - id: k{n}\n    name: 数\n    unit: 件\n    decimals: 0\n    department: kikaku\n    better: higher\n    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: {{ year: 2024, value: 1 }}\n{more}"
        )
    })
}

fn departments() -> String {
    lines(MANY, |n| format!("  - id: d{n}\n    name: 課{n}\n"))
}

/// Measures in place of those of the plan, each with these departments.
fn measures(files: &mut support::Files, count: usize, departments: &str) {
    let plan = String::from_utf8(files["plan.yaml"].clone()).unwrap();
    let (start, _) = plan.split_once("goals:\n").unwrap();
    let mut text = format!("{start}goals:\n");
    for goal in 0..count.div_ceil(4_000) {
        let _ = write!(
            text,
            "  - name: 目標{goal}\n    introduction: |\n      文です。\n    directions:\n"
        );
        for direction in 0..20.min((count - 4_000 * goal).div_ceil(200)) {
            let _ = write!(
                text,
                "      - name: 方向{goal}の{direction}\n        kpis: []\n        measures:\n"
            );
            for measure in 0..200.min(count) {
                let _ = writeln!(
                    text,
                    "          - {{ name: 策{measure}, departments: [{departments}] }}"
                );
            }
        }
    }
    files.insert("plan.yaml".to_owned(), text.into_bytes());
}

fn all_departments() -> String {
    let all: Vec<String> = (0..MANY).map(|n| format!("d{n}")).collect();
    all.join(", ")
}

fn add(files: &mut support::Files, name: &str, text: &str) {
    files.entry(name.to_owned()).or_default().extend(text.bytes());
}

/// What is said of them.
fn check(what: &str, files: &support::Files, said: &str) {
    let (folder, _content) = watch::city(files);
    let run = watch::run(what, folder.path(), &["check"]);
    assert!(run.status <= 1, "{what}: {}", watch::start(&run.out));
    assert!(run.out.contains(said), "{what}: {}", watch::start(&run.out));
}

#[test]
fn measures_without_departments_and_rows_without_a_kpi() {
    let mut files = support::small_city();
    measures(&mut files, 4 * MANY, "");
    add(
        &mut files,
        "series/kpi.csv",
        &lines(20 * MANY, |_| "a,b,c,d,\n".to_owned()),
    );
    check("rows that cannot be read", &files, "[plan-empty]");
}

#[test]
fn entries_that_nobody_wrote() {
    let mut files = support::small_city();
    add(&mut files, "city.yaml", &departments());
    measures(&mut files, 200, &all_departments());
    check("more than a file's lists may have", &files, "[value-form]");

    measures(&mut files, 19_000 / MANY, &all_departments());
    check("measures of all departments", &files, "[entry-missing]");

    for year in 1930..2020 {
        add(
            &mut files,
            &format!("reports/{year}/report.yaml"),
            "published: 2021-09\n",
        );
    }
    check("in many years", &files, "[value-form]");

    for n in 0..1001.min(2 * MANY) {
        add(&mut files, &format!("reports/2021/departments/zzzz_{n}.md"), "");
    }
    check("and files under wrong names", &files, "[file-name-unknown]");

    let opinions = lines(MANY, |n| {
        format!("  - {{ meeting: first, about: 9-9-{n}-hoiku-3, text: 文 }}\n")
    });
    let committee =
        format!("print: false\nmeetings:\n  - {{ id: first, name: 第1回, date: 2021-08-20 }}\nopinions:\n{opinions}");
    files.insert("reports/2021/committee.yaml".to_owned(), committee.into_bytes());
    check("and opinions on none of them", &files, "[opinion-about-unknown]");
}

#[test]
fn ratings_of_nothing_and_names_in_a_damaged_register() {
    let mut files = support::small_city();
    add(&mut files, "kpis.yaml", &kpis("    from: 2090\n"));
    for n in 0..45 {
        add(&mut files, "city.yaml", &format!("  - id: d{n}\n    name: 課{n}\n"));
        let ratings = lines(MANY, |_| "  - { kpi: a1 }\n".to_owned());
        add(
            &mut files,
            &format!("reports/2021/departments/d{n}.md"),
            &format!("---\nratings:\n{ratings}---\n"),
        );
    }
    check("ratings of nothing", &files, "[key-missing]");

    add(&mut files, "kpis.yaml", "  - id: k\n    name: [a\n    z9: 1\n# z9");
    add(
        &mut files,
        "series/kpi.csv",
        &lines(16 * MANY, |n| format!("z{n},2020,1,,\n")),
    );
    check("and a damaged register", &files, "[yaml-");
}

#[test]
fn rows_of_one_year() {
    let mut files = support::small_city();
    add(
        &mut files,
        "series/kpi.csv",
        &lines(16 * MANY, |_| "members,2020,1,,\n".to_owned()),
    );
    let rows =
        lines(5 * MANY, |_| "2060,展望下限,1,\n".to_owned()) + &lines(5 * MANY, |_| "2061,展望上限,1,\n".to_owned());
    add(&mut files, "series/population.csv", &rows);
    add(&mut files, "kpis.yaml", &kpis(""));
    let restated = lines(6 * MANY, |n| format!("k{},2020,1,2,2021-09-30,訂正\n", n % MANY));
    files.insert(
        "series/restatements.csv".to_owned(),
        format!("kpi,year,before,after,date,reason\n{restated}").into_bytes(),
    );
    check("rows of one year", &files, "[");
}

#[test]
fn a_long_file_with_a_slip() {
    let mut files = support::small_city();
    let report = String::from_utf8(files["reports/2021/report.yaml"].clone()).unwrap();
    let list = format!(
        "chapters:\n{}",
        lines(8 * MANY, |_| "- {id: goals, title: a}\n".to_owned())
    );
    files.insert(
        "reports/2021/report.yaml".to_owned(),
        report.replace("chapters:\n", &list).into_bytes(),
    );
    check("a list whose indent changes", &files, "[yaml-");
}
