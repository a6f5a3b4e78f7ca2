//! What a draft changed since an earlier one: two publications in, a list of changes out. Pure.
//!
//! Things are recognised by what is permanent about them: departments, KPIs and programmes by id, measures by code,
//! paragraphs by their text. What only moved within its field, or was broken into other lines, is no change. [`diff`]
//! finds the insertions and deletions within a text, [`paragraphs`] pairs the paragraphs of two versions of a field;
//! [`entries`], [`kpis`] and [`front`] walk the parts of a publication; [`summary`] counts for the agenda.

mod diff;
mod entries;
mod front;
mod kpis;
mod paragraphs;
mod summary;
mod tidy;
mod units;

pub use diff::{Piece, words};
pub use summary::{Count, Summary, owner};

use std::collections::{HashMap, HashSet};

use crate::model::{Block, DepartmentIx, Edition, FiscalYear, Id, Publication, Spot};

/// One thing that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// Whose it is, as the new publication counts departments; `None` for the planning section.
    pub department: Option<DepartmentIx>,
    /// The edition it is in; `None` for what the registers and the series say to all of them.
    pub year: Option<FiscalYear>,
    /// What sort of thing.
    pub kind: Kind,
    /// What became of it.
    pub way: Way,
    /// Where, in the words of the report: 「II-1-(1) 保育課 課題 3」.
    pub place: String,
    /// Where, in the new report.
    pub spot: Spot,
    /// Before and after in one.
    pub pieces: Vec<Piece>,
}

/// The sorts of things that change, in the order in which they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// All that a department reports on a measure.
    Entry,
    /// A paragraph, list or section title.
    Text,
    /// 主な事業.
    Programs,
    /// A figure of a series.
    Value,
    /// 目標値.
    Target,
    /// 進捗状況.
    Rating,
    /// 評価の理由.
    Reason,
    /// A registered name.
    Name,
    /// What a KPI is: unit, owner, formula …
    Definition,
    /// Titles, dates, chapters.
    Front,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
    /// It is not as it was.
    Changed,
}

impl Kind {
    /// In the order in which they are counted.
    pub const ALL: [Kind; 10] = [
        Kind::Entry,
        Kind::Text,
        Kind::Programs,
        Kind::Value,
        Kind::Target,
        Kind::Rating,
        Kind::Reason,
        Kind::Name,
        Kind::Definition,
        Kind::Front,
    ];

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Entry => "施策の記載",
            Kind::Text => "文章",
            Kind::Programs => "主な事業",
            Kind::Value => "数値",
            Kind::Target => "目標値",
            Kind::Rating => "進捗状況",
            Kind::Reason => "評価の理由",
            Kind::Name => "名称",
            Kind::Definition => "KPIの定義",
            Kind::Front => "報告書の基本事項",
        }
    }
}

impl Way {
    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Way::Added => "追加",
            Way::Removed => "削除",
            Way::Changed => "変更",
        }
    }

    /// For the style class.
    pub fn code(self) -> &'static str {
        match self {
            Way::Added => "added",
            Way::Removed => "removed",
            Way::Changed => "changed",
        }
    }
}

/// Everything that is not as it was, in the order of the new report: plan and KPIs, then edition by edition.
///
/// An edition that the earlier publication does not have is one addition, not hundreds.
pub fn between(old: &Publication, new: &Publication) -> Vec<Change> {
    let mut changes = registers(old, new);
    let pair = Pair { old, new };
    for edition in new.editions.iter() {
        let Some(before) = old.editions.iter().find(|known| known.year == edition.year) else {
            changes.push(front::edition(Way::Added, edition));
            continue;
        };
        front::chapters(pair, before, edition, &mut changes);
        kpis::ratings(pair, before, edition, &mut changes);
        entries::entries(pair, before, edition, &mut changes);
    }
    for edition in old.editions.iter() {
        if !new.editions.iter().any(|known| known.year == edition.year) {
            changes.push(front::edition(Way::Removed, edition));
        }
    }
    changes
}

/// What the registers say otherwise: of each edition what it says, once if it is the same in all.
fn registers(old: &Publication, new: &Publication) -> Vec<Change> {
    let of = |old: &Publication, new: &Publication, edition| {
        let mut changes = Vec::new();
        let pair = Pair { old, new };
        front::plan(pair, &mut changes);
        kpis::definitions(pair, edition, &mut changes);
        changes
    };
    let known = new.editions.iter().filter_map(|edition| {
        let before = old.editions.iter().find(|known| known.year == edition.year)?;
        let year = edition.year;
        Some((year, of(&old.known_to(before), &new.known_to(edition), Some(year))))
    });
    let known: Vec<(FiscalYear, Vec<Change>)> = known.collect();
    let Some(((newest, of_newest), earlier)) = known.split_last() else {
        return of(old, new, None);
    };
    let mut changes: Vec<Change> = Vec::new();
    let sets: Vec<HashSet<&Change>> = earlier.iter().map(|(_, changes)| changes.iter().collect()).collect();
    let in_newest: HashSet<&Change> = of_newest.iter().collect();
    let in_all = |change: &Change| sets.iter().all(|others| others.contains(change));
    for change in of_newest {
        let year = (!in_all(change)).then_some(*newest);
        changes.push(Change { year, ..change.clone() });
    }
    for (year, of_year) in earlier {
        let own = of_year
            .iter()
            .filter(|change| !(in_newest.contains(change) && in_all(change)));
        changes.extend(own.map(|change| Change {
            year: Some(*year),
            ..change.clone()
        }));
    }
    changes
}

/// A block of narrative as plain text, as it is compared: lists line by line, figures with their values.
pub fn plain(publication: &Publication, edition: &Edition, block: &Block) -> String {
    units::shown(&units::Reader { publication, edition }.block(block))
}

/// The two publications.
#[derive(Clone, Copy)]
struct Pair<'a> {
    old: &'a Publication,
    new: &'a Publication,
}

impl Pair<'_> {
    /// [`department`](Self::department) of each department of the earlier publication.
    fn departments(self) -> Vec<Option<DepartmentIx>> {
        let known: HashMap<&Id, DepartmentIx> = self.new.departments().map(|(ix, known)| (&known.id, ix)).collect();
        let old = self.old.departments();
        old.map(|(_, department)| known.get(&department.id).copied()).collect()
    }

    /// The department of the earlier publication, as the new one counts it.
    fn department(self, ix: DepartmentIx) -> Option<DepartmentIx> {
        let id = &self.old.department(ix).id;
        let mut known = self.new.departments();
        known.find(|(_, department)| department.id == *id).map(|(ix, _)| ix)
    }
}

/// The way from one text to another; `None` if they are the same.
fn way(old: Option<&str>, new: Option<&str>) -> Option<(Way, Vec<Piece>)> {
    match (old, new) {
        (None, None) => None,
        (None, Some(new)) => Some((Way::Added, vec![Piece::Added(new.to_owned())])),
        (Some(old), None) => Some((Way::Removed, vec![Piece::Removed(old.to_owned())])),
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) => Some((Way::Changed, diff::words(old, new))),
    }
}
