//! Folders made to hurt: sizes, numbers, names, links.

use std::{fs, fs::File};

use super::{
    support,
    watch::{check, city, run, start},
};

const GIB: u64 = 1 << 30;

#[test]
fn files_and_lines_of_a_gigabyte() {
    let (_folder, content) = city(&support::small_city());
    for name in [
        "plan.yaml",
        "series/kpi.csv",
        "reports/2021/departments/kikaku.md",
        "dictionary.yaml",
        "templates/page.html",
    ] {
        let path = content.join(name);
        let before = fs::read(&path).ok();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // A file full of nothing: one line, and no room on the disk.
        File::create(&path).unwrap().set_len(GIB).unwrap();
        check(name, &content, "file-too-large", name);
        match before {
            Some(bytes) => fs::write(&path, bytes).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
    }
}

/// Each below the bound of one file, together a hundred times what a city writes in twenty years.
#[test]
fn many_large_files() {
    let (_folder, content) = city(&support::small_city());
    let line = "  - id: a\n";
    let text = line.repeat((1 << 18) / line.len());
    for number in 0..100 {
        fs::write(content.join(format!("reports/2021/departments/d{number}.md")), &text).unwrap();
    }
    check("100 files of a quarter of a megabyte", &content, "file-too-many", "");
}

#[test]
fn a_hundred_thousand_files() {
    let (_folder, content) = city(&support::small_city());
    let many = content.join("reports/2021/many");
    fs::create_dir(&many).unwrap();
    // Those that are no sources come first, so that all of them are passed over.
    for number in 0..94_000 {
        File::create(many.join(format!("{number}.jpg"))).unwrap();
    }
    let checked = run("94,000 photos", &content, &["check", "--content", "."]);
    assert_eq!(checked.status, 0, "{}", start(&checked.out));
    for number in 0..6_000 {
        File::create(many.join(format!("z{number}.md"))).unwrap();
    }
    check("100,000 files", &content, "file-too-many", "");
}

#[test]
fn folders_within_folders() {
    let (_folder, content) = city(&support::small_city());
    let mut deep = content.clone();
    for _ in 0..500 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("x.md"), "x").unwrap();
    let checked = run("500 folders deep", &content, &["check", "--content", "."]);
    assert_eq!(checked.status, 0, "{}", start(&checked.out));
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_or_out() {
    use std::os::unix::fs::symlink;
    let (folder, content) = city(&support::small_city());
    let outside = folder.path().join("secret.md");
    fs::write(&outside, "password").unwrap();
    let link = content.join("reports/2021/departments/other.md");
    for target in [
        "/etc/passwd",
        "../../../../secret.md",
        "/dev/zero",
        "/dev/stdin",
        "/proc/self/environ",
        "other.md",
        "nowhere.md",
        "../../../../..",
    ] {
        symlink(target, &link).unwrap();
        let run = check(
            target,
            &content,
            "file-link-outside",
            "reports/2021/departments/other.md",
        );
        assert!(
            !run.out.contains("password") && !run.out.contains("root:"),
            "{}",
            run.out
        );
        fs::remove_file(&link).unwrap();
    }
    // Folders: round, and out. Links to folders are not followed, so there is nothing of theirs to find.
    for (target, name) in [
        ("..", "round"),
        ("/", "root.md"),
        ("/proc", "reports/2021/chapters.yaml"),
    ] {
        symlink(target, content.join(name)).unwrap();
    }
    let run = run("links to folders", &content, &["check", "--content", "."]);
    assert!(run.status <= 1, "{}", start(&run.out));
    assert!(!run.out.contains("password"), "{}", start(&run.out));
}

/// What is no file can be waited for in vain.
#[cfg(unix)]
#[test]
fn pipes_and_sockets() {
    let (_folder, content) = city(&support::small_city());
    let made = std::process::Command::new("mkfifo")
        .arg(content.join("reports/2021/pipe.md"))
        .status();
    assert!(made.unwrap().success());
    std::os::unix::net::UnixListener::bind(content.join("socket.yaml")).unwrap();
    let run = run("a pipe", &content, &["check", "--content", "."]);
    assert_eq!(run.status, 0, "{}", run.out);
}

#[cfg(unix)]
#[test]
fn names_that_no_other_system_holds() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let (_folder, content) = city(&support::small_city());
    for (what, name) in [
        ("invalid UTF-8", &b"kik\xFFaku.md"[..]),
        ("newline", b"kikaku\n::error::x.md"),
        ("escape", b"kikaku\x1B[31m.md"),
        ("bidi", "kikaku\u{202E}dm.md".as_bytes()),
        ("backslash", b"a\\..\\kikaku.md"),
        ("colon", b"C:kikaku.md"),
        ("quote", b"\"><script>x<!-- .md"),
        ("invisible", "kika\u{200B}ku.md".as_bytes()),
        ("device", b"con.md"),
        ("numbered device", b"LPT1.md"),
    ] {
        let path = content.join("reports/2021/departments").join(OsStr::from_bytes(name));
        fs::write(&path, "x").unwrap();
        let run = check(what, &content, "file-name-unportable", "reports/2021/departments/");
        let terrible = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{200B}');
        assert!(!run.out.contains(terrible), "{what}: {}", run.out);
        assert!(
            !run.out.lines().any(|line| line.starts_with("::error")),
            "{what}: {}",
            run.out
        );
        fs::remove_file(&path).unwrap();
    }
    // Folders of such names, and names with dots that lead nowhere.
    let folder = content.join("reports").join(OsStr::from_bytes(b"20\xFF21"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("report.yaml"), "x").unwrap();
    check("a folder's name", &content, "file-name-unportable", "reports/20");
    fs::remove_dir_all(&folder).unwrap();
    for name in ["...md", "reports/2021/departments/...md"] {
        fs::write(content.join(name), "x").unwrap();
    }
    let run = run("dots", &content, &["check", "--content", "."]);
    assert!(run.status <= 1, "{}", run.out);
}

#[test]
fn names_that_differ_by_case_or_composition_only() {
    let (_folder, content) = city(&support::small_city());
    let twin = content.join("reports/2021/departments/KIKAKU.md");
    fs::copy(content.join("reports/2021/departments/kikaku.md"), &twin).unwrap();
    if fs::read_dir(twin.parent().unwrap()).unwrap().count() == 2 {
        return; // This system knows no case: the twin is the file.
    }
    check("case", &content, "file-name-case", "reports/2021/departments/");
}

#[test]
fn bytes_that_are_no_text() {
    let (_folder, content) = city(&support::small_city());
    for name in [
        "plan.yaml",
        "series/kpi.csv",
        "reports/2021/departments/kikaku.md",
        "reports/2021/chapters/goals.md",
    ] {
        let path = content.join(name);
        let sound = fs::read(&path).unwrap();
        let mut noise = sound.clone();
        noise.extend_from_slice(b"\n\xFF\xFE\x80\xC0\xAF\n");
        for (what, bytes) in [
            ("bytes of no encoding", noise),
            (
                "UTF-16",
                "\u{FEFF}計画".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ),
            (
                "a program",
                fs::read(env!("CARGO_BIN_EXE_ayumi")).unwrap()[..1 << 17].to_vec(),
            ),
        ] {
            fs::write(&path, bytes).unwrap();
            check(&format!("{what} in {name}"), &content, "file-not-text", name);
        }
        let mut controls = sound.clone();
        controls.extend_from_slice(b"\n\0\x01\x1B[2J\x7F\n");
        fs::write(&path, controls).unwrap();
        let run = run("control characters", &content, &["check", "--content", "."]);
        assert!(
            run.status <= 1 && !run.out.contains(['\0', '\u{1B}']),
            "{name}: {}",
            run.out
        );
        fs::write(&path, sound).unwrap();
    }
}
