//! The faults of form by where they stand: what seems missing or empty may be what could not be read.

use super::maps::HashMap;
use crate::{
    manuscript::{Fault, Manuscript},
    source::FileId,
};

/// The faults of each file, from first to last.
pub(super) struct FaultIndex<'m>(HashMap<FileId, Vec<&'m Fault>>);

impl<'m> FaultIndex<'m> {
    pub(super) fn new(manuscript: &'m Manuscript) -> Self {
        let mut by_file: HashMap<FileId, Vec<&Fault>> = HashMap::default();
        for fault in &manuscript.faults {
            by_file.entry(fault.place.file).or_default().push(fault);
        }
        for faults in by_file.values_mut() {
            faults.sort_by_key(|fault| fault.place.span.start);
        }
        Self(by_file)
    }

    /// Those of a file that begin at a byte or behind it.
    pub(super) fn from(&self, file: FileId, start: u32) -> &[&'m Fault] {
        let faults = self.0.get(&file).map_or(&[][..], Vec::as_slice);
        &faults[faults.partition_point(|fault| fault.place.span.start < start)..]
    }
}
