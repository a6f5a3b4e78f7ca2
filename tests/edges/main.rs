//! What lies right on a rule's bound, and what only follows from another fault: a small sound city with a few words changed,
//! and the codes of everything that is then found, or words of one finding. `tests/diagnostics/` shows what each rule says;
//! here is where it begins and ends.

mod editions;
mod figures;
mod follow;
mod wording;
mod years;

#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use ayumi::{check, diagnostic::Diagnostic, manuscript, source::Sources};

/// File, what stands there, and what stands there instead; with nothing to be replaced the text comes at the end of the
/// file, which may be new. [`GONE`] takes the file away.
type Edit = (&'static str, &'static str, &'static str);

const SANGYO: &str = "reports/2021/departments/sangyo.md";
const KIKAKU: &str = "reports/2021/departments/kikaku.md";
const POPULATION: &str = "reports/2021/chapters/population.md";
const MANAGEMENT: &str = "reports/2021/chapters/management.md";
const SERIES: &str = "series/kpi.csv";
const PEOPLE: &str = "series/population.csv";
const CORRECTIONS: &str = "series/restatements.csv";

fn findings(edits: &[Edit]) -> Vec<Diagnostic> {
    let sources = Sources::from_files(edited(support::small_city(), edits));
    check::check(&sources, &manuscript::read(&sources)).diagnostics
}

fn edited(mut files: support::Files, edits: &[Edit]) -> support::Files {
    for (name, from, to) in edits {
        if *to == GONE {
            files.remove(*name).unwrap();
            continue;
        }
        let text = files.get(*name).cloned().unwrap_or_default();
        let text = String::from_utf8(text).unwrap();
        let changed = if from.is_empty() {
            text + to
        } else {
            assert!(text.contains(from), "{name} has no {from}");
            text.replacen(from, to, 1)
        };
        files.insert((*name).to_owned(), changed.into_bytes());
    }
    files
}

/// What no file can hold.
const GONE: &str = "\0";

/// Each row: what it is about, what is changed, and the codes of what is found.
#[track_caller]
fn all(rows: &[(&str, &[Edit], &[&'static str])]) {
    let mut wrong = String::new();
    for (what, edits, codes) in rows {
        let found: BTreeSet<&str> = findings(edits).iter().map(|found| found.code).collect();
        let codes: BTreeSet<&str> = codes.iter().copied().collect();
        if found != codes {
            wrong.push_str(&format!("{what}: {found:?}, not {codes:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Each row: what is changed, the code of a finding, and what it says somewhere: message, reason or remedy.
#[track_caller]
fn say(rows: &[(&[Edit], &str, &str)]) {
    let mut wrong = String::new();
    for (edits, code, words) in rows {
        let of_code: Vec<Diagnostic> = findings(edits)
            .into_iter()
            .filter(|found| found.code == *code)
            .collect();
        let said = |found: &Diagnostic| {
            [&found.message, &found.reason, &found.fix]
                .iter()
                .any(|text| text.contains(words))
        };
        if !of_code.iter().any(said) {
            wrong.push_str(&format!("{edits:?} {code}: no 「{words}」 in {of_code:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
