//! Names as they are looked for: which are long enough, how many slips each may have, and the parts that then stay whole.

use std::ops::Range;

use crate::check::reading::{Named, is_kanji, is_katakana, pair};

/// Shorter names are too much like ordinary words.
const SHORTEST: usize = 6;
/// Longer than any name: what is compared with every text has its bound.
pub(super) const LONGEST: usize = 120;

/// In a long name.
pub(super) const MOST_SLIPS: usize = 2;

/// What may be meant.
pub(in crate::check) struct Target<'n> {
    pub(in crate::check) name: &'n str,
    pub(in crate::check) chars: Vec<char>,
    pub(in crate::check) named: Named,
    /// How many slips are looked for.
    pub(super) slips: usize,
}

/// Three characters, as the numbers of their two pairs. Others may share them, and names can be written that do: what stands
/// there is compared in the end, as with names that begin alike.
pub(super) type Start = u32;

pub(super) fn start(first: u16, second: u16) -> Start {
    u32::from(first) << 16 | u32::from(second)
}

pub(super) fn start_of(three: &[char]) -> Start {
    start(pair(three[0], three[1]), pair(three[1], three[2]))
}

impl<'n> Target<'n> {
    /// A name, if it is of a length that can be looked for.
    pub(super) fn of(name: &'n str, named: Named) -> Option<Self> {
        let chars: Vec<char> = name.chars().collect();
        // Three characters of each part are looked up, so two slips need nine.
        let two = match named {
            Named::Phrase => 9,
            _ => 12,
        };
        let slips = if chars.len() >= two { MOST_SLIPS } else { 1 };
        (SHORTEST..=LONGEST).contains(&chars.len()).then_some(Self {
            name,
            chars,
            named,
            slips,
        })
    }

    /// The parts of which one stays whole, each with its first three characters.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Start, Range<usize>)> {
        let (len, parts) = (self.chars.len(), self.slips + 1);
        (0..parts).map(move |part| {
            let range = len * part / parts..len * (part + 1) / parts;
            (start_of(&self.chars[range.start..range.start + 3]), range)
        })
    }
}

/// What stands before the remark at the end of a name.
pub(super) fn before_bracket(name: &str) -> &str {
    name.split('（').next().unwrap_or(name)
}

/// Long runs of kanji and katakana, such as the plan's name within a KPI's.
pub(super) fn compounds(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !(is_kanji(c) || is_katakana(c) || c == '・'))
        .filter(|run| run.chars().count() >= 8)
}
