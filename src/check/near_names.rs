//! Registered names that stand nearly as registered in a text: an index of names by their parts. Which differences are
//! slips, the rule says that asks.

mod target;
#[cfg(test)]
mod tests;

pub(super) use target::Target;

use std::{cell::LazyCell, cmp::Reverse, collections::BTreeMap, ops::Range};

use super::{
    bits::{Bits, scattered},
    distance::{Marks, distance},
    effort::Effort,
    maps::{HashMap, HashSet},
    reading::{Letters, Named, Names, is_kanji, is_katakana},
};
use target::{LONGEST, MOST_SLIPS, Start, before_bracket, compounds, start, start_of};

/// A part of names. What stands around it in a text is looked at once for all names that have it.
struct Part {
    chars: Vec<char>,
    holders: Vec<Holder>,
    /// The most characters that any of the names has before it, and behind it.
    reach: (usize, usize),
}

/// A name that has a part.
struct Holder {
    target: usize,
    /// How many characters stand before the part.
    before: usize,
    marks: (Marks, Marks),
}

/// What it takes to compare a name with a place, and a letter of it if it is of the right length.
const PER_HOLDER: usize = 64;
const PER_LETTER: usize = 16;

/// Names by three characters at the start of each of their parts: a name with `n` slips keeps one of `n + 1` parts whole.
pub(super) struct NameIndex<'n> {
    targets: Vec<Target<'n>>,
    names: HashSet<&'n str>,
    phrases: Vec<Target<'n>>,
    /// Phrases by the same starts; they are looked up between 「」 alone.
    phrase_parts: HashMap<Start, Vec<usize>>,
    parts: HashMap<Start, Vec<Part>>,
    /// The starts of all parts.
    known: Bits<512>,
}

impl<'n> NameIndex<'n> {
    pub(super) fn new(names: &Names<'n>) -> Self {
        let mut index = Self {
            targets: Vec::new(),
            names: HashSet::with_capacity_and_hasher(2 * names.all.len(), Default::default()),
            phrases: Vec::new(),
            phrase_parts: HashMap::default(),
            parts: HashMap::default(),
            known: Bits::default(),
        };
        let city = names
            .all
            .iter()
            .find(|(_, named)| *named == Named::City)
            .map(|(name, _)| *name);
        for &(name, named) in &names.all {
            match named {
                // Departments have a rule of their own.
                Named::City | Named::Department => {}
                Named::Phrase => index.add_phrase(name),
                Named::Kpi | Named::Plan => {
                    index.add(name, named);
                    index.add(before_bracket(name), named);
                    for run in compounds(name) {
                        index.add(run, named);
                        if let Some(rest) = city.and_then(|city| run.strip_prefix(city)) {
                            index.add(rest, named);
                        }
                    }
                }
                Named::Project => index.add(name, named),
                Named::Program => {
                    index.add(name, named);
                    index.add(before_bracket(name), named);
                }
            }
        }
        index
    }

    fn add(&mut self, name: &'n str, named: Named) {
        if !self.names.insert(name) {
            return;
        }
        let Some(target) = Target::of(name, named) else { return };
        let number = self.targets.len();
        for (start, range) in target.parts() {
            self.known.set(scattered(u64::from(start)));
            let chars = &target.chars;
            let (before, behind) = (&chars[..range.start], &chars[range.end..]);
            let parts = self.parts.entry(start).or_default();
            let part = part(parts, &chars[range.clone()]);
            part.reach = (part.reach.0.max(before.len()), part.reach.1.max(behind.len()));
            part.holders.push(Holder {
                target: number,
                before: before.len(),
                marks: (Marks::of(before), Marks::of(behind)),
            });
        }
        self.targets.push(target);
    }

    fn add_phrase(&mut self, name: &'n str) {
        let Some(target) = Target::of(name, Named::Phrase) else {
            return;
        };
        for (start, _) in target.parts() {
            self.phrase_parts.entry(start).or_default().push(self.phrases.len());
        }
        self.phrases.push(target);
    }

