//! Sites that are written while they are made: the same bytes, and nothing when the making fails.

use std::{collections::BTreeSet, fs, sync::Mutex};

use ayumi::{
    check, manuscript,
    output::{self, Written},
    render,
    source::Sources,
};

use super::support;

#[test]
fn page_by_page_is_the_same_site() {
    let folder = tempfile::tempdir().unwrap();
    let sources = Sources::from_files(support::small_city());
    let site = support::site(&sources);
    let (report, _) = check::check(&sources, &manuscript::read(&sources))
        .into_report()
        .unwrap();
    let templates = render::Templates::new(&sources).unwrap();
    let mut written = Vec::new();
    for _ in 0..2 {
        let made = output::write_as_made(&folder.path().join("site"), &|_, _, _| false, |stage| {
            render::render_each(&report, &templates, &sources, &|path, pieces| stage.take(path, pieces))
        });
        written.push(made.unwrap().unwrap());
    }
    let counts = written
        .iter()
        .map(|done: &Written| (done.written, done.kept, done.removed));
    assert_eq!(counts.collect::<Vec<_>>(), [(site.len(), 0, 0), (0, site.len(), 0)]);
    // Whose files are not as they were: at first there were none.
    let touched = |done: &Written| done.touched.clone().into_iter().collect::<Vec<_>>();
    assert_eq!(touched(&written[0]), []);
    assert_eq!(touched(&written[1]), [("2021".to_owned(), 0), ("assets".to_owned(), 0)]);
    let mut there = support::files(&folder.path().join("site"));
    there.remove(".ayumi-files");
    assert_eq!(there.len(), site.len());
    for (path, bytes) in site.files() {
        assert!(there[path] == bytes, "{path} differs");
    }
}

#[test]
fn pieces_are_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let write = |pieces: &[&[u8]]| {
        let take = |stage: &output::Stage| {
            stage.take("a.html", pieces);
            Ok::<(), ()>(())
        };
        let done = output::write_as_made(&output, &|_, _, _| false, take);
        let done = done.unwrap().unwrap();
        (fs::read(output.join("a.html")).unwrap(), done.written)
    };
    // More pieces than a system takes in one step.
    let many = vec![&b"x"[..]; 5000];
    for (pieces, all) in [
        (&[][..], String::new()),
        (&[&b""[..], b"one", b"", b"two", b""], "onetwo".to_owned()),
        (&many, "x".repeat(5000)),
    ] {
        assert_eq!(write(pieces), (all.clone().into_bytes(), 1), "new");
        assert_eq!(write(&[all.as_bytes()]), (all.into_bytes(), 0), "as it was");
    }
    assert_eq!(write(&[b"one", b"two"]).1, 1);
    for other in [&[&b"one"[..], b"tw"][..], &[b"one", b"twos"], &[b"two", b"one"], &[]] {
        assert_eq!(write(other).1, 1, "{other:?}");
        assert_eq!(write(&[b"one", b"two"]).1, 1, "{other:?}");
    }
}

#[test]
fn a_site_that_fails_while_it_is_made_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let names = || {
        let items = fs::read_dir(folder.path()).unwrap();
        items
            .map(|item| item.unwrap().file_name().into_string().unwrap())
            .collect::<BTreeSet<_>>()
    };
    let build = |texts: &[(&str, &str)], fault: Option<&'static str>| {
        output::write_as_made(&output, &|_, _, _| false, |stage| {
            texts
                .iter()
                .for_each(|(name, text)| stage.take(name, &[text.as_bytes()]));
            fault.map_or(Ok(()), Err)
        })
        .unwrap()
    };
    // Nothing was there: nothing is there.
    assert_eq!(build(&[("index.html", "half")], Some("fault")), Err("fault"));
    assert_eq!(names(), BTreeSet::new());
    assert!(build(&[("index.html", "old"), ("a/b.html", "old")], None).is_ok());
    let old = support::files(&output);
    assert_eq!(
        build(&[("index.html", "new"), ("c.html", "new")], Some("fault")),
        Err("fault")
    );
    assert!(support::files(&output) == old);
    assert_eq!(names(), BTreeSet::from(["site".to_owned()]));
}

#[test]
fn files_from_many_threads() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let said = Mutex::new(Vec::new());
    let written = output::write_as_made(&output, &|_, _, _| false, |stage| {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let said = &said;
                scope.spawn(move || {
                    for file in 0..20 {
                        let name = format!("{thread}/deep/{file}.html");
                        stage.take(&name, &[name.as_bytes()]);
                        said.lock().unwrap().push(name);
                    }
                });
            }
        });
        Ok::<(), ()>(())
    });
    assert_eq!(written.unwrap().unwrap().files(), 160);
    let there = support::files(&output);
    for name in said.into_inner().unwrap() {
        assert_eq!(there[&name], name.as_bytes(), "{name}");
    }
}
