//! What an earlier reading said of files that are the same now: taken over, faults and all, instead of being read again.

use std::collections::HashMap;

use super::{
    CityPage, DictionaryPage, Fault, KpiLines, Manuscript, PlanPage, PopulationRow, ProgramLine, Register,
    RestatementRow, SeriesRow, editions::Page, faults::Faults,
};
use crate::source::{FileId, Sources};

/// What was read of one file, and the faults in it.
pub(super) type Kept<T> = Option<(T, Faults)>;

/// Everything that need not be read again.
#[derive(Default)]
pub(super) struct Keepsakes {
    pub(super) city: Kept<Register<CityPage>>,
    pub(super) plan: Kept<Register<PlanPage>>,
    pub(super) kpis: Kept<Register<Vec<KpiLines>>>,
    pub(super) programs: Kept<Register<Vec<ProgramLine>>>,
    pub(super) dictionary: Kept<Register<DictionaryPage>>,
    pub(super) series: Kept<Register<Vec<SeriesRow>>>,
    pub(super) population: Kept<Register<Vec<PopulationRow>>>,
    pub(super) restatements: Kept<Vec<RestatementRow>>,
    pub(super) pages: HashMap<FileId, (Page, Faults)>,
}

/// What was kept, or what reading gives.
pub(super) fn or<T>(kept: Kept<T>, faults: &mut Faults, read: impl FnOnce(&mut Faults) -> T) -> T {
    match kept {
        Some((value, found)) => {
            faults.append(found);
            value
        }
        None => read(faults),
    }
}

impl Keepsakes {
    pub(super) fn new(sources: &Sources, before: &Sources, manuscript: Manuscript) -> Self {
        let Manuscript {
            city,
            plan,
            kpis,
            programs,
            dictionary,
            series,
            population,
            restatements,
            editions,
            missing: _,
            faults,
        } = manuscript;
        let mut same = Same::new(sources, before, faults);
        let mut keepsakes = Self {
            city: same.register(city),
            plan: same.register(plan),
            kpis: same.register(kpis),
            programs: same.register(programs),
            dictionary: same.register(dictionary),
            series: same.register(series),
            population: same.register(population),
            restatements: same.keep(before.find("series/restatements.csv"), restatements),
            pages: HashMap::new(),
        };
        for edition in editions {
            let find = |name: &str| before.find(&format!("{}{name}", edition.folder));
            let report = edition
                .report
                .map(|page| (find("report.yaml"), Page::Report(Some(page))));
            let committee = edition.committee;
            let committee = committee.map(|page| (find("committee.yaml"), Page::Committee(Some(page))));
            let chapters = edition.chapters.into_iter();
            let chapters = chapters.map(|page| (Some(page.file), Page::Chapter(Some(page))));
            // A file under a wrong name is read as what the register of departments makes of the name.
            let named = edition.departments.into_iter().filter_map(|page| {
                let file = find(&format!("departments/{}.md", page.department.value))?;
                (file == page.department.place.file).then_some((Some(file), Page::Department(page)))
            });
            let pages = report.into_iter().chain(committee).chain(chapters);
            for (file, page) in pages.chain(named) {
                let kept = same.keep(file, page);
                keepsakes.pages.extend(file.zip(kept));
            }
        }
        keepsakes
    }
}

/// Which files are the same, and what was found in each.
struct Same<'s> {
    sources: &'s Sources,
    before: &'s Sources,
    faults: HashMap<FileId, Vec<Fault>>,
}

impl<'s> Same<'s> {
    fn new(sources: &'s Sources, before: &'s Sources, list: Vec<Fault>) -> Self {
        let mut faults: HashMap<FileId, Vec<Fault>> = HashMap::new();
        for fault in list {
            faults.entry(fault.place.file).or_default().push(fault);
        }
        Self {
            sources,
            before,
            faults,
        }
    }

    fn register<T>(&mut self, register: Register<T>) -> Kept<Register<T>> {
        self.keep(register.file, register)
    }

    /// Places hold the file's number: under another number it is another file.
    fn keep<T>(&mut self, file: Option<FileId>, value: T) -> Kept<T> {
        let file = file?;
        let name = &self.before.file(file).name;
        let same = self.sources.find(name) == Some(file) && self.sources.file(file) == self.before.file(file);
        same.then(|| (value, Faults::from(self.faults.remove(&file).unwrap_or_default())))
    }
}
