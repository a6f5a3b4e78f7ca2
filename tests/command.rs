//! The program as its users meet it: exit status, words, and what it leaves alone.

mod support;

use std::fs;

use support::{files, run, small_city, write};

/// A folder with the small city's sources as `content`.
fn city() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("content"), &small_city());
    folder
}

/// A source that no report can be built from.
fn break_sources(folder: &tempfile::TempDir) {
    let path = folder.path().join("content/reports/2021/departments/sangyo.md");
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("- 創業支援事業", "- 創業支援事業費");
    fs::write(path, text).unwrap();
}

fn is_japanese(text: &str) -> bool {
    text.contains(|c: char| ('ぁ'..='ん').contains(&c))
}

#[test]
fn sound_sources_are_built_and_checked_with_status_0() {
    let folder = city();
    let built = run(folder.path(), &["build"]);
    assert_eq!((built.status, built.err.as_str()), (0, ""), "{}", built.out);
    let written = files(&folder.path().join("output"));
    assert!(written.contains_key("index.html") && written.contains_key("2021/report.html"));
    assert!(built.out.contains("報告書を作りました"), "{}", built.out);

    let checked = run(folder.path(), &["check"]);
    assert_eq!((checked.status, checked.err.as_str()), (0, ""), "{}", checked.out);
}

#[test]
fn faulty_sources_end_with_status_1_and_the_old_report_stays() {
    let folder = city();
    assert_eq!(run(folder.path(), &["build"]).status, 0);
    let before = files(&folder.path().join("output"));
    break_sources(&folder);

    let built = run(folder.path(), &["build"]);
    assert_eq!(built.status, 1, "{}", built.err);
    assert!(
        built.err.contains("reports/2021/departments/sangyo.md:"),
        "{}",
        built.err
    );
    assert!(
        built.err.contains("理由") && built.err.contains("修正"),
        "{}",
        built.err
    );
    assert_eq!(files(&folder.path().join("output")), before);

    let checked = run(folder.path(), &["check"]);
    assert_eq!(checked.status, 1);
    assert_eq!(files(&folder.path().join("output")), before);
}

#[test]
fn nothing_is_written_for_faulty_sources() {
    let folder = city();
    break_sources(&folder);
    assert_eq!(run(folder.path(), &["build"]).status, 1);
    assert!(!folder.path().join("output").exists());
}

#[test]
fn check_writes_nothing() {
    let folder = city();
    assert_eq!(run(folder.path(), &["check"]).status, 0);
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|item| item.unwrap().file_name())
        .collect();
    assert_eq!(names, ["content"]);
}

#[test]
fn a_folder_that_is_not_there_is_the_machines_fault() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["build", "check"] {
        let missing = run(folder.path(), &[command]);
        assert_eq!(
            (missing.status, missing.out.as_str()),
            (2, ""),
            "{command}: {}",
            missing.err
        );
        assert!(
            missing.err.contains("content") && is_japanese(&missing.err),
            "{command}: {}",
            missing.err
        );
    }
    assert_eq!(files(folder.path()).len(), 0);
}

#[test]
fn a_foreign_folder_is_not_written_to() {
    let folder = city();
    let foreign = folder.path().join("site");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("index.html"), "somebody's").unwrap();
    let refused = run(folder.path(), &["build", "--output", "site"]);
    assert_eq!(refused.status, 2, "{}", refused.err);
    assert!(
        refused.err.contains("site") && is_japanese(&refused.err),
        "{}",
        refused.err
    );
    let after = files(&foreign);
    assert_eq!(after.len(), 1, "{:?}", after.keys());
    assert_eq!(after["index.html"], b"somebody's");
}

/// What an earlier build wrote goes; what somebody laid into the output stops the build and stays.
#[test]
fn only_its_own_files_are_removed() {
    let folder = city();
    assert_eq!(run(folder.path(), &["build"]).status, 0);
    let output = folder.path().join("output");
    next_year(&folder);

    fs::write(output.join("2021/note.txt"), "a web editor's").unwrap();
    let before = files(&output);
    let refused = run(folder.path(), &["build"]);
    assert_eq!(refused.status, 2, "{}", refused.err);
    assert!(
        refused.err.contains("note.txt") && is_japanese(&refused.err),
        "{}",
        refused.err
    );
    assert_eq!(files(&output), before);

    fs::remove_file(output.join("2021/note.txt")).unwrap();
    let built = run(folder.path(), &["build"]);
    assert_eq!(built.status, 0, "{}", built.err);
    let after = files(&output);
    assert!(after.contains_key("2022/report.html"));
    assert_eq!(after.keys().find(|name| name.starts_with("2021/")), None);
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|item| item.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 2, "nothing is left beside content and output: {names:?}");
}

