//! Insertions and deletions between two texts, unit by unit, in bounded time.
//!
//! Sentences that both texts have once are anchors (patience), so that a long text falls into short stretches; each
//! stretch is compared by Myers' O(ND) algorithm up to a number of edits at which nobody would call it the same text.

use std::collections::HashMap;

use super::{
    tidy,
    units::{self, Unit},
};

/// A stretch of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// As before.
    Same(String),
    /// Only in the earlier text.
    Removed(String),
    /// Only in the new one.
    Added(String),
}

/// A stretch that both have: where it begins in each, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) length: usize,
}

/// More edits than this in one stretch are a text of its own; also the bound on time and memory.
const MAX_EDITS: usize = 1_000;

/// The comparison of two plain texts.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    pieces(&units::of_text(old), &units::of_text(new))
}

/// The comparison of two texts.
pub(super) fn pieces(old: &[Unit], new: &[Unit]) -> Vec<Piece> {
    let (a, b) = numbered(old, new);
    let mut runs = Vec::new();
    anchored(&a, &b, &ends(old), &ends(new), &mut runs);
    let runs = tidy::tidy(runs, old, new);
    let mut pieces = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    let end = Run {
        old: old.len(),
        new: new.len(),
        length: 0,
    };
    for run in runs.into_iter().chain([end]) {
        let texts = [
            Piece::Removed(units::shown(&old[at_old..run.old])),
            Piece::Added(units::shown(&new[at_new..run.new])),
            Piece::Same(units::shown(&new[run.new..run.new + run.length])),
        ];
        pieces.extend(texts.into_iter().filter(|piece| !piece.text().is_empty()));
        (at_old, at_new) = (run.old + run.length, run.new + run.length);
    }
    pieces
}

impl Piece {
    /// The text, whatever became of it.
    pub fn text(&self) -> &str {
        match self {
            Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => text,
        }
    }
}

/// Each unit as a number, so that comparing two is one instruction.
fn numbered(old: &[Unit], new: &[Unit]) -> (Vec<u32>, Vec<u32>) {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut number = |unit: &Unit| {
        let key = match unit {
            Unit::Text(text) => text.clone(),
            Unit::Period(_) => "\nperiod".to_owned(),
            // No text holds a line feed before something else: no character can be taken for a figure.
            Unit::Figure { kpi, field, .. } => format!("\n{kpi}.{field:?}"),
        };
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(key).or_insert(next)
    };
    let a = old.iter().map(&mut number).collect();
    let b = new.iter().map(&mut number).collect();
    (a, b)
}

