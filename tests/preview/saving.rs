//! What editors and people do to files, and what the preview makes of it.

use std::{
    fs,
    io::Write,
    time::{Duration, Instant},
};

use ayumi::preview::{Deaf, Notice, Watching};

use super::stage::{Stage, write};

/// Writing a small file takes longer only while the machine is busy with something else; and a file that is gone or empty
/// for long is news.
const BUSY: Duration = Duration::from_millis(20);

fn broken(stage: &Stage) -> usize {
    stage
        .shown()
        .iter()
        .filter(|notice| matches!(notice, Notice::Broken(_)))
        .count()
}

fn updated(stage: &Stage) -> usize {
    stage
        .shown()
        .iter()
        .filter(|notice| **notice == Notice::Updated)
        .count()
}

#[test]
fn two_hundred_edits_none_lost() {
    let stage = Stage::new(&[("index.md", "0"), ("b.md", "b")]);
    let mut slowest = Duration::ZERO;
    for edit in 1..=200 {
        let text = format!("版{edit}。");
        let start = Instant::now();
        write(&stage.path("index.md"), &text);
        slowest = slowest.max(start.elapsed());
        stage.until("/", &text);
    }
    let busy = slowest > BUSY;
    assert!(
        broken(&stage) == 0 || busy,
        "a file halfway through being written is no news"
    );
}

#[test]
fn a_burst_ends_with_the_last() {
    let stage = Stage::new(&[("index.md", "0")]);
    for edit in 1..=200 {
        write(&stage.path("index.md"), &format!("版{edit}。"));
    }
    stage.until("/", "版200。");
}

#[test]
fn a_save_by_renaming() {
    let stage = Stage::new(&[("index.md", "旧")]);
    stage.rest();
    let before = updated(&stage);
    // Vim: a probe, the old file aside, the new one written, the old one removed.
    write(&stage.path("4913"), "");
    fs::remove_file(stage.path("4913")).unwrap();
    fs::rename(stage.path("index.md"), stage.path("index.md~")).unwrap();
    write(&stage.path("index.md"), "新");
    fs::remove_file(stage.path("index.md~")).unwrap();
    stage.until("/", "新");
    // Word processors and IDEs: written beside, renamed over.
    write(&stage.path("index.md.tmp"), "最新");
    fs::rename(stage.path("index.md.tmp"), stage.path("index.md")).unwrap();
    stage.until("/", "最新");
    stage.rest();
    // Once for each save. A busy machine may look while the new file is there and still empty.
    let updates = updated(&stage) - before;
    assert!((2..=3).contains(&updates), "{:?}", stage.shown());
    assert_eq!(broken(&stage), 0, "{:?}", stage.shown());
}

#[test]
fn a_save_in_several_writes() {
    let stage = Stage::new(&[("index.md", "旧")]);
    stage.rest();
    let before = updated(&stage);
    let mut file = fs::File::create(stage.path("index.md")).unwrap();
    for part in ["一", "二", "三"] {
        file.write_all(part.as_bytes()).unwrap();
    }
    drop(file);
    stage.until("/", "一二三");
    stage.rest();
    assert_eq!(
        (updated(&stage) - before, broken(&stage)),
        (1, 0),
        "{:?}",
        stage.shown()
    );
}

#[test]
fn a_save_that_changes_nothing_is_none() {
    let stage = Stage::new(&[("index.md", "同")]);
    stage.rest();
    let before = stage.builds();
    write(&stage.path("index.md"), "同");
    write(&stage.path(".index.md.swp"), "x");
    write(&stage.path("~$index.md"), "x");
    stage.rest();
    assert_eq!(stage.builds(), before);
}

#[test]
fn new_folders_moved_folders_and_removal() {
    let stage = Stage::new(&[("index.md", "x")]);
    write(&stage.path("reports/2022/departments/a.md"), "新しい年");
    stage.until("/reports/2022/departments/a.html", "新しい年");
    write(&stage.path("reports/2022/departments/a.md"), "直した年");
    stage.until("/reports/2022/departments/a.html", "直した年");
    let outside = stage.folder.path().join("outside");
    fs::rename(stage.path("reports"), &outside).unwrap();
    stage.wait("the folder is gone", || {
        stage.status("/reports/2022/departments/a.html") == 404
    });
    write(&outside.join("2022/departments/a.md"), "外で直した");
    fs::rename(&outside, stage.path("reports")).unwrap();
    stage.until("/reports/2022/departments/a.html", "外で直した");
    write(&stage.path("reports/2022/departments/a.md"), "中で直した");
    stage.until("/reports/2022/departments/a.html", "中で直した");
    fs::remove_file(stage.path("reports/2022/departments/a.md")).unwrap();
    stage.wait("the file is gone", || {
        stage.status("/reports/2022/departments/a.html") == 404
    });
}

