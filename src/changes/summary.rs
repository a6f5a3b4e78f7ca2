//! The changes counted, for the agenda: a line for each department, and a text to copy.

use super::{Change, Kind};
use crate::model::{DepartmentIx, FiscalYear, Publication};

/// The changes of one edition, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The kinds that there are; the columns.
    pub kinds: Vec<Kind>,
    /// One for each department that has any, in the order of the register; the planning section first.
    pub rows: Vec<Count>,
    /// Of all rows, by kind.
    pub totals: Vec<usize>,
}

/// A department's changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Whose; `None` for the planning section.
    pub department: Option<DepartmentIx>,
    /// In the order of the columns.
    pub counts: Vec<usize>,
}

impl Change {
    /// Whether it shows in an edition: its own, and what all share.
    pub fn is_in(&self, year: FiscalYear) -> bool {
        self.year.is_none_or(|own| own == year)
    }
}

impl Summary {
    /// Counts changes.
    pub fn new<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Self {
        let changes: Vec<&Change> = changes.into_iter().collect();
        let kinds: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|kind| changes.iter().any(|change| change.kind == *kind))
            .collect();
        let mut owners: Vec<Option<DepartmentIx>> = changes.iter().map(|change| change.department).collect();
        owners.sort_unstable();
        owners.dedup();
        let count = |kind: Kind, owner: Option<Option<DepartmentIx>>| {
            let fits = |change: &&&Change| change.kind == kind && owner.is_none_or(|owner| change.department == owner);
            changes.iter().filter(fits).count()
        };
        let rows = owners.into_iter().map(|department| Count {
            department,
            counts: kinds.iter().map(|kind| count(*kind, Some(department))).collect(),
        });
        Self {
            rows: rows.collect(),
            totals: kinds.iter().map(|kind| count(*kind, None)).collect(),
            kinds,
        }
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.totals.iter().sum()
    }

    /// For the agenda or a mail; `since` names the earlier draft.
    pub fn text(&self, publication: &Publication, since: &str) -> String {
        if self.rows.is_empty() {
            return format!("{since}からの変更はありません。\n");
        }
        let mut text = format!("{since}からの変更（{}件）\n", self.total());
        for row in &self.rows {
            let counted = self.kinds.iter().zip(&row.counts).filter(|(_, count)| **count > 0);
            let counted: Vec<String> = counted
                .map(|(kind, count)| format!("{}{count}件", kind.label()))
                .collect();
            text.push_str(&format!(
                "・{}：{}\n",
                owner(publication, row.department),
                counted.join("、")
            ));
        }
        text
    }
}

/// A department's name; the planning section is who has no other.
pub fn owner(publication: &Publication, department: Option<DepartmentIx>) -> &str {
    department.map_or("計画・報告書全体", |ix| {
        publication.department(ix).name.as_str()
    })
}
