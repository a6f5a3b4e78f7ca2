//! The dependency direction and the other rules of ARCHITECTURE.md that a program can see in the source text.

mod support;

use std::collections::BTreeSet;

use support::{files, read, root};

/// Every room with the rooms it may name. `main.rs` and `lib.rs` are not rooms.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("model", &[]),
    ("changes", &["model"]),
    ("source", &["error"]),
    ("manuscript", &["model", "source"]),
    ("diagnostic", &["model", "source"]),
    ("check", &["manuscript", "model", "source", "diagnostic"]),
    ("draft", &["manuscript", "model", "source", "diagnostic", "changes"]),
    ("committee", &["manuscript", "model", "source", "changes"]),
    ("chart", &["model"]),
    ("data", &["model"]),
    (
        "render",
        &["model", "chart", "data", "draft", "changes", "diagnostic", "source"],
    ),
    ("output", &["render", "error"]),
    ("preview", &["render", "error"]),
    ("schema", &["manuscript", "model", "check"]),
    (
        "cli",
        &[
            "error",
            "source",
            "manuscript",
            "check",
            "model",
            "diagnostic",
            "draft",
            "changes",
            "committee",
            "render",
            "output",
            "preview",
            "schema",
        ],
    ),
];

/// Where a dependency may be named: the room, or a part of one.
const MAY_USE: &[(&str, &[&str])] = &[
    ("ahash", &["check/maps.rs"]),
    ("aho_corasick", &["render/ruby.rs"]),
    ("annotate_snippets", &["diagnostic/terminal.rs"]),
    ("anstream", &["cli/"]),
    ("clap", &["cli/"]),
    // The manuscript's own module of that name is used beside it; what is written is read back by a test.
    ("csv", &["committee/read.rs", "data/write.rs", "manuscript/"]),
    (
        "encoding_rs",
        &["source/decode.rs", "check/reading/", "committee/read.rs"],
    ),
    ("granit_parser", &["manuscript/yaml/"]),
    (
        "memchr",
        &["source/", "manuscript/", "check/", "chart/svg.rs", "render/"],
    ),
    ("mimalloc", &["main.rs"]),
    ("notify", &["preview/watch/"]),
    ("plotters", &["chart/"]),
    ("plotters_backend", &["chart/"]),
    ("pulldown_cmark", &["manuscript/markdown/"]),
    (
        "rayon",
        &[
            "source/read.rs",
            "manuscript/faults.rs",
            "manuscript/editions.rs",
            "check/mod.rs",
            "check/rules/text/name_near.rs",
            "render/",
            "output/stage.rs",
            "cli/mod.rs",
            "cli/build.rs",
            "cli/cities.rs",
        ],
    ),
    ("rustix", &["output/"]),
    ("same_file", &["output/"]),
    ("serde", &["render/", "data/", "diagnostic/json.rs", "preview/"]),
    (
        "serde_json",
        &[
            "data/",
            "diagnostic/json.rs",
            "schema/",
            "committee/yaml.rs",
            "preview/",
        ],
    ),
    ("tera", &["render/templates.rs"]),
    ("unicode_normalization", &["manuscript/", "check/"]),
    ("unicode_width", &["chart/"]),
    ("walkdir", &["source/read.rs", "output/manifest.rs", "preview/watch/"]),
];

/// A file of `src/` with its text: as written, and without comments.
struct Source {
    name: String,
    text: String,
    code: String,
}

impl Source {
    /// `check` of `check/rules/mod.rs`, `error` of `error.rs`.
    fn room(&self) -> &str {
        self.name.split('/').next().unwrap().trim_end_matches(".rs")
    }

    fn is_root(&self) -> bool {
        self.name == "lib.rs" || self.name == "main.rs"
    }

    /// Tests within the source may look at what the code may not.
    fn is_test(&self) -> bool {
        self.name.contains("/tests/") || self.name.ends_with("/tests.rs")
    }

    /// The code before the tests at the end of the file.
    fn before_tests(&self) -> &str {
        self.code.split("#[cfg(test)]\nmod tests {").next().unwrap()
    }
}

