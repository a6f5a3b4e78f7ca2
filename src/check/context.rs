//! What every rule may look at.

use std::sync::OnceLock;

use super::{index::Index, reading::Reading};
use crate::{
    manuscript::{FaultKind, KpiLines, Manuscript, MeasureSection, SeriesRow},
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
    /// The texts, read when the first rule asks.
    reading: OnceLock<Reading<'m>>,
}

impl<'m> Context<'m> {
    pub(crate) fn new(sources: &'m Sources, manuscript: &'m Manuscript, publication: Option<&'m Publication>) -> Self {
        Self {
            sources,
            manuscript,
            index: Index::new(manuscript),
            publication,
            reading: OnceLock::new(),
        }
    }

    /// The texts as a reader sees them.
    pub(crate) fn reading(&self) -> &Reading<'m> {
        self.reading.get_or_init(|| Reading::new(self))
    }

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

    /// The department that answers for a KPI.
    pub(crate) fn owner(&self, kpi: &Id) -> Option<&'m Id> {
        self.kpi(kpi)?.department.as_ref().map(|owner| &owner.value)
    }

    /// Whether a heading within a section could not be read: what seems to be missing may stand below it.
    pub(crate) fn unread_heading(&self, section: &MeasureSection) -> bool {
        let place = section.code.place;
        let next = self.manuscript.editions.iter().flat_map(|edition| &edition.departments);
        let starts = next.flat_map(|page| &page.sections).map(|section| section.code.place);
        let end = starts.filter(|other| other.file == place.file && other.span.start > place.span.start);
        let end = end.map(|other| other.span.start).min().unwrap_or(u32::MAX);
        self.manuscript.faults.iter().any(|fault| {
            let heading = matches!(fault.kind, FaultKind::HeadingUnknown { .. } | FaultKind::Markdown(_));
            heading && fault.place.file == place.file && (place.span.start..end).contains(&fault.place.span.start)
        })
    }

    /// Whether a row of the series could not be read: what seems to be missing may stand in it.
    pub(crate) fn has_unread_rows(&self) -> bool {
        self.manuscript
            .faults
            .iter()
            .any(|fault| Some(fault.place.file) == self.manuscript.series.file)
    }

    /// Whether a row's value was written and could not be read.
    pub(crate) fn unread_value(&self, row: &SeriesRow) -> bool {
        self.faulty_within(row.place)
    }

    /// Whether something in this place was reported already.
    pub(crate) fn faulty_within(&self, place: Place) -> bool {
        let span = place.span;
        let within = |other: Place| other.file == place.file && (span.start..=span.end).contains(&other.span.start);
        self.manuscript.faults.iter().any(|fault| within(fault.place))
    }

    /// Whether something on the few lines from here on was reported already.
    pub(crate) fn faulty_below(&self, place: Place) -> bool {
        let line = self.sources.line_column(place).line;
        self.manuscript.faults.iter().any(|fault| {
            let at = self.sources.line_column(fault.place).line;
            fault.place.file == place.file && (line.saturating_sub(1)..line + 6).contains(&at)
        })
    }
}
