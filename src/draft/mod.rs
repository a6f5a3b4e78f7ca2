//! The draft before the committee: what the sources lack and what is doubtful, each at its place in the report, and what
//! each department still owes.
//!
//! Pure, and between `check` and `render`: it reads the manuscript for the places of things and hands the renderer data
//! that knows no manuscript. [`number`] names paragraphs, [`places`] leads from a file to a paragraph, [`values`] finds the
//! gaps in the series, [`owed`] counts what is due, [`board`], [`questions`] and [`letter`] put it into words.

mod board;
mod letter;
mod owed;
mod places;
mod questions;
mod values;

pub use crate::model::number::{self, Home, Spot};
pub use board::{Board, BoardRow, Cell, left_out};
pub use owed::{Item, Owed, State};
pub use questions::Asked;

use std::collections::{BTreeMap, HashMap};

use crate::{
    changes::Change,
    diagnostic::{Diagnostic, Severity},
    manuscript::Manuscript,
    model::{Date, DepartmentIx, Edition, Gap, KpiIx, Publication, Word},
    source::Sources,
};
use places::Places;

/// How a draft is called. Both come from the command line, never from the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// 第1回委員会案.
    pub name: String,
    /// As of when.
    pub date: Option<Date>,
}

/// What the pages of a draft show beside the report itself.
#[derive(Debug)]
pub struct Draft {
    /// How it is called.
    pub label: Label,
    /// Everything found, in the order of the check stage.
    pub notes: Vec<Note>,
    /// Where among them those of an edition's places are: pages ask for each paragraph.
    noted: HashMap<(u16, Spot), Vec<usize>>,
    /// Figures of the series that are missing or cannot be read.
    values: BTreeMap<(KpiIx, u16), Gap>,
    /// What is not as it was in an earlier draft, if one was named.
    pub since: Option<Since>,
}

/// An earlier draft and what has changed since.
#[derive(Debug, Clone)]
pub struct Since {
    /// As named on the command line: a folder or a revision.
    pub name: String,
    /// In the order of the report.
    pub changes: Vec<Change>,
}

/// A finding at its place in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which rule found it.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub fix: String,
    /// `file:line`, or the file.
    pub location: String,
    /// The department that can mend it; `None` for the planning section.
    pub department: Option<DepartmentIx>,
    /// The edition it is in; the newest for the registers.
    pub year: u16,
    /// Where in the report.
    pub spot: Spot,
}

impl Label {
    /// 第1回委員会案（令和3（2021）年8月20日）.
    pub fn text(&self) -> String {
        match self.date {
            Some(date) => format!("{}（{}）", self.name, date.long()),
            None => self.name.clone(),
        }
    }
}

impl Draft {
    /// The draft of a publication, with what the check stage found.
    pub fn new(
        label: Label,
        sources: &Sources,
        manuscript: &Manuscript,
        publication: &Publication,
        findings: &[Diagnostic],
    ) -> Self {
        let places = Places::new(sources, manuscript, publication);
        let newest = publication.newest().year.year();
        let notes = findings.iter().map(|finding| note(finding, &places, sources, newest));
        let notes: Vec<Note> = notes.collect();
        let mut noted: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, note) in notes.iter().enumerate() {
            noted.entry((note.year, note.spot)).or_default().push(at);
        }
        Self {
            label,
            notes,
            noted,
            values: values::gaps(sources, manuscript, publication),
            since: None,
        }
    }

    /// Why a figure of the series is not there, if it should be.
    pub fn value_gap(&self, kpi: KpiIx, year: u16) -> Option<&Gap> {
        self.values.get(&(kpi, year))
    }

    /// The findings at a place of an edition.
    pub fn notes_at(&self, edition: &Edition, spot: Spot) -> impl Iterator<Item = &Note> {
        let there = self.noted.get(&(edition.year.year(), spot));
        there.into_iter().flatten().map(|at| &self.notes[*at])
    }
}

impl Note {
    /// What it asks for: to hand something in, to mend it, or to look at it.
    pub fn state(&self) -> State {
        match self.severity {
            Severity::Error if is_absence(self.code) => State::Missing,
            Severity::Error => State::Mend,
            Severity::Warning => State::Look,
        }
    }
}

/// Whether a finding says nothing but that something is not there yet.
pub fn is_absence(code: &str) -> bool {
    letter::ABSENT.contains(&code)
}

/// The codes of rules that drafts treat in their own way.
pub fn codes() -> impl Iterator<Item = &'static str> {
    letter::ABSENT.into_iter().chain(questions::CODES)
}

fn note(finding: &Diagnostic, places: &Places, sources: &Sources, newest: u16) -> Note {
    let (spot, year) = spot(finding, places);
    let location = match finding.place {
        Some(place) => format!("{}:{}", finding.file, sources.line(place)),
        None => finding.file.clone(),
    };
    Note {
        code: finding.code,
        severity: finding.severity,
        message: finding.message.clone(),
        fix: finding.fix.clone(),
        location,
        department: finding.department.as_ref().and_then(|id| places.department(id)),
        year: year.or_else(|| folder_year(&finding.file)).unwrap_or(newest),
        spot,
    }
}

/// The narrowest place a finding tells of: its own, its KPI's, or that of what belongs to it (a missing entry has no
/// place of its own, but the plan has one that asks for it).
fn spot(finding: &Diagnostic, places: &Places) -> (Spot, Option<u16>) {
    let broad = |spot: Spot| matches!(spot, Spot::Department(_) | Spot::Nowhere | Spot::Front);
    let own = finding.place.map(|place| places.find(place));
    let (spot, year) = own.unwrap_or((Spot::Nowhere, None));
    if !broad(spot) {
        return (spot, year);
    }
    let kpi = finding.kpi.as_ref().and_then(|id| places.kpi(id)).map(Spot::Kpi);
    let related = || {
        let mut related = finding.related.iter().map(|related| places.find(related.place).0);
        related.find(|spot| !broad(*spot))
    };
    let chapter = || {
        let name = finding.file.rsplit_once("/chapters/")?.1.strip_suffix(".md")?;
        Some(Spot::Home(Home::Chapter(crate::model::ChapterKind::from_word(name)?)))
    };
    (kpi.or_else(related).or_else(chapter).unwrap_or(spot), year)
}

/// 2021 of `reports/2021/…`.
fn folder_year(file: &str) -> Option<u16> {
    file.strip_prefix("reports/")?.split('/').next()?.parse().ok()
}