fn sources() -> Vec<Source> {
    let files = files(&root().join("src"));
    let sources = files.into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes).unwrap().replace('\r', "");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect();
        Source { name, text, code }
    });
    sources.collect()
}

fn fail_with(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names that follow a path's beginning: one, or each of a group in braces.
fn named(code: &str, beginning: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(beginning) {
        if code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + beginning.len()..];
        let word = |text: &str| {
            text.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect::<String>()
        };
        let Some(group) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut first = true;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => first = true,
                c if first && depth == 0 && c.is_ascii_alphabetic() => {
                    found.insert(word(&group[at..]));
                    first = false;
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn rooms_name_only_those_they_may() {
    let rooms: BTreeSet<&str> = MAY_NAME.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_root()) {
        let room = source.room();
        let Some((_, may)) = MAY_NAME.iter().find(|(known, _)| *known == room) else {
            wrong.push(format!(
                "src/{}: the room {room} is not in the table of this test",
                source.name
            ));
            continue;
        };
        let mut names = named(&source.code, "crate::");
        names.append(&mut named(&source.code, "ayumi::"));
        for name in names
            .iter()
            .filter(|name| rooms.contains(name.as_str()) && *name != room)
        {
            if !may.contains(&name.as_str()) {
                wrong.push(format!("src/{}: {room} may not name {name}", source.name));
            }
        }
    }
    fail_with(&wrong);
}

/// The table that people read is the one that is kept. Of `cli` it says in words what the test lists.
#[test]
fn the_document_draws_the_same_direction() {
    let text = read("ARCHITECTURE.md");
    let section = text.split("## The dependency direction").nth(1).expect("the section");
    let block = section.split("```").nth(1).expect("the block");
    let drawn: BTreeSet<(&str, BTreeSet<&str>)> = block
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(' '))
        .filter(|(room, _)| *room != "cli")
        .map(|(room, may)| (room, may.split_whitespace().filter(|name| *name != "-").collect()))
        .collect();
    let kept: BTreeSet<(&str, BTreeSet<&str>)> = MAY_NAME
        .iter()
        .filter(|(room, _)| *room != "cli")
        .map(|(room, may)| (*room, may.iter().copied().collect()))
        .collect();
    assert_eq!(drawn, kept);
}

/// Another room is named by `crate::`, so that the test above sees it.
#[test]
fn nobody_climbs_out_of_a_room() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_root()) {
        let parts: Vec<&str> = source
            .name
            .trim_end_matches(".rs")
            .split('/')
            .filter(|part| *part != "mod")
            .collect();
        let climb = "super::".repeat(parts.len());
        if source.before_tests().contains(&climb) {
            wrong.push(format!("src/{}: {climb} leads to the root", source.name));
        }
    }
    fail_with(&wrong);
}

#[test]
fn dependencies_keep_to_their_room() {
    let manifest = read("Cargo.toml");
    let mut declared = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && line != "[dev-dependencies]";
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside) {
            declared.insert(name.replace('-', "_"));
        }
    }
    let known: BTreeSet<String> = MAY_USE.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(declared, known, "dependencies of Cargo.toml and of this test's table");
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, places) in MAY_USE {
            let used = source.code.match_indices(&format!("{name}::")).any(|(at, _)| {
                let before = &source.code[..at];
                !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':')
            }) || source.code.contains(&format!("use {name};"));
            // A module of the same name, as `csv` in the manuscript, is not the dependency.
            let own = named(&source.code, "mod ").contains(*name) || source.code.contains(&format!("    {name},\n"));
            if used && !own && !places.iter().any(|place| source.name.starts_with(place)) && !source.is_test() {
                wrong.push(format!("src/{}: {name} belongs to {places:?}", source.name));
            }
        }
    }
    fail_with(&wrong);
}

#[test]
fn every_dependency_has_its_reason() {
    let text = read("ARCHITECTURE.md");
    let wrong: Vec<String> = MAY_USE
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !text.replace('-', "_").contains(&format!("| `{name}` |")))
        .map(|name| format!("ARCHITECTURE.md does not say why {name} is there"))
        .collect();
    fail_with(&wrong);
}