    /// Parts of a text that are nearly a name, and the name, where the differences are `plausible`; `None` if the effort
    /// does not suffice.
    pub(super) fn near(
        &self,
        text: &str,
        letters: &Letters,
        names: &Names,
        plausible: impl Fn(&Target, &[char]) -> bool,
        effort: &Effort,
    ) -> Option<Vec<(Range<usize>, &'n str)>> {
        let starts = self.starts(letters);
        let exact = self.exact(letters, &starts, effort)?;
        let mut found: Vec<(usize, Range<usize>, &Target<'n>)> = Vec::new();
        let mut behind_name = 0;
        let mut names_here = exact.iter().peekable();
        for (at, parts) in starts {
            // Within a name that is right no other one is meant, so the many that share a part with it are passed over.
            while let Some((_, end)) = names_here.next_if(|(begun, _)| **begun <= at) {
                behind_name = *end;
            }
            if at < behind_name {
                continue;
            }
            if !effort.spend(PER_HOLDER * parts.len()) {
                return None;
            }
            for part in parts {
                if letters[at..].starts_with(&part.chars) {
                    self.around(part, letters, at, &mut found, effort)?;
                }
            }
        }
        self.quoted(letters, &mut found, effort)?;
        // The longest name with the fewest slips is meant.
        found.sort_by_key(|(slips, window, _)| (*slips, Reverse(window.len()), window.start));
        let covered = LazyCell::new(|| names.within(text, letters));
        // From start to end; none overlaps another.
        let mut taken = exact;
        let mut told = Vec::new();
        for (slips, window, target) in found {
            if !is_free(&taken, &window) {
                continue;
            }
            let bytes = letters.place(window.start)..letters.place(window.end);
            if slips == 0 || covered.holds(&bytes) {
                taken.insert(window.start, window.end);
                continue;
            }
            if plausible(target, &letters[window.clone()]) {
                taken.insert(window.start, window.end);
                told.push((bytes, target.name));
            }
        }
        told.sort_by_key(|(range, _)| range.start);
        Some(told)
    }

    /// The windows around a part that stands in a text, one for each name that may be meant: how many slips, and where.
    /// They begin and end where words do.
    fn around<'i>(
        &'i self,
        part: &Part,
        letters: &[char],
        at: usize,
        found: &mut Vec<(usize, Range<usize>, &'i Target<'n>)>,
        effort: &Effort,
    ) -> Option<()> {
        let behind = at + part.chars.len();
        let mut starts: Vec<(usize, Marks)> = Vec::new();
        let mut marks = Marks::default();
        for start in (at.saturating_sub(part.reach.0 + MOST_SLIPS)..=at).rev() {
            if start < at {
                marks = marks.with(letters[start]);
            }
            if begins_word(letters, start) {
                starts.push((start, marks));
            }
        }
        let mut ends: Vec<(usize, Marks)> = Vec::new();
        let mut marks = Marks::default();
        for end in behind..=(behind + part.reach.1 + MOST_SLIPS).min(letters.len()) {
            if end > behind {
                marks = marks.with(letters[end - 1]);
            }
            if ends_word(letters, end) {
                ends.push((end, marks));
            }
        }
        for holder in &part.holders {
            if !effort.spend(PER_HOLDER + 2 * (starts.len() + ends.len())) {
                return None;
            }
            let target = &self.targets[holder.target];
            let left = &target.chars[..holder.before];
            let right = &target.chars[holder.before + part.chars.len()..];
            let alike = |text: &[char], of_text: Marks, name: &[char], of_name: Marks| {
                let may_be = text.len().abs_diff(name.len()) <= target.slips && of_text.unlike(of_name) <= target.slips;
                (may_be && effort.spend(PER_LETTER * name.len())).then(|| distance(name, text, target.slips))
            };
            let start = starts.iter().filter_map(|(start, marks)| {
                Some((alike(&letters[*start..at], *marks, left, holder.marks.0)?, *start))
            });
            let Some((before, start)) = start.min() else { continue };
            let end = ends
                .iter()
                .filter_map(|(end, marks)| Some((alike(&letters[behind..*end], *marks, right, holder.marks.1)?, *end)));
            let Some((after, end)) = end.min() else { continue };
            if before + after <= target.slips {
                found.push((before + after, start..end, target));
            }
        }
        (!effort.is_spent()).then_some(())
    }