/// Moves the small city's report to the next year.
fn next_year(folder: &tempfile::TempDir) {
    let content = folder.path().join("content");
    fs::rename(content.join("reports/2021"), content.join("reports/2022")).unwrap();
    let report = content.join("reports/2022/report.yaml");
    let text = fs::read_to_string(&report).unwrap().replace("2021-09", "2022-09");
    fs::write(
        &report,
        text.replace("performance_year: 2020", "performance_year: 2021"),
    )
    .unwrap();
    let series = content.join("series/kpi.csv");
    let mut rows = fs::read_to_string(&series).unwrap();
    for row in [
        "satisfaction,2021,65.0,,",
        "shops,2021,20,,",
        "center,2021,,なし,",
        "members,2021,150,,",
    ] {
        rows.push_str(row);
        rows.push('\n');
    }
    fs::write(&series, rows).unwrap();
}

#[test]
fn other_folders_by_option() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("原稿"), &small_city());
    let built = run(
        folder.path(),
        &["build", "--content", "原稿", "--output", "公開/報告書"],
    );
    assert_eq!(built.status, 0, "{}", built.err);
    assert!(folder.path().join("公開/報告書/2021/index.html").exists());
}

#[test]
fn wrong_arguments_are_answered_in_japanese() {
    let folder = city();
    for (arguments, named) in [
        (&["bulid"][..], "bulid"),
        (&["build", "--contnt", "x"], "--contnt"),
        (&["build", "--content"], "--content"),
        (&["check", "content"], ""),
        (&[], "build"),
    ] {
        let wrong = run(folder.path(), arguments);
        assert_eq!(
            (wrong.status, wrong.out.as_str()),
            (2, ""),
            "{arguments:?}: {}",
            wrong.err
        );
        assert!(
            wrong.err.contains(named) && is_japanese(&wrong.err),
            "{arguments:?}: {}",
            wrong.err
        );
        let lower = wrong.err.to_lowercase();
        for english in ["error", "usage", "argument", "unexpected", "found", "tip:"] {
            assert!(!lower.contains(english), "{arguments:?}: {}", wrong.err);
        }
    }
    assert!(!folder.path().join("output").exists());
}

#[test]
fn help_is_japanese_throughout() {
    let folder = tempfile::tempdir().unwrap();
    let main = run(folder.path(), &["--help"]);
    assert_eq!((main.status, main.err.as_str()), (0, ""));
    let commands = support::commands();
    assert!(
        commands.contains(&"build".to_owned()) && commands.contains(&"check".to_owned()),
        "{commands:?}"
    );
    let mut pages = vec![main.out];
    for command in &commands {
        let help = run(folder.path(), &[command, "--help"]);
        assert_eq!((help.status, help.err.as_str()), (0, ""), "{command}");
        pages.push(help.out);
    }
    for page in pages {
        assert!(is_japanese(&page), "{page}");
        for english in [
            "Usage", "Options", "OPTIONS", "COMMAND", "Commands", "default", "possible",
        ] {
            assert!(!page.contains(english), "{english} in\n{page}");
        }
    }
    let version = run(folder.path(), &["--version"]);
    assert_eq!(
        (version.status, version.out.trim()),
        (0, concat!("ayumi ", env!("CARGO_PKG_VERSION")))
    );
}

