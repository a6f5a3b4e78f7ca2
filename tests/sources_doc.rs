//! `docs/sources.md` names the keys that the reader knows, no more, no fewer, in the reader's order, and which are required.

mod support;

use ayumi::{
    manuscript::{self, FaultKind, KPI_COLUMNS, POPULATION_COLUMNS, RESTATEMENT_COLUMNS},
    model::{
        Basis, Better, ChapterKind, DataBlock, Field, FigureField, Kind, Licence, PopulationKind, Rating, Status, Word,
    },
    source::Sources,
};

/// A heading of the page, and a source in which the key `zzz` stands in the mapping that it describes.
const MAPPINGS: &[(&str, &str, &str)] = &[
    ("`city.yaml`", "city.yaml", "zzz: 1\n"),
    ("`city.yaml` の `contact`", "city.yaml", "contact:\n  zzz: 1\n"),
    (
        "`city.yaml` の `departments`",
        "city.yaml",
        "departments:\n  - zzz: 1\n",
    ),
    (
        "`city.yaml` の `former`",
        "city.yaml",
        "departments:\n  - former:\n      - zzz: 1\n",
    ),
    ("`plan.yaml`", "plan.yaml", "zzz: 1\n"),
    ("`plan.yaml` の `period`", "plan.yaml", "period:\n  zzz: 1\n"),
    ("`plan.yaml` の `parts`", "plan.yaml", "parts:\n  - zzz: 1\n"),
    (
        "`plan.yaml` の `rating_scale`",
        "plan.yaml",
        "rating_scale:\n  zzz: 1\n",
    ),
    (
        "`plan.yaml` の `levels`",
        "plan.yaml",
        "rating_scale:\n  levels:\n    - zzz: 1\n",
    ),
    ("`plan.yaml` の `projects`", "plan.yaml", "projects:\n  - zzz: 1\n"),
    ("`plan.yaml` の `goals`", "plan.yaml", "goals:\n  - zzz: 1\n"),
    (
        "`plan.yaml` の `directions`",
        "plan.yaml",
        "goals:\n  - directions:\n      - zzz: 1\n",
    ),
    (
        "`plan.yaml` の `measures`",
        "plan.yaml",
        "goals:\n  - directions:\n      - measures:\n          - zzz: 1\n",
    ),
    (
        "`plan.yaml` の `former`",
        "plan.yaml",
        "goals:\n  - directions:\n      - measures:\n          - former:\n              - zzz: 1\n",
    ),
    ("`kpis.yaml`", "kpis.yaml", "zzz: 1\n"),
    ("`kpis.yaml` の `kpis`", "kpis.yaml", "kpis:\n  - zzz: 1\n"),
    (
        "`kpis.yaml` の `target`",
        "kpis.yaml",
        "kpis:\n  - target:\n      zzz: 1\n",
    ),
    (
        "`kpis.yaml` の `former`",
        "kpis.yaml",
        "kpis:\n  - former:\n      - zzz: 1\n",
    ),
    ("`programs.yaml`", "programs.yaml", "zzz: 1\n"),
    (
        "`programs.yaml` の `programs`",
        "programs.yaml",
        "programs:\n  - zzz: 1\n",
    ),
    ("`report.yaml`", "reports/2021/report.yaml", "zzz: 1\n"),
    (
        "`report.yaml` の `chapters`",
        "reports/2021/report.yaml",
        "chapters:\n  - zzz: 1\n",
    ),
    ("`committee.yaml`", "reports/2021/committee.yaml", "zzz: 1\n"),
    (
        "`committee.yaml` の `meetings`",
        "reports/2021/committee.yaml",
        "meetings:\n  - zzz: 1\n",
    ),
    (
        "`committee.yaml` の `opinions`",
        "reports/2021/committee.yaml",
        "opinions:\n  - zzz: 1\n",
    ),
    (
        "担当課の原稿の初めの部分",
        "reports/2021/departments/a.md",
        "---\nzzz: 1\n---\n",
    ),
    (
        "担当課の原稿の `ratings`",
        "reports/2021/departments/a.md",
        "---\nratings:\n  - zzz: 1\n---\n",
    ),
    ("`accept`", "city.yaml", "accept:\n  - zzz: 1\n"),
];

fn page() -> String {
    support::read("docs/sources.md")
}

/// What stands below a heading, up to the next.
fn below<'p>(page: &'p str, heading: &str) -> Vec<&'p str> {
    let lines = page
        .lines()
        .skip_while(|line| line.trim_start_matches('#').trim() != heading || !line.starts_with('#'));
    let lines: Vec<&str> = lines.skip(1).take_while(|line| !line.starts_with('#')).collect();
    assert!(!lines.is_empty(), "docs/sources.md has no heading {heading}");
    lines
}

