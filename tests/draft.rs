//! Drafts: incomplete sources still make one, every gap shows in its place, and the board says exactly what is due.

mod support;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use ayumi::{
    check, diagnostic,
    draft::{Board, Draft, Label, State, number},
    manuscript,
    model::{Date, Field, Publication},
    render::{self, Site},
    source::Sources,
};
use support::Files;

fn content() -> Files {
    support::files(&support::root().join("content"))
}

fn department(id: &str) -> String {
    format!("reports/2021/departments/{id}.md")
}

fn edit(files: &mut Files, name: &str, change: impl Fn(String) -> String) {
    let text = String::from_utf8(files[name].clone()).unwrap();
    let changed = change(text.clone());
    assert_ne!(text, changed, "{name} is not what this test takes it to be");
    files.insert(name.to_owned(), changed.into_bytes());
}

/// Incomplete sources: one department's file removed, one field emptied, one YAML broken.
fn incomplete() -> Files {
    let mut files = content();
    files.remove(&department("nosei")).unwrap();
    edit(&mut files, &department("hoiku"), |text| {
        let start = text.find("### 課題").unwrap() + "### 課題".len();
        let end = text.find("### 今後の展開").unwrap();
        format!("{}\n\n{}", &text[..start], &text[end..])
    });
    edit(&mut files, &department("monozukuri"), |text| {
        text.replacen("    rating: ", "    rating \"", 1)
    });
    files
}

struct Built {
    sources: Sources,
    publication: Publication,
    draft: Draft,
    findings: Vec<diagnostic::Diagnostic>,
}

fn built(files: &Files) -> Built {
    let sources = Sources::from_files(files.clone());
    let manuscript = manuscript::read(&sources);
    let checked = check::check(&sources, &manuscript);
    let publication = checked.publication.expect("the registers can be read");
    let label = Label {
        name: "第1回委員会案".to_owned(),
        date: Date::parse("2021-08-20"),
    };
    let draft = Draft::new(label, &sources, &manuscript, &publication, &checked.diagnostics);
    Built {
        sources,
        publication,
        draft,
        findings: checked.diagnostics,
    }
}

impl Built {
    fn site(&self) -> Site {
        let templates = render::Templates::new(&self.sources).unwrap();
        render::draft(&self.publication, &self.draft, &templates, &self.sources).unwrap()
    }

    /// `department: block, value, rating` of every row that is not done; reasons are asked for in a complete report too.
    fn open(&self) -> Vec<String> {
        let board = Board::new(&self.draft, &self.publication, self.publication.newest());
        let rows = board.rows.iter().map(|row| {
            let state = |at: usize| row.cells()[at].state.map_or("", State::word);
            let name = &self.publication.department(row.owed.department).name;
            format!("{name}：{}・{}・{}", state(0), state(1), state(2))
        });
        let done = ["完了・完了・完了", "完了・・"];
        rows.filter(|row| !done.iter().any(|done| row.ends_with(&format!("：{done}"))))
            .collect()
    }
}

