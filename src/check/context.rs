//! What every rule may look at.

use super::index::Index;
use crate::{
    manuscript::{FaultKind, KpiLines, Manuscript},
    model::{Id, Publication},
    source::{Place, Sources},
};

/// Everything there is to know about the sources.
pub(crate) struct Context<'m> {
    /// The files.
    pub(crate) sources: &'m Sources,
    /// What is written in them.
    pub(crate) manuscript: &'m Manuscript,
    /// What the registers define.
    pub(crate) index: Index<'m>,
    /// What could be built of it, gaps and all; `None` if the registers do not suffice.
    pub(crate) publication: Option<&'m Publication>,
}

impl<'m> Context<'m> {
    /// The faults of form that `pick` takes.
    pub(crate) fn faults<T>(&self, pick: impl Fn(&'m FaultKind) -> Option<T>) -> impl Iterator<Item = (Place, T)> {
        self.manuscript
            .faults
            .iter()
            .filter_map(move |fault| pick(&fault.kind).map(|what| (fault.place, what)))
    }

    /// The definition of a KPI.
    pub(crate) fn kpi(&self, id: &Id) -> Option<&'m KpiLines> {
        let at = self.index.kpi(id)?;
        let known = |lines: &&KpiLines| lines.id.as_ref().is_some_and(|known| known.value == *id);
        let kpis = self.manuscript.kpis.page.as_ref()?;
        kpis.get(at.0).filter(known).or_else(|| kpis.iter().find(known))
    }
}
