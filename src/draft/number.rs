//! The short numbers by which people speak of a draft's paragraphs: 「II-1-(1) 保育課 3」.
//!
//! Paragraphs and lists are counted within the entry, chapter or introduction they stand in, so that no edit elsewhere
//! changes a number. An entry's four fields are counted through; a field that is not there keeps one number for itself,
//! so that handing it in moves no other.

use crate::model::{
    Block, ChapterKind, DepartmentIx, Edition, Entry, Field, GoalCode, KpiIx, MeasureCode, Prose, Publication, Rating,
    Slot,
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

impl Home {
    /// The id of a paragraph: `p-2-1-1-hoiku-3`.
    pub fn anchor(self, publication: &Publication, number: usize) -> String {
        let home = match self {
            Home::Entry(code, department) => format!("{code}-{}", publication.department(department).id),
            Home::Chapter(kind) => kind.id().to_owned(),
            Home::Goal(code) => format!("goal-{code}"),
            Home::Project(project) => format!("project-{project}"),
            Home::Part(part) => format!("part-{part}"),
            Home::RatingNote => "rating".to_owned(),
            Home::Level(rating) => format!("rating-{}", rating.code()),
        };
        format!("p-{home}-{number}")
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
    for (code, goal) in plan.goal_codes().zip(&plan.goals) {
        for (number, direction) in (1..).zip(&goal.directions) {
            if let Some(row) = at(&direction.kpis) {
                return format!("{}-{number} KPI{row}", code.roman());
            }
        }
    }
    format!("KPI{}", ix.0 + 1)
}
