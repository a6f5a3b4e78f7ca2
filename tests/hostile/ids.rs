//! Ids that nothing knows, by the thousand: for each the program looks for the one that was meant.

use super::{
    registers::{many, told},
    support, watch,
};

/// Thousands of ids that nothing knows, each of them nearly like thousands that are known: what was meant is looked for.
#[test]
fn ids_that_are_nearly_known() {
    // Letters in another order in each, so that no look at lengths and letters tells two of them apart.
    let alike = |number: usize, last: char| -> String {
        let mut letters: Vec<char> = "abcdefghijklmnopqrst".chars().collect();
        let mut rest = number * 7919;
        for at in 0..letters.len() {
            let other = at + rest % (letters.len() - at);
            rest = rest / 3 + number;
            letters.swap(at, other);
        }
        letters.into_iter().chain([last]).collect()
    };
    let known = |more: &str| many(|n| format!("  - id: {}\n{more}", alike(n, 'y'))).concat();
    let unknown = |line: &dyn Fn(&str) -> String| many(|n| line(&alike(n, 'z'))).concat();
    let kpi = |department: &str, unit: &str| {
        format!(
            "    name: 数\n    unit: {unit}\n    decimals: 0\n    department: {department}\n    better: higher\n    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: {{ year: 2024, value: 1 }}\n"
        )
    };
    let kpis = known(&kpi("kikaku", "件"));
    let page = "reports/2021/departments/kikaku.md";
    let rows = unknown(&|id| format!("{id},2020,1,\n"));
    let ratings = unknown(&|id| format!("  - kpi: {id}\n    rating: 順調\n"));
    let units = (0..2000).map(|n| format!("{}, ", alike(n, 'y'))).collect::<String>();
    let other_units = many(|n| format!("  - id: k{n}\n{}", kpi("kikaku", &alike(n, 'z'))));
    let owners = many(|n| format!("  - id: k{n}\n{}", kpi(&alike(n, 'z'), "件")));
    for (what, said, changes) in [
        (
            "rows",
            "[kpi-unknown]",
            vec![("kpis.yaml", "", kpis.clone()), ("series/kpi.csv", "", rows)],
        ),
        (
            "ratings",
            "[kpi-unknown]",
            vec![("kpis.yaml", "", kpis), (page, "ratings:\n", ratings)],
        ),
        (
            "units",
            "[unit-unknown]",
            vec![
                ("plan.yaml", "units: [", units),
                ("kpis.yaml", "", other_units.concat()),
            ],
        ),
        (
            "departments",
            "[department-unknown]",
            vec![
                ("city.yaml", "departments:\n", known("    name: 課\n")),
                ("kpis.yaml", "", owners.concat()),
            ],
        ),
    ] {
        let mut files = support::small_city();
        for (file, behind, text) in changes {
            let sound = String::from_utf8(files[file].clone()).unwrap();
            assert!(sound.contains(behind), "{file}");
            let changed = match behind {
                "" => sound + &text,
                _ => sound.replacen(behind, &format!("{behind}{text}"), 1),
            };
            files.insert(file.to_owned(), changed.into_bytes());
        }
        let out = told(what, &files);
        assert!(out.contains(said), "{what}: {}", watch::start(&out));
    }
}

/// Departments' pages by the thousand under names that nobody has, and as many departments that have none.
#[test]
fn pages_that_are_nearly_known() {
    let mut files = support::small_city();
    let count = if cfg!(debug_assertions) { 300 } else { 4000 };
    let departments: String = (0..count)
        .map(|n| format!("  - id: slow-department-{n:04}\n    name: 課{n}\n"))
        .collect();
    files.get_mut("city.yaml").unwrap().extend(departments.bytes());
    for n in 0..count {
        let name = format!("reports/2021/departments/slow-departmant-{n:04}x.md");
        files.insert(name, "---\nratings: []\n---\n".into());
    }
    let kpis = many(|n| {
        format!(
            "  - id: k{n}\n    name: 数{n}\n    unit: 件\n    decimals: 0\n    department: slow-department-{:04}\n    better: higher\n    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: {{ year: 2024, value: 1 }}\n",
            n % count
        )
    });
    files.get_mut("kpis.yaml").unwrap().extend(kpis.concat().bytes());
    let out = told("pages", &files);
    assert!(out.contains("[department-unknown]"), "{}", watch::start(&out));
}
