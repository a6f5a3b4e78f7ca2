//! The slips that Japanese keyboards and YAML's own signs invite, each with its mending.

use std::ops::Range;

use super::{
    ProblemKind,
    lines::{Line, above, below, key_length, line_at},
    mended::Edit,
    repair::Repair,
    stop::Stop,
};

/// What the sign at which the reading stopped can have been.
pub(super) fn at_stop(text: &str, stop: &Stop) -> Option<Repair> {
    let line = line_at(text, stop.at);
    let sign = text.get(stop.at..)?.chars().next()?;
    match stop.kind {
        ProblemKind::SpecialStart(_) if sign == '-' && text[stop.at + 1..line.range.end].trim().is_empty() => {
            // A lone hyphen is mostly a 「－」; quoted it would be a second slip.
            Some(Repair {
                span: stop.at..stop.at + 1,
                kind: ProblemKind::SpecialStart('-'),
                edits: Some(vec![Edit::new(stop.at..stop.at + 1, "")]),
                loses_text: true,
            })
        }
        ProblemKind::SpecialStart(_) => {
            let end = value_end(text, &line, stop.at);
            Some(quoted(text, stop.at..end, ProblemKind::SpecialStart(sign)))
        }
        ProblemKind::UnclosedQuote if matches!(sign, '"' | '\'') => Some(Repair {
            span: stop.at..line.trimmed().end.max(stop.at + 1),
            kind: ProblemKind::UnclosedQuote,
            edits: Some(vec![Edit::new(stop.at..stop.at + 1, "")]),
            loses_text: false,
        }),
        _ => None,
    }
}

/// Looks like a space and is none to YAML: the ideographic one, and the one that Word puts where no line may break.
const WIDE: [char; 2] = ['\u{3000}', '\u{A0}'];

/// The slips that a line may hold, the likeliest first.
pub(super) fn on_line(text: &str, line: &Line) -> Vec<Repair> {
    if line.is_comment() {
        return Vec::new();
    }
    if line.is_blank() {
        return blank(line).into_iter().collect();
    }
    let mut found = white_space(text, line);
    found.extend(entry_mark(line));
    found.extend(colon(text, line.range.start + line.lead, line.range.end));
    found.extend(commas(line));
    if let Some(value) = line.value() {
        found.extend(signs_in_value(text, value));
    }
    found.extend(open_bracket(line));
    found
}

/// An ideographic space on a line that looks blank.
fn blank(line: &Line) -> Option<Repair> {
    line.text.contains('\u{3000}').then(|| Repair {
        span: line.range.clone(),
        kind: ProblemKind::FullWidthSpace,
        edits: Some(vec![Edit::new(line.range.clone(), "")]),
        loses_text: false,
    })
}

/// `key：value` and `key:value`, where a text begins that should have been a pair.
pub(super) fn colon(text: &str, start: usize, end: usize) -> Option<Repair> {
    let content = &text[start..end];
    let key = key_length(content)?;
    let at = start + key;
    let (sign, width) = match content[key..].chars().next()? {
        '：' => ('：', '：'.len_utf8()),
        ':' => (':', 1),
        _ => return None,
    };
    let rest = &content[key + width..];
    let (kind, edit) = if sign == '：' {
        (ProblemKind::FullWidthColon, Edit::new(at..at + width, ": "))
    } else if let Some(after) = rest.strip_prefix(WIDE) {
        let run = rest.len() - after.trim_start_matches(WIDE).len();
        (ProblemKind::FullWidthSpace, Edit::new(at + 1..at + 1 + run, " "))
    } else if rest.is_empty() || rest.starts_with([' ', '\t', '/']) {
        return None;
    } else {
        (ProblemKind::ColonWithoutSpace, Edit::new(at + 1..at + 1, " "))
    };
    let span = match kind {
        ProblemKind::FullWidthSpace => edit.range.clone(),
        _ => at..at + width,
    };
    Some(Repair {
        span,
        kind,
        edits: Some(vec![edit]),
        loses_text: false,
    })
}

/// `{ year: 2024、value: 1 }`: full-width commas within brackets that a key follows.
fn commas(line: &Line) -> Option<Repair> {
    let open = line.text.find('{')?;
    let before_key = |(at, mark): &(usize, &str)| {
        let rest = line.text[open + at + mark.len()..].trim_start();
        key_length(rest).is_some_and(|key| rest[key..].starts_with(':'))
    };
    let commas = line.text[open..].match_indices(['、', '，']).filter(before_key);
    let commas: Vec<Range<usize>> = commas
        .map(|(at, mark)| (line.range.start + open + at, mark.len()))
        .map(|(at, width)| at..at + width)
        .collect();
    Some(Repair {
        span: commas.first()?.clone(),
        kind: ProblemKind::FullWidthComma,
        edits: Some(commas.into_iter().map(|comma| Edit::new(comma, ", ")).collect()),
        loses_text: false,
    })
}

