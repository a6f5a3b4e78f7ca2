//! One year's report, with a gap for everything a department still owes.

use super::{super::index::Index, prose};
use crate::{
    manuscript::{DepartmentPage, EditionFolder, FieldSection, MeasureSection},
    model::{
        Chapter, DepartmentIx, Edition, Entry, Field, FiscalYear, Gap, KpiIx, MeasureCode, Plan, ProgramIx, Rated, Slot,
    },
    source::{Place, Sources},
};

pub(super) fn edition(sources: &Sources, folder: &EditionFolder, plan: &Plan, index: &Index) -> Option<Edition> {
    let report = folder.report.as_ref()?;
    let chapters = report.chapters.iter().map(|line| {
        let kind = line.kind.as_ref()?.value;
        let text = folder.chapters.iter().find(|text| text.kind == kind)?;
        Some(Chapter {
            kind,
            title: line.title.as_ref()?.value.clone(),
            body: prose(&text.text, index),
        })
    });
    let entries = plan.measures().flat_map(|measure| {
        measure
            .departments
            .iter()
            .map(|department| entry(sources, folder, measure.code, *department, index))
    });
    Some(Edition {
        year: FiscalYear::new(folder.year)?,
        performance: FiscalYear::new(report.performance_year.as_ref()?.value)?,
        published: report.published.as_ref()?.value,
        chapters: chapters.collect::<Option<_>>()?,
        entries: entries.collect(),
        ratings: plan.kpis().map(|(kpi, _)| rated(sources, folder, kpi, index)).collect(),
    })
}

fn entry(
    sources: &Sources,
    folder: &EditionFolder,
    measure: MeasureCode,
    department: DepartmentIx,
    index: &Index,
) -> Entry {
    let page = page(folder, department, index);
    let section = page.and_then(|page| page.sections.iter().find(|section| section.code.value == measure));
    let text = |field| slot(section, field, |found| Some(prose(&found.text, index)), sources);
    Entry {
        measure,
        department,
        achievements: text(Field::Achievements),
        challenges: text(Field::Challenges),
        outlook: text(Field::Outlook),
        programs: slot(section, Field::Programs, |found| programs(found, index), sources),
    }
}

fn page<'f>(folder: &'f EditionFolder, department: DepartmentIx, index: &Index) -> Option<&'f DepartmentPage> {
    let (id, _) = index.departments[department.0];
    folder.departments.iter().find(|page| page.department.value == *id)
}

/// The field's value, or why there is none.
fn slot<T>(
    section: Option<&MeasureSection>,
    field: Field,
    read: impl Fn(&FieldSection) -> Option<T>,
    sources: &Sources,
) -> Slot<T> {
    let found = section.and_then(|section| section.fields.iter().find(|known| known.field.value == field));
    match found {
        Some(found) if !found.text.is_empty() => match read(found) {
            Some(value) => Slot::Filled(value),
            None => Slot::Empty(unreadable(sources, found.text.place)),
        },
        _ => Slot::Empty(Gap::Missing),
    }
}

fn programs(found: &FieldSection, index: &Index) -> Option<Vec<ProgramIx>> {
    let programs: Option<Vec<ProgramIx>> = found.programs.iter().map(|name| index.program(&name.value)).collect();
    programs.filter(|programs| !programs.is_empty())
}

fn rated(sources: &Sources, folder: &EditionFolder, kpi: KpiIx, index: &Index) -> Rated {
    let id = index.kpis[kpi.0];
    let lines = folder
        .departments
        .iter()
        .flat_map(|page| &page.ratings)
        .find(|lines| lines.kpi.as_ref().is_some_and(|known| known.value == *id));
    let damaged = folder.departments.iter().find(|page| page.damaged);
    let rating = match (lines, damaged) {
        (Some(lines), _) => match &lines.rating {
            Some(rating) => Slot::Filled(rating.value),
            None => Slot::Empty(unreadable(sources, lines.place)),
        },
        (None, Some(page)) => Slot::Empty(unreadable(sources, page.department.place)),
        (None, None) => Slot::Empty(Gap::Missing),
    };
    let reason = lines
        .and_then(|lines| lines.reason.as_ref())
        .map(|reason| reason.value.clone());
    Rated { kpi, rating, reason }
}

fn unreadable(sources: &Sources, place: Place) -> Gap {
    let at = sources.line_column(place);
    Gap::Unreadable(format!("{}:{}", sources.file(place.file).name, at.line))
}
