//! What a plant is, and what comes of it.

use std::collections::{BTreeMap, BTreeSet};

use ayumi::{
    check,
    diagnostic::{Diagnostic, Severity},
    manuscript, render,
    source::Sources,
};
use rayon::prelude::*;

use crate::support;

/// A slip with the findings it must give.
pub struct Plant {
    /// What it is, in a few words.
    pub name: &'static str,
    edits: Vec<Edit>,
    /// Files of which it takes so much that nothing in them can be called missing or unknown.
    unsettles: Vec<&'static str>,
    /// Files that must be whole for it to be told.
    needs: Vec<&'static str>,
    /// It takes a whole part of a file with it, or is told only while nothing at all is missing: no heap has it.
    pub alone: bool,
}

/// One change of one file. Texts hold marks: `⟪code⟫` right before the place of a finding, `⟪!code⟫` for one about the
/// file as a whole.
enum Edit {
    /// What stands there once, and what stands there now.
    Swap(&'static str, &'static str, &'static str),
    /// A file that was not there.
    New(&'static str, &'static str),
    /// A file that is gone.
    Gone(&'static str),
    /// A finding about a file or folder that is not there.
    About(&'static str, &'static str),
    /// A file as Excel and old editors write it.
    Cp932(&'static str),
}

/// Begins a plant.
pub fn plant(name: &'static str) -> Plant {
    Plant {
        name,
        edits: Vec::new(),
        unsettles: Vec::new(),
        needs: Vec::new(),
        alone: false,
    }
}

impl Plant {
    /// Something else stands there.
    pub fn swap(mut self, file: &'static str, from: &'static str, to: &'static str) -> Self {
        self.edits.push(Edit::Swap(file, from, to));
        self
    }

    /// A file too many.
    pub fn new_file(mut self, file: &'static str, text: &'static str) -> Self {
        self.edits.push(Edit::New(file, text));
        self
    }

    /// A file too few.
    pub fn without(mut self, file: &'static str) -> Self {
        self.edits.push(Edit::Gone(file));
        self
    }

    /// A finding about a file or folder that is not there.
    pub fn about(mut self, file: &'static str, code: &'static str) -> Self {
        self.edits.push(Edit::About(file, code));
        self
    }

    /// The file is in Shift_JIS.
    pub fn in_cp932(mut self, file: &'static str) -> Self {
        self.edits.push(Edit::Cp932(file));
        self
    }

    /// A replacement whose old text does not stand there exactly once.
    pub fn misfit(&self, example: &Example) -> Option<String> {
        self.edits.iter().find_map(|edit| match edit {
            Edit::Swap(file, from, _) => {
                let count = example.texts[*file].matches(from).count();
                (count != 1).then(|| format!("{}: {count} times in {file}: {from:?}", self.name))
            }
            _ => None,
        })
    }

    /// It takes so much of a file that nothing in it can be called missing or unknown.
    pub fn unsettles(mut self, file: &'static str) -> Self {
        self.unsettles.push(file);
        self
    }

    /// It takes a whole part of a file with it, or is told only while nothing at all is missing.
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// It is told only while a file is whole: something missing there, or unknown to it.
    pub fn needs(mut self, file: &'static str) -> Self {
        self.needs.push(file);
        self
    }

    /// The codes it must lead to.
    pub fn codes(&self) -> BTreeSet<String> {
        let marked = |text: &str| {
            let marks = text.split('⟪').skip(1).filter_map(|rest| rest.split_once('⟫'));
            marks
                .map(|(code, _)| code.trim_start_matches('!').to_owned())
                .collect::<Vec<_>>()
        };
        let codes = self.edits.iter().flat_map(|edit| match edit {
            Edit::Swap(_, _, text) | Edit::New(_, text) => marked(text),
            Edit::About(_, code) => vec![(*code).to_owned()],
            Edit::Gone(_) | Edit::Cp932(_) => Vec::new(),
        });
        codes.collect()
    }

    /// Rows of a table are read only below its header, and up to a quote that is not closed.
    fn rows(&self) -> Option<&'static str> {
        self.edits.iter().find_map(|edit| match edit {
            Edit::Swap(file, ..) if file.ends_with(".csv") && self.unsettles.is_empty() => Some(*file),
            _ => None,
        })
    }

    /// All that it changes in a register is unsettled.
    pub fn unsettles_registers(mut self) -> Self {
        for edit in &self.edits {
            if let Edit::Swap(file, ..) = edit
                && ["plan.yaml", "city.yaml", "kpis.yaml", "programs.yaml"].contains(file)
            {
                self.unsettles.push(file);
            }
        }
        self
    }

    fn spots(&self, example: &Example) -> BTreeSet<String> {
        let mut spots = BTreeSet::new();
        for edit in &self.edits {
            match edit {
                Edit::Swap(file, from, to) => spots.extend(example.blocks(file, from, to)),
                Edit::New(file, _) | Edit::Gone(file) | Edit::About(file, _) | Edit::Cp932(file) => {
                    _ = spots.insert(format!("{file}#"))
                }
            }
        }
        spots
    }
}

/// The spots that a heap has taken.
#[derive(Default)]
pub struct Spots {
    taken: BTreeSet<String>,
    unsettled: BTreeSet<&'static str>,
    needed: BTreeSet<&'static str>,
}

impl Spots {
    /// Takes those of a plant if all are free.
    pub fn take(&mut self, plant: &Plant, example: &Example) -> bool {
        let spots = plant.spots(example);
        let meets = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
        let needs: Vec<&str> = plant.needs.iter().copied().chain(plant.rows()).collect();
        let free = !spots
            .iter()
            .any(|spot| self.taken.iter().any(|other| meets(spot, other)))
            && !plant.unsettles.iter().any(|file| self.needed.contains(file))
            && !needs.iter().any(|file| self.unsettled.contains(file));
        if free {
            self.taken.extend(spots);
            self.unsettled.extend(&plant.unsettles);
            self.needed.extend(needs);
        }
        free
    }
}

/// The shipped example, sound but for what it is asked about.
pub struct Example {
    texts: BTreeMap<String, String>,
    kpis: Vec<String>,
    /// Code, file and KPI (or the line's text) of what is found anyway.
    known: BTreeSet<(String, String, String)>,
}

/// A finding as the tests compare it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub file: String,
    /// Line and column, from one.
    pub place: Option<(usize, usize)>,
    pub code: String,
}

/// A copy of the example with faults in it.
pub struct Planted {
    sources: Sources,
    expected: Vec<Finding>,
    found: Vec<Diagnostic>,
    known: BTreeSet<(String, String, String)>,
}

impl Example {
    /// As shipped.
    pub fn shipped() -> Self {
        let files = support::files(&support::root().join("content"));
        let texts: BTreeMap<String, String> = files
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap().replace('\r', "")))
            .collect();
        let ids = texts["kpis.yaml"]
            .lines()
            .filter_map(|line| line.strip_prefix("  - id: "));
        let kpis = ids.map(str::to_owned).collect();
        let mut example = Self {
            texts,
            kpis,
            known: BTreeSet::new(),
        };
        let sound = example.plant(&[]);
        example.known = sound.found.iter().map(|found| key(found, &sound.sources)).collect();
        example
    }

    /// A copy with some plants in it.
    pub fn plant(&self, plants: &[&Plant]) -> Planted {
        let mut swaps: BTreeMap<&str, Vec<(usize, &str, &str)>> = BTreeMap::new();
        let mut texts = self.texts.clone();
        let mut old_code = BTreeSet::new();
        let mut expected = Vec::new();
        for edit in plants.iter().flat_map(|plant| &plant.edits) {
            match *edit {
                Edit::Swap(file, from, to) => {
                    let text = &self.texts[file];
                    assert_eq!(text.matches(from).count(), 1, "{file}: {from:?} must stand there once");
                    swaps
                        .entry(file)
                        .or_default()
                        .push((text.find(from).unwrap(), from, to));
                }
                Edit::New(file, text) => _ = texts.insert(file.to_owned(), text.to_owned()),
                Edit::Gone(file) => assert!(texts.remove(file).is_some(), "{file} is not there"),
                Edit::About(file, code) => {
                    expected.push(Finding {
                        file: file.to_owned(),
                        place: None,
                        code: code.to_owned(),
                    });
                }
                Edit::Cp932(file) => _ = old_code.insert(file),
            }
        }
        for (file, mut list) in swaps {
            list.sort_unstable();
            let text = texts.get_mut(file).unwrap();
            for (at, from, to) in list.into_iter().rev() {
                text.replace_range(at..at + from.len(), to);
            }
        }
        let files = texts.into_iter().map(|(name, marked)| {
            let text = read_marks(&name, &marked, &mut expected);
            let bytes = if old_code.contains(name.as_str()) {
                let (bytes, _, lossy) = encoding_rs::SHIFT_JIS.encode(&text);
                assert!(!lossy, "{name} has characters that Shift_JIS lacks");
                bytes.into_owned()
            } else {
                text.into_bytes()
            };
            (name, bytes)
        });
        let sources = Sources::from_files(files.collect::<Vec<_>>());
        expected.sort();
        Planted {
            found: check_all(&sources),
            sources,
            expected,
            known: self.known.clone(),
        }
    }

    /// The blocks that a change touches: what stands between blank lines, and the KPIs it is about.
    fn blocks(&self, file: &str, from: &str, to: &str) -> BTreeSet<String> {
        let text = &self.texts[file];
        let at = text.find(from).unwrap_or_else(|| panic!("{file}: no {from:?}"));
        let (start, end) = (at, at + from.len());
        let open = text[..start].rfind("\n\n").map_or(0, |blank| blank + 1);
        let close = text[end..].find("\n\n").map_or(text.len(), |blank| end + blank);
        let rows = file.ends_with(".csv");
        let lines = || {
            let open = text[..start].rfind('\n').map_or(0, |line| line + 1);
            let close = text[end..].find('\n').map_or(text.len(), |line| end + line);
            &text[open..close]
        };
        let block = if rows { lines() } else { &text[open..close] };
        let mut spots = BTreeSet::from([format!("{file}#{open}.")]);
        if rows {
            spots = BTreeSet::from([format!("{file}#{start}.")]);
        }
        let about = |id: &&String| block.contains(id.as_str()) || to.contains(id.as_str());
        spots.extend(self.kpis.iter().filter(about).map(|id| format!("kpi {id}.")));
        spots
    }
}

