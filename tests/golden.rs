//! The complete site of a small city, file by file, byte by byte: any change of the output is seen in a commit.
//!
//! The sources are those of `tests/diagnostics/base`. `AYUMI_BLESS=1 cargo test --test golden` writes `tests/golden/` anew;
//! read the difference before committing it.

mod support;

use support::Files;

#[test]
fn the_small_citys_site_is_as_committed() {
    let folder = support::root().join("tests/golden");
    let site: Files = support::small_site()
        .files()
        .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
        .collect();
    if support::bless() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        support::write(&folder, &site);
    }
    let expected = support::files(&folder);
    let mut wrong = Vec::new();
    for (path, bytes) in &expected {
        match site.get(path) {
            None => wrong.push(format!("{path}: no longer written")),
            Some(found) if found != bytes => wrong.push(format!("{path}: {}", first_difference(bytes, found))),
            Some(_) => {}
        }
    }
    wrong.extend(
        site.keys()
            .filter(|path| !expected.contains_key(*path))
            .map(|path| format!("{path}: new")),
    );
    assert!(
        wrong.is_empty(),
        "{}\nIf this is meant, run AYUMI_BLESS=1 cargo test --test golden and read the difference.",
        wrong.join("\n")
    );
}

/// The first line that differs, as expected and as found.
fn first_difference(expected: &[u8], found: &[u8]) -> String {
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let (mut old, mut new) = (expected.split('\n'), found.split('\n'));
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (Some(old), Some(new)) if old == new => {}
            (old, new) => {
                let from = common(old.unwrap_or(""), new.unwrap_or(""));
                let show = |text: Option<&str>| match text {
                    None => "(end of file)".to_owned(),
                    Some(text) => text.chars().skip(from.saturating_sub(20)).take(120).collect(),
                };
                return format!("line {line}\n  expected {}\n  found    {}", show(old), show(new));
            }
        }
    }
    "the bytes differ, the text does not".to_owned()
}

/// How many characters two lines begin with alike.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

#[test]
fn a_difference_is_shown_where_it_begins() {
    let shown = first_difference(b"a\nsame\nold line\n", b"a\nsame\nnew line\n");
    assert_eq!(shown, "line 3\n  expected old line\n  found    new line");
    assert!(first_difference(b"a", b"a\nb").contains("found    b"));
}