/// Where sentences end: one past the full stop.
fn ends(text: &[Unit]) -> Vec<usize> {
    let stops = text
        .iter()
        .enumerate()
        .filter(|(_, unit)| matches!(unit.shown(), "。" | "\n"));
    let mut ends: Vec<usize> = stops.map(|(at, _)| at + 1).collect();
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// A sentence and where it begins in each text, as long as each has it once.
#[derive(Default)]
struct Seen {
    old: Option<usize>,
    new: Option<usize>,
    often: bool,
}

fn anchored(a: &[u32], b: &[u32], ends_a: &[usize], ends_b: &[usize], runs: &mut Vec<Run>) {
    let mut seen: HashMap<&[u32], Seen> = HashMap::new();
    let mut start = 0;
    for end in ends_a {
        let known = seen.entry(&a[start..*end]).or_default();
        known.often |= known.old.replace(start).is_some();
        start = *end;
    }
    start = 0;
    for end in ends_b {
        let known = seen.entry(&b[start..*end]).or_default();
        known.often |= known.new.replace(start).is_some();
        start = *end;
    }
    let mut common: Vec<Run> = seen
        .iter()
        .filter(|(sentence, seen)| !seen.often && sentence.len() > 1)
        .filter_map(|(sentence, seen)| {
            Some(Run {
                old: seen.old?,
                new: seen.new?,
                length: sentence.len(),
            })
        })
        .collect();
    common.sort_by_key(|run| run.old);
    let (mut from_a, mut from_b) = (0, 0);
    for anchor in ascending(&common) {
        stretch(a, b, from_a..anchor.old, from_b..anchor.new, runs);
        runs.push(anchor);
        (from_a, from_b) = (anchor.old + anchor.length, anchor.new + anchor.length);
    }
    stretch(a, b, from_a..a.len(), from_b..b.len(), runs);
}

/// The longest part of the runs, sorted by `old`, in which `new` ascends too.
fn ascending(runs: &[Run]) -> Vec<Run> {
    // best[at]: length of the longest chain that ends with run `at`, and its predecessor.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(runs.len());
    // tails[n]: the run with the smallest `new` that ends a chain of n + 1.
    let mut tails: Vec<usize> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let place = tails.partition_point(|tail| runs[*tail].new < run.new);
        best.push((place + 1, place.checked_sub(1).map(|before| tails[before])));
        match tails.get_mut(place) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut chain = Vec::new();
    let mut at = tails.last().copied();
    while let Some(here) = at {
        chain.push(runs[here]);
        at = best[here].1;
    }
    chain.reverse();
    chain
}

/// One stretch: what begins and ends alike first, the rest by edits.
fn stretch(a: &[u32], b: &[u32], old: std::ops::Range<usize>, new: std::ops::Range<usize>, runs: &mut Vec<Run>) {
    let (a, b) = (&a[old.clone()], &b[new.clone()]);
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (middle_a, middle_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);
    let mut push = |at_old: usize, at_new: usize, length: usize| {
        if length > 0 {
            runs.push(Run {
                old: old.start + at_old,
                new: new.start + at_new,
                length,
            });
        }
    };
    push(0, 0, head);
    if !middle_a.is_empty() && !middle_b.is_empty() {
        for (at_old, at_new, length) in myers(middle_a, middle_b) {
            push(head + at_old, head + at_new, length);
        }
    }
    push(a.len() - tail, b.len() - tail, tail);
}

/// What two texts have in common, as (place in the first, place in the second, length), by the fewest edits; nothing if
/// there are too many.
fn myers(a: &[u32], b: &[u32]) -> Vec<(usize, usize, usize)> {
    let limit = (a.len() + b.len()).min(MAX_EDITS);
    // reach[k + limit + 1]: how far along `a` diagonal k (place in a minus place in b) was followed.
    let mut reach = vec![0usize; 2 * limit + 3];
    let mut trace: Vec<Vec<usize>> = Vec::new();
    let middle = limit + 1;
    for edits in 0..=limit {
        trace.push(reach[middle - edits - 1..=middle + edits + 1].to_vec());
        let mut diagonal = 0;
        while diagonal <= 2 * edits {
            let at = middle + diagonal - edits;
            let down = diagonal == 0 || (diagonal != 2 * edits && reach[at - 1] < reach[at + 1]);
            let mut x = if down { reach[at + 1] } else { reach[at - 1] + 1 };
            // On a diagonal outside both texts there is nothing to follow.
            let y = (x + middle).checked_sub(at);
            if let Some(mut y) = y.filter(|y| *y <= b.len() && x <= a.len()) {
                while x < a.len() && y < b.len() && a[x] == b[y] {
                    x += 1;
                    y += 1;
                }
                if x == a.len() && y == b.len() {
                    return back(&trace, a.len(), b.len());
                }
            }
            reach[at] = x;
            diagonal += 2;
        }
    }
    Vec::new()
}

/// Follows the trace back from the ends to the beginnings.
fn back(trace: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<(usize, usize, usize)> {
    let mut common = Vec::new();
    for (edits, reach) in trace.iter().enumerate().rev() {
        if edits == 0 {
            if x > 0 {
                common.push((0, 0, x));
            }
            break;
        }
        // In this slice diagonal k stands at k + edits + 1.
        let at = x + edits + 1 - y;
        let down = at == 1 || (at != 2 * edits + 1 && reach[at - 1] < reach[at + 1]);
        let before = if down { at + 1 } else { at - 1 };
        let from_x = reach[before];
        let from_y = from_x + edits + 1 - before;
        let start_x = if down { from_x } else { from_x + 1 };
        let length = x - start_x;
        if length > 0 {
            common.push((start_x, y - length, length));
        }
        (x, y) = (from_x, from_y);
    }
    common.reverse();
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 「同じ[-消した-]{+加えた+}」.
    fn told(old: &str, new: &str) -> String {
        let tell = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("{{+{text}+}}"),
        };
        words(old, new).iter().map(tell).collect()
    }

    #[test]
    fn reads_as_a_person_would_mark_it() {
        for (old, new, expected) in [
            ("", "", ""),
            ("同じ文です。", "同じ文です。", "同じ文です。"),
            ("", "新しい。", "{+新しい。+}"),
            ("古い。", "", "[-古い。-]"),
            (
                "12人が参加しました。",
                "15人が参加しました。",
                "[-12-]{+15+}人が参加しました。",
            ),
            ("1,204件の相談", "1,304件の相談", "[-1,204-]{+1,304+}件の相談"),
            (
                "相談会を開きました。",
                "オンライン相談会を開きました。",
                "{+オンライン+}相談会を開きました。",
            ),
            (
                "一つ目です。二つ目です。三つ目です。",
                "一つ目です。三つ目です。",
                "一つ目です。[-二つ目です。-]三つ目です。",
            ),
            (
                "農業者の確保が必要です。",
                "農業者の育成と確保が必要です。",
                "農業者の{+育成と+}確保が必要です。",
            ),
        ] {
            assert_eq!(told(old, new), expected);
        }
    }

    #[test]
    fn nothing_is_lost_or_made_up() {
        // A small generator, so that the same texts are compared on every machine.
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let letters: Vec<char> = "あいう。12柏".chars().collect();
        for _ in 0..400 {
            let mut text = || -> String {
                let length = next(30);
                (0..length)
                    .map(|_| letters[next(letters.len() as u64) as usize])
                    .collect()
            };
            let (old, new) = (text(), text());
            let pieces = words(&old, &new);
            let side = |without: fn(&Piece) -> bool| -> String {
                pieces.iter().filter(|piece| !without(piece)).map(Piece::text).collect()
            };
            assert_eq!(side(|piece| matches!(piece, Piece::Added(_))), old, "{old} → {new}");
            assert_eq!(side(|piece| matches!(piece, Piece::Removed(_))), new, "{old} → {new}");
        }
    }

    #[test]
    fn long_texts_end_in_bounded_time() {
        let old: String = (0..60_000u32)
            .filter_map(|n| char::from_u32(0x4E00 + n * 7 % 5_000))
            .collect();
        let new: String = (0..60_000u32)
            .filter_map(|n| char::from_u32(0x4E00 + n * 11 % 4_999))
            .collect();
        let start = std::time::Instant::now();
        assert!(!words(&old, &new).is_empty());
        assert!(start.elapsed() < std::time::Duration::from_secs(5));
    }

    #[test]
    fn a_sentence_put_in_front_leaves_the_rest_alone() {
        let rest = "共通の文が続きます。".to_owned() + "別の文もあります。" + "終わりの文です。";
        assert_eq!(
            told(&rest, &format!("加えた文です。{rest}")),
            format!("{{+加えた文です。+}}{rest}")
        );
    }
}