fn page<'s>(site: &'s Site, path: &str) -> &'s str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// A page's text without tags and line ends.
fn text(site: &Site, path: &str) -> String {
    let mut out = String::new();
    let mut tag = false;
    for c in page(site, path).chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag && c != '\n' => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn the_board_shows_exactly_what_is_due() {
    assert_eq!(built(&content()).open(), Vec::<String>::new());
    assert_eq!(
        built(&incomplete()).open(),
        [
            "ものづくり振興課：完了・完了・要修正",
            "農政課：未提出・完了・未提出",
            "保育課：要修正・完了・完了"
        ]
    );
}

#[test]
fn gaps_show_in_their_place_and_totals_say_so() {
    let site = built(&incomplete()).site();
    let goal = text(&site, "2021/goal-1.html");
    assert!(goal.contains("未提出：農政課 I-1-(1) 課題"), "{goal}");
    assert!(text(&site, "2021/goal-2.html").contains("未提出：保育課 II-1-(1) 課題"));
    let place = "reports/2021/departments/monozukuri.md:5";
    assert!(text(&site, "2021/report.html").contains(&format!("読めません：ものづくり振興課 （{place}）")));
    let cover = text(&site, "2021/index.html");
    assert!(cover.contains("25（未提出1課、読めない1課を除く）"), "{cover}");
    let matrix = text(&site, "2021/matrix.html");
    assert!(matrix.contains("未提出1課を除く"));
}

/// The text behind a heading of a department's file goes; something else may come in its place.
fn emptied(files: &mut Files, id: &str, heading: &str, instead: &str) {
    edit(files, &department(id), |text| {
        let start = text.find(heading).unwrap() + heading.len();
        let end = start + text[start..].find("\n### ").unwrap();
        format!("{}\n\n{instead}\n{}", &text[..start], &text[end..])
    });
}

#[test]
fn a_gap_tells_the_line_where_something_cannot_be_read() {
    const TABLE: &str = "<table></table>";
    let goal = |change: &dyn Fn(&mut Files)| {
        let mut files = content();
        change(&mut files);
        text(&built(&files).site(), "2021/goal-2.html")
    };
    let missing = "未提出：保育課 II-1-(1) 課題";
    let lost = goal(&|files| emptied(files, "hoiku", "### 課題", TABLE));
    assert!(
        lost.contains("読めません：保育課 II-1-(1) 課題 （reports/2021/departments/hoiku.md:24）")
            && !lost.contains(missing),
        "{lost}"
    );
    // What is at fault in another field or measure of the file is no reason.
    let other = goal(&|files| {
        emptied(files, "hoiku", "### 主な取組と成果", TABLE);
        emptied(files, "hoiku", "### 課題", "");
        emptied(files, "hoiku", "### 今後の展開", TABLE);
    });
    assert!(other.contains(missing), "{other}");
    assert!(other.contains("読めません：保育課 II-1-(1) 今後の展開"), "{other}");
}

#[test]
fn a_file_that_is_no_text_is_unreadable_as_a_whole() {
    let mut files = content();
    let name = department("nosei");
    let utf16 = String::from_utf8(files[&name].clone()).unwrap();
    let utf16 = utf16.encode_utf16().flat_map(u16::to_le_bytes);
    files.insert(name.clone(), [0xFF, 0xFE].into_iter().chain(utf16).collect());
    let site = built(&files).site();
    let goal = text(&site, "2021/goal-1.html");
    assert!(
        goal.contains(&format!("読めません：農政課 I-1-(1) 課題 （{name}）")),
        "{goal}"
    );
    assert!(goal.contains(&format!("読めません：農政課 （{name}:1）")), "{goal}");
}

#[test]
fn a_rating_that_may_stand_in_what_is_damaged_is_not_missing() {
    let mut files = content();
    edit(&mut files, &department("nosei"), |text| {
        text.replacen("kpi: certified-rice", "kpi: 認証米", 1)
    });
    let goal = text(&built(&files).site(), "2021/goal-1.html");
    let place = "読めません：農政課 （reports/2021/departments/nosei.md:4）";
    assert!(goal.contains(place), "{goal}");
    edit(&mut files, &department("nosei"), |text| {
        let end = text.find("---\n\n").unwrap();
        format!("---\nratings: []\n{}", &text[end..])
    });
    let goal = text(&built(&files).site(), "2021/goal-1.html");
    assert!(
        goal.contains("未提出：農政課") && !goal.contains("読めません"),
        "{goal}"
    );
}

#[test]
fn a_measure_under_a_heading_that_cannot_be_read_is_not_missing() {
    let mut files = content();
    edit(&mut files, &department("nosei"), |text| {
        text.replacen("## 1-2-1", "## 米の部", 1)
    });
    let draft = built(&files);
    let goal = text(&draft.site(), "2021/goal-1.html");
    let place = draft.findings.iter().find(|found| found.code == "heading-unknown");
    let line = place.unwrap().location(&draft.sources).to_string();
    let line = line.rsplit_once(':').map_or("", |(line, _)| line);
    assert!(
        goal.contains(&format!("読めません：農政課 I-2-(1) 課題 （{line}）")),
        "{line}: {goal}"
    );
    assert!(!goal.contains("未提出"), "{goal}");
    // One slip, one thing to mend: the letter names the heading and not every field below it.
    let board = text(&draft.site(), "2021/board.html");
    assert_eq!(board.matches("米の部").count(), 1, "{board}");
    assert!(!board.contains("が読めません"), "{board}");
}

#[test]
fn a_title_of_the_file_hides_no_measure_that_is_missing() {
    let mut files = content();
    edit(&mut files, &department("nosei"), |text| {
        let second = text.find("## 1-2-1").unwrap();
        text[..second].replacen("## 1-1-1", "# 農政課\n\n## 1-1-1", 1)
    });
    let goal = text(&built(&files).site(), "2021/goal-1.html");
    assert!(goal.contains("未提出：農政課 I-2-(1) 課題"), "{goal}");
}

#[test]
fn a_front_that_is_not_whole_says_so_and_hides_nothing() {
    const FRONT: &str = "公表する年月、実績の年度、章（report.yaml）";
    let with = |from: &str, to: &str| {
        let mut files = content();
        edit(&mut files, "reports/2021/report.yaml", |text| {
            text.replacen(from, to, 1)
        });
        built(&files).site()
    };
    let cover = |site: &Site| text(site, "2021/index.html");
    assert!(!cover(&built(&content()).site()).contains(FRONT));
    for (from, to) in [
        ("published: 2021-09", ""),
        ("performance_year: 2020", ""),
        ("  - { id: population, title: 総人口の推移と今後の展望 }\n", ""),
        (
            "- { id: population, title: 総人口の推移と今後の展望 }",
            "- { id: population }",
        ),
    ] {
        let site = with(from, to);
        assert!(cover(&site).contains(FRONT), "{from}");
        // The usual stands in: the year before, and a chapter's own name.
        assert!(text(&site, "2021/goal-1.html").contains("144件"), "{from}");
        assert!(
            text(&site, "2021/population.html").contains("総人口の推移と今後の展望"),
            "{from}"
        );
    }
    let twice = "  - { id: population, title: 総人口 }\n  - { id: policy-tree";
    assert!(cover(&with("  - { id: policy-tree", twice)).contains(FRONT));
    let faulty = cover(&with("published: 2021-09", "published: 9月"));
    assert!(
        faulty.contains("読めません") && faulty.contains("reports/2021/report.yaml:3"),
        "{faulty}"
    );
    let mut files = content();
    files.remove("reports/2021/report.yaml").unwrap();
    assert!(cover(&built(&files).site()).contains(&format!("未提出：{FRONT}")));
}

#[test]
fn missing_figures_are_gaps_and_not_zero() {
    let mut files = content();
    edit(&mut files, "series/kpi.csv", |text| {
        text.replacen("patents,2020,144,,\n", "", 1)
            .replacen("certified-rice,2020,7.5", "certified-rice,2020,七", 1)
    });
    let built = built(&files);
    assert_eq!(
        built.open(),
        ["ものづくり振興課：完了・未提出・完了", "農政課：完了・要修正・完了"]
    );
    let site = built.site();
    assert!(
        text(&site, "2021/goal-1.html").contains("令和2（2020）年度 未提出"),
        "the chart tells it too"
    );
    assert!(text(&site, "2021/overview.html").contains("値が、未提出1課、読めない1課を除く数です。"));
}

#[test]
fn a_draft_is_told_from_a_report_on_every_page() {
    let mut files = content();
    edit(&mut files, "city.yaml", |text| {
        text.replacen("licence:", "base_url: https://example.jp/plan\nlicence:", 1)
    });
    let site = built(&files).site();
    for (path, bytes) in site.files() {
        assert!(
            !path.contains("/data") && !path.contains("sitemap"),
            "{path} is for machines"
        );
        if path.ends_with("print.css") {
            let styles = std::str::from_utf8(bytes).unwrap();
            assert_eq!(
                styles.matches("【案】第1回委員会案").count(),
                2,
                "{path}: pages and cover"
            );
        }
        let Some(html) = path.ends_with(".html").then(|| std::str::from_utf8(bytes).unwrap()) else {
            continue;
        };
        assert!(html.contains("<title>【案】"), "{path}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex"), "{path}");
        assert!(
            html.contains("第1回委員会案") && html.contains("令和3（2021）年8月20日"),
            "{path}"
        );
        for machine in ["canonical", "og:url", "ld+json"] {
            assert!(!html.contains(machine), "{path}: {machine}");
        }
    }
    for (_, html) in site.files().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(html).unwrap();
        assert!(html.contains("print.css") || html.contains("@page"));
    }
}

