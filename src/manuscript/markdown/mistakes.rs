//! Slips that Markdown takes for plain text: a `#` or `-` without its space, full-width marks, marks left over.

use std::ops::Range;

use super::{Construct, MarkdownFaultKind, faults::shortened};

/// Looks at the start of a line of plain text; the range is that of the slip within `line`.
pub(super) fn at_line_start(line: &str, first_of_item: bool) -> Option<(Range<usize>, MarkdownFaultKind)> {
    let text = line.trim_start();
    let start = line.len() - text.len();
    let first = text.chars().next()?;
    let (len, kind) = match first {
        '#' if start > 0 && text.trim_start_matches('#').starts_with(' ') => {
            let level = text.len() - text.trim_start_matches('#').len();
            return Some((0..start, MarkdownFaultKind::HeadingBehindSpace { level }));
        }
        '#' | '＃' => hashes(text)?,
        // U+F0B7 is what Word's bullets become when they are pasted.
        '・' | '･' | '•' | '‣' | '\u{F0B7}' => {
            (first.len_utf8(), MarkdownFaultKind::BulletCharacter { bullet: first })
        }
        '-' | '*' if text[1..].starts_with(|c: char| c.is_alphabetic() || c == '\u{3000}') => {
            (1, MarkdownFaultKind::BulletWithoutSpace { bullet: first })
        }
        '|' => (1, MarkdownFaultKind::Unsupported(Construct::Table)),
        '[' if first_of_item && ["[ ]", "[x]", "[X]"].iter().any(|mark| text.starts_with(mark)) => {
            (3, MarkdownFaultKind::Unsupported(Construct::TaskList))
        }
        _ => return None,
    };
    Some((start..start + len, kind))
}

fn hashes(text: &str) -> Option<(usize, MarkdownFaultKind)> {
    let rest = text.trim_start_matches(['#', '＃']);
    let run = &text[..text.len() - rest.len()];
    let level = run.chars().count();
    // `#7119` is a telephone number; `#1-1-1` is a heading.
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if level == 1 && number.len() < rest.len() && !number.starts_with('-') {
        return None;
    }
    let kind = match run.contains('＃') {
        true => MarkdownFaultKind::FullWidthHash { level },
        false => MarkdownFaultKind::HeadingWithoutSpace { level },
    };
    Some((run.len(), kind))
}

/// Looks at a run of one character within plain text.
pub(super) fn at_mark(run: &str) -> Option<MarkdownFaultKind> {
    let mark = run.chars().next()?;
    match mark {
        _ if run.len() == mark.len_utf8() => None,
        '＊' => Some(MarkdownFaultKind::FullWidthEmphasis),
        // Four underscores and more are a line to write on.
        '_' if run.len() > 3 => None,
        '*' | '~' | '_' => Some(MarkdownFaultKind::LeftoverEmphasis { marks: shortened(run) }),
        _ => None,
    }
}

/// The length of a footnote's mark (`[^1]`) that `text` begins with.
pub(super) fn footnote(text: &str) -> Option<usize> {
    const LONGEST: usize = 64;
    let name = text.strip_prefix("[^")?;
    let end = name
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| matches!(c, '[' | ']') || c.is_whitespace())?;
    (end.1 == ']' && end.0 > 0).then_some("[^".len() + end.0 + 1)
}
