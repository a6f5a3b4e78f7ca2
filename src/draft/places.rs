//! From a place in a source file to the place in the report where its text stands: pure, made from the manuscript.

use std::collections::HashMap;

use super::number::{self, Home, Spot};
use crate::{
    manuscript::{DepartmentPage, EditionFolder, FieldSection, Manuscript, MeasureSection, Written},
    model::{DepartmentIx, Edition, FiscalYear, GoalCode, Id, KpiIx, MeasureCode, Publication},
    source::{FileId, Place, Sources, Span, Spanned},
};

/// A stretch of a file and what becomes of it.
#[derive(Debug)]
struct Stretch {
    start: u32,
    end: u32,
    year: Option<u16>,
    spot: Spot,
    /// The nearest of those before it that ends behind it: none between holds what lies behind this one.
    wider: Option<usize>,
}

/// Every stretch of the sources that has a place in the report.
#[derive(Debug)]
pub(super) struct Places<'a> {
    sources: &'a Sources,
    publication: &'a Publication,
    series: Option<FileId>,
    kpis: HashMap<&'a Id, KpiIx>,
    departments: HashMap<&'a Id, DepartmentIx>,
    /// Of each file, by where they begin.
    stretches: HashMap<FileId, Vec<Stretch>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a Sources, manuscript: &'a Manuscript, publication: &'a Publication) -> Self {
        let mut places = Self {
            sources,
            publication,
            series: manuscript.series.file,
            kpis: publication.plan.kpis().map(|(ix, kpi)| (&kpi.id, ix)).collect(),
            departments: publication
                .departments()
                .map(|(ix, department)| (&department.id, ix))
                .collect(),
            stretches: HashMap::new(),
        };
        places.registers(manuscript);
        for folder in &manuscript.editions {
            places.folder(folder);
        }
        places.stretches.values_mut().for_each(|stretches| order(stretches));
        places
    }

    /// The spot of the narrowest stretch around a place, and the year's folder it is in.
    pub(super) fn find(&self, place: Place) -> (Spot, Option<u16>) {
        if Some(place.file) == self.series {
            return (self.series_row(place), None);
        }
        let stretches = self.stretches.get(&place.file).map_or(&[][..], Vec::as_slice);
        let narrowest = narrowest(stretches, place.span.start);
        narrowest.map_or((Spot::Nowhere, None), |stretch| (stretch.spot, stretch.year))
    }

    /// A row of the series is its KPI's, even one that could not be read otherwise.
    fn series_row(&self, place: Place) -> Spot {
        let file = self.sources.file(place.file);
        let line = &file.text[file.line_range(self.sources.line(place))];
        let id = line.split(',').next().and_then(Id::parse);
        id.and_then(|id| self.kpi(&id)).map_or(Spot::Nowhere, Spot::Kpi)
    }

    pub(super) fn kpi(&self, id: &Id) -> Option<KpiIx> {
        self.kpis.get(id).copied()
    }

    pub(super) fn department(&self, id: &Id) -> Option<DepartmentIx> {
        self.departments.get(id).copied()
    }

    fn registers(&mut self, manuscript: &Manuscript) {
        if let Some(plan) = &manuscript.plan.page {
            for (number, part) in (1..).zip(&plan.parts) {
                self.text(part.description.as_ref(), Home::Part(number), None);
            }
            self.text(plan.rating_note.as_ref(), Home::RatingNote, None);
            for level in &plan.rating_levels {
                if let Some(rating) = &level.rating {
                    self.text(level.meaning.as_ref(), Home::Level(rating.value), None);
                }
            }
            for (number, project) in (1..).zip(&plan.projects) {
                self.text(project.description.as_ref(), Home::Project(number), None);
            }
            let goals = self.publication.plan.goal_codes().zip(&plan.goals);
            for (code, goal) in goals {
                self.text(goal.introduction.as_ref(), Home::Goal(code), None);
                let measures = goal.directions.iter().flat_map(|direction| &direction.measures);
                for (code, measure) in self.measures(code).into_iter().zip(measures) {
                    measure.lists().flatten().for_each(|id| self.reporter(code, id));
                }
            }
        }
        for lines in manuscript.kpis.page.iter().flatten() {
            let Some(ix) = lines.id.as_ref().and_then(|id| self.kpi(&id.value)) else {
                continue;
            };
            self.push(lines.place, None, Spot::Kpi(ix));
        }
        if let Some(file) = manuscript.population.file {
            let chapter = Home::Chapter(crate::model::ChapterKind::Population);
            self.push(whole(file), None, Spot::Home(chapter));
        }
    }

    fn measures(&self, goal: GoalCode) -> Vec<MeasureCode> {
        let all = self.publication.plan.measures().map(|measure| measure.code);
        all.filter(|code| code.direction.goal == goal).collect()
    }

    /// Where the plan asks a department for an entry.
    fn reporter(&mut self, code: MeasureCode, id: &Spanned<Id>) {
        if let Some(department) = self.department(&id.value) {
            self.push(id.place, None, Spot::Home(Home::Entry(code, department)));
        }
    }

    fn folder(&mut self, folder: &EditionFolder) {
        let year = Some(folder.year);
        if let Some(file) = self.sources.find(&format!("{}report.yaml", folder.folder)) {
            self.push(whole(file), year, Spot::Front);
        }
        for chapter in &folder.chapters {
            let home = Home::Chapter(chapter.kind);
            self.push(whole(chapter.file), year, Spot::Home(home));
            self.blocks(&chapter.text, home, 1, year);
        }
        for page in &folder.departments {
            self.page(page, folder.year);
        }
    }

    fn page(&mut self, page: &DepartmentPage, year: u16) {
        let Some(department) = self.department(&page.department.value) else {
            return;
        };
        let file = page.department.place.file;
        self.push(whole(file), Some(year), Spot::Department(department));
        for rating in &page.ratings {
            let kpi = rating.kpi.as_ref().and_then(|id| self.kpi(&id.value));
            let own = |ix: &KpiIx| {
                let owner = FiscalYear::new(year).map(|year| self.publication.plan.kpi(*ix).department_in(year));
                owner == Some(department)
            };
            if let Some(ix) = kpi.filter(own) {
                self.push(rating.place, Some(year), Spot::Kpi(ix));
            }
        }
        let publication = self.publication;
        let edition = publication.editions.iter().find(|edition| edition.year.year() == year);
        for (at, section) in page.sections.iter().enumerate() {
            let end = page
                .sections
                .get(at + 1)
                .map_or(u32::MAX, |next| next.code.place.span.start - 1);
            self.section(section, end, department, edition);
        }
    }

    fn section(&mut self, section: &MeasureSection, end: u32, department: DepartmentIx, edition: Option<&Edition>) {
        let code = section.code.value;
        let Some(edition) = edition else { return };
        let Some(entry) = edition.entry(code, department) else {
            return;
        };
        let year = Some(edition.year.year());
        let home = Home::Entry(code, department);
        self.push(until(section.code.place, end), year, Spot::Home(home));
        for (at, field) in section.fields.iter().enumerate() {
            let end = section
                .fields
                .get(at + 1)
                .map_or(end, |next| next.field.place.span.start - 1);
            let first = number::first(entry, field.field.value);
            self.push(until(field.field.place, end), year, Spot::Paragraph(home, first));
            if !is_names(field) {
                self.blocks(&field.text, home, first, year);
            }
        }
    }

    fn text(&mut self, text: Option<&Written>, home: Home, year: Option<u16>) {
        if let Some(text) = text {
            self.push(text.place, year, Spot::Home(home));
            self.blocks(text, home, 1, year);
        }
    }

    fn blocks(&mut self, text: &Written, home: Home, first: usize, year: Option<u16>) {
        let counted = text.blocks.iter().filter(|written| number::is_counted(&written.block));
        if matches!(home, Home::Level(_)) {
            return;
        }
        for (number, written) in (first..).zip(counted) {
            self.push(written.place, year, Spot::Paragraph(home, number));
        }
    }

    fn push(&mut self, place: Place, year: Option<u16>, spot: Spot) {
        self.stretches.entry(place.file).or_default().push(Stretch {
            start: place.span.start,
            end: place.span.end,
            year,
            spot,
            wider: None,
        });
    }
}

