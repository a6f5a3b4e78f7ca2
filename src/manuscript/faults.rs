//! The faults of a reading while they gather. What is a fault, those say who read.

use super::{
    fault::{Fault, FaultKind},
    yaml::Document,
};
use crate::source::{Place, Span};

/// Where faults go, and whether missing things may be spoken of.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    /// True while reading a document of which a part was unreadable: what seems missing may have stood there.
    pub(super) damaged: bool,
    /// Lines of that document that were mended: what else seems wrong there follows from that.
    mended: Vec<Span>,
    /// The keys that were asked for in the mappings that are being read, the innermost last.
    pub(super) asked: Vec<&'static str>,
    /// How many items the lists of that document have had.
    pub(super) items: usize,
}

impl Faults {
    pub(super) fn push(&mut self, place: Place, kind: FaultKind) {
        let at = place.span.start;
        if !self.mended.iter().any(|line| (line.start..=line.end).contains(&at)) {
            self.list.push(Fault { place, kind });
        }
    }

    /// Takes over a document's problems and speaks of nothing missing in it if it is damaged.
    pub(super) fn enter(&mut self, document: &Document) {
        self.damaged = document.damaged;
        self.items = 0;
        for problem in &document.problems {
            self.push(problem.place, FaultKind::Yaml(problem.kind));
        }
        self.mended.clone_from(&document.mended);
    }

    /// The document is read.
    pub(super) fn leave(&mut self) {
        self.damaged = false;
        self.mended.clear();
    }

    /// Reads two things at the same time; what is found in the second comes after what is found in the first.
    pub(super) fn beside<A: Send, B: Send>(
        &mut self,
        first: impl FnOnce(&mut Self) -> A + Send,
        second: impl FnOnce(&mut Self) -> B + Send,
    ) -> (A, B) {
        let mut later = Self::default();
        let both = rayon::join(|| first(self), || second(&mut later));
        self.append(later);
        both
    }

    /// Adds what was found elsewhere.
    pub(super) fn append(&mut self, mut later: Self) {
        self.list.append(&mut later.list);
    }

    /// How many there are so far.
    pub(super) fn count(&self) -> usize {
        self.list.len()
    }

    /// What was found in a file before.
    pub(super) fn from(list: Vec<Fault>) -> Self {
        Self {
            list,
            ..Self::default()
        }
    }

    pub(super) fn into_list(self) -> Vec<Fault> {
        self.list
    }
}
