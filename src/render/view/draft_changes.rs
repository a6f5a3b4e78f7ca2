//! 前の案からの変更: department by department, what was inserted and deleted, and a summary for the agenda.

use serde::Serialize;

use super::Views;
use crate::changes::{self, Change, Piece, Summary};

/// `changes.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChangesView {
    /// The earlier draft.
    pub(crate) since: String,
    pub(crate) total: usize,
    /// The columns of the summary.
    pub(crate) kinds: Vec<&'static str>,
    pub(crate) totals: Vec<usize>,
    pub(crate) groups: Vec<Group>,
    /// To copy.
    pub(crate) text: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) counts: Vec<usize>,
    pub(crate) total: usize,
    pub(crate) changes: Vec<ChangeView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChangeView {
    pub(crate) kind: &'static str,
    pub(crate) way: &'static str,
    pub(crate) code: &'static str,
    pub(crate) place: String,
    pub(crate) href: Option<String>,
    pub(crate) pieces: Vec<PieceView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PieceView {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

impl Views<'_> {
    /// The changes; a report, and a draft compared with nothing, has none.
    pub(crate) fn changes_since(self) -> Option<ChangesView> {
        let since = self.draft?.since.as_ref()?;
        let all: Vec<&Change> = since
            .changes
            .iter()
            .filter(|change| change.is_in(self.edition.year))
            .collect();
        let summary = Summary::new(all.iter().copied());
        let groups = summary.rows.iter().map(|row| Group {
            id: match row.department {
                Some(ix) => format!("changes-{}", self.publication.department(ix).id),
                None => "changes".to_owned(),
            },
            name: changes::owner(self.publication, row.department).to_owned(),
            counts: row.counts.clone(),
            total: row.counts.iter().sum(),
            changes: all
                .iter()
                .filter(|change| change.department == row.department)
                .map(|change| self.change_view(change))
                .collect(),
        });
        Some(ChangesView {
            since: since.name.clone(),
            total: summary.total(),
            kinds: summary.kinds.iter().map(|kind| kind.label()).collect(),
            groups: groups.collect(),
            text: summary.text(self.publication, &format!("「{}」", since.name)),
            totals: summary.totals,
        })
    }

    fn change_view(self, change: &Change) -> ChangeView {
        let pieces = change.pieces.iter().map(|piece| PieceView {
            kind: match piece {
                Piece::Same(_) => "same",
                Piece::Removed(_) => "removed",
                Piece::Added(_) => "added",
            },
            text: piece.text().to_owned(),
        });
        ChangeView {
            kind: change.kind.label(),
            way: change.way.label(),
            code: change.way.code(),
            place: change.place.clone(),
            href: self.spot(change.spot).map(|(_, href)| href),
            pieces: pieces.collect(),
        }
    }
}