/// Puts the stretches of a file into the order in which [`narrowest`] looks for one.
fn order(stretches: &mut [Stretch]) {
    stretches.sort_by_key(|stretch| stretch.start);
    for at in 0..stretches.len() {
        let mut before = at.checked_sub(1);
        while let Some(known) = before.filter(|known| stretches[*known].end <= stretches[at].end) {
            before = stretches[known].wider;
        }
        stretches[at].wider = before;
    }
}

/// The narrowest stretch around a position; of two that touch, the one that begins there.
fn narrowest(stretches: &[Stretch], position: u32) -> Option<&Stretch> {
    let key = |stretch: &Stretch| (stretch.end - stretch.start, u32::MAX - stretch.start);
    let mut narrowest: Option<&Stretch> = None;
    let mut next = stretches
        .partition_point(|stretch| stretch.start <= position)
        .checked_sub(1);
    while let Some(at) = next {
        let stretch = &stretches[at];
        // Whatever begins before this one and reaches the position is longer still.
        if narrowest.is_some_and(|known| position - stretch.start > key(known).0) {
            break;
        }
        if stretch.end < position {
            next = stretch.wider;
            continue;
        }
        // Of two that are alike, the first.
        if narrowest.is_none_or(|known| key(stretch) <= key(known)) {
            narrowest = Some(stretch);
        }
        next = at.checked_sub(1);
    }
    narrowest
}

/// The list of 主な事業 has one number however it was written.
fn is_names(field: &FieldSection) -> bool {
    field.field.value == crate::model::Field::Programs
}

fn whole(file: FileId) -> Place {
    Place {
        file,
        span: Span {
            start: 0,
            end: u32::MAX,
        },
    }
}

fn until(place: Place, end: u32) -> Place {
    Place {
        file: place.file,
        span: Span {
            start: place.span.start,
            end,
        },
    }
}