#[test]
fn a_report_has_nothing_of_a_draft() {
    let sources = Sources::from_files(content());
    let checked = check::check(&sources, &manuscript::read(&sources));
    let (report, _) = checked.into_report().expect("the content is publishable");
    let templates = render::Templates::new(&sources).unwrap();
    let site = render::render(&report, &templates, &sources).unwrap();
    for (path, bytes) in site.files().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        for word in [
            "noindex",
            "【案】",
            "class=\"numbered\"",
            "class=\"draft",
            "class=\"gap",
            "class=\"finding",
        ] {
            let body = html.rsplit("</style>").next().unwrap();
            assert!(!body.contains(word), "{path}: {word}");
        }
    }
    assert!(site.get("2021/board.html").is_none());
}

#[test]
fn numbers_stay_when_something_changes_elsewhere() {
    let numbers = |files: &Files| -> BTreeMap<String, Vec<usize>> {
        let built = built(files);
        let edition = built.publication.newest();
        let entries = edition.entries.iter().map(|entry| {
            let name = format!(
                "{} {}",
                entry.measure,
                built.publication.department(entry.department).id
            );
            (name, Field::ALL.map(|field| number::first(entry, field)).to_vec())
        });
        entries.collect()
    };
    let before = numbers(&content());
    let mut files = incomplete();
    edit(&mut files, &department("shogyo-kanko"), |text| {
        text.replacen("### 課題\n\n", "### 課題\n\n足しました。\n\n", 1)
    });
    let after = numbers(&files);
    let changed: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    // The entries that were edited themselves, and those of the missing file.
    let changed: Vec<&&String> = changed.iter().filter(|name| !name.ends_with("nosei")).collect();
    assert_eq!(changed, [&"1-1-1 shogyo-kanko", &"2-1-1 hoiku"]);
}

