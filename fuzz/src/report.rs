//! Sources in, pages out: the whole way, with everything that is said about the sources on it.
//!
//! An input is a text of files: a line `=== name` begins one, `--- name` takes one away. They are laid over the small
//! city from which the tests of the rules start.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use ayumi::{
    check::{self, Checked},
    diagnostic::{self, Diagnostic, github, json, terminal},
    draft::{Draft, Label},
    manuscript::{self, Manuscript},
    model::Date,
    render::{self, Site, Templates},
    source::Sources,
};

use crate::places::at;

/// Names and bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Holds for every input.
pub fn holds(bytes: &[u8]) {
    folder(laid_over(bytes), Also::of(bytes));
}

/// What is done for a part of the inputs only, because it takes as long as all the rest. Which part: by the input alone.
#[derive(Debug, Clone, Copy)]
pub struct Also {
    twice: bool,
    draft: bool,
}

impl Also {
    /// One input in eight is done twice, another one is rendered as a draft.
    pub fn of(bytes: &[u8]) -> Self {
        let sum = bytes
            .iter()
            .fold(7u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
        Self {
            twice: sum % 8 == 0,
            draft: sum % 8 == 1,
        }
    }
}

/// Holds for every folder of sources; what it says and, if it has none that is wrong, its pages.
pub fn folder(files: Files, also: Also) -> (Vec<Diagnostic>, Option<Site>) {
    let sources = Sources::from_files(files);
    let manuscript = manuscript::read(&sources);
    for fault in &manuscript.faults {
        at(&sources, fault.place);
    }
    let checked = check::check(&sources, &manuscript);
    if also.twice {
        let again = check::check(&sources, &manuscript::read(&sources));
        assert_eq!(
            checked.diagnostics, again.diagnostics,
            "the same sources, other findings"
        );
    }
    findings(&sources, &manuscript, &checked.diagnostics);
    let found = checked.diagnostics.clone();
    if also.draft {
        draft(&sources, &manuscript, &checked);
    }
    let Ok((report, _)) = checked.into_report() else {
        assert!(!found.is_empty(), "no report, and no word why");
        return (found, None);
    };
    let Ok(templates) = Templates::new(&sources) else {
        return (found, None);
    };
    let Ok(site) = render::render(&report, &templates, &sources) else {
        return (found, None);
    };
    if also.twice {
        let again = render::render(&report, &templates, &sources).ok();
        assert_eq!(Some(&site), again.as_ref(), "the same report, other pages");
    }
    if !Templates::are_own(&sources) {
        pages(&site);
    }
    (found, Some(site))
}

fn findings(sources: &Sources, manuscript: &Manuscript, found: &[Diagnostic]) {
    let mut sorted = found.to_vec();
    diagnostic::sort(&mut sorted);
    assert_eq!(found, sorted, "out of order");
    for finding in found {
        assert!(
            !finding.message.is_empty() && !finding.reason.is_empty() && !finding.fix.is_empty(),
            "{finding:?}"
        );
        assert!(check::codes().any(|(code, severity)| (code, severity) == (finding.code, finding.severity)));
        if let Some(place) = finding.place {
            at(sources, place);
            assert_eq!(sources.file(place.file).name, finding.file);
        }
        finding
            .related
            .iter()
            .for_each(|related| _ = at(sources, related.place));
    }
    let names = |id: &ayumi::model::Id| manuscript.department_name(id).map(str::to_owned);
    let options = terminal::Options { colour: false };
    terminal::render(found, sources, &names, options);
    github::render(found, sources, "content/")
        .lines()
        .for_each(|line| assert!(line.starts_with("::"), "{line:?}"));
    let json: serde_json::Value = serde_json::from_str(&json::render(found, sources)).expect("JSON");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(found.len()));
}

/// A draft shows what a report cannot.
fn draft(sources: &Sources, manuscript: &Manuscript, checked: &Checked) {
    let Some(publication) = &checked.publication else {
        return;
    };
    let label = Label {
        name: "案<b>".to_owned(),
        date: Date::new(2021, 8, 20),
    };
    if publication.editions.is_empty() {
        return;
    }
    let draft = Draft::new(label, sources, manuscript, publication, &checked.diagnostics);
    if Templates::are_own(sources) {
        return;
    }
    let templates = Templates::new(sources).expect("the built-in ones");
    let site = render::draft(publication, &draft, &templates, sources).expect("the built-in ones render");
    pages(&site);
}

/// No path leaves the folder, and no page holds markup that is not ours.
fn pages(site: &Site) {
    for (path, bytes) in site.files() {
        assert!(
            !path.starts_with('/') && !path.contains('\\') && !path.contains(".."),
            "{path:?}"
        );
        assert!(
            path.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)),
            "{path:?}"
        );
        if path.ends_with(".html") {
            let page = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is no text"));
            markup(path, page);
        }
    }
}

fn markup(path: &str, page: &str) {
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!' | '-'))
            .collect();
        let small = name.to_ascii_lowercase();
        // Data for machines, which runs nothing.
        let linked = rest.starts_with("script type=\"application/ld+json\">") || small == "/script";
        assert!(
            linked
                || !matches!(
                    small.as_str(),
                    "script" | "iframe" | "object" | "embed" | "form" | "base"
                ),
            "{path}: <{name}"
        );
        assert!(
            !name.is_empty(),
            "{path}: a bare < before {:?}",
            rest.chars().take(40).collect::<String>()
        );
        let tag = &rest[..end(rest)];
        for attribute in tag.split_ascii_whitespace().skip(1) {
            let value = attribute
                .split_once('=')
                .map_or("", |(_, value)| value.trim_start_matches('"'));
            assert!(
                !attribute.to_ascii_lowercase().starts_with("on"),
                "{path}: {attribute:?} in <{tag}>"
            );
            assert!(
                !value.to_ascii_lowercase().starts_with("javascript:"),
                "{path}: {attribute:?}"
            );
        }
    }
}

/// Where a tag ends; `>` within quotes is text.
fn end(tag: &str) -> usize {
    let mut quoted = false;
    let mut ends = tag.char_indices().filter(|(_, c)| {
        quoted ^= *c == '"';
        *c == '>' && !quoted
    });
    ends.next().map_or(tag.len(), |(at, _)| at)
}

/// The files of an input, over those of the small city.
pub fn laid_over(bytes: &[u8]) -> Files {
    let mut files = base().clone();
    let mut name: Option<String> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let word = |mark: &str| {
            let rest = line.strip_prefix(mark.as_bytes())?;
            Some(String::from_utf8_lossy(rest).trim_end().to_owned())
        };
        if let Some(next) = word("=== ") {
            files.insert(next.clone(), Vec::new());
            name = Some(next);
        } else if let Some(gone) = word("--- ") {
            files.remove(&gone);
            name = None;
        } else if let Some(text) = name.as_ref().and_then(|name| files.get_mut(name)) {
            text.extend_from_slice(line);
        }
    }
    files
}

/// The small city.
pub fn base() -> &'static Files {
    static BASE: OnceLock<Files> = OnceLock::new();
    BASE.get_or_init(|| read(&root().join("tests/diagnostics/base")))
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below a folder.
pub fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        for item in fs::read_dir(&folder)
            .expect("a folder")
            .map(|item| item.expect("an item"))
        {
            let name = format!("{prefix}{}", item.file_name().to_string_lossy());
            if item.path().is_dir() {
                waiting.push((item.path(), format!("{name}/")));
            } else {
                files.insert(name, fs::read(item.path()).expect("a file"));
            }
        }
    }
    files
}
