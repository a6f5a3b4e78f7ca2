//! One year's report: its chapters, the departments' entries and the ratings.
//!
//! What a draft may still lack is a [`Slot`]; a [`super::Report`] that was let through has none empty.

use super::{
    Block, Committee, DepartmentIx, FiscalYear, KpiIx, MeasureCode, ProgramIx, Prose, Rating, Word, YearMonth,
};

/// The report of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The fiscal year in which it appears; its folder and address.
    pub year: FiscalYear,
    /// The fiscal year whose results it tells.
    pub performance: FiscalYear,
    /// On the cover.
    pub published: YearMonth,
    /// In printed order; numbers are computed from it.
    pub chapters: Vec<Chapter>,
    /// One for every department a measure lists, in the order of the plan.
    pub entries: Vec<Entry>,
    /// One for every KPI that the edition has, at the KPI's position in the plan.
    pub ratings: Vec<Option<Rated>>,
    /// What the committee said, if there is a record of it.
    pub committee: Option<Committee>,
    /// Set when `report.yaml` does not tell month, performance year or chapters: those here are then stand-ins, and a
    /// draft says so instead of showing them.
    pub front_gap: Option<Gap>,
}

/// A chapter and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Which of the report's chapters.
    pub kind: ChapterKind,
    /// Its title, without a number.
    pub title: String,
    /// Text and places for generated content.
    pub body: Prose,
    /// Set when the text is not there: the body then holds the generated content alone.
    pub gap: Option<Gap>,
}

/// The chapters a report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChapterKind {
    /// 進行管理: period, composition, rating scale.
    Management,
    /// 総人口の推移と今後の展望.
    Population,
    /// 最重点目標及び施策体系.
    PolicyTree,
    /// 重点プロジェクトの進行管理.
    Projects,
    /// 基本目標別の進行管理.
    Goals,
}

/// What one department reports on one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The measure.
    pub measure: MeasureCode,
    /// Who reports.
    pub department: DepartmentIx,
    /// 主な取組と成果.
    pub achievements: Slot<Prose>,
    /// 課題.
    pub challenges: Slot<Prose>,
    /// 今後の展開.
    pub outlook: Slot<Prose>,
    /// 主な事業.
    pub programs: Slot<Vec<ProgramIx>>,
}

/// The four fields of an entry, in printed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 主な取組と成果.
    Achievements,
    /// 課題.
    Challenges,
    /// 今後の展開.
    Outlook,
    /// 主な事業.
    Programs,
}

/// A department's judgement of a KPI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The KPI.
    pub kpi: KpiIx,
    /// The level.
    pub rating: Slot<Rating>,
    /// Why, where the figures alone do not carry it.
    pub reason: Option<String>,
}

/// A value that a draft may still lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot<T> {
    /// Written and readable.
    Filled(T),
    /// Not there.
    Empty(Gap),
}

/// Why a value is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nobody handed it in.
    Missing,
    /// It is there but cannot be read; `file:line` for people.
    Unreadable(String),
}

impl<T> Slot<T> {
    /// The value, if there.
    pub fn filled(&self) -> Option<&T> {
        match self {
            Slot::Filled(value) => Some(value),
            Slot::Empty(_) => None,
        }
    }

    /// The gap, if nothing is there.
    pub fn gap(&self) -> Option<&Gap> {
        match self {
            Slot::Filled(_) => None,
            Slot::Empty(gap) => Some(gap),
        }
    }
}

impl Field {
    /// In printed order.
    pub const ALL: [Field; 4] = [Field::Achievements, Field::Challenges, Field::Outlook, Field::Programs];

    /// The printed label, and the heading in a department's file.
    pub fn label(self) -> &'static str {
        match self {
            Field::Achievements => "主な取組と成果",
            Field::Challenges => "課題",
            Field::Outlook => "今後の展開",
            Field::Programs => "主な事業",
        }
    }
}

impl Word for Field {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("主な取組と成果", Self::Achievements),
        ("課題", Self::Challenges),
        ("今後の展開", Self::Outlook),
        ("主な事業", Self::Programs),
    ];
}

impl Word for ChapterKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("management", Self::Management),
        ("population", Self::Population),
        ("policy-tree", Self::PolicyTree),
        ("projects", Self::Projects),
        ("goals", Self::Goals),
    ];
}

impl ChapterKind {
    /// Its id in sources and its page's name.
    pub fn id(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(word, _)| word)
    }
}

impl Entry {
    /// The gaps of this entry, with the field each is in.
    pub fn gaps(&self) -> impl Iterator<Item = (Field, &Gap)> {
        [
            (Field::Achievements, self.achievements.gap()),
            (Field::Challenges, self.challenges.gap()),
            (Field::Outlook, self.outlook.gap()),
            (Field::Programs, self.programs.gap()),
        ]
        .into_iter()
        .filter_map(|(field, gap)| gap.map(|gap| (field, gap)))
    }
}

impl Edition {
    /// What a department reports on a measure.
    pub fn entry(&self, measure: MeasureCode, department: DepartmentIx) -> Option<&Entry> {
        self.entry_at(measure, department).map(|at| &self.entries[at])
    }

    /// Where that stands among the entries.
    pub fn entry_at(&self, measure: MeasureCode, department: DepartmentIx) -> Option<usize> {
        // In the order of the plan, so those on a measure stand together.
        let first = self.entries.partition_point(|entry| entry.measure < measure);
        let of_measure = self.entries[first..]
            .iter()
            .take_while(|entry| entry.measure == measure);
        let mut departments = of_measure.map(|entry| entry.department);
        departments.position(|known| known == department).map(|at| first + at)
    }

    /// A KPI's rating. Every KPI that the edition has has one, filled or empty.
    pub fn rated(&self, kpi: KpiIx) -> Option<&Rated> {
        self.ratings[kpi.0].as_ref()
    }

    /// What a KPI was rated as, if it was.
    pub fn rating(&self, kpi: KpiIx) -> Option<Rating> {
        self.rated(kpi)?.rating.filled().copied()
    }

    /// How many KPIs were rated so.
    pub fn count(&self, rating: Rating) -> usize {
        let given = self.ratings.iter().flatten().filter_map(|rated| rated.rating.filled());
        given.filter(|given| **given == rating).count()
    }

    /// True when nothing is missing: the condition for leaving the draft.
    pub fn is_complete(&self) -> bool {
        self.front_gap.is_none()
            && self.chapters.iter().all(|chapter| chapter.gap.is_none())
            && self.entries.iter().all(|entry| entry.gaps().next().is_none())
            && self
                .ratings
                .iter()
                .flatten()
                .all(|rated| rated.rating.filled().is_some())
            && self.committee.as_ref().is_none_or(Committee::is_complete)
    }

    /// The committee's opinions, if the report has a chapter of them: the last one.
    pub fn printed_committee(&self) -> Option<&Committee> {
        self.committee.as_ref().filter(|committee| committee.is_printed())
    }

    /// The number of a chapter, from 1.
    pub fn number(&self, kind: ChapterKind) -> Option<usize> {
        self.chapters
            .iter()
            .position(|chapter| chapter.kind == kind)
            .map(|at| at + 1)
    }
}

impl Chapter {
    /// Whether it has a place for this generated content.
    pub fn has(&self, data: super::DataBlock) -> bool {
        self.body
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Data(found) if *found == data))
    }
}
