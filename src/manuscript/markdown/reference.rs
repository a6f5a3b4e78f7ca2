//! References in plain text: `{kpi:patents.actual}`, `{plan:period}`, `{plan:parts}`. Whether the KPI exists is not
//! asked here, and braces that do not look like a reference are text.

use std::ops::Range;

use crate::model::{DataBlock, FigureField};

/// The words before the colon that belong to us: behind them nothing is taken for plain text.
const WORDS: [&str; 3] = ["kpi", "plan", "chart"];

/// What a brace begins. Lengths are in bytes and count both braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// `{kpi:id.field}`; the id ends `id_len` bytes after [`ID_START`].
    Figure {
        id_len: usize,
        field: FigureField,
        len: usize,
    },
    /// `{plan:period}`.
    PlanPeriod { len: usize },
    /// `{plan:parts}` and the like.
    Data { name: &'static str, len: usize },
    /// Of a reference's shape, without meaning.
    Unknown { len: usize },
    /// No closing brace.
    Unclosed { len: usize },
}

impl Reference {
    /// In bytes, braces included.
    pub fn len(&self) -> usize {
        match self {
            Self::Figure { len, .. }
            | Self::PlanPeriod { len }
            | Self::Data { len, .. }
            | Self::Unknown { len }
            | Self::Unclosed { len } => *len,
        }
    }
}

/// Where the id begins in `{kpi:id.field}`.
pub(super) const ID_START: usize = "{kpi:".len();

/// Reads what begins with the brace (`{` or `｛`) that `text` begins with; `None` when that is plain text.
/// Looks no further than the next brace, so reading at every brace of a text stays linear.
pub(super) fn read(text: &str) -> Option<Reference> {
    let open = text.chars().next()?;
    let inside = &text[open.len_utf8()..];
    let (inside, close) = match inside.find(['{', '}', '｛', '｝']) {
        Some(end) => (
            &inside[..end],
            inside[end..].chars().next().filter(|c| matches!(c, '}' | '｝')),
        ),
        None => (inside, None),
    };
    let (word, rest) = inside.split_once([':', '：'])?;
    let Some(close) = close else {
        return is_ours(word).then(|| Reference::Unclosed {
            len: open.len_utf8() + plausible(inside),
        });
    };
    let len = open.len_utf8() + inside.len() + close.len_utf8();
    let ascii = open == '{' && close == '}' && inside.is_ascii();
    if ascii && let Some(known) = exact(inside, len) {
        return Some(known);
    }
    let shaped = ascii && is_word(word) && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (shaped || is_ours(word)).then_some(Reference::Unknown { len })
}

/// The first reference in a text, with or without meaning.
pub(super) fn first(text: &str) -> Option<Range<usize>> {
    let braces = text.match_indices(['{', '｛']);
    let mut found = braces.filter_map(|(at, _)| Some(at..at + read(&text[at..])?.len()));
    found.next()
}

fn exact(inside: &str, len: usize) -> Option<Reference> {
    if inside == "plan:period" {
        return Some(Reference::PlanPeriod { len });
    }
    if let Some((name, _)) = DataBlock::ALL.iter().find(|(name, _)| *name == inside) {
        return Some(Reference::Data { name, len });
    }
    let (id, field) = inside.strip_prefix("kpi:")?.rsplit_once('.')?;
    let (_, field) = FigureField::ALL.iter().find(|(name, _)| *name == field)?;
    let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    plain.then_some(Reference::Figure {
        id_len: id.len(),
        field: *field,
        len,
    })
}

fn is_ours(word: &str) -> bool {
    WORDS.iter().any(|ours| word.trim().eq_ignore_ascii_case(ours))
}

fn is_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// How much of an unclosed reference still looks like one.
fn plausible(inside: &str) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '：');
    inside.find(|c| !part(c)).unwrap_or(inside.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let figure = Reference::Figure {
            id_len: 7,
            field: FigureField::Actual,
            len: 20,
        };
        assert_eq!(read("{kpi:patents.actual}件"), Some(figure));
        assert_eq!(read("{plan:period}"), Some(Reference::PlanPeriod { len: 13 }));
        assert_eq!(
            read("{chart:population}"),
            Some(Reference::Data {
                name: "chart:population",
                len: 18
            })
        );
        for unknown in [
            "{kpi:patents}",
            "{kpi:.actual}",
            "{plan:x}",
            "{kpi: a.actual}",
            "{kpi：a.actual}",
            "{KPI:a.b}",
            "{x:y}",
        ] {
            assert_eq!(
                read(unknown),
                Some(Reference::Unknown { len: unknown.len() }),
                "{unknown}"
            );
        }
        assert_eq!(read("｛kpi:a.actual｝"), Some(Reference::Unknown { len: 18 }));
        assert_eq!(read("{kpi:a.actual 件"), Some(Reference::Unclosed { len: 13 }));
        assert_eq!(read("{kpi:a {kpi:b.actual}"), Some(Reference::Unclosed { len: 6 }));
        for plain in ["{}", "{a}", "{注:A}", "{a: b}", "{:a}", "{", "{{a:b}}", "{a:b", "{1:2}"] {
            assert_eq!(read(plain), None, "{plain}");
        }
    }
}