    /// Where names stand as they are registered, from first to last; of those that overlap the longest.
    fn exact(&self, letters: &[char], starts: &[(usize, &[Part])], effort: &Effort) -> Option<BTreeMap<usize, usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, parts) in starts.iter().filter(|(at, _)| begins_word(letters, *at)) {
            let at = *at;
            // All parts are compared with what stands here, and all that a name begins with.
            let holders: usize = parts.iter().map(|part| 1 + part.holders.len()).sum();
            if !effort.spend(PER_HOLDER * holders) {
                return None;
            }
            let starting = parts
                .iter()
                .flat_map(|part| &part.holders)
                .filter(|holder| holder.before == 0);
            let here = starting.map(|holder| &self.targets[holder.target].chars);
            let here = here.filter(|name| letters[at..].starts_with(name) && ends_word(letters, at + name.len()));
            found.extend(here.map(|name| at..at + name.len()));
        }
        found.sort_by_key(|name| (Reverse(name.len()), name.start));
        let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
        for name in found {
            if is_free(&kept, &name) {
                kept.insert(name.start, name.end);
            }
        }
        Some(kept)
    }

    /// Where parts may begin, and which. Nearly all of a text begins none.
    fn starts(&self, letters: &Letters) -> Vec<(usize, &[Part])> {
        let mut starts = Vec::with_capacity(letters.len() / 8);
        for (at, pairs) in letters.pairs().windows(2).enumerate() {
            let start = start(pairs[0], pairs[1]);
            if self.known.may_have(scattered(u64::from(start)))
                && let Some(parts) = self.parts.get(&start)
            {
                starts.push((at, parts.as_slice()));
            }
        }
        starts
    }

    /// Goals and measures are phrases that prose may use freely; between 「」 they are names.
    fn quoted<'i>(
        &'i self,
        letters: &[char],
        found: &mut Vec<(usize, Range<usize>, &'i Target<'n>)>,
        effort: &Effort,
    ) -> Option<()> {
        // Without a branch, so that the compiler looks at many at once: most texts have none.
        if !letters.iter().fold(false, |found, c| found | (*c == '」')) {
            return Some(());
        }
        let mut open = None;
        for (at, c) in letters.iter().enumerate() {
            match c {
                '「' => open = Some(at + 1),
                '」' => {
                    let Some(start) = open.take() else { continue };
                    let inside = &letters[start..at];
                    if inside.len() > LONGEST + MOST_SLIPS {
                        continue;
                    }
                    let starts = inside
                        .windows(3)
                        .filter_map(|three| self.phrase_parts.get(&start_of(three)));
                    let mut phrases: Vec<usize> = starts.flatten().copied().collect();
                    if !effort.spend((PER_HOLDER + PER_LETTER * inside.len()) * phrases.len()) {
                        return None;
                    }
                    phrases.sort_unstable();
                    phrases.dedup();
                    let near = phrases
                        .into_iter()
                        .map(|number| &self.phrases[number])
                        .map(|phrase| (distance(&phrase.chars, inside, phrase.slips), phrase));
                    if let Some((slips, phrase)) = near.filter(|(d, phrase)| *d <= phrase.slips).min_by_key(|(d, _)| *d)
                    {
                        found.push((slips, start..at, phrase));
                    }
                }
                _ => {}
            }
        }
        Some(())
    }
}

/// Whether nothing overlaps a range; what is taken is (start, end) and does not overlap either.
fn is_free(taken: &BTreeMap<usize, usize>, range: &Range<usize>) -> bool {
    let before = taken.range(..range.end).next_back();
    before.is_none_or(|(_, end)| *end <= range.start)
}

/// The part with these characters, which may be new.
fn part<'p>(parts: &'p mut Vec<Part>, chars: &[char]) -> &'p mut Part {
    let at = parts.iter().position(|part| part.chars == chars).unwrap_or_else(|| {
        parts.push(Part {
            chars: chars.to_vec(),
            holders: Vec::new(),
            reach: (0, 0),
        });
        parts.len() - 1
    });
    &mut parts[at]
}

/// Two characters of one kind side by side belong to one word.
fn same_word(a: char, b: char) -> bool {
    let class = |c: char| match c {
        '・' | 'ー' => 2,
        c if is_kanji(c) => 1,
        c if is_katakana(c) => 2,
        c if c.is_ascii_alphanumeric() => 3,
        _ => 0,
    };
    class(a) != 0 && class(a) == class(b)
}

fn begins_word(letters: &[char], at: usize) -> bool {
    at == 0 || letters.get(at).is_some_and(|c| !same_word(letters[at - 1], *c))
}

fn ends_word(letters: &[char], at: usize) -> bool {
    at > 0 && letters.get(at).is_none_or(|c| !same_word(letters[at - 1], *c))
}