#[test]
fn every_place_that_is_linked_is_there() {
    let site = built(&incomplete()).site();
    for name in ["board", "checklist", "questions"] {
        let html = page(&site, &format!("2021/{name}.html"));
        let mut seen = 0;
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let Some((file, id)) = link.split_once('#') else {
                continue;
            };
            let file = if file.is_empty() {
                format!("{name}.html")
            } else {
                file.to_owned()
            };
            let target = page(&site, &format!("2021/{file}"));
            assert!(target.contains(&format!("id=\"{id}\"")), "{name}.html links to {link}");
            seen += 1;
        }
        assert!(seen > 3, "{name}.html links to places");
    }
    let checklist = text(&site, "2021/checklist.html");
    assert!(
        checklist.contains("II-1-(1) 保育課 4：施策 II-1-(1) の「課題」が空です。"),
        "{checklist}"
    );
    assert!(checklist.contains("reports/2021/departments/hoiku.md:22"));
}

#[test]
fn every_finding_stands_beside_its_place() {
    let mut files = content();
    edit(&mut files, &department("hoiku"), |text| {
        text.replacen("です。\n", "ですが、令和1年度です。\n", 1)
    });
    let built = built(&files);
    assert!(!built.findings.is_empty());
    let site = built.site();
    let checklist = page(&site, "2021/checklist.html");
    for note in &built.draft.notes {
        let places = site
            .files()
            .filter(|(path, _)| !path.contains("checklist") && !path.contains("board"));
        let told = places
            .filter(|(_, html)| String::from_utf8_lossy(html).contains(&escaped(&note.message)))
            .count();
        assert!(
            told > 0 || matches!(note.spot, ayumi::draft::Spot::Nowhere),
            "{} {:?}",
            note.message,
            note.spot
        );
        assert!(checklist.contains(&escaped(&note.message)), "{}", note.message);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[test]
fn a_draft_survives_without_almost_everything() {
    let keep = ["city.yaml", "plan.yaml", "kpis.yaml", "reports/2021/report.yaml"];
    let mut files = content();
    files.retain(|name, _| keep.contains(&name.as_str()));
    let site = built(&files).site();
    assert!(
        text(&site, "2021/index.html").contains("0（未提出13課を除く）"),
        "{}",
        text(&site, "2021/index.html")
    );
    assert!(text(&site, "2021/population.html").contains("未提出"));
    assert!(
        text(&site, "2021/report.html").contains("I-1-(1) 地域産業の稼ぐ力の拡大"),
        "goals stay in the whole"
    );
    files.insert(
        "reports/2021/report.yaml".to_owned(),
        b"published: 2021-99\n- x\n".to_vec(),
    );
    let site = built(&files).site();
    assert!(text(&site, "2021/index.html").contains("読めません：公表する年月"));
}

#[test]
fn letters_are_ready_to_send() {
    let built = built(&incomplete());
    let board = Board::new(&built.draft, &built.publication, built.publication.newest());
    let letter = |name: &str| {
        let mut rows = board.rows.iter();
        let row = rows
            .find(|row| built.publication.department(row.owed.department).name == name)
            .unwrap();
        row.letter.clone()
    };
    let letter_to_nosei = letter("農政課").unwrap();
    for part in [
        "農政課　ご担当者様",
        "令和3（2021）年度 進行管理報告書「第1回委員会案」（令和3（2021）年8月20日）の原稿",
        "■ ご提出いただくもの（6件）",
        "1. 施策 I-1-(1) 地域産業の稼ぐ力の拡大：主な取組と成果、課題、今後の展開、主な事業",
        "：進捗状況",
        "reports/2021/departments/nosei.md",
        "よろしくお願いいたします。",
    ] {
        assert!(letter_to_nosei.contains(part), "{part}\n{letter_to_nosei}");
    }
    assert!(
        !letter_to_nosei.contains("直していただくもの"),
        "what is missing is told once\n{letter_to_nosei}"
    );
    let mend = letter("ものづくり振興課").unwrap();
    assert!(mend.contains("■ 直していただくもの（1件）"), "{mend}");
    assert_eq!(letter("建築住宅課"), None);
}

#[test]
fn codes_that_drafts_know_exist() {
    let known: Vec<&str> = check::codes().map(|(code, _)| code).collect();
    for code in ayumi::draft::codes() {
        assert!(known.contains(&code), "{code}");
    }
}

// From here on the tests run the program: `.ci/mutants` leaves them out.
fn ayumi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ayumi"))
        .args(arguments)
        .output()
        .unwrap()
}

/// A folder of the test's own, empty but for `content/`.
fn written(test: &str, files: &Files) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("draft-{test}"));
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in files {
        let path = folder.join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn the_command_makes_a_draft_and_refuses_a_report() {
    let folder = written("command", &incomplete());
    let content = folder.join("content");
    let output = folder.join("out");
    let (content, out) = (content.to_str().unwrap(), output.to_str().unwrap());
    let report = ayumi(&["build", "--content", content, "--output", out]);
    assert_eq!(report.status.code(), Some(1));
    assert!(!output.exists(), "nothing is written");
    let draft = ayumi(&[
        "build",
        "--content",
        content,
        "--output",
        out,
        "--draft",
        "第1回委員会案",
    ]);
    assert_eq!(
        draft.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&draft.stderr)
    );
    let said = String::from_utf8(draft.stdout).unwrap();
    assert!(said.contains("第1回委員会案　未提出1課、要修正2課"), "{said}");
    let board = fs::read_to_string(output.join("2021/board.html")).unwrap();
    assert!(
        board.contains("【案】") && !board.contains("年8月"),
        "no date but the one that was given"
    );
}

