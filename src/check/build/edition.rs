//! One year's report, with a gap for everything a department still owes.

use super::{
    super::{fault_index::FaultIndex, index::Index},
    committee, front, prose,
};
use crate::{
    check::maps::HashMap,
    manuscript::{DepartmentPage, EditionFolder, FaultKind, FieldSection, Manuscript, MeasureSection, RatingLines},
    model::{
        DepartmentIx, Edition, Entry, Field, FiscalYear, Gap, Id, Kpi, KpiIx, MeasureCode, Plan, ProgramIx, Rated, Slot,
    },
    source::{FileId, Place, Sources},
};

/// What the parts of one year's folder are built from.
#[derive(Clone, Copy)]
pub(super) struct Folder<'m> {
    pub(super) sources: &'m Sources,
    pub(super) manuscript: &'m Manuscript,
    pub(super) folder: &'m EditionFolder,
    pub(super) index: &'m Index<'m>,
    pub(super) found: &'m Found<'m>,
    pub(super) faults: &'m FaultIndex<'m>,
}

/// What departments wrote for a year, by what asks for it. Of two under one name the first counts.
pub(super) struct Found<'m> {
    pages: HashMap<&'m Id, &'m DepartmentPage>,
    sections: HashMap<(&'m Id, MeasureCode), &'m MeasureSection>,
    ratings: HashMap<&'m Id, &'m RatingLines>,
    by_file: HashMap<FileId, &'m DepartmentPage>,
}

impl<'m> Found<'m> {
    pub(super) fn of(folder: &'m EditionFolder) -> Self {
        let mut found = Self {
            pages: HashMap::default(),
            sections: HashMap::default(),
            ratings: HashMap::default(),
            by_file: HashMap::default(),
        };
        for page in &folder.departments {
            let department = &page.department.value;
            found.by_file.insert(page.department.place.file, page);
            for lines in &page.ratings {
                if let Some(kpi) = &lines.kpi {
                    found.ratings.entry(&kpi.value).or_insert(lines);
                }
            }
            if found.pages.insert(department, page).is_none() {
                for section in &page.sections {
                    found
                        .sections
                        .entry((department, section.code.value))
                        .or_insert(section);
                }
            }
        }
        found
    }
}

pub(super) fn edition(from: Folder, plan: &Plan) -> Option<Edition> {
    let year = FiscalYear::new(from.folder.year)?;
    let entries = plan.measures().flat_map(|measure| {
        let departments = measure.departments_in(year).iter();
        departments.map(|department| from.entry(measure.code, *department))
    });
    let front = front::front(from, year)?;
    Some(Edition {
        year,
        performance: front.performance,
        published: front.published,
        chapters: front.chapters,
        entries: entries.collect(),
        ratings: plan.kpis().map(|(ix, kpi)| from.rating(ix, kpi, year)).collect(),
        front_gap: front.gap,
        committee: from
            .folder
            .committee
            .as_ref()
            .map(|page| committee::committee(page, year, plan, from.index)),
    })
}

impl<'m> Folder<'m> {
    fn entry(self, measure: MeasureCode, department: DepartmentIx) -> Entry {
        let page = self.page(department);
        let (id, _) = self.index.departments[department.0];
        let section = self.found.sections.get(&(id, measure)).copied();
        let absent = match (section, page) {
            (None, Some(page)) => self.lost(page).unwrap_or(Gap::Missing),
            _ => Gap::Missing,
        };
        let text = |field| self.slot(section, field, &absent, |found| Some(prose(&found.text, self.index)));
        Entry {
            measure,
            department,
            achievements: text(Field::Achievements),
            challenges: text(Field::Challenges),
            outlook: text(Field::Outlook),
            programs: self.slot(section, Field::Programs, &absent, |found| self.programs(found)),
        }
    }

    /// Where a measure may stand that a department's file seems to lack: under a heading that cannot be read, or anywhere
    /// in a file that is no text.
    fn lost(self, page: &DepartmentPage) -> Option<Gap> {
        let file = self.sources.file(page.department.place.file);
        if file.encoding.is_none() {
            return Some(Gap::Unreadable(file.name.clone()));
        }
        let mut faults = self.faults.from(page.department.place.file, 0).iter();
        let first = faults.find(|fault| match fault.kind {
            FaultKind::HeadingUnknown { level, .. } => level == 2,
            FaultKind::HeadingOrphan { .. } => true,
            _ => false,
        });
        first.map(|fault| self.unreadable(fault.place))
    }

