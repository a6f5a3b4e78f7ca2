//! Findings for programs: one JSON object, versioned. Documented in `docs/diagnostics.md`.
//!
//! Lines and columns count from 1, columns in characters (not bytes, not UTF-16 units). `end` is exclusive.

use serde::Serialize;

use super::{Diagnostic, Severity};
use crate::source::{Place, Sources, Span};

/// Raised when a field changes its meaning or goes; new fields do not raise it.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'d> {
    version: u32,
    errors: usize,
    warnings: usize,
    findings: Vec<Finding<'d>>,
}

#[derive(Serialize)]
struct Finding<'d> {
    code: &'d str,
    severity: &'static str,
    file: &'d str,
    #[serde(flatten)]
    range: Option<Range>,
    message: &'d str,
    reason: &'d str,
    fix: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kpi: Option<&'d str>,
}

#[derive(Serialize)]
struct Related<'d> {
    file: &'d str,
    #[serde(flatten)]
    range: Range,
    message: &'d str,
}

#[derive(Serialize)]
struct Range {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

/// All findings as one JSON text, with a line end.
pub fn render(findings: &[Diagnostic], sources: &Sources) -> String {
    let count = |severity| findings.iter().filter(|found| found.severity == severity).count();
    let report = Report {
        version: VERSION,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: findings.iter().map(|found| finding(found, sources)).collect(),
    };
    // Strings and numbers in structs: there is nothing in it that JSON cannot hold.
    serde_json::to_string_pretty(&report).map_or_else(|_| String::new(), |text| text + "\n")
}

fn finding<'d>(found: &'d Diagnostic, sources: &'d Sources) -> Finding<'d> {
    let related = found.related.iter().map(|related| Related {
        file: &sources.file(related.place.file).name,
        range: range(related.place, sources),
        message: &related.message,
    });
    Finding {
        code: found.code,
        severity: found.severity.word(),
        file: &found.file,
        range: found.place.map(|place| range(place, sources)),
        message: &found.message,
        reason: &found.reason,
        fix: &found.fix,
        example: found.example.as_deref(),
        related: related.collect(),
        department: found.department.as_ref().map(crate::model::Id::as_str),
        kpi: found.kpi.as_ref().map(crate::model::Id::as_str),
    }
}

fn range(place: Place, sources: &Sources) -> Range {
    let start = sources.line_column(place);
    let end = Place {
        span: Span {
            start: place.span.end,
            end: place.span.end,
        },
        ..place
    };
    let end = sources.line_column(end);
    Range {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