#[test]
fn a_draft_never_takes_the_place_of_a_public_report() {
    let folder = written("over", &content());
    let (content, output) = (folder.join("content"), folder.join("out"));
    let [content, out] = [&content, &output].map(|path| path.to_str().unwrap());
    let arguments = ["build", "--content", content, "--output", out];
    assert_eq!(ayumi(&arguments).status.code(), Some(0));
    let report = support::files(&output);
    let draft = ayumi(&[&arguments[..], &["--draft", "案"]].concat());
    let said = String::from_utf8_lossy(&draft.stderr);
    assert_eq!(draft.status.code(), Some(2), "{said}");
    assert!(said.contains("公表用の報告書があるため"), "{said}");
    assert_eq!(support::files(&output), report);
}

#[test]
fn only_the_registers_stop_a_draft() {
    let mut files = content();
    files.remove("plan.yaml");
    let folder = written("registers", &files);
    let content = folder.join("content");
    let content = content.to_str().unwrap();
    let out = folder.join("out");
    let draft = ayumi(&[
        "build",
        "--content",
        content,
        "--output",
        out.to_str().unwrap(),
        "--draft",
        "案",
    ]);
    assert_eq!(draft.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&draft.stderr).contains("案は作っていません"));
    for wrong in [
        &["--draft", ""][..],
        &["--draft-date", "2021-08-20"],
        &["--draft", "案", "--draft-date", "2021-02-30"],
    ] {
        let said = ayumi(&[&["build", "--content", content][..], wrong].concat());
        assert_eq!(said.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8_lossy(&said.stderr).starts_with("エラー："));
    }
}

