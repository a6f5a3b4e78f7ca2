//! What plain text holds besides text: references, marks that were left over, footnotes. Finds, and changes nothing.

use std::ops::Range;

use memchr::memchr_iter;

use crate::model::FigureField;

use super::{
    Construct, MarkdownFaultKind,
    faults::shortened,
    mistakes,
    reference::{self, ID_START, Reference},
    run::Run,
};

/// Something found in plain text.
pub(super) enum Found {
    /// `{kpi:id.field}`, and where the id stands in the run.
    Figure { id: Range<usize>, field: FigureField },
    /// `{plan:period}`.
    PlanPeriod,
    /// `{plan:parts}` and the like.
    Data(&'static str),
    /// Something to report.
    Fault(MarkdownFaultKind),
}

/// The first find at `from` or behind it. Escaped characters are never part of one.
pub(super) fn next(run: &Run, from: usize) -> Option<(Range<usize>, Found)> {
    let text = run.text();
    let mut at = from;
    loop {
        at += text[at..].find(['{', '｛', '[', '*', '＊', '_', '~'])?;
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let (len, found) = match first {
            '{' | '｛' => brace(rest, at),
            '[' => {
                let footnote = MarkdownFaultKind::Unsupported(Construct::Footnote);
                mistakes::footnote(rest).map(|len| (len, Some(Found::Fault(footnote))))
            }
            mark => {
                let len = rest.len() - rest.trim_start_matches(mark).len();
                Some((len, mistakes::at_mark(&rest[..len]).map(Found::Fault)))
            }
        }
        .unwrap_or((first.len_utf8(), None));
        let range = at..at + len;
        match found {
            Some(found) if !run.is_literal(range.clone()) => return Some((range, found)),
            // Behind an escaped brace or bracket the next one may still be meant.
            Some(_) if !matches!(first, '*' | '＊' | '_' | '~') => at += first.len_utf8(),
            _ => at = range.end,
        }
    }
}

/// Whether there may be a find in a text: most have none, and to see that, all of it is looked at without a stop.
pub(super) fn may_find(text: &str) -> bool {
    let bytes = text.as_bytes();
    let sign = |byte: u8| matches!(byte, b'{' | b'[' | b'*' | b'_' | b'~');
    bytes.iter().fold(false, |found, byte| found | sign(*byte)) || has_wide_sign(text)
}

/// Whether a text has `｛` or `＊`; many another character begins with their first byte.
pub(super) fn has_wide_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    let wide = |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0xBD, 0x9B] | [0xBC, 0x8A]));
    memchr_iter(0xEF, bytes).any(wide)
}

fn brace(rest: &str, at: usize) -> Option<(usize, Option<Found>)> {
    let found = reference::read(rest)?;
    let len = found.len();
    let found = match found {
        Reference::Figure { id_len, field, .. } => {
            let id = at + ID_START..at + ID_START + id_len;
            Found::Figure { id, field }
        }
        Reference::PlanPeriod { .. } => Found::PlanPeriod,
        Reference::Data { name, .. } => Found::Data(name),
        Reference::Unknown { .. } => Found::Fault(MarkdownFaultKind::UnknownReference {
            text: shortened(&rest[..len]),
        }),
        Reference::Unclosed { .. } => Found::Fault(MarkdownFaultKind::UnclosedReference {
            text: shortened(&rest[..len]),
        }),
    };
    Some((len, Some(found)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_may_be_a_find() {
        for sign in ["{", "｛", "[", "*", "＊", "_", "~"] {
            assert!(
                may_find(sign) && may_find(&format!("（仮）前年度より{sign}増")),
                "{sign}"
            );
        }
        for none in ["", "（前年度、8.5％）", "ｶﾅ！\u{feff}"] {
            assert!(!may_find(none), "{none}");
        }
    }
}