/// Everything that `ayumi check` tells.
fn check_all(sources: &Sources) -> Vec<Diagnostic> {
    let mut found = check::check(sources, &manuscript::read(sources)).diagnostics;
    if render::Templates::are_own(sources)
        && let Err(mut faults) = render::Templates::new(sources)
    {
        found.append(&mut faults);
    }
    found
}

/// Takes the marks out of a text and notes what they say.
fn read_marks(file: &str, marked: &str, expected: &mut Vec<Finding>) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('⟪') {
        text.push_str(before);
        let (code, after) = after.split_once('⟫').expect("a mark ends with ⟫");
        let line = text.matches('\n').count() + 1;
        let column = text[text.rfind('\n').map_or(0, |at| at + 1)..]
            .chars()
            .filter(|c| *c != '\u{FEFF}')
            .count()
            + 1;
        expected.push(Finding {
            file: file.to_owned(),
            place: (!code.starts_with('!')).then_some((line, column)),
            code: code.trim_start_matches('!').to_owned(),
        });
        rest = after;
    }
    text.push_str(rest);
    text
}

fn key(found: &Diagnostic, sources: &Sources) -> (String, String, String) {
    let line = found.place.map_or("", |place| {
        let line = sources.line_column(place).line as usize;
        sources.file(place.file).text.lines().nth(line - 1).unwrap_or("")
    });
    let what = found.kpi.as_ref().map_or(line, |kpi| kpi.as_str());
    (found.code.to_owned(), found.file.clone(), what.to_owned())
}

