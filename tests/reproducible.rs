//! The same sources give the same bytes, wherever and whenever they are built, and what did not change keeps its time.

mod support;

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use support::{Files, ayumi, files, finish, root, write};

/// Two machines, as far as one can play two.
#[test]
fn other_folder_time_zone_and_locale_same_bytes() {
    let content = files(&root().join("content"));
    let here = tempfile::tempdir().unwrap();
    let there = tempfile::Builder::new().prefix("別の 場所 ").tempdir().unwrap();
    let tokyo = [
        ("TZ", "Asia/Tokyo"),
        ("LANG", "ja_JP.UTF-8"),
        ("LC_ALL", "ja_JP.UTF-8"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    let elsewhere = [
        ("TZ", "America/St_Johns"),
        ("LANG", "C"),
        ("LC_ALL", "tr_TR.ISO-8859-9"),
        ("RAYON_NUM_THREADS", "7"),
    ];
    let first = build(here.path(), &content, &tokyo, false);
    let second = build(there.path(), &content, &elsewhere, true);
    assert!(first.len() > 10, "{} files", first.len());
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    for (name, bytes) in &first {
        assert!(bytes == &second[name], "{name} differs");
        let text = String::from_utf8_lossy(bytes);
        for folder in [here.path(), there.path()] {
            assert!(
                !text.contains(folder.to_str().unwrap()),
                "{name} names a folder of the machine"
            );
        }
    }
}

/// The sources in another order of creation, and the output of a build in that folder.
fn build(folder: &Path, content: &Files, environment: &[(&str, &str)], reverse: bool) -> Files {
    let mut names: Vec<&String> = content.keys().collect();
    if reverse {
        names.reverse();
    }
    for name in names {
        let one = Files::from([(name.clone(), content[name].clone())]);
        write(&folder.join("content"), &one);
    }
    let run = finish(ayumi(folder).arg("build").envs(environment.iter().copied()));
    assert_eq!(run.status, 0, "{}", run.err);
    files(&folder.join("output"))
}

#[test]
fn unchanged_files_keep_their_time() {
    let folder = tempfile::tempdir().unwrap();
    let city = support::small_city();
    let first = build(folder.path(), &city, &[], false);
    let output = folder.path().join("output");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in first.keys() {
        let file = fs::File::options().write(true).open(output.join(name)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let second = build(folder.path(), &city, &[], false);
    assert_eq!(first, second);
    let changed = |name: &&String| fs::metadata(output.join(name)).unwrap().modified().unwrap() != long_ago;
    // The list of names is this program's own and not published.
    let published = first.keys().filter(|name| !name.starts_with('.'));
    assert_eq!(published.filter(changed).collect::<Vec<_>>(), Vec::<&String>::new());

    let mut edited = city;
    let name = "reports/2021/departments/kikaku.md";
    let text = String::from_utf8(edited[name].clone())
        .unwrap()
        .replace("説明会を開きます", "説明会を3回開きます");
    edited.insert(name.to_owned(), text.into_bytes());
    let third = build(folder.path(), &edited, &[], false);
    for (path, bytes) in third.iter().filter(|(path, _)| !path.starts_with('.')) {
        assert_eq!(changed(&path), first[path] != *bytes, "{path}");
    }
    assert!(changed(&&"2021/goal-1.html".to_owned()));
    assert!(!changed(&&"2021/projects.html".to_owned()));
}
