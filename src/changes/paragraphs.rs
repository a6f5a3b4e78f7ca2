//! Which paragraph of the new text was which of the old one.

use std::collections::HashMap;

use super::{
    Way,
    diff::{self, Piece},
    units::{self, Unit},
};

/// A paragraph, list or section title.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// In the margin; section titles have none.
    pub(super) number: Option<usize>,
    pub(super) units: Vec<Unit>,
}

/// What became of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fate {
    pub(super) way: Way,
    /// In the new text; of one that is gone, in the old.
    pub(super) number: Option<usize>,
    pub(super) pieces: Vec<Piece>,
}

/// From here on two paragraphs are versions of one.
const ALIKE: usize = 40;

/// What is not as it was, in the order of the new text. A paragraph that only moved is as it was.
pub(super) fn compare(old: &[Paragraph], new: &[Paragraph]) -> Vec<Fate> {
    // pairs[new] = old
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: Vec<usize> = (0..old.len()).collect();
    let mut changed = vec![false; new.len()];
    for (at, paragraph) in new.iter().enumerate() {
        if let Some(found) = free.iter().position(|known| same(&old[*known], paragraph)) {
            pairs[at] = Some(free.remove(found));
        }
    }
    for (likeness, before, after) in alike(old, new, &free, &pairs) {
        if likeness >= ALIKE && pairs[after].is_none() && free.contains(&before) {
            free.retain(|known| *known != before);
            pairs[after] = Some(before);
            changed[after] = true;
        }
    }
    in_place(&mut free, &mut pairs, &mut changed);
    let mut fates: Vec<(usize, Fate)> = Vec::new();
    for (at, paragraph) in new.iter().enumerate() {
        let (way, pieces) = match pairs[at] {
            Some(_) if !changed[at] => continue,
            Some(before) => (Way::Changed, diff::pieces(&old[before].units, &paragraph.units)),
            None => (Way::Added, vec![Piece::Added(units::shown(&paragraph.units))]),
        };
        let number = paragraph.number;
        fates.push((2 * at + 1, Fate { way, number, pieces }));
    }
    for gone in free {
        // It stood behind the last paragraph that stood before it and is still there.
        let after = pairs.iter().rposition(|pair| pair.is_some_and(|before| before < gone));
        let fate = Fate {
            way: Way::Removed,
            number: old[gone].number,
            pieces: vec![Piece::Removed(units::shown(&old[gone].units))],
        };
        fates.push((after.map_or(0, |after| 2 * after + 2), fate));
    }
    fates.sort_by_key(|(place, _)| *place);
    fates.into_iter().map(|(_, fate)| fate).collect()
}

/// As written, or at least as read: a figure typed where it was named before is the same to the reader.
fn same(old: &Paragraph, new: &Paragraph) -> bool {
    let kind = old.number.is_some() == new.number.is_some();
    kind && (old.units == new.units || units::shown(&old.units) == units::shown(&new.units))
}

/// All that are left over with their likeness in percent, the likest first.
fn alike(old: &[Paragraph], new: &[Paragraph], free: &[usize], pairs: &[Option<usize>]) -> Vec<(usize, usize, usize)> {
    let left: Vec<usize> = (0..new.len()).filter(|at| pairs[*at].is_none()).collect();
    // No report has so many new paragraphs in one text; then they are paired by their places alone.
    if left.len() * free.len() > 10_000 {
        return Vec::new();
    }
    let old_pairs: Vec<_> = free.iter().map(|at| (*at, bigrams(&old[*at]))).collect();
    let new_pairs: Vec<_> = left.iter().map(|at| (*at, bigrams(&new[*at]))).collect();
    let mut found = Vec::new();
    for (before, one) in &old_pairs {
        for (after, two) in &new_pairs {
            if old[*before].number.is_some() == new[*after].number.is_some() {
                found.push((likeness(one, two), *before, *after));
            }
        }
    }
    // Of equally like ones those nearest to each other, then the first.
    found.sort_by_key(|(likeness, before, after)| (std::cmp::Reverse(*likeness), before.abs_diff(*after), *after));
    found
}

fn bigrams(paragraph: &Paragraph) -> HashMap<(char, char), usize> {
    let text = units::shown(&paragraph.units);
    let mut counts = HashMap::new();
    for pair in text.chars().zip(text.chars().skip(1)) {
        *counts.entry(pair).or_insert(0) += 1;
    }
    counts
}

/// Dice's coefficient in percent.
fn likeness(one: &HashMap<(char, char), usize>, two: &HashMap<(char, char), usize>) -> usize {
    let total = one.values().sum::<usize>() + two.values().sum::<usize>();
    let common: usize = one
        .iter()
        .map(|(pair, count)| *count.min(two.get(pair).unwrap_or(&0)))
        .sum();
    (200 * common).checked_div(total).unwrap_or(0)
}

/// As many new as old ones between the same neighbours were rewritten in their places.
fn in_place(free: &mut Vec<usize>, pairs: &mut [Option<usize>], changed: &mut [bool]) {
    let mut at = 0;
    while at < pairs.len() {
        if pairs[at].is_some() {
            at += 1;
            continue;
        }
        let end = (at..pairs.len())
            .find(|end| pairs[*end].is_some())
            .unwrap_or(pairs.len());
        let from = at
            .checked_sub(1)
            .and_then(|before| pairs[before])
            .map_or(0, |before| before + 1);
        let to = pairs.get(end).copied().flatten();
        let between: Vec<usize> = free
            .iter()
            .copied()
            .filter(|old| *old >= from && to.is_none_or(|to| *old < to))
            .collect();
        if between.len() == end - at {
            for (after, before) in (at..end).zip(between) {
                free.retain(|known| *known != before);
                pairs[after] = Some(before);
                changed[after] = true;
            }
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(paragraphs: &[&str]) -> Vec<Paragraph> {
        let numbered = (1..).zip(paragraphs);
        numbered
            .map(|(number, text)| Paragraph {
                number: Some(number),
                units: units::of_text(text),
            })
            .collect()
    }

    fn told(old: &[&str], new: &[&str]) -> Vec<(Way, Option<usize>)> {
        let fates = compare(&text(old), &text(new));
        fates.iter().map(|fate| (fate.way, fate.number)).collect()
    }

    const A: &str = "子育て支援室を開設しました。";
    const B: &str = "移住の相談会を東京で開きました。";
    const C: &str = "企業の設備投資を補助しました。";

    #[test]
    fn paragraphs_added_removed_changed_and_moved() {
        assert_eq!(told(&[A, B, C], &[A, B, C]), []);
        assert_eq!(told(&[A, B, C], &[C, A, B]), [], "moving is no change");
        assert_eq!(told(&[A, C], &[A, B, C]), [(Way::Added, Some(2))]);
        assert_eq!(told(&[A, B, C], &[A, C]), [(Way::Removed, Some(2))]);
        let rewritten = "移住の相談会を大阪で開きました。";
        assert_eq!(told(&[A, B, C], &[A, rewritten, C]), [(Way::Changed, Some(2))]);
        assert_eq!(told(&[A, B, C], &[rewritten, A, C]), [(Way::Changed, Some(1))]);
        assert_eq!(told(&[A], &[C]), [(Way::Changed, Some(1))], "rewritten in its place");
        assert_eq!(
            told(&[A, B], &[A, B, C, C]),
            [(Way::Added, Some(3)), (Way::Added, Some(4))]
        );
        assert_eq!(told(&[A, A, B], &[A, B]), [(Way::Removed, Some(2))]);
    }
}