impl Planted {
    /// What is not as marked; `None` if all is well.
    pub fn complaint(&self) -> Option<String> {
        let unknown = |found: &&Diagnostic| !self.known.contains(&key(found, &self.sources));
        let news: Vec<&Diagnostic> = self.found.iter().filter(unknown).collect();
        let mut lines = Vec::new();
        let mut missing = self.expected.clone();
        for found in &news {
            let finding = self.finding(found);
            match missing.iter().position(|expected| *expected == finding) {
                Some(at) => _ = missing.remove(at),
                None => lines.push(format!(
                    "  found:  {} {} {}",
                    found.location(&self.sources),
                    found.code,
                    found.message
                )),
            }
            if found.reason.is_empty() || found.fix.is_empty() {
                lines.push(format!("  {} lacks its reason or fix", found.code));
            }
        }
        lines.extend(missing.iter().map(|gone| {
            let place = gone
                .place
                .map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
            format!("  missed: {}{place} {}", gone.file, gone.code)
        }));
        lines.extend(self.wrong_status());
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// A report is made, or not made, as the marked codes say.
    fn wrong_status(&self) -> Option<String> {
        let grave = |code: &str| {
            code == render::Templates::CODE
                || check::codes().any(|(known, severity)| known == code && severity == Severity::Error)
        };
        let expected = self.expected.iter().any(|finding| grave(&finding.code));
        let fails = self.found.iter().any(|found| found.severity == Severity::Error);
        (expected != fails).then(|| format!("  fails: {fails}, expected {expected}"))
    }

    fn finding(&self, found: &Diagnostic) -> Finding {
        Finding {
            file: found.file.clone(),
            place: found.place.map(|place| {
                let at = self.sources.line_column(place);
                (at.line as usize, at.column as usize)
            }),
            code: found.code.to_owned(),
        }
    }

    /// What is found besides what the example gives anyway.
    pub fn news(&self) -> Vec<String> {
        let unknown = |found: &&Diagnostic| !self.known.contains(&key(found, &self.sources));
        let news = self.found.iter().filter(unknown);
        news.map(|found| format!("{} {} {}", found.location(&self.sources), found.code, found.message))
            .collect()
    }
}

/// What comes of each, in their order.
pub fn side_by_side<T: Sync>(items: &[T], run: impl Fn(&T) -> Option<String> + Send + Sync) -> Vec<String> {
    items.par_iter().filter_map(run).collect()
}
