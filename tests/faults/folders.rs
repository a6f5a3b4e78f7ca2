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
    // What file managers leave is nobody's.
    for name in ["desktop.ini", "assets/Thumbs.db", "assets/.DS_Store"] {
        fs::write(output.join(name), "theirs").unwrap();
    }
    stage.heal(0);
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

/// A backslash is a sign like others in a name here; the file is not ours.
#[cfg(unix)]
#[test]
fn a_name_with_a_backslash_is_somebodys() {
    let stage = Stage::new();
    stage.heal(0);
    let theirs = stage.output().join("2021\\index.html");
    fs::write(&theirs, "theirs").unwrap();
    let run = stage.build(1);
    assert_eq!(run.status, 2, "{}", run.err);
    assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
}

/// A web server reads as somebody else, whatever the writer's umask; what web staff set stays.
#[cfg(unix)]
#[test]
fn folders_are_for_all_to_read_and_keep_what_they_were_given() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::new();
    let mode = |name: &str| fs::metadata(stage.output().join(name)).unwrap().permissions().mode() & 0o777;
    let build = || {
        let script = "umask 077; exec \"$A\" build --content first --output output";
        let mut command = std::process::Command::new("sh");
        command.args(["-c", script]).current_dir(stage.folder.path());
        let run = support::finish(command.env("A", env!("CARGO_BIN_EXE_ayumi")));
        assert_eq!(run.status, 0, "{}", run.err);
    };
    build();
    assert_eq!(["", "2021", "2021/data", "assets"].map(mode), [0o755; 4]);
    assert_eq!(mode("2021/index.html"), 0o644);
    for (name, given) in [("2021", 0o750), ("assets", 0o555)] {
        fs::set_permissions(stage.output().join(name), fs::Permissions::from_mode(given)).unwrap();
    }
    let city = stage.path("first/city.yaml");
    let renamed = fs::read_to_string(&city).unwrap().replacen("企画課", "企画政策課", 1);
    fs::write(&city, renamed).unwrap();
    build();
    assert_eq!(["2021", "2021/data", "assets"].map(mode), [0o750, 0o755, 0o755]);
}

/// Killed between the two steps of a system that knows no exchange, with a link as output.
#[cfg(unix)]
#[test]
fn a_link_leads_back_to_the_folder_that_was_set_aside() {
    let stage = Stage::new();
    stage.heal(0);
    fs::rename(stage.output(), stage.path("real")).unwrap();
    std::os::unix::fs::symlink("real", stage.output()).unwrap();
    fs::create_dir(stage.path(".real.ayumi")).unwrap();
    fs::rename(stage.path("real"), stage.path(".real.ayumi/old")).unwrap();
    let run = stage.build(0);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("変更なし"), "{}", run.out);
    assert!(fs::symlink_metadata(stage.output()).unwrap().is_symlink());
    assert_eq!(stage.shown(), Some(0));
    assert!(!stage.path(".real.ayumi").exists());
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
