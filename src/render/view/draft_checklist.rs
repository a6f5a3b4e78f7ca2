//! 確認事項の一覧: the two lists of `ayumi check`, by department, each finding with its place in the report and its file.

use serde::Serialize;

use super::{Views, draft_board::PlacedNote};
use crate::{diagnostic::Severity, draft::Note, model::DepartmentIx};

/// `checklist.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Checklist {
    pub(crate) lists: Vec<List>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct List {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) count: usize,
    pub(crate) groups: Vec<Group>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Group {
    pub(crate) department: String,
    pub(crate) count: usize,
    pub(crate) notes: Vec<PlacedNote>,
}

impl Views<'_> {
    /// The checklist; a report has none.
    pub(crate) fn checklist(self) -> Option<Checklist> {
        let draft = self.draft?;
        let lists = [
            ("errors", "公開前に直すもの", Severity::Error),
            ("warnings", "ご確認ください", Severity::Warning),
        ];
        let lists = lists.map(|(id, title, severity)| {
            let notes: Vec<&Note> = draft.notes.iter().filter(|note| note.severity == severity).collect();
            List {
                id,
                title,
                count: notes.len(),
                groups: self.groups(&notes),
            }
        });
        Some(Checklist { lists: lists.to_vec() })
    }

    /// In the order of the register, the planning section last.
    fn groups(self, notes: &[&Note]) -> Vec<Group> {
        let departments = self
            .publication
            .departments()
            .map(|(ix, found)| (Some(ix), found.name.as_str()));
        let all = departments.chain([(None, "取りまとめ")]);
        let group = |(ix, name): (Option<DepartmentIx>, &str)| {
            let notes = notes.iter().filter(|note| note.department == ix);
            let notes: Vec<PlacedNote> = notes.map(|note| self.placed(note)).collect();
            Group {
                department: name.to_owned(),
                count: notes.len(),
                notes,
            }
        };
        all.map(group).filter(|group| !group.notes.is_empty()).collect()
    }
}
