//! Findings for people at a terminal: two lists, the source line with a caret under the place, what, why and the way out.
//! ASCII drawing only: box characters are two columns wide in Japanese terminal fonts and would shift every caret.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use super::{Diagnostic, Severity};
use crate::{
    model::Id,
    source::{Place, Sources},
};

/// The words that the planning section's own findings stand under.
const PLANNING: &str = "取りまとめ";

/// How to show findings.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether colours help.
    pub colour: bool,
}

/// All findings as one text, grouped by gravity and department, with a summary line at the end; empty for none.
pub fn render(
    findings: &[Diagnostic],
    sources: &Sources,
    names: &dyn Fn(&Id) -> Option<String>,
    options: Options,
) -> String {
    let mut out = String::new();
    for (severity, heading) in [
        (Severity::Error, "公開前に直すもの"),
        (Severity::Warning, "ご確認ください"),
    ] {
        let of: Vec<&Diagnostic> = findings.iter().filter(|found| found.severity == severity).collect();
        if of.is_empty() {
            continue;
        }
        out.push_str(&format!("■ {heading}（{}件）\n\n", of.len()));
        for (department, group) in by_department(&of, names) {
            out.push_str(&format!("◆ {department}（{}件）\n\n", group.len()));
            for found in group {
                out.push_str(&one(found, sources, options));
                out.push('\n');
            }
        }
    }
    out
}

/// `直すもの 3件、確認するもの 2件` or that nothing was found.
pub fn summary(findings: &[Diagnostic]) -> String {
    let count = |severity| findings.iter().filter(|found| found.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "直すものも、確認するものもありません。".to_owned(),
        (errors, warnings) => format!("公開前に直すもの {errors}件、ご確認いただくもの {warnings}件です。"),
    }
}

/// In order of first appearance, the planning section last.
fn by_department<'d>(
    findings: &[&'d Diagnostic],
    names: &dyn Fn(&Id) -> Option<String>,
) -> Vec<(String, Vec<&'d Diagnostic>)> {
    let mut groups: Vec<(String, Vec<&Diagnostic>)> = Vec::new();
    let mut planning = Vec::new();
    for found in findings.iter().copied() {
        let Some(department) = &found.department else {
            planning.push(found);
            continue;
        };
        let name = names(department).unwrap_or_else(|| department.to_string());
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, group)) => group.push(found),
            None => groups.push((name, vec![found])),
        }
    }
    if !planning.is_empty() {
        groups.push((PLANNING.to_owned(), planning));
    }
    groups
}

fn one(found: &Diagnostic, sources: &Sources, options: Options) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR.with_name("直す"),
        Severity::Warning => Level::WARNING.with_name("確認"),
    };
    let title = level.primary_title(found.message.as_str()).id(found.code);
    let mut group = Group::with_title(title);
    if let Some(place) = found.place {
        let line = Line::of(place, sources);
        // Where the line is shown from its middle on, the column cannot be counted in what is shown.
        if let Some(column) = line.column {
            group = group.element(Origin::path(line.file).line(line.number).char_column(column));
        }
        group = group.element(
            line.snippet()
                .annotation(AnnotationKind::Primary.span(line.span.clone())),
        );
    } else {
        group = group.element(Origin::path(found.file.as_str()));
    }
    for related in &found.related {
        let line = Line::of(related.place, sources);
        let annotation = AnnotationKind::Context.span(line.span.clone());
        group = group.element(line.snippet().annotation(annotation.label(related.message.as_str())));
    }
    group = group.element(Level::NOTE.with_name("理由").message(found.reason.as_str()));
    group = group.element(Level::HELP.with_name("修正").message(found.fix.as_str()));
    let example;
    if let Some(text) = &found.example {
        example = format!("\n{text}");
        group = group.element(Level::INFO.with_name("例").message(example.as_str()));
    }
    let renderer = if options.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    text.push('\n');
    text
}

/// The first line of a place: a caret under a whole block says nothing. Whole characters, whatever the place: a finding
/// that cannot be shown would hide all others.
struct Line<'s> {
    file: &'s str,
    number: usize,
    /// As much of it as helps.
    text: &'s str,
    /// In that text.
    span: Range<usize>,
    /// Where the place begins in the whole line, from one, if that is shown from its middle on.
    column: Option<usize>,
}

impl<'s> Line<'s> {
    fn of(place: Place, sources: &'s Sources) -> Self {
        let file = sources.file(place.file);
        let number = sources.line(place);
        let line = file.line_range(number);
        let within = |at: u32| (at as usize).clamp(line.start, line.end) - line.start;
        let text = &file.text[line.clone()];
        let start = text.floor_char_boundary(within(place.span.start));
        let span = start..text.ceil_char_boundary(within(place.span.end)).max(start);
        // What else stands on a line without end helps nobody.
        let from = text.floor_char_boundary(span.start.saturating_sub(LONGEST));
        let shown = text.ceil_char_boundary(text.len().min(span.start + LONGEST));
        Self {
            file: &file.name,
            number: number as usize,
            text: &text[from..shown],
            span: span.start - from..span.end.min(shown) - from,
            column: (from > 0).then(|| text[..span.start].chars().count() + 1),
        }
    }

    fn snippet(&self) -> Snippet<'s, Annotation<'s>> {
        let snippet = Snippet::source(self.text).line_start(self.number).fold(true);
        match self.column {
            Some(_) => snippet,
            None => snippet.path(self.file),
        }
    }
}

/// Bytes of a line that are shown before and behind the beginning of a place.
const LONGEST: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_caret_stands_under_whole_characters_of_one_line() {
        let sources = Sources::from_files([("a.md", "市\r\n町村")]);
        let file = sources.find("a.md").unwrap();
        let line = |start, end| {
            let span = Span { start, end };
            let line = Line::of(Place { file, span }, &sources);
            (line.number, line.text, line.span)
        };
        assert_eq!(line(6, 9), (2, "町村", 0..6));
        assert_eq!(line(0, 8), (1, "市", 0..3));
        assert_eq!(line(99, 120), (2, "町村", 6..6));
    }

    #[test]
    fn a_line_without_end_is_shown_around_the_place() {
        let long = format!("{}: x{}", "あ".repeat(5000), "い".repeat(5000));
        let sources = Sources::from_files([("a.yaml", format!("---\n{long}"))]);
        let file = sources.find("a.yaml").unwrap();
        let start = 4 + 15_000 + 2;
        let span = Span { start, end: start + 1 };
        let line = Line::of(Place { file, span }, &sources);
        assert_eq!((line.number, line.column), (2, Some(5003)));
        assert_eq!(&line.text[line.span.clone()], "x");
        assert!(line.text.len() <= 2 * (LONGEST + 3), "{}", line.text.len());
        let found = Diagnostic {
            code: "yaml-syntax",
            severity: Severity::Error,
            file: "a.yaml".to_owned(),
            place: Some(Place { file, span }),
            message: "読み取れません。".to_owned(),
            reason: "分かりません。".to_owned(),
            fix: "直してください。".to_owned(),
            example: None,
            related: Vec::new(),
            department: None,
            kpi: None,
        };
        let text = render(&[found], &sources, &|_| None, Options { colour: false });
        assert!(text.contains("a.yaml:2:5003"), "{text}");
    }
}
