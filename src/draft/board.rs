//! The board: department by department, what is due and how far it is.

use std::collections::HashSet;

use super::{
    Draft, Note,
    letter::letter,
    owed::{self, Item, Owed, State},
};
use crate::model::{Edition, Gap, Publication};

/// The board of one edition.
#[derive(Debug, Clone)]
pub struct Board<'d> {
    /// One for each department, in the order of the register.
    pub rows: Vec<BoardRow<'d>>,
    /// What the planning section itself has to look at.
    pub planning: Vec<&'d Note>,
}

/// A department.
#[derive(Debug, Clone)]
pub struct BoardRow<'d> {
    /// What it owes.
    pub owed: Owed<'d>,
    /// Ready to send; `None` when nothing is left to do.
    pub letter: Option<String>,
}

/// One column of a row: the pieces of one kind.
#[derive(Debug, Clone)]
pub struct Cell<'c, 'd> {
    /// The gravest state of its pieces; `None` if none is due.
    pub state: Option<State>,
    /// How many are done.
    pub done: usize,
    /// All of them.
    pub items: &'c [Item<'d>],
}

impl<'d> Board<'d> {
    /// The columns, beside the department's name.
    pub const COLUMNS: [&'static str; 4] = ["施策の記載", "KPIの値", "進捗状況", "評価の理由"];

    /// The board of an edition.
    pub fn new(draft: &'d Draft, publication: &Publication, edition: &Edition) -> Self {
        let owed = owed::all(draft, publication, edition).into_iter();
        let rows = owed.map(|owed| BoardRow {
            letter: letter(draft, publication, edition, &owed),
            owed,
        });
        let year = edition.year.year();
        let planning = draft
            .notes
            .iter()
            .filter(|note| note.department.is_none() && note.year == year);
        Self {
            rows: rows.collect(),
            planning: planning.collect(),
        }
    }

    /// How many departments are in a state.
    pub fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.owed.state() == state).count()
    }
}

impl<'d> BoardRow<'d> {
    /// The columns, in the order of [`Board::COLUMNS`].
    pub fn cells(&self) -> [Cell<'_, 'd>; 4] {
        let owed = &self.owed;
        [&owed.blocks, &owed.values, &owed.ratings, &owed.reasons].map(|items| Cell {
            state: items.iter().map(|item| item.state).min(),
            done: items.iter().filter(|item| item.state == State::Done).count(),
            items,
        })
    }
}

/// What a total leaves out: 「未提出2課、読めない1課を除く」; `None` if it is whole.
pub fn left_out<'g>(gaps: impl Iterator<Item = (crate::model::DepartmentIx, &'g Gap)>) -> Option<String> {
    let (mut missing, mut unreadable) = (HashSet::new(), HashSet::new());
    for (department, gap) in gaps {
        match gap {
            Gap::Missing => missing.insert(department),
            Gap::Unreadable(_) => unreadable.insert(department),
        };
    }
    let counts = [("未提出", missing.len()), ("読めない", unreadable.len())];
    let said: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word}{count}課"))
        .collect();
    (!said.is_empty()).then(|| format!("{}を除く", said.join("、")))
}
