//! Output folders that are not only ours: other people's files, the sources themselves, links.

use std::fs;

use super::{
    stage::{Dice, Stage, names},
    support,
};

/// Exit status 2, this word in the message, and nothing of the folder changed.
fn refused(stage: &Stage, output: &str, word: &str) {
    let before = support::files(stage.folder.path());
    let run = support::run(
        stage.folder.path(),
        &["build", "--content", "second", "--output", output],
    );
    assert_eq!(run.status, 2, "{output}: {}", run.err);
    assert!(run.err.contains(word), "{output}: {}", run.err);
    assert!(support::files(stage.folder.path()) == before, "{output}: files changed");
    assert_eq!(stage.shown(), Some(0), "{output}");
}

#[test]
fn what_somebody_laid_into_the_output_stops_the_build() {
    let stage = Stage::new();
    stage.heal(0);
    let output = stage.output();
    for name in [
        "note.txt",
        "2021/index.html.bak",
        "uploads/photo.jpg",
        ".htaccess",
        "2021/data/.ayumi-files",
    ] {
        let path = output.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "theirs").unwrap();
        let run = stage.build(1);
        assert_eq!(run.status, 2, "{name}: {}", run.err);
        assert!(run.err.contains(name), "{name}: {}", run.err);
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        fs::remove_file(&path).unwrap();
    }
    // An empty folder is somebody's too.
    let run = stage.build(1);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("uploads"), "{}", run.err);
    assert!(output.join("uploads").is_dir());
    fs::remove_dir(output.join("uploads")).unwrap();
    stage.heal(1);
}

/// Laid there while a build runs: it is kept, whoever comes first.
#[test]
fn what_somebody_lays_there_during_a_build_is_kept() {
    let stage = Stage::new();
    stage.heal(0);
    let note = stage.output().join("note.txt");
    let mut dice = Dice::new(7);
    let mut stopped = 0;
    for round in 0..8 {
        let mut child = stage.begin(1 - round % 2);
        while !stage.beside().exists() && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_millis(12).mul_f64(dice.throw()));
        let laid = fs::write(&note, "theirs").is_ok();
        stopped += usize::from(!child.wait().unwrap().success());
        if laid {
            assert_eq!(fs::read(&note).ok().as_deref(), Some(&b"theirs"[..]), "round {round}");
            fs::remove_file(&note).unwrap();
        }
        assert!(stage.shown().is_some(), "round {round}");
    }
    println!("{stopped} of 8 builds were stopped");
    stage.heal(1);
}

#[test]
fn the_sources_are_not_written_over() {
    let stage = Stage::new();
    stage.heal(0);
    let inside = "原稿のフォルダー";
    for output in [
        "second",
        "second/site",
        "second/reports/2022",
        "second/../second/new/site",
    ] {
        refused(&stage, output, inside);
    }
    // The folder around the sources holds files that are not ours.
    refused(&stage, ".", "ayumi が作ったものではない");
    refused(&stage, "first", "ayumi が作ったものではない");
    fs::write(stage.path("file"), "theirs").unwrap();
    refused(&stage, "file", "同じ名前のファイル");
    assert!(!names(&stage.path("second")).contains(&"new".to_owned()));
}

#[cfg(unix)]
#[test]
fn links_as_output() {
    use std::os::unix::fs::symlink;
    let stage = Stage::new();
    stage.heal(0);
    // A link to the folder: the folder is exchanged, the link stays.
    let build = |which, output: &str| {
        let sources = super::stage::SOURCES[which];
        support::run(
            stage.folder.path(),
            &["build", "--content", sources, "--output", output],
        )
    };
    symlink("output", stage.path("link")).unwrap();
    assert_eq!(build(1, "link").status, 0);
    assert!(fs::symlink_metadata(stage.path("link")).unwrap().is_symlink());
    assert_eq!(stage.shown(), Some(1));
    fs::remove_file(stage.path("link")).unwrap();
    stage.heal(0);
    // To the sources, by a link of another name; to nowhere; to itself.
    symlink("second", stage.path("link")).unwrap();
    refused(&stage, "link", "原稿のフォルダー");
    refused(&stage, "link/site", "原稿のフォルダー");
    fs::remove_file(stage.path("link")).unwrap();
    for target in ["nowhere", "link"] {
        symlink(target, stage.path("link")).unwrap();
        let run = build(1, "link");
        assert_eq!(run.status, 2, "{target}: {}", run.err);
        assert!(fs::symlink_metadata(stage.path("link")).unwrap().is_symlink());
        assert_eq!(names(stage.folder.path()), ["first", "link", "output", "second"]);
        fs::remove_file(stage.path("link")).unwrap();
    }
    // A link within the output leads to files that are not ours.
    symlink("../first", stage.output().join("sources")).unwrap();
    let run = build(1, "output");
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(stage.path("first/city.yaml").exists());
    fs::remove_file(stage.output().join("sources")).unwrap();
    // The place where the build works is taken: by a link, by files of somebody.
    fs::create_dir(stage.path("theirs")).unwrap();
    fs::write(stage.path("theirs/note.txt"), "theirs").unwrap();
    symlink("theirs", stage.beside()).unwrap();
    let run = build(1, "output");
    assert_eq!(run.status, 2, "{}", run.err);
    assert_eq!(names(&stage.path("theirs")), ["note.txt"]);
    fs::remove_file(stage.beside()).unwrap();
    fs::rename(stage.path("theirs"), stage.beside()).unwrap();
    assert_eq!(build(1, "output").status, 0);
    assert_eq!(names(&stage.beside()), ["note.txt"]);
    assert_eq!(stage.shown(), Some(1));
}