/// `－ id: x` and `-id: x`, where an entry of a list was meant.
fn entry_mark(line: &Line) -> Option<Repair> {
    const MARKS: [char; 8] = ['－', '−', 'ー', '‐', '–', '—', '・', '‑'];
    let indent = line.indent();
    let content = &line.text[indent..];
    let at = line.range.start + indent;
    let mark = content.chars().next()?;
    let (width, edit) = if MARKS.contains(&mark) {
        let rest = content[mark.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
        let width = content.len() - rest.len();
        (mark.len_utf8(), Edit::new(at..at + width, "- "))
    } else if mark == '-' && key_length(content[1..].trim_start()).is_some() && !content[1..].starts_with([' ', '-']) {
        (1, Edit::new(at + 1..at + 1, " "))
    } else {
        return None;
    };
    Some(Repair {
        span: at..at + width,
        kind: ProblemKind::EntryMark,
        edits: Some(vec![edit]),
        loses_text: false,
    })
}

/// An ideographic space before a comment sign does not begin a comment.
pub(super) fn space_before_comment(text: &str, value: Range<usize>) -> Option<Repair> {
    let at = value.start + text[value.clone()].find("\u{3000}#")?;
    let span = at..at + '\u{3000}'.len_utf8();
    Some(Repair {
        span: span.clone(),
        kind: ProblemKind::FullWidthSpace,
        edits: Some(vec![Edit::new(span, " ")]),
        loses_text: false,
    })
}

/// A comment behind a value that begins like a text (`#1`, `#「`): no space stands behind the sign, and no line of signs.
pub(super) fn text_in_comment(text: &str, value: &Range<usize>) -> Option<Range<usize>> {
    let rest = &text[value.end..];
    let behind = rest.trim_start_matches([' ', '\t']);
    let first = behind.strip_prefix('#')?.chars().next()?;
    let at = value.end + rest.len() - behind.len();
    let end = at + behind.lines().next()?.trim_end().len();
    let text = !first.is_whitespace() && !matches!(first, '#' | '-' | '=' | '*' | '!');
    (text && at > value.end && !value.is_empty()).then_some(at..end)
}

/// Ideographic spaces or tabs as indent, on this line and those like it right below.
pub(super) fn white_space(text: &str, line: &Line) -> Vec<Repair> {
    let lead = &line.text[..line.lead];
    let kind = match lead.find(['\u{3000}', '\t']) {
        Some(at) if lead[at..].starts_with('\t') => ProblemKind::Tab,
        Some(_) => ProblemKind::FullWidthSpace,
        None => return Vec::new(),
    };
    let sign = if kind == ProblemKind::Tab { '\t' } else { '\u{3000}' };
    let mut lines = vec![line.clone()];
    while let Some(next) = lines.last().and_then(|last| below(text, last)) {
        if !next.text[..next.lead].contains(sign) {
            break;
        }
        lines.push(next);
    }
    let runs: Vec<Range<usize>> = lines.iter().filter_map(|line| run_of(line, sign)).collect();
    let Some(span) = runs.first().cloned() else {
        return Vec::new();
    };
    let with = |width: &dyn Fn(usize) -> usize| Repair {
        span: span.clone(),
        kind,
        edits: Some(
            runs.iter()
                .map(|run| Edit::new(run.clone(), " ".repeat(width(run.len() / sign.len_utf8()))))
                .collect(),
        ),
        loses_text: false,
    };
    // As wide as it looks; else in line with what is above.
    let mut found = vec![with(&|count| 2 * count)];
    if let Some(above) = above(text, line) {
        let before = span.start - line.range.start;
        let level = above.indent().saturating_sub(before);
        found.extend([with(&|_| level), with(&|_| level + 2)]);
    }
    found
}

/// A line whose indent fits nothing, put in line with the nearest of its kind above: dashes below dashes, keys below keys.
pub(super) fn indented_like_above(text: &str, line: &Line) -> Option<Repair> {
    let opens_entry = |line: &Line| line.text.trim_start().starts_with("- ");
    let mut like = above(text, line)?;
    for _ in 0..FARTHEST {
        if !opens_entry(line) || opens_entry(&like) {
            break;
        }
        like = above(text, &like)?;
    }
    let column = if opens_entry(line) { like.indent() } else { like.lead };
    let start = line.range.start;
    let indent = line.indent();
    (indent != column).then(|| Repair {
        span: line.trimmed(),
        kind: ProblemKind::Indentation,
        edits: Some(vec![Edit::new(start..start + indent, " ".repeat(column))]),
        loses_text: true,
    })
}

/// The first line of all, where it is indented and the line at fault is not: the rest cannot belong to it.
pub(super) fn indented_first(text: &str, line: &Line) -> Option<Repair> {
    let mut first = line_at(text, 0);
    while first.is_blank() || first.is_comment() {
        first = super::lines::below(text, &first)?;
    }
    let (start, indent) = (first.range.start, first.indent());
    (indent > 0 && line.indent() == 0 && start < line.range.start).then(|| Repair {
        span: first.trimmed(),
        kind: ProblemKind::Indentation,
        edits: Some(vec![Edit::new(start..start + indent, "")]),
        loses_text: false,
    })
}

/// An entry of a list has not more lines than this, as a rule.
const FARTHEST: usize = 20;

fn run_of(line: &Line, sign: char) -> Option<Range<usize>> {
    let at = line.text[..line.lead].find(sign)?;
    let rest = &line.text[at..];
    let length = rest.len() - rest.trim_start_matches(sign).len();
    Some(line.range.start + at..line.range.start + at + length)
}

/// Values that YAML takes for something else: `重点: 若者`, `[仮称] 計画`, `"若者"の計画`.
fn signs_in_value(text: &str, value: Range<usize>) -> Option<Repair> {
    let content = &text[value.clone()];
    let first = content.chars().next()?;
    let closing = match first {
        '[' => Some(']'),
        '{' => Some('}'),
        '"' | '\'' => Some(first),
        _ => None,
    };
    if let Some(closing) = closing {
        let Some((_, after)) = content[1..].split_once(closing) else {
            return matches!(first, '"' | '\'').then(|| Repair {
                span: value.clone(),
                kind: ProblemKind::UnclosedQuote,
                edits: Some(vec![Edit::new(value.start..value.start + 1, "")]),
                loses_text: false,
            });
        };
        let after = after.trim_start();
        let text_follows = !after.is_empty() && !after.starts_with(['#', ',', ']', '}']);
        return text_follows.then(|| quoted(text, value.clone(), ProblemKind::SpecialStart(first)));
    }
    let inner = content.contains(": ") || content.ends_with(':');
    let at = value.start + content.find(": ").or_else(|| content.rfind(':'))?;
    inner.then(|| Repair {
        span: at..at + 1,
        ..quoted(text, value, ProblemKind::ColonInValue)
    })
}

/// A list or mapping that its line does not close, or closes with the wrong sign.
fn open_bracket(line: &Line) -> Option<Repair> {
    let (at, open) = line.text.char_indices().find(|(_, c)| matches!(c, '[' | '{'))?;
    let (close, wrong) = if open == '[' { (']', '}') } else { ('}', ']') };
    let content = &line.text[at..];
    let written = content
        .find(" #")
        .map_or(content, |comment| &content[..comment])
        .trim_end();
    let start = line.range.start + at;
    let end = start + written.len();
    let edit = if let Some(body) = written.strip_suffix(wrong) {
        Edit::new(start + body.len()..end, close.to_string())
    } else if written.matches(open).count() > written.matches(close).count() {
        let body = written.trim_end_matches([',', ' ']);
        Edit::new(start + body.len()..end, close.to_string())
    } else {
        return None;
    };
    Some(Repair {
        span: start..end,
        kind: ProblemKind::UnclosedBracket,
        edits: Some(vec![edit]),
        loses_text: false,
    })
}

/// The value put in quotes, so that it is the text it was meant to be.
fn quoted(text: &str, value: Range<usize>, kind: ProblemKind) -> Repair {
    let content = text[value.clone()].replace('\'', "''");
    let edits = if content.len() == value.len() {
        vec![
            Edit::new(value.start..value.start, "'"),
            Edit::new(value.end..value.end, "'"),
        ]
    } else {
        vec![Edit::new(value.clone(), format!("'{content}'"))]
    };
    Repair {
        span: value.start..value.end,
        kind,
        edits: Some(edits),
        loses_text: false,
    }
}

/// Where a value ends that begins at `at`: at its line's end, or earlier within brackets.
fn value_end(text: &str, line: &Line, at: usize) -> usize {
    let before = &text[line.range.start..at];
    let inside = before.matches(['[', '{']).count() > before.matches([']', '}']).count();
    let rest = &text[at..line.range.end];
    let end = if inside {
        rest[1..].find([',', ']', '}']).map(|found| found + 1)
    } else {
        rest.find(" #")
    };
    at + rest[..end.unwrap_or(rest.len())].trim_end().len()
}