#[test]
fn a_checkout_of_many_files_is_one_rebuild() {
    let names: Vec<String> = (0..40).map(|at| format!("d{}/f{at}.md", at % 4)).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "前の枝")).collect();
    let stage = Stage::new(&files);
    // One rebuild, when the machine is not busy with something else: the best of several checkouts tells.
    let once = |branch: &str| {
        stage.rest();
        let (before, faults) = (updated(&stage), broken(&stage));
        for name in &names {
            fs::remove_file(stage.path(name)).unwrap();
            write(&stage.path(name), branch);
        }
        for name in &names {
            stage.until(&format!("/{}", name.replace(".md", ".html")), branch);
        }
        stage.rest();
        updated(&stage) - before <= 4 && broken(&stage) == faults
    };
    let branches = ["次の枝", "その次の枝", "さらに次の枝", "四つ目の枝"];
    assert!(branches.into_iter().any(once), "{:?}", stage.shown());
}

#[test]
fn broken_sources_keep_the_last_good_page() {
    let stage = Stage::new(&[("index.md", "良い")]);
    write(&stage.path("index.md"), "壊");
    stage.wait("the fault is told", || broken(&stage) == 1);
    assert!(stage.get("/").1.contains("良い"));
    write(&stage.path("index.md"), "また良い");
    stage.until("/", "また良い");
}

#[test]
fn broken_from_the_start() {
    let stage = Stage::new(&[("index.md", "壊")]);
    let (head, body) = stage.get("/2021/");
    assert!(head.starts_with("HTTP/1.1 503"), "{head}");
    assert!(
        body.contains("直すものが1件あります。") && body.contains("&lt;b&gt;壊れています&lt;/b&gt;"),
        "{body}"
    );
    assert!(body.contains("/-/reload.js"));
    write(&stage.path("index.md"), "直した");
    stage.until("/", "直した");
}

#[test]
fn a_folder_that_goes_and_comes_back() {
    let stage = Stage::new(&[("index.md", "前")]);
    let aside = stage.folder.path().join("aside");
    fs::rename(stage.content(), &aside).unwrap();
    stage.wait("the fault is told", || broken(&stage) > 0);
    write(&aside.join("index.md"), "後");
    fs::rename(&aside, stage.content()).unwrap();
    stage.until("/", "後");
    // Watched again, not only looked at.
    std::thread::sleep(Duration::from_millis(1500));
    for edit in 0..5 {
        let text = format!("その後{edit}");
        write(&stage.path("index.md"), &text);
        stage.until("/", &text);
    }
}

/// A file that another program held open is free again: nothing in the folder changes by that.
#[test]
fn what_could_not_be_read_is_tried_again() {
    let stage = Stage::new(&[("index.md", "前")]);
    let held = stage.folder.path().join("held");
    write(&held, "");
    write(&stage.path("index.md"), "後");
    stage.wait("the fault is told", || broken(&stage) > 0);
    // Longer than the looks that follow a change.
    std::thread::sleep(Duration::from_millis(800));
    fs::remove_file(&held).unwrap();
    stage.until("/", "後");
}

#[test]
fn looking_instead_of_being_told() {
    let stage = Stage::with(&[("index.md", "前")], 0, Watching::Polling);
    assert_eq!(stage.shown().first(), Some(&Notice::Polling(Deaf::Wished)));
    write(&stage.path("a/b/c.md"), "新");
    assert!(stage.until("/a/b/c.html", "新") < Duration::from_secs(2));
    write(&stage.path("index.md"), "後");
    stage.until("/", "後");
}

#[test]
fn a_folder_that_cannot_be_watched_is_looked_at_until_it_can() {
    let stage = Stage::new(&[]);
    let first = stage.shown().into_iter().next();
    assert!(matches!(first, Some(Notice::Polling(Deaf::Refused(_)))), "{first:?}");
    write(&stage.path("index.md"), "来た");
    stage.until("/", "来た");
    stage.wait("it is watched again", || stage.shown().contains(&Notice::Watching));
    stage.rest();
    write(&stage.path("index.md"), "知らされた");
    assert!(stage.until("/", "知らされた") < Duration::from_secs(2));
}

/// What no system tells of, as on many network drives: here a link to a file that is watched by nobody.
#[cfg(unix)]
#[test]
fn changes_that_nobody_tells_of_are_found_and_said_once() {
    let stage = Stage::new(&[("other.md", "x"), (".beside/index.md", "前")]);
    std::os::unix::fs::symlink(stage.path(".beside/index.md"), stage.path("index.md")).unwrap();
    stage.until("/", "前");
    for edit in 0..4 {
        stage.rest();
        let text = format!("黙って{edit}回目");
        write(&stage.path(".beside/index.md"), &text);
        stage.until("/", &text);
    }
    let said = stage.shown();
    let silent = said.iter().filter(|notice| **notice == Notice::Polling(Deaf::Silent));
    assert_eq!(silent.count(), 1, "{said:?}");
    // A change that is told of after all ends it.
    write(&stage.path("other.md"), "知らされた");
    stage.until("/other.html", "知らされた");
    assert_eq!(
        stage
            .shown()
            .iter()
            .filter(|notice| **notice == Notice::Watching)
            .count(),
        1
    );
}

#[test]
fn a_page_is_up_to_date_within_a_moment() {
    let stage = Stage::new(&[("index.md", "0")]);
    stage.rest();
    let start = Instant::now();
    write(&stage.path("index.md"), "一瞬");
    stage.until("/", "一瞬");
    // The figure itself is measured by `benches/preview_latency.rs`; this only notices a wait.
    assert!(start.elapsed() < Duration::from_millis(250), "{:?}", start.elapsed());
}
