//! One folder per rule in `tests/diagnostics/`: faulty sources laid over a small sound city, and the exact findings
//! expected.
//!
//! A folder `<code>/` holds source files that replace or add to those of `base/` (a file named `NAME.delete` removes
//! `NAME`), and `expected.txt`: `location severity[code] message` of every finding, with its remedy, the other places it
//! points to, and whose it is. What no file of a repository can be is made by `make.txt`, in a folder on the disk:
//! `large NAME`, `many FOLDER`, `link NAME` (out of the folder), `file NAME` (a name that not every system can hold).
//! `AYUMI_BLESS=1 cargo test --test diagnostics` writes the expectations anew; read the difference before committing it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use ayumi::{
    check,
    diagnostic::Severity,
    manuscript, render,
    source::{Sources, read_folder},
};

/// The rule of last resort: no sources are known that lead to it, or there would be a rule for them.
const LAST_RESORT: &str = "report-incomplete";

type Files = BTreeMap<String, Vec<u8>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn files(folder: &Path) -> Files {
    let walk = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok);
    walk.filter(|item| item.file_type().is_file())
        .map(|item| {
            let name = item
                .path()
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            (name, fs::read(item.path()).unwrap())
        })
        .collect()
}

fn laid_over(base: &Files, case: &Files) -> Files {
    let mut all = base.clone();
    for (name, bytes) in case {
        match name.strip_suffix(".delete") {
            Some(gone) => assert!(all.remove(gone).is_some(), "{gone} is not in the base"),
            None if name == "expected.txt" || name == "make.txt" => {}
            None => _ = all.insert(name.clone(), bytes.clone()),
        }
    }
    all
}

/// The sources of a case; `None` if this system cannot hold them.
fn sources(code: &str, base: &Files, case: &Files) -> Option<Sources> {
    let files = laid_over(base, case);
    match case.get("make.txt") {
        None => Some(Sources::from_files(files)),
        Some(recipe) => made(code, &files, std::str::from_utf8(recipe).unwrap()),
    }
}

/// The sources read from a folder that a recipe makes.
fn made(code: &str, files: &Files, recipe: &str) -> Option<Sources> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diagnostics").join(code);
    let _ = fs::remove_dir_all(&folder);
    let (root, outside) = (folder.join("content"), folder.join("outside.md"));
    let write = |path: &Path, bytes: &[u8]| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write(&outside, b"text\n");
    for (name, bytes) in files {
        write(&root.join(name), bytes);
    }
    for line in recipe.lines() {
        let (what, name) = line.split_once(' ').unwrap();
        let path = root.join(name);
        match what {
            "large" => write(&path, &vec![b'\n'; (4 << 20) + 1]),
            "many" => (0..=5_000).for_each(|number| write(&path.join(format!("{number}.md")), b"")),
            "file" if cfg!(unix) => write(&path, b""),
            "link" if cfg!(unix) => {
                let _ = fs::remove_file(&path);
                link(&outside, &path);
            }
            "file" | "link" => return None,
            _ => panic!("{what} is no recipe"),
        }
    }
    let sources = read_folder(&root).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    Some(sources)
}

#[cfg(unix)]
fn link(target: &Path, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) {}

fn findings(sources: &Sources) -> (String, BTreeSet<&'static str>) {
    let mut found = check::check(sources, &manuscript::read(sources)).diagnostics;
    if let Err(mut faults) = render::Templates::new(sources) {
        found.append(&mut faults);
    }
    let mut text = String::new();
    for found in &found {
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        assert!(
            !found.reason.is_empty() && !found.fix.is_empty(),
            "{} lacks its reason or fix",
            found.code
        );
        let location = found.location(sources);
        let line = |text: &str| text.replace('\n', "⏎");
        text.push_str(&format!(
            "{location} {severity}[{}] {}\n  why: {}\n  fix: {}\n",
            found.code,
            line(&found.message),
            line(&found.reason),
            line(&found.fix)
        ));
        for related in &found.related {
            let at = sources.line_column(related.place);
            let file = &sources.file(related.place.file).name;
            text.push_str(&format!(
                "  see {file}:{}:{}: {}\n",
                at.line,
                at.column,
                line(&related.message)
            ));
        }
        let department = found.department.iter().map(|id| ("department", id));
        for (what, id) in department.chain(found.kpi.iter().map(|id| ("KPI", id))) {
            text.push_str(&format!("  {what}: {id}\n"));
        }
    }
    (text, found.iter().map(|found| found.code).collect())
}

/// Of the rules, and of a city's own templates.
fn codes() -> impl Iterator<Item = &'static str> {
    check::codes().map(|(code, _)| code).chain([render::Templates::CODE])
}

#[test]
fn the_base_is_sound() {
    let (text, _) = findings(&Sources::from_files(files(&root().join("base"))));
    assert_eq!(text, "");
}

#[test]
fn each_rule_finds_its_fault_and_nothing_else() {
    let base = files(&root().join("base"));
    let bless = std::env::var_os("AYUMI_BLESS").is_some();
    let mut wrong = Vec::new();
    for code in codes().filter(|code| *code != LAST_RESORT) {
        let folder = root().join(code);
        let case = files(&folder);
        if case.is_empty() {
            wrong.push(format!("{code}: no folder tests/diagnostics/{code}"));
            continue;
        }
        let Some(sources) = sources(code, &base, &case) else {
            continue;
        };
        let (text, found) = findings(&sources);
        if !found.contains(code) {
            wrong.push(format!("{code}: its own fault is not found:\n{text}"));
        }
        if found.len() > 1 {
            wrong.push(format!("{code}: one slip gives more than one kind of finding:\n{text}"));
        }
        if bless {
            fs::write(folder.join("expected.txt"), &text).unwrap();
        }
        let expected = case
            .get("expected.txt")
            .map(|bytes| String::from_utf8_lossy(bytes).replace('\r', ""))
            .unwrap_or_default();
        if !bless && expected != text {
            wrong.push(format!("{code}: expected\n{expected}found\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_folders_and_headings_are_one_to_one() {
    let codes: BTreeSet<String> = codes().map(str::to_owned).collect();
    let folders: BTreeSet<String> = fs::read_dir(root())
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "base")
        .collect();
    let mut proven = codes.clone();
    assert!(proven.remove(LAST_RESORT));
    assert_eq!(proven, folders, "rules and folders of tests/diagnostics");
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    let mut in_example = false;
    let headings: Vec<String> = docs
        .lines()
        .filter(|line| {
            in_example ^= line.starts_with("```");
            !in_example
        })
        .filter_map(|line| line.strip_prefix("### "))
        .map(str::to_owned)
        .collect();
    let unique: BTreeSet<String> = headings.iter().cloned().collect();
    assert_eq!(headings.len(), unique.len(), "a heading stands twice");
    assert_eq!(codes, unique, "rules and headings of docs/diagnostics.md");
}
