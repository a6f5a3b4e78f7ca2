//! What comes in beside the content folder: committees' sheets, and earlier states for `--since`.

use std::{
    fs::{self, File},
    process::Command,
};

use super::{
    support,
    walk::full_city,
    watch::{self, city, run, start},
};

#[test]
fn sheets_that_mean_no_good() {
    let (folder, content) = city(&full_city());
    let sheet = folder.path().join("sheet.csv");
    let committee = content.join("reports/2021/committee.yaml");
    let before = fs::read(&committee).unwrap();
    let head = "番号,場所,文章,会議,委員,意見\n";
    let huge = || File::create(&sheet).unwrap().set_len(1 << 30).unwrap();
    huge();
    let read = run("a sheet of a gigabyte", folder.path(), &["committee-read", "sheet.csv"]);
    assert_eq!(read.status, 1, "{}", read.err);
    for (what, text, status) in [
        ("noise", "\u{0}\u{1}\u{2}".repeat(1000), 1),
        ("open quotes", format!("{head}全体,,,第1回推進委員会,会長,\"a\n"), 1),
        ("no such column", "a,b\n".repeat(100_000), 1),
        ("columns without end", format!("{}\n", "番号,".repeat(200_000)), 1),
        (
            "opinions without end",
            format!("{head}{}", "全体,,,第1回推進委員会,会長,よい\n".repeat(4_900)),
            0,
        ),
        (
            "meetings without end",
            format!(
                "{head}{}",
                (0..4_900)
                    .map(|n| format!("全体,,,第{n}回,会長,よい\n"))
                    .collect::<String>()
            ),
            0,
        ),
    ] {
        fs::write(&sheet, text).unwrap();
        let read = run(what, folder.path(), &["committee-read", "sheet.csv"]);
        assert_eq!(read.status, status, "{what}: {}", start(&read.err));
        if status != 0 {
            assert_eq!(fs::read(&committee).unwrap(), before, "{what}");
        }
        fs::write(&committee, &before).unwrap();
    }
}

/// YAML, Markdown and markup in opinions come back as the same text, and as nothing else.
#[test]
fn opinions_stay_text() {
    let (folder, content) = city(&full_city());
    let hostile = [
        "a\n    answer: b\nopinions: []",
        "\"><script>pwn()</script>",
        "- x\n# y\n--- \n...\n%YAML",
        "*a: &a !!b |\n  c",
        "\u{85}\u{2028}\u{7f}tab\there ",
        "'=1+1",
        "{{ pwn }} {kpi:shops.actual} [a](javascript:pwn())",
    ];
    let committee = content.join("reports/2021/committee.yaml");
    let arguments = ["committee-read", "sheet.csv", "--date", "2021-08-20"];
    let mut added = 0;
    for text in hostile {
        let mut rows = csv::Writer::from_writer(Vec::new());
        rows.write_record(["番号", "会議", "委員", "意見"]).unwrap();
        rows.write_record(["全体", "第1回推進委員会", text, text]).unwrap();
        fs::write(folder.path().join("sheet.csv"), rows.into_inner().unwrap()).unwrap();
        let before = fs::read(&committee).unwrap();
        let read = run(text, folder.path(), &arguments);
        if read.status == 0 {
            added += 1;
            let again = run(text, folder.path(), &arguments);
            assert!(again.out.contains("新しい意見はありません"), "{text:?}: {}", again.out);
        } else {
            // What cannot be added so that it reads back as it was is not added.
            assert_eq!(fs::read(&committee).unwrap(), before, "{text:?}");
        }
    }
    assert!(added >= 4, "only {added} were added");
    fs::write(
        folder.path().join("sheet.csv"),
        "番号,会議,委員,意見\n全体,第1回推進委員会,よい計画です。,\n",
    )
    .unwrap();
    let beside = run("an opinion in another column", folder.path(), &arguments);
    assert!(
        beside.out.contains("「意見」の列に、何も書かれていません"),
        "{}",
        beside.out
    );
    let text = fs::read_to_string(&committee).unwrap();
    // The answers are the city's to write.
    fs::write(&committee, text.replace("print: true", "print: false")).unwrap();
    let built = run("with opinions", folder.path(), &["build", "--draft", "案"]);
    assert_eq!(built.status, 0, "{}", start(&built.err));
    let pages = support::files(&folder.path().join("draft"));
    let all: String = pages.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    assert!(all.contains("&lt;script&gt;pwn()") && !all.contains("<script>pwn"));
    assert!(!all.contains("javascript:pwn()\""), "a link");
    for (name, bytes) in pages.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        support::html::page(&page).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn earlier_states_that_mean_no_good() {
    let (folder, _) = city(&support::small_city());
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .current_dir(folder.path())
            .args(["-c", "user.name=a", "-c", "user.email=a@example.jp"])
            .args(arguments);
        command.output().is_ok_and(|output| output.status.success())
    };
    assert!(
        git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-q", "-m", "a"]),
        "git"
    );
    let built = |since: &str| {
        let arguments = ["build", "--draft", "案", &format!("--since={since}")];
        run(since, folder.path(), &arguments)
    };
    assert_eq!(built("HEAD").status, 0);
    let before = support::files(folder.path());
    for since in [
        "--output=pwn",
        "-h",
        "HEAD:content",
        "HEAD;touch pwn",
        "$(touch pwn)",
        "@{99}",
        "HEAD^{/x}",
        ":/pwn",
        "..",
        "\u{202E}",
        "",
    ] {
        let run = built(since);
        assert_eq!(run.status, 2, "{since}: {}", run.err);
        assert!(!run.err.is_empty(), "{since}");
    }
    assert!(support::files(folder.path()).keys().eq(before.keys()), "files came");
    // A folder full of everything that a content folder may not be.
    let old = folder.path().join("old");
    support::write(&old, &support::small_city());
    fs::write(old.join("plan.yaml"), "a: &a [*a, *a]\n".repeat(10_000)).unwrap();
    let run = built("old");
    assert_eq!(run.status, 2, "{}", run.err);
    support::write(&old, &support::small_city());
    File::create(old.join("reports/2021/departments/kikaku.md"))
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    let run = built("old");
    assert_eq!(run.status, 0, "{}", run.err);
    // A revision with large files: they are told by their size and not read.
    fs::write(
        folder.path().join("content/reports/2021/departments/big.md"),
        vec![b'a'; 30 << 20],
    )
    .unwrap();
    for number in 0..20 {
        let line = format!("{number} a\n");
        let text = line.repeat(((1 << 20) - 64) / line.len());
        fs::write(
            folder
                .path()
                .join(format!("content/reports/2021/departments/d{number}.csv")),
            text,
        )
        .unwrap();
    }
    assert!(git(&["add", "."]) && git(&["commit", "-q", "-m", "b"]), "git");
    support::write(&folder.path().join("content"), &support::small_city());
    for number in 0..20 {
        fs::remove_file(
            folder
                .path()
                .join(format!("content/reports/2021/departments/d{number}.csv")),
        )
        .unwrap();
    }
    fs::remove_file(folder.path().join("content/reports/2021/departments/big.md")).unwrap();
    let run = built("HEAD");
    assert_eq!(run.status, 2, "{}", watch::start(&run.err));
}