#[test]
fn the_disk_is_touched_at_both_ends_only() {
    keep_out(
        &[
            "std::fs",
            "fs::",
            "File::open",
            "File::create",
            "File::options",
            "walkdir",
            "tempfile",
        ],
        &[
            "source/",
            "output/",
            "preview/watch/",
            "cli/schema.rs",
            "cli/committee.rs",
            // Asks where a path leads, to refuse an output folder within the sources.
            "cli/shared.rs",
            // Asks the system how much time and memory this process takes.
            "cli/guard.rs",
        ],
    );
}

#[test]
fn the_library_asks_neither_clock_nor_environment() {
    keep_out(
        &[
            "std::env",
            "env::",
            "SystemTime",
            "Instant",
            "thread_local!",
            "static mut",
        ],
        // The preview waits, and tells its waiting by the clock; no byte it serves depends on it.
        &["cli/", "preview/"],
    );
    // The store of git is a place of sources like a folder.
    keep_out(&["std::process"], &["cli/", "source/revision.rs"]);
}

/// A value computed once belongs to whoever holds it, never to the process.
#[test]
fn nothing_is_global() {
    let mut wrong = Vec::new();
    for source in sources() {
        for line in source.before_tests().lines().map(str::trim_start) {
            let global = line.starts_with("static ") || line.starts_with("pub static ") || line.contains(") static ");
            if global
                && ["OnceLock", "LazyLock", "Mutex", "RwLock", "Atomic", "Cell<"]
                    .iter()
                    .any(|word| line.contains(word))
            {
                wrong.push(format!("src/{}: {line}", source.name));
            }
        }
    }
    fail_with(&wrong);
}

#[test]
fn figures_are_exact_before_the_charts_scale() {
    keep_out(&["f64", "f32"], &["chart/", "model/amount.rs"]);
}

fn keep_out(words: &[&str], places: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| !source.is_test() && source.name != "main.rs")
    {
        if places.iter().any(|place| source.name.starts_with(place)) {
            continue;
        }
        for word in words {
            let code = source.before_tests();
            let found = code
                .match_indices(word)
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'));
            if found {
                wrong.push(format!("src/{}: {word}", source.name));
            }
        }
    }
    fail_with(&wrong);
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut wrong = Vec::new();
    let written_before = files(&root().join("build"));
    for name in written_before
        .keys()
        .map(|name| format!("build/{name}"))
        .chain(["build.rs".to_owned()])
    {
        let text = std::fs::read_to_string(root().join(&name)).unwrap();
        if !text.starts_with("//! ") || text.lines().count() > 300 {
            wrong.push(format!("{name} does not open with //! or is long"));
        }
    }
    for source in sources().into_iter().filter(|source| source.name.ends_with(".rs")) {
        let name = &source.name;
        if !source.text.starts_with("//! ") {
            wrong.push(format!("src/{name} does not open with //!"));
        }
        let lines = source
            .text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap()
            .lines()
            .count();
        if lines > 400 {
            wrong.push(format!("src/{name} has {lines} lines"));
        }
        for word in [
            "TODO",
            "FIXME",
            "XXX",
            "unsafe {",
            "unsafe fn",
            "unsafe impl",
            "todo!",
            "unimplemented!",
            "dbg!",
        ] {
            // The rules of wording look for such words in people's texts.
            if source.text.contains(word) && !name.starts_with("check/rules/text/") {
                wrong.push(format!("src/{name} says {word}"));
            }
        }
        if name.contains("util") || name.contains("helper") || name.contains("common") {
            wrong.push(format!("src/{name}: say what it is about"));
        }
    }
    fail_with(&wrong);
}

#[test]
fn the_readers_of_this_test_read() {
    let code =
        "use crate::{\n    model::{Id, Word},\n    source::Place,\n};\nlet x = crate::error::new(); mycrate::no();";
    let names = named(code, "crate::");
    assert_eq!(
        names.iter().map(String::as_str).collect::<Vec<_>>(),
        ["error", "model", "source"]
    );
}
