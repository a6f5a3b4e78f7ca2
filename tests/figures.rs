//! What the figures say of each other, over whole sources: the shipped example and a value corrected after it was printed.

use std::path::{Path, PathBuf};

use ayumi::{
    check, manuscript,
    model::{Amount, YearMonth},
    source::{self, Sources},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).into()
}

/// `code kpi` of every finding about a KPI.
fn asked(sources: &Sources) -> Vec<String> {
    let checked = check::check(sources, &manuscript::read(sources));
    let about = checked.diagnostics.iter();
    about
        .filter_map(|found| Some(format!("{} {}", found.code, found.kpi.as_ref()?)))
        .collect()
}

#[test]
fn the_shipped_example_is_asked_about_five_ratings() {
    let sources = source::read_folder(&root().join("content")).unwrap();
    let mut asked = asked(&sources);
    asked.sort();
    let expected = [
        "rating-on-track-below hall-course-young",
        "rating-on-track-falling relocation-consults",
        "rating-unchanged-below local-hire-university",
        "rating-unchanged-below nursery-admission",
        "rating-without-actual value-added",
    ];
    assert_eq!(asked, expected);
}

#[test]
fn an_earlier_edition_is_asked_by_the_values_it_printed() {
    let base = source::read_folder(&root().join("tests/diagnostics/base")).unwrap();
    let mut files: Vec<(String, String)> = base
        .files()
        .map(|(_, file)| (file.name.clone(), file.text.clone()))
        .collect();
    let rows = "kpi,year,before,after,date,reason\nmembers,2020,90,140,2022-01-10,登録の漏れを加えたため\n";
    files.push(("series/restatements.csv".to_owned(), rows.to_owned()));
    let sources = Sources::from_files(files);
    assert_eq!(asked(&sources), ["rating-on-track-below members"]);

    let publication = check::check(&sources, &manuscript::read(&sources)).publication.unwrap();
    let (_, members) = publication
        .plan
        .kpis()
        .find(|(_, kpi)| kpi.id.as_str() == "members")
        .unwrap();
    let printed = |month| members.value_as_of(2020, YearMonth::parse(month).unwrap());
    assert_eq!(printed("2021-09"), Some(Amount::whole(90)));
    assert_eq!(printed("2022-01"), Some(Amount::whole(140)));
    assert_eq!(members.restatements[0].reason, "登録の漏れを加えたため");
}