/// The first two cells of every row of a section's table.
fn rows(page: &str, heading: &str) -> Vec<(String, String)> {
    let cell = |text: &str| text.trim().trim_matches('`').to_owned();
    let tables = below(page, heading).into_iter().filter(|line| line.starts_with("| `"));
    tables
        .map(|line| {
            let mut cells = line.split('|').skip(1);
            (cell(cells.next().unwrap()), cell(cells.next().unwrap()))
        })
        .collect()
}

/// What the reader says of the mapping that `zzz` stands in: its keys, and those that it misses.
fn known(file: &str, text: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let manuscript = manuscript::read(&Sources::from_files([(file, text)]));
    let stray = manuscript.faults.iter().find_map(|fault| match &fault.kind {
        FaultKind::KeyUnknown { key, known, .. } if key == "zzz" => Some((fault.place, known.clone())),
        _ => None,
    });
    let (place, known) = stray.unwrap_or_else(|| panic!("{file}: zzz is not reported: {text}"));
    let mut missing = Vec::new();
    let mut narrowest = u32::MAX;
    for fault in &manuscript.faults {
        let FaultKind::KeyMissing { key, .. } = &fault.kind else {
            continue;
        };
        let span = fault.place.span;
        let around = fault.place.file == place.file && span.start <= place.span.start && place.span.end <= span.end;
        let size = span.end - span.start;
        if !around || size > narrowest {
            continue;
        }
        if size < narrowest {
            missing.clear();
            narrowest = size;
        }
        missing.push(*key);
    }
    // The narrowest mapping that misses something is that of `zzz` only if its keys are.
    missing.retain(|key| known.contains(key));
    (known, missing)
}

#[test]
fn every_key_is_documented_and_no_other() {
    let page = page();
    let mut wrong = Vec::new();
    for (heading, file, text) in MAPPINGS {
        let (known, missing) = known(file, text);
        let rows = rows(&page, heading);
        let documented: Vec<&str> = rows.iter().map(|(key, _)| key.as_str()).collect();
        if documented != known {
            wrong.push(format!("{heading}: documented {documented:?}, known {known:?}"));
        }
        for (key, need) in &rows {
            let expected = if missing.contains(&key.as_str()) {
                "必須"
            } else {
                "任意"
            };
            if need != expected {
                wrong.push(format!("{heading} {key}: documented {need:?}, in fact {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_column_is_documented_in_its_order() {
    let page = page();
    for (heading, columns) in [
        ("`series/kpi.csv`", KPI_COLUMNS),
        ("`series/population.csv`", POPULATION_COLUMNS),
        ("`series/restatements.csv`", RESTATEMENT_COLUMNS),
    ] {
        let documented: Vec<String> = rows(&page, heading).into_iter().map(|(column, _)| column).collect();
        assert_eq!(documented, columns, "{heading}");
        assert!(
            below(&page, heading).contains(&columns.join(",").as_str()),
            "{heading}: the header line"
        );
    }
}

#[test]
fn every_word_of_a_closed_list_is_documented() {
    let page = page();
    let mut wrong = Vec::new();
    let mut need = |heading: &str, words: Vec<String>| {
        let text = below(&page, heading).join("\n");
        wrong.extend(
            words
                .into_iter()
                .filter(|word| !text.contains(word))
                .map(|word| format!("{heading}: {word}")),
        );
    };
    need("`city.yaml`", quoted::<Licence>());
    need("`plan.yaml` の `levels`", quoted::<Rating>());
    need(
        "`kpis.yaml` の `kpis`",
        [quoted::<Better>(), quoted::<Kind>(), quoted::<Basis>()].concat(),
    );
    need("`series/kpi.csv`", quoted::<Status>());
    need("`series/population.csv`", quoted::<PopulationKind>());
    need("`report.yaml` の `chapters`", quoted::<ChapterKind>());
    need("担当課の原稿の `ratings`", quoted::<Rating>());
    need(
        "章の本文",
        DataBlock::ALL.iter().map(|(name, _)| format!("`{{{name}}}`")).collect(),
    );
    need(
        "文章の書き方",
        FigureField::ALL.iter().map(|(name, _)| format!("`{name}`")).collect(),
    );
    assert!(wrong.is_empty(), "docs/sources.md does not say\n{}", wrong.join("\n"));
    for (field, _) in Field::WORDS {
        assert!(page.contains(&format!("\n### {field}\n")), "the example lacks {field}");
    }
}

fn quoted<W: Word>() -> Vec<String> {
    W::WORDS.iter().map(|(word, _)| format!("`{word}`")).collect()
}

/// The example of a department's file is one that the reader takes without a word.
#[test]
fn the_example_of_a_departments_file_reads() {
    let page = page();
    let example = page.split("```markdown\n").nth(1).unwrap().split("```").next().unwrap();
    let manuscript = manuscript::read(&Sources::from_files([(
        "reports/2021/departments/monozukuri.md",
        example,
    )]));
    assert!(manuscript.faults.is_empty(), "{:?}", manuscript.faults);
    assert_eq!(manuscript.editions[0].departments[0].sections[0].fields.len(), 4);
}
