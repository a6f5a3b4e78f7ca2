//! Findings about the sources, as data: what, where, why it matters, how to mend it. All of a run are collected and sorted;
//! turning them into text for a terminal, JSON or a code host is done by the converters beside this file.

pub mod explain;
pub mod github;
pub mod json;
pub mod terminal;

use crate::{
    model::Id,
    source::{Place, Sources},
};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule found it, e.g. `kpi-unit-mismatch`; one rule, one code.
    pub code: &'static str,
    /// Whether the report can be published with it.
    pub severity: Severity,
    /// The file, by its name below the content folder.
    pub file: String,
    /// Where in the file; `None` if the file itself is the matter (it is not there, or is no text).
    pub place: Option<Place>,
    /// What is wrong: one sentence.
    pub message: String,
    /// 理由: why it matters.
    pub reason: String,
    /// 修正: the way out.
    pub fix: String,
    /// 例: how it looks when right.
    pub example: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// The department that can mend it; `None` for the planning section.
    pub department: Option<Id>,
    /// The KPI it is about, if any.
    pub kpi: Option<Id>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 公開前に直すもの: the report cannot be built with it.
    Error,
    /// ご確認ください: a person must look; it may be right.
    Warning,
}

impl Severity {
    /// The word of machines.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Sorted by file, position and code, so that the same sources give the same list.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        let key = |d: &Diagnostic| {
            (
                d.place.map_or((0, 0), |place| (place.span.start, place.span.end)),
                d.severity,
                d.code,
            )
        };
        (&a.file, key(a), &a.message).cmp(&(&b.file, key(b), &b.message))
    });
}

impl Diagnostic {
    /// `file:line:column`, as editors take it.
    pub fn location(&self, sources: &Sources) -> String {
        match self.place {
            Some(place) => {
                let at = sources.line_column(place);
                format!("{}:{}:{}", self.file, at.line, at.column)
            }
            None => self.file.clone(),
        }
    }
}