/// A goal that the plan had in an earlier draft and lost has no page: what is said of it leads nowhere.
#[test]
fn what_is_said_of_a_goal_that_is_gone_has_no_link() {
    let folder = tempfile::tempdir().unwrap();
    support::write(&folder.path().join("before"), &content());
    let mut files = content();
    edit(&mut files, "plan.yaml", |text| {
        text.replacen("\ngoals:\n", "\ngoal:\n", 1)
    });
    support::write(&folder.path().join("content"), &files);
    let run = support::run(
        folder.path(),
        &["build", "--draft", "案", "--since", "before", "--output", "site"],
    );
    assert_eq!(run.status, 0, "{}", run.err);
    let site = support::files(&folder.path().join("site"));
    let changes = String::from_utf8(site["2021/changes.html"].clone()).unwrap();
    assert!(changes.contains("change-place"));
    for link in changes.split("href=\"").skip(1) {
        let link = link.split('"').next().unwrap();
        let (file, id) = link.split_once('#').unwrap_or((link, ""));
        let there = match file.strip_prefix("../") {
            Some(above) => site.contains_key(above),
            None if file.is_empty() => changes.contains(&format!("id=\"{id}\"")),
            None => site.contains_key(&format!("2021/{file}")),
        };
        assert!(there, "{link} leads to nothing");
    }
}
