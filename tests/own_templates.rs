//! A city that lays copies of all templates into its content folder has templates of its own, which another engine fills in:
//! the pages are the same, byte for byte. Whatever else such a city then changes, it starts from what it knows.

mod support;

use support::Files;

/// The content of the example with a committee's record, and gaps if it is for a draft.
fn content(gaps: bool) -> Files {
    let mut files = support::files(&support::root().join("content"));
    let opinions = "print: true\nmeetings:\n  - id: first\n    name: 第1回推進委員会\n    date: 2021-08-20\nopinions:\n  \
                    - meeting: first\n    who: 委員\n    about: 全体\n    text: |\n      <図>を増やしてほしい。\n    answer: |\n      \
                    増やしました。\n    change: |\n      図を加えました。\n  - meeting: first\n    about: 2-1-1-hoiku-3\n    text: 待機児童の数も示してほしい。\n";
    files.insert("reports/2021/committee.yaml".to_owned(), opinions.into());
    if gaps {
        files.remove("reports/2021/departments/nosei.md").unwrap();
        let department = "reports/2021/departments/monozukuri.md";
        let text = String::from_utf8(files[department].clone()).unwrap();
        files.insert(
            department.to_owned(),
            text.replacen("    rating: ", "    rating \"", 1).into_bytes(),
        );
    } else {
        // An answer is owed before a report can print the record.
        let name = "reports/2021/committee.yaml";
        let text = String::from_utf8(files[name].clone()).unwrap();
        files.insert(
            name.to_owned(),
            format!("{text}    answer: 示しました。\n").into_bytes(),
        );
    }
    files
}

fn with_copies(mut files: Files) -> Files {
    let templates = support::files(&support::root().join("templates"));
    assert!(templates.len() > 40);
    files.extend(
        templates
            .into_iter()
            .map(|(name, bytes)| (format!("templates/{name}"), bytes)),
    );
    files
}

/// The site of the embedded templates and that of their copies, by the same command.
fn same(files: Files, arguments: &[&str]) -> Files {
    let folder = tempfile::tempdir().unwrap();
    support::write(&folder.path().join("copies"), &with_copies(files.clone()));
    support::write(&folder.path().join("embedded"), &files);
    support::write(
        &folder.path().join("before"),
        &support::files(&support::root().join("content")),
    );
    let [embedded, copies] = ["embedded", "copies"].map(|name| {
        let output = format!("{name}-site");
        let build = ["build", "--content", name, "--output", &output];
        let run = support::run(folder.path(), &[&build, arguments].concat());
        assert_eq!(run.status, 0, "{}", run.err);
        support::files(&folder.path().join(output))
    });
    assert!(embedded.keys().eq(copies.keys()));
    for (path, bytes) in &embedded {
        assert!(copies[path] == *bytes, "{path} differs");
    }
    embedded
}

#[test]
fn a_report_is_the_same() {
    let site = same(content(false), &[]);
    assert!(site.contains_key("2021/committee.html"), "with a record of opinions");
}

#[test]
fn several_years_are_the_same() {
    let site = same(support::two_years(support::CORRECTION), &[]);
    let page = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    assert!(page("2021/index.html").contains("この報告書より新しい版があります"));
    assert!(page("compare.html").contains("訂正後"));
    assert!(page("2022/overview.html").contains("前の報告書"));
}

#[test]
fn a_draft_is_the_same() {
    let arguments = [
        "--draft",
        "第2回委員会案",
        "--draft-date",
        "2021-08-30",
        "--since",
        "before",
    ];
    let site = same(content(true), &arguments);
    for page in ["board", "checklist", "questions", "changes"] {
        assert!(site.contains_key(&format!("2021/{page}.html")), "{page}");
    }
    let board = String::from_utf8(site["2021/board.html"].clone()).unwrap();
    assert!(board.contains("要修正") && board.contains("未提出"), "with gaps");
}
