//! Makes a comparison readable. The fewest edits are not the clearest: a lone の in common between two rewritten phrases
//! is chance, and an insertion reads best where a phrase begins and ends.

use super::{diff::Run, units::Unit};

/// Drops what the two have in common by chance, then moves edits to where phrases begin.
pub(super) fn tidy(mut runs: Vec<Run>, old: &[Unit], new: &[Unit]) -> Vec<Run> {
    join(&mut runs);
    let mut runs = drop_chance(runs, old.len(), new.len());
    let common: usize = runs.iter().map(|run| run.length).sum();
    // What shares so little is another text: a checkerboard of syllables tells nobody anything.
    if common * 5 < old.len().min(new.len()) {
        return Vec::new();
    }
    slide(&mut runs, old, new);
    runs.retain(|run| run.length > 0);
    join(&mut runs);
    runs
}

/// Neighbours without an edit between them are one.
fn join(runs: &mut Vec<Run>) {
    runs.dedup_by(|later, earlier| {
        let next = (later.old, later.new) == (earlier.old + earlier.length, earlier.new + earlier.length);
        if next {
            earlier.length += later.length;
        }
        next
    });
}

/// Takes out every run that is no longer than the edits on both its sides, and looks again at those before it: their edits
/// have grown.
fn drop_chance(runs: Vec<Run>, old: usize, new: usize) -> Vec<Run> {
    let start = Run {
        old: 0,
        new: 0,
        length: 0,
    };
    let end = Run { old, new, length: 0 };
    let edit = |before: Run, after: Run| {
        let removed = after.old - (before.old + before.length);
        removed.max(after.new - (before.new + before.length))
    };
    let mut kept = vec![start];
    for run in runs.into_iter().chain([end]) {
        while let [.., before, candidate] = kept[..] {
            let (before, after) = (edit(before, candidate), edit(candidate, run));
            if before == 0 || after == 0 || candidate.length > before || candidate.length > after {
                break;
            }
            kept.pop();
        }
        kept.push(run);
    }
    kept.retain(|run| run.length > 0);
    kept
}

/// Moves every pure insertion and deletion to the best of the places where it says the same.
fn slide(runs: &mut [Run], old: &[Unit], new: &[Unit]) {
    for at in 1..runs.len() {
        let (before, after) = (runs[at - 1], runs[at]);
        let (end_old, end_new) = (before.old + before.length, before.new + before.length);
        let (text, from, length) = match (after.old - end_old, after.new - end_new) {
            (0, added) if added > 0 => (new, end_new, added),
            (removed, 0) if removed > 0 => (old, end_old, removed),
            _ => continue,
        };
        let left = (0..before.length)
            .take_while(|n| text[from - 1 - n] == text[from + length - 1 - n])
            .count();
        let right = (0..after.length)
            .take_while(|n| text[from + n] == text[from + length + n])
            .count();
        let best = (from - left..=from + right)
            // Of equally good places the one that the fewest edits found.
            .max_by_key(|place| {
                (
                    edge(text, *place) + edge(text, place + length),
                    usize::MAX - place.abs_diff(from),
                )
            })
            .unwrap_or(from);
        let (grow, back) = (best.saturating_sub(from), from.saturating_sub(best));
        runs[at - 1].length = before.length + grow - back;
        runs[at] = Run {
            old: after.old + grow - back,
            new: after.new + grow - back,
            length: after.length + back - grow,
        };
    }
}

/// How well a text may be cut before a unit.
fn edge(text: &[Unit], at: usize) -> u8 {
    let class = |unit: Option<&Unit>| unit.and_then(|unit| unit.shown().chars().next()).map(class);
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    match (class(before), class(text.get(at))) {
        (None, _) | (_, None) | (Some(Class::Stop), _) => 5,
        (Some(Class::Mark), _) => 4,
        // A particle ends a phrase; so does whatever comes before a bracket.
        (Some(Class::Hiragana), Some(Class::Hiragana)) => 0,
        (Some(Class::Hiragana), Some(_)) => 3,
        (one, two) if one != two => 1,
        _ => 0,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Stop,
    Mark,
    Hiragana,
    Katakana,
    Kanji,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '。' | '\n' => Class::Stop,
        '、' | '・' | '（' | '）' | '「' | '」' | ' ' | '　' => Class::Mark,
        '\u{3041}'..='\u{309F}' => Class::Hiragana,
        '\u{30A0}'..='\u{30FF}' => Class::Katakana,
        '\u{3005}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => Class::Kanji,
        _ => Class::Other,
    }
}
