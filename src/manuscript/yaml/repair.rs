//! What to do about a syntax error: recognise the slip, and mend or remove its line in a copy of the same length.

use std::ops::Range;

use super::{ProblemKind, tree::Stop};

/// A slip and what to read on with.
pub(super) struct Repair {
    /// What people should look at, in bytes of the text.
    pub(super) span: Range<usize>,
    /// Its kind.
    pub(super) kind: ProblemKind,
    /// The text to read instead, of equal length; `None` when there is no sense in reading on.
    pub(super) mended: Option<String>,
    /// True when the mended text lacks something that was written.
    pub(super) loses_text: bool,
}

/// The slip behind a stop: on its line, or on one of the lines just before it (errors are often noticed late).
pub(super) fn find(text: &str, stop: &Stop) -> Repair {
    let here = line_at(text, stop.at);
    if matches!(stop.kind, ProblemKind::TooDeep) {
        return Repair {
            span: trimmed(text, here),
            kind: stop.kind,
            mended: None,
            loses_text: true,
        };
    }
    let mut line = here.clone();
    for _ in 0..LOOK_BACK {
        if let Some(repair) = trap(text, line.clone()) {
            return repair;
        }
        let Some(before) = text[..line.start].trim_end().len().checked_sub(1) else {
            break;
        };
        line = line_at(text, before);
    }
    if stop.kind == ProblemKind::UnclosedQuote {
        return unclosed_quote(text, here);
    }
    // Removing a line that is blank already would not get on: remove the visible line before it.
    let culprit = if text[here.clone()].trim().is_empty() {
        line_at(text, text[..here.start].trim_end().len().saturating_sub(1))
    } else {
        here
    };
    if text[culprit.clone()].trim().is_empty() {
        return Repair {
            span: stop.at..stop.at,
            kind: stop.kind,
            mended: None,
            loses_text: true,
        };
    }
    Repair {
        span: trimmed(text, culprit.clone()),
        kind: stop.kind,
        mended: Some(blank(text, culprit)),
        loses_text: true,
    }
}

const LOOK_BACK: usize = 4;

/// The slips that Japanese keyboards invite, each with its mending.
fn trap(text: &str, line: Range<usize>) -> Option<Repair> {
    let content = &text[line.clone()];
    let indent = content.len() - content.trim_start_matches([' ', '\u{3000}', '\t', '-']).len();
    let lead = &content[..indent];
    if let Some(at) = lead.find('\u{3000}') {
        let run = lead[at..].len() - lead[at..].trim_start_matches('\u{3000}').len();
        let span = line.start + at..line.start + at + run;
        // Three bytes of an ideographic space look like two columns; what it meant cannot be known, so the line goes.
        return Some(Repair {
            span,
            kind: ProblemKind::FullWidthSpace,
            mended: Some(blank(text, line)),
            loses_text: true,
        });
    }
    if let Some(at) = lead.find('\t') {
        let span = line.start + at..line.start + at + 1;
        return Some(Repair {
            span,
            kind: ProblemKind::Tab,
            mended: Some(blank(text, line)),
            loses_text: true,
        });
    }
    let key_end = indent + content[indent..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')?;
    let rest = &content[key_end..];
    if key_end > indent && rest.starts_with('：') {
        let at = line.start + key_end;
        // The full-width colon has three bytes: a colon and two spaces take its place.
        return Some(replaced(
            text,
            at..at + '：'.len_utf8(),
            ":  ",
            ProblemKind::FullWidthColon,
        ));
    }
    let value_at = match rest.strip_prefix(':') {
        Some(after) if key_end > indent => key_end + 1 + (after.len() - after.trim_start().len()),
        _ if lead.contains('-') => indent,
        _ => return None,
    };
    let value = &content[value_at..];
    let first = value.chars().next()?;
    let at = line.start + value_at;
    match first {
        '%' | '@' | '`' | '*' => Some(replaced(text, at..at + 1, "_", ProblemKind::SpecialStart(first))),
        // A bracket that closes before the end of the line was meant as text: [仮称] 計画.
        '[' | '{' => {
            let close = if first == '[' { ']' } else { '}' };
            let after = value.split_once(close)?.1.trim_start();
            let text_follows = !after.is_empty() && !after.starts_with(['#', ',', ']', '}']);
            text_follows.then(|| replaced(text, at..at + 1, "_", ProblemKind::SpecialStart(first)))
        }
        _ => None,
    }
}

/// The opening quote is the slip; the library notices at the end of the file or at the next key.
fn unclosed_quote(text: &str, here: Range<usize>) -> Repair {
    let opening = text[..here.end]
        .match_indices([':', '-'])
        .filter_map(|(at, sign)| {
            let rest = text[at + sign.len()..].trim_start_matches(' ');
            let start = text.len() - rest.len();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let line_end = rest.find('\n').unwrap_or(rest.len());
            (rest[..line_end].matches(quote).count() % 2 == 1).then_some(start)
        })
        .next();
    let at = opening.unwrap_or(here.start);
    let line = line_at(text, at);
    let span = at..line.end;
    Repair {
        span,
        kind: ProblemKind::UnclosedQuote,
        mended: Some(blank(text, at..line.end)),
        loses_text: true,
    }
}

fn replaced(text: &str, span: Range<usize>, with: &str, kind: ProblemKind) -> Repair {
    let mut mended = text.to_owned();
    mended.replace_range(span.clone(), with);
    Repair {
        span,
        kind,
        mended: Some(mended),
        loses_text: false,
    }
}

fn blank(text: &str, range: Range<usize>) -> String {
    let mut mended = text.to_owned();
    mended.replace_range(range.clone(), &" ".repeat(range.len()));
    mended
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..start + text[start..end].trim_end_matches('\r').len()
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let content = &text[line.clone()];
    let lead = content.len() - content.trim_start().len();
    line.start + lead..line.start + content.trim_end().len().max(lead)
}
