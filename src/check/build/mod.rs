//! Manuscript to model. Silent: every reason for which something cannot be built is some rule's finding.

mod committee;
mod edition;
mod front;
mod plan;
mod series;

use std::sync::Arc;

use super::{fault_index::FaultIndex, index::Index};
use crate::{
    manuscript::{CityPage, FormerLines, Manuscript, Written},
    model::{City, Contact, Department, Former, Id, Kpi, Prose, Publication, Reading},
    source::Sources,
};

/// Builds what the sources say, with gaps where a part is missing or unreadable; `None` if the registers (city, plan,
/// KPIs) do not suffice: without them nobody knows what is missing.
pub(super) fn publication(
    sources: &Sources,
    manuscript: &Manuscript,
    index: &Index,
    faults: &FaultIndex,
) -> Option<Publication> {
    let city = city(manuscript.city.page.as_ref()?, index)?;
    let plan = plan::plan(manuscript, index)?;
    let population = series::population(manuscript);
    let editions: Option<Vec<_>> = manuscript
        .editions
        .iter()
        .map(|folder| {
            let from = edition::Folder {
                sources,
                manuscript,
                folder,
                index,
                found: &edition::Found::of(folder),
                faults,
            };
            edition::edition(from, &plan)
        })
        .collect();
    let mut editions = editions.filter(|editions| !editions.is_empty())?;
    editions.sort_by_key(|edition| edition.year);
    Some(Publication {
        city,
        plan,
        population,
        readings: readings(manuscript),
        editions: editions.into(),
    })
}

/// Each KPI that can be built, whatever else cannot; in the order of the register.
pub(super) fn kpis(manuscript: &Manuscript, index: &Index) -> Vec<Option<Kpi>> {
    let lines = manuscript.kpis.page.iter().flatten();
    lines.map(|lines| plan::kpi(lines, index)).collect()
}

fn readings(manuscript: &Manuscript) -> Arc<[Reading]> {
    let lines = manuscript.dictionary.page.iter().flat_map(|page| &page.readings);
    lines
        .filter_map(|line| Reading::new(&line.word.as_ref()?.value, &line.reading.as_ref()?.value))
        .collect()
}

fn city(page: &CityPage, index: &Index) -> Option<City> {
    let contact = page.contact.as_ref()?;
    let value = |field: &Option<crate::source::Spanned<String>>| field.as_ref().map(|text| text.value.clone());
    let contact = Contact {
        department: index.department(&contact.department.as_ref()?.value)?,
        phone: value(&contact.phone),
        mail: value(&contact.mail),
        url: value(&contact.url),
    };
    let departments = index.departments.iter().map(|(id, name)| Department {
        id: (*id).clone(),
        name: (*name).to_owned(),
        former_names: former_names(page, id),
    });
    Some(City {
        name: value(&page.name)?,
        code: page.code.as_ref()?.value.clone(),
        contact,
        licence: page.licence.as_ref()?.value,
        base_url: value(&page.base_url),
        departments: departments.collect(),
    })
}

/// Of two departments with one id the first counts, as everywhere.
fn former_names(page: &CityPage, id: &Id) -> Former<String> {
    let mut lines = page.departments.iter();
    let line = lines.find(|line| line.id.as_ref().is_some_and(|known| known.value == *id));
    let former = line.iter().flat_map(|line| &line.former);
    self::former(former, |name| Some(name.as_ref()?.value.clone()))
}

/// Those that can be read.
fn former<'m, T: 'm, U>(
    lines: impl IntoIterator<Item = &'m FormerLines<T>>,
    read: impl Fn(&'m T) -> Option<U>,
) -> Former<U> {
    let lines = lines.into_iter();
    Former::new(
        lines
            .filter_map(|lines| Some((lines.until?.value, read(&lines.was)?)))
            .collect(),
    )
}

/// A narrative with its KPIs by position; a figure of an unknown KPI drops out (a rule reports it).
fn prose(written: &Written, index: &Index) -> Prose {
    let name = |id: &crate::source::Spanned<String>| crate::model::Id::parse(&id.value).and_then(|id| index.kpi(&id));
    written.prose(&name)
}
