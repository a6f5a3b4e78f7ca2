//! The names that the registers define: they are facts, and no rule about wording touches them.

use std::ops::Range;

use super::{Letters, Patterns};
use crate::check::maps::HashSet;
use crate::{manuscript::Manuscript, source::Spanned};

/// All registered names.
pub(crate) struct Names<'m> {
    /// Each once, with what it names.
    pub(crate) all: Vec<(&'m str, Named)>,
    /// The kanji of any of them that are beyond 常用漢字.
    rare: HashSet<char>,
    /// The same names, to be found in texts.
    patterns: Patterns<'m, ()>,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// The municipality.
    City,
    /// A department.
    Department,
    /// The plan, long or short.
    Plan,
    /// A priority project.
    Project,
    /// A program.
    Program,
    /// A KPI.
    Kpi,
    /// Goals, directions, measures, parts, chapters: phrases.
    Phrase,
}

impl<'m> Names<'m> {
    pub(super) fn new(manuscript: &'m Manuscript) -> Self {
        let mut all: Vec<(&'m str, Named)> = Vec::new();
        let mut add_all = |names: &mut dyn Iterator<Item = &'m Spanned<String>>, named: Named| {
            all.extend(names.map(|name| (name.value.as_str(), named)));
        };
        // What things were called is no misspelling of what they are called.
        let kpis = manuscript.kpis.page.iter().flatten();
        add_all(&mut kpis.flat_map(|kpi| kpi.names()), Named::Kpi);
        let departments = manuscript.city.page.iter().flat_map(|city| &city.departments);
        add_all(&mut departments.flat_map(|line| line.names()), Named::Department);
        let mut add = |name: &'m Option<Spanned<String>>, named: Named| add_all(&mut name.iter(), named);
        if let Some(city) = &manuscript.city.page {
            add(&city.name, Named::City);
        }
        if let Some(plan) = &manuscript.plan.page {
            add(&plan.title, Named::Plan);
            add(&plan.short_title, Named::Plan);
            add(&plan.top_goal, Named::Phrase);
            plan.parts.iter().for_each(|part| add(&part.name, Named::Phrase));
            plan.projects
                .iter()
                .for_each(|project| add(&project.name, Named::Project));
            for goal in &plan.goals {
                add(&goal.name, Named::Phrase);
                for direction in &goal.directions {
                    add(&direction.name, Named::Phrase);
                    direction
                        .measures
                        .iter()
                        .for_each(|measure| add(&measure.name, Named::Phrase));
                }
            }
        }
        manuscript
            .programs
            .page
            .iter()
            .flatten()
            .for_each(|line| add(&line.name, Named::Program));
        for edition in &manuscript.editions {
            let chapters = edition.report.iter().flat_map(|report| &report.chapters);
            chapters.for_each(|chapter| add(&chapter.title, Named::Phrase));
        }
        Self::from_list(all)
    }

    /// For tests of rules.
    #[cfg(test)]
    pub(crate) fn of(all: &[(&'m str, Named)]) -> Self {
        Self::from_list(all.to_vec())
    }

    fn from_list(mut all: Vec<(&'m str, Named)>) -> Self {
        let mut seen = HashSet::with_capacity_and_hasher(all.len(), Default::default());
        all.retain(|(name, _)| !name.is_empty() && seen.insert(*name));
        let letters = all.iter().flat_map(|(name, _)| name.chars());
        let rare = letters.filter(|c| super::is_rare_kanji(*c)).collect();
        Self {
            patterns: Patterns::new(all.iter().map(|(name, _)| (*name, ()))),
            all,
            rare,
        }
    }

    /// Whether a kanji beyond 常用漢字 stands in a registered name.
    pub(crate) fn have(&self, c: char) -> bool {
        self.rare.contains(&c)
    }

    /// Where they stand in a text of these letters.
    pub(crate) fn within(&self, text: &str, letters: &Letters) -> Covered {
        Covered::by(&self.patterns, text, letters)
    }
}

/// What names cover of a text.
pub(crate) struct Covered(
    /// In order, each ending behind all before it.
    Vec<Range<usize>>,
);

impl Covered {
    /// By these names. Of those that begin at one place the longest covers all that the others do.
    pub(crate) fn by<T>(names: &Patterns<T>, text: &str, letters: &Letters) -> Self {
        let mut covered: Vec<Range<usize>> = Vec::new();
        for (name, _) in names.longest(text, letters) {
            if covered.last().is_none_or(|last| last.end < name.end) {
                covered.push(name);
            }
        }
        Self(covered)
    }

    /// Whether a part of the text is also a part of a name, or all of it.
    pub(crate) fn holds(&self, part: &Range<usize>) -> bool {
        let begun = self.0.partition_point(|name| name.start <= part.start);
        self.0[..begun].last().is_some_and(|name| part.end <= name.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_kanji_of_names_are_known() {
        let names = Names::of(&[("鵜川ふれあい館", Named::Program)]);
        assert!(names.have('鵜'));
        assert!(!names.have('柏') && !names.have('ふ'));
    }

    #[test]
    fn names_cover_what_stands_within_them() {
        let names = Names::of(&[("鵜川ふれあい館", Named::Program), ("柏崎市", Named::City)]);
        let text = "市は鵜川ふれあい館を改修し、鵜川を整えました。";
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            start..start + part.len()
        };
        let covered = names.within(text, &Letters::of(text));
        assert!(covered.holds(&at("ふれあい")));
        assert!(covered.holds(&at("鵜川ふれあい館")));
        assert!(!covered.holds(&at("館を")));
        assert!(!covered.holds(&at("は鵜")));
        let last = text.rfind("鵜川").unwrap();
        assert!(!covered.holds(&(last..last + "鵜川".len())));
    }

    #[test]
    fn a_short_name_within_a_long_one_hides_nothing() {
        let names = Names::of(&[
            ("いろは", Named::Program),
            ("ろ", Named::Program),
            ("はに", Named::Program),
        ]);
        let text = "いろはにほ";
        let covered = names.within(text, &Letters::of(text));
        let held = |from: usize, to: usize| covered.holds(&(3 * from..3 * to));
        assert!(held(0, 3) && held(1, 3) && held(2, 4));
        assert!(!held(1, 4) && !held(3, 5) && !held(4, 5));
    }
}
