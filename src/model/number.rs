//! The short numbers by which people speak of a draft's paragraphs: 「II-1-(1) 保育課 3」.
//!
//! Paragraphs and lists are counted within the entry, chapter or introduction they stand in, so that no edit elsewhere
//! changes a number. An entry's four fields are counted through; a field that is not there keeps one number for itself,
//! so that handing it in moves no other.

use std::num::NonZeroU8;

use super::{
    Block, ChapterKind, DepartmentIx, Edition, Entry, Field, GoalCode, Id, KpiIx, MeasureCode, Prose, Publication,
    Rating, Slot, Word,
};

/// Whose paragraphs are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Home {
    /// What a department reports on a measure.
    Entry(MeasureCode, DepartmentIx),
    /// A chapter's own text.
    Chapter(ChapterKind),
    /// A goal's introduction.
    Goal(GoalCode),
    /// A priority project's description, by its number.
    Project(usize),
    /// The description of a part of the plan, by its number.
    Part(usize),
    /// What is said before the rating scale.
    RatingNote,
    /// What a level of the scale means: named by the level, not numbered.
    Level(Rating),
}

/// A place of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A numbered paragraph, list or gap.
    Paragraph(Home, usize),
    /// An entry, chapter or introduction as a whole.
    Home(Home),
    /// A KPI's row.
    Kpi(KpiIx),
    /// A department's part of the report.
    Department(DepartmentIx),
    /// The front of the report: cover and contents.
    Front,
    /// Nothing that a reader sees.
    Nowhere,
}

impl Home {
    /// The id of a paragraph: `p-2-1-1-hoiku-3`.
    pub fn anchor(self, publication: &Publication, number: usize) -> String {
        format!("p-{}", self.key(publication, number))
    }

    /// How sources and sheets name a paragraph: `2-1-1-hoiku-3`.
    pub fn key(self, publication: &Publication, number: usize) -> String {
        let home = match self {
            Home::Entry(code, department) => format!("{code}-{}", publication.department(department).id),
            Home::Chapter(kind) => kind.id().to_owned(),
            Home::Goal(code) => format!("goal-{code}"),
            Home::Project(project) => format!("project-{project}"),
            Home::Part(part) => format!("part-{part}"),
            Home::RatingNote => "rating".to_owned(),
            Home::Level(rating) => format!("rating-{}", rating.code()),
        };
        format!("{home}-{number}")
    }

    /// What stands in the margin. Under a heading of its own the bare number will do; the note to the scale has none.
    pub fn short(self, number: usize) -> String {
        match self {
            Home::RatingNote => format!("評{number}"),
            _ => number.to_string(),
        }
    }

    /// What stands before the number: `II-1-(1) 保育課`.
    pub fn label(self, publication: &Publication, edition: &Edition) -> String {
        match self {
            Home::Entry(code, department) => {
                format!("{} {}", code.display(), publication.department(department).name)
            }
            Home::Chapter(kind) => format!("第{}章", edition.number(kind).unwrap_or_default()),
            Home::Goal(code) => format!("基本目標{}", code.roman()),
            Home::Project(project) => format!("重点プロジェクト{project}"),
            Home::Part(part) => format!("計画 第{part}編"),
            Home::RatingNote => "進捗状況の考え方".to_owned(),
            Home::Level(rating) => format!("進捗状況「{}」", rating.word()),
        }
    }

    /// Reads what [`key`](Self::key) writes; `department` knows the ids.
    pub fn parse(key: &str, department: impl Fn(&Id) -> Option<DepartmentIx>) -> Option<(Self, usize)> {
        let (home, number) = key.rsplit_once('-')?;
        let number = natural(number)?;
        let home = match home.split_once('-') {
            _ if home == "rating" => Home::RatingNote,
            Some(("goal", goal)) => Home::Goal(GoalCode(NonZeroU8::new(u8::try_from(natural(goal)?).ok()?)?)),
            Some(("project", project)) => Home::Project(natural(project)?),
            Some(("part", part)) => Home::Part(natural(part)?),
            Some(("rating", level)) => {
                let mut levels = Rating::ALL.into_iter();
                Home::Level(levels.find(|known| known.code() == level)?)
            }
            _ => match ChapterKind::from_word(home) {
                Some(kind) => Home::Chapter(kind),
                None => {
                    let code: Vec<&str> = home.splitn(4, '-').collect();
                    let [goal, direction, measure, id] = code[..] else {
                        return None;
                    };
                    let code = MeasureCode::parse(&format!("{goal}-{direction}-{measure}"))?;
                    Home::Entry(code, department(&Id::parse(id)?)?)
                }
            },
        };
        Some((home, number))
    }
}

/// The number of the first paragraph of an entry's field.
pub fn first(entry: &Entry, field: Field) -> usize {
    let before = Field::ALL.into_iter().take_while(|known| *known != field);
    1 + before.map(|field| count(entry, field)).sum::<usize>()
}

fn count(entry: &Entry, field: Field) -> usize {
    let paragraphs = |slot: &Slot<Prose>| slot.filled().map_or(1, |text| text.blocks.len().max(1));
    match field {
        Field::Achievements => paragraphs(&entry.achievements),
        Field::Challenges => paragraphs(&entry.challenges),
        Field::Outlook => paragraphs(&entry.outlook),
        Field::Programs => 1,
    }
}

/// Whether a block is one that has a number: headings and generated content have names of their own.
pub fn is_counted<K>(block: &Block<K>) -> bool {
    matches!(block, Block::Paragraph(_) | Block::List { .. })
}

/// The number of a KPI's row: 「I-1 KPI2」, by its place in the plan.
pub fn kpi(publication: &Publication, ix: KpiIx) -> String {
    let plan = &publication.plan;
    let at = |kpis: &[KpiIx]| kpis.iter().position(|known| *known == ix).map(|at| at + 1);
    for (number, project) in (1..).zip(&plan.projects) {
        if let Some(row) = at(&project.kpis) {
            return format!("重点{number} KPI{row}");
        }
    }
    for (code, goal) in plan.coded_goals() {
        for (number, direction) in (1..).zip(&goal.directions) {
            if let Some(row) = at(&direction.kpis) {
                return format!("{}-{number} KPI{row}", code.roman());
            }
        }
    }
    format!("KPI{}", ix.0 + 1)
}

/// A number from 1, without leading zeros.
fn natural(text: &str) -> Option<usize> {
    let plain = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back() {
        let department = |id: &Id| (id.as_str() == "bunka-gakushu").then_some(DepartmentIx(4));
        for (key, expected) in [
            ("2-1-1-bunka-gakushu-3", Some(3)),
            ("policy-tree-2", Some(2)),
            ("goal-2-1", Some(1)),
            ("project-1-1", Some(1)),
            ("part-3-12", Some(12)),
            ("rating-2", Some(2)),
            ("rating-on-track-1", Some(1)),
            ("2-1-1-hoiku-3", None),
            ("2-1-bunka-gakushu-3", None),
            ("goal-0-1", None),
            ("management-0", None),
            ("management-01", None),
            ("management", None),
            ("３", None),
            ("", None),
        ] {
            let found = Home::parse(key, department);
            assert_eq!(found.map(|(_, number)| number), expected, "{key}");
        }
    }
}
