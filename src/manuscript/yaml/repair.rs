//! What to do about a syntax error: recognise the slip behind it and mend it in the copy, or take its lines out.
//!
//! A slip is believed only if mending it gets the reading on: so a `：` or an ideographic space in a text nearby, where
//! both are right, is never accused.

use std::ops::Range;

use super::{
    ProblemKind,
    lines::{Line, above, below, line_at},
    mended::{Edit, Mended},
    stop::Stop,
    traps, tree,
};

/// A slip and how to read on.
#[derive(Debug, Clone)]
pub(super) struct Repair {
    /// What people should look at, in bytes of the copy.
    pub(super) span: Range<usize>,
    /// Its kind.
    pub(super) kind: ProblemKind,
    /// How to read on; `None` when there is no sense in it.
    pub(super) edits: Option<Vec<Edit>>,
    /// True when the mended text may lack something that was written.
    pub(super) loses_text: bool,
}

const LOOK_BACK: usize = 4;

/// The slip behind a stop: on its line, on one just before it (errors are often noticed late) or on the next.
pub(super) fn find(copy: &Mended, source: &str, stop: &Stop) -> Repair {
    let text = copy.text();
    let here = line_at(text, stop.at);
    if stop.kind == ProblemKind::TooDeep {
        return Repair {
            span: here.trimmed(),
            kind: stop.kind,
            edits: None,
            loses_text: true,
        };
    }
    let gets_on = |repair: &Repair| {
        let Some(edits) = &repair.edits else { return false };
        let mended = copy.edited(edits);
        match tree::build(&mended, source) {
            Ok(_) => true,
            Err(next) => next.error != stop.error || mended.offset(next.at) != copy.offset(stop.at),
        }
    };
    if let Some(repair) = traps::at_stop(text, stop).into_iter().find(&gets_on) {
        return repair;
    }
    let mut near = vec![here.clone()];
    while let Some(line) = near
        .last()
        .and_then(|line| above(text, line))
        .filter(|_| near.len() <= LOOK_BACK)
    {
        near.push(line);
    }
    near.extend(below(text, &here));
    let candidates = near.iter().flat_map(|line| traps::on_line(text, line));
    if let Some(repair) = candidates.into_iter().find(&gets_on) {
        return repair;
    }
    if let Some(repair) = traps::indented_first(text, &here).filter(&gets_on) {
        return repair;
    }
    if let Some(line) = above(text, &here).filter(Line::stands_alone) {
        let repair = without(text, line, stop.at, ProblemKind::Other);
        if gets_on(&repair) {
            return repair;
        }
    }
    let indent = matches!(
        stop.kind,
        ProblemKind::Indentation | ProblemKind::Other | ProblemKind::SpecialStart('-')
    );
    if indent {
        // A line that is indented too far makes the one above it look wrong.
        let lines = std::iter::once(here.clone()).chain(below(text, &here));
        let moved = lines.filter_map(|line| traps::indented_like_above(text, &line));
        if let Some(repair) = moved.into_iter().find(&gets_on) {
            return repair;
        }
    }
    without(text, here, stop.at, stop.kind)
}

/// The line at fault taken out, with everything that belongs to it.
fn without(text: &str, here: Line, at: usize, kind: ProblemKind) -> Repair {
    // Taking out a line that is blank already would not get on.
    let culprit = if here.is_blank() {
        above(text, &here)
    } else {
        Some(here)
    };
    let Some(culprit) = culprit else {
        return Repair {
            span: at..at,
            kind,
            edits: None,
            loses_text: true,
        };
    };
    let mut end = culprit.range.end;
    let mut line = culprit.clone();
    while let Some(next) = below(text, &line).filter(|next| next.indent() > culprit.indent()) {
        end = next.range.end;
        line = next;
    }
    // A dash stays: the entry it opens may go on below.
    let start = culprit.range.start;
    let dash = culprit.text[..culprit.lead]
        .rfind('-')
        .filter(|_| end == culprit.range.end);
    let kept = dash.map_or(start, |dash| start + dash + 1);
    let kept = if text[kept..end].trim().is_empty() { start } else { kept };
    Repair {
        span: culprit.trimmed(),
        kind,
        edits: Some(vec![Edit::new(kept..end, "")]),
        loses_text: true,
    }
}