#[test]
fn several_cities_go_by_the_folder_above_content() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["minami/content", "kita/content", "nishi"] {
        write(&folder.path().join(name), &small_city());
    }
    let build = |cities: &[&str]| run(folder.path(), &[&["build"], cities, &["--output", "site"]].concat());
    let built = build(&["minami/content", "kita/content", "nishi"]);
    assert_eq!(built.status, 0, "{}", built.err);
    for name in ["minami", "kita", "nishi"] {
        assert!(
            folder.path().join("site").join(name).join("index.html").exists(),
            "{name}"
        );
    }
    let twice = build(&["kita/content", "kita/content"]);
    assert_eq!(twice.status, 2, "{}", twice.err);
    assert!(twice.err.contains("市区町村ごとに変えてください"), "{}", twice.err);
}

/// A shell that knows no patterns hands `cities/*/` on as it stands.
#[test]
fn a_pattern_that_the_shell_left_as_it_is_takes_no_index_away() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("cities/kita"), &small_city());
    let build = |city: &str| run(folder.path(), &["build", city, "--output", "site"]);
    let index = || std::fs::read_to_string(folder.path().join("site/index.html")).ok();
    assert_eq!(build("cities/*/").status, 2);
    assert_eq!(index(), None);
    assert_eq!(build("cities/kita").status, 0);
    let before = index();
    assert!(before.is_some());
    assert_eq!(build("cities/*/").status, 2);
    assert_eq!(index(), before);
}

/// Where names differ by case alone, `Committee.yaml` is that file, and no source of this name.
#[test]
fn opinions_are_not_written_over_what_is_no_source() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    write(&content, &small_city());
    std::fs::write(
        folder.path().join("sheet.csv"),
        "番号,会議,委員,意見\n全体,第1回推進委員会,会長,よい\n",
    )
    .unwrap();
    let committee = content.join("reports/2021/committee.yaml");
    std::fs::create_dir(&committee).unwrap();
    let arguments = ["committee-read", "sheet.csv", "--date", "2021-08-20"];
    let read = run(folder.path(), &arguments);
    assert_eq!(read.status, 1, "{}", read.err);
    assert!(
        read.err.contains("大文字・小文字") && committee.is_dir(),
        "{}",
        read.err
    );
    std::fs::remove_dir(&committee).unwrap();
    let read = run(folder.path(), &arguments);
    assert_eq!(read.status, 0, "{}", read.err);
    let names = std::fs::read_dir(committee.parent().unwrap()).unwrap();
    let names = names.map(|item| item.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.contains("ayumi")), "no litter");
}

/// Who renames a department without `former` changes what was published, and is told of it.
#[test]
fn a_build_that_changes_an_earlier_edition_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = support::two_years("");
    let content = folder.path().join("content");
    let earlier = files
        .clone()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("reports/2022/"));
    let earlier = earlier.collect();
    write(&content, &earlier);
    let build = || {
        let built = run(folder.path(), &["build"]);
        assert_eq!(built.status, 0, "{}", built.err);
        built.err
    };
    assert!(!build().contains("前の年の報告書"), "there is none");
    write(&content, &files);
    assert!(
        !build().contains("前の年の報告書"),
        "a new edition is told of on all pages of the earlier ones"
    );
    let renamed = |former: &str| {
        let city = String::from_utf8(files["city.yaml"].clone()).unwrap();
        let to = format!("name: 人口減少対策課\n{former}");
        city.replace("name: 元気発信課\n", &to).into_bytes()
    };
    let with = renamed("    former:\n      - { until: 2021, name: 元気発信課 }\n");
    let without = renamed("");
    files.insert("city.yaml".to_owned(), with);
    write(&content, &files);
    assert!(!build().contains("前の年の報告書"));
    files.insert("city.yaml".to_owned(), without.clone());
    write(&content, &files);
    let told = "前の年の報告書が、前に作ったときから変わりました（2021年度の";
    let said = build();
    assert!(said.contains(told), "{said}");
    // Also with the first build of a new edition, whose notice is on all pages of the earlier ones.
    std::fs::remove_dir_all(folder.path().join("output")).unwrap();
    std::fs::remove_dir_all(&content).unwrap();
    write(&content, &earlier);
    build();
    write(&content, &files);
    let said = build();
    assert!(said.contains(told), "{said}");
    assert!(!build().contains("前の年の報告書"), "nothing has changed");
    std::fs::remove_dir_all(content.join("reports/2021")).unwrap();
    let said = build();
    assert!(said.contains("出力先から消しました（2021年度）"), "{said}");
}