    fn page(self, department: DepartmentIx) -> Option<&'m DepartmentPage> {
        let (id, _) = self.index.departments[department.0];
        self.found.pages.get(id).copied()
    }

    /// The field's value, or why there is none.
    fn slot<T>(
        self,
        section: Option<&MeasureSection>,
        field: Field,
        absent: &Gap,
        read: impl Fn(&FieldSection) -> Option<T>,
    ) -> Slot<T> {
        let found = section.and_then(|section| section.fields.iter().find(|known| known.field.value == field));
        let Some(found) = found else {
            return Slot::Empty(absent.clone());
        };
        if found.text.is_empty() {
            // Nothing is left of the text either because nobody wrote any or because none of it could be read.
            let fault = self.first_fault(found.field.place, self.next_heading(found.field.place));
            return Slot::Empty(fault.map_or(Gap::Missing, |place| self.unreadable(place)));
        }
        match read(found) {
            Some(value) => Slot::Filled(value),
            None => Slot::Empty(self.unreadable(found.text.place)),
        }
    }

    fn programs(self, found: &FieldSection) -> Option<Vec<ProgramIx>> {
        let names = found.programs.iter();
        let programs: Option<Vec<ProgramIx>> = names.map(|name| self.index.program(&name.value)).collect();
        programs.filter(|programs| !programs.is_empty())
    }

    fn rating(self, ix: KpiIx, kpi: &Kpi, edition: FiscalYear) -> Option<Rated> {
        let there = kpi.editions.covers(edition);
        there.then(|| self.rated(ix, kpi.department_in(edition)))
    }

    fn rated(self, kpi: KpiIx, owner: DepartmentIx) -> Rated {
        let id = self.index.kpis[kpi.0];
        let lines = self.found.ratings.get(id).copied();
        let page = self.page(owner);
        let rating = match (lines, page) {
            (Some(lines), _) => match &lines.rating {
                Some(rating) => Slot::Filled(rating.value),
                // The fault itself, if it is in the entry: the line to mend is that one.
                None => {
                    let fault = self.first_fault(lines.place, self.next_entry(lines.place));
                    Slot::Empty(self.unreadable(fault.unwrap_or(lines.place)))
                }
            },
            // It may stand in the part that could not be read.
            (None, Some(page)) if page.damaged => {
                let first = self.first_fault(page.department.place, u32::MAX);
                Slot::Empty(self.unreadable(first.unwrap_or(page.department.place)))
            }
            (None, _) => Slot::Empty(Gap::Missing),
        };
        let reason = lines
            .and_then(|lines| lines.reason.as_ref())
            .map(|reason| reason.value.clone());
        Rated { kpi, rating, reason }
    }

    /// Where the next rating of the file, or else its text, begins.
    fn next_entry(self, place: Place) -> u32 {
        let page = self.found.by_file.get(&place.file);
        let ratings = page.into_iter().flat_map(|page| &page.ratings);
        let later = ratings
            .map(|lines| lines.place)
            .filter(|other| other.span.start > place.span.start);
        let next = later.map(|other| other.span.start).min();
        next.unwrap_or_else(|| self.next_heading(place))
    }

    /// Where the next field or measure of the file begins.
    fn next_heading(self, place: Place) -> u32 {
        let page = self.found.by_file.get(&place.file);
        let sections = page.into_iter().flat_map(|page| &page.sections);
        let headings = sections.flat_map(|section| {
            let fields = section.fields.iter().map(|field| field.field.place);
            fields.chain([section.code.place])
        });
        let later = headings.filter(|other| other.span.start > place.span.start);
        later.map(|other| other.span.start).min().unwrap_or(u32::MAX)
    }

    /// The first fault of form from a place on.
    fn first_fault(self, from: Place, end: u32) -> Option<Place> {
        let first = self.faults.from(from.file, from.span.start).first();
        first.map(|fault| fault.place).filter(|at| at.span.start < end)
    }

    /// The gap of something that stands there and cannot be read.
    pub(super) fn unreadable(self, place: Place) -> Gap {
        let at = self.sources.line_column(place);
        Gap::Unreadable(format!("{}:{}", self.sources.file(place.file).name, at.line))
    }
}
