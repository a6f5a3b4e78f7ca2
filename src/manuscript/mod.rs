//! The second stage: [`Sources`] become a [`Manuscript`] (原稿), everything as written, every value with its place.
//!
//! Form is read here (YAML, CSV, Markdown, numbers, words of closed lists); what one value says about another is the
//! check stage's. Nothing is rejected: what cannot be read is a [`Fault`], and the rest is read on.

mod accept;
mod city;
mod committee;
mod csv;
mod department;
mod dictionary;
mod edition;
mod editions;
mod fault;
mod faults;
mod fields;
mod former;
mod front_matter;
mod headings;
mod kept;
mod kpis;
pub mod markdown;
mod plan;
mod prose;
mod restatements;
mod scalars;
mod series;
#[cfg(test)]
mod slips;
pub mod yaml;

pub use accept::Acceptance;
pub use city::{CityPage, ContactLines, DepartmentLine};
pub use committee::{CommitteePage, MeetingLines, OpinionLines};
pub use department::{DepartmentPage, FieldSection, MeasureSection, RatingLines};
pub use dictionary::{DictionaryPage, Expectation, ReadingLines, TermLines, TermTest};
pub use edition::{ChapterLine, ChapterText, EditionFolder, ReportPage};
pub use fault::{Expected, Fault, FaultKind, FolderKind, Form};
pub(crate) use fields::MOST_ITEMS;
pub use former::FormerLines;
pub(crate) use former::MOST_FORMER;
pub use kpis::{KpiLines, KpiWas, TargetLines};
pub use plan::{DirectionLines, GoalLines, LevelLines, MeasureLines, PartLines, PlanPage, ProgramLine, ProjectLines};
pub use prose::{Written, WrittenBlock};
pub use restatements::{RESTATEMENT_COLUMNS, RestatementRow};
pub(crate) use scalars::LONGEST_LINE;
pub use series::{KPI_COLUMNS, POPULATION_COLUMNS, PopulationRow, SeriesRow};

use crate::{
    model::Id,
    source::{FileId, Place, Sources, Span},
};
use faults::Faults;
use kept::Keepsakes;

/// All sources, read.
#[derive(Debug)]
pub struct Manuscript {
    /// `city.yaml`.
    pub city: Register<CityPage>,
    /// `plan.yaml`.
    pub plan: Register<PlanPage>,
    /// `kpis.yaml`.
    pub kpis: Register<Vec<KpiLines>>,
    /// `programs.yaml`.
    pub programs: Register<Vec<ProgramLine>>,
    /// `dictionary.yaml`; it may be left out.
    pub dictionary: Register<DictionaryPage>,
    /// `series/kpi.csv`.
    pub series: Register<Vec<SeriesRow>>,
    /// `series/population.csv`.
    pub population: Register<Vec<PopulationRow>>,
    /// `series/restatements.csv`; empty if it is not there.
    pub restatements: Vec<RestatementRow>,
    /// `reports/*`, oldest first.
    pub editions: Vec<EditionFolder>,
    /// Required files that are not there, by name.
    pub missing: Vec<String>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

impl Manuscript {
    /// The registered name of a department.
    pub fn department_name(&self, id: &Id) -> Option<&str> {
        let departments = self.city.page.iter().flat_map(|city| &city.departments);
        let known = departments.filter(|line| line.id.as_ref().is_some_and(|known| known.value == *id));
        known
            .filter_map(|line| line.name.as_ref())
            .map(|name| name.value.as_str())
            .next()
    }

    /// Every department's file with its edition.
    pub fn department_pages(&self) -> impl Iterator<Item = (&EditionFolder, &DepartmentPage)> {
        let editions = self.editions.iter();
        editions.flat_map(|edition| edition.departments.iter().map(move |page| (edition, page)))
    }
}

/// A file that others refer to.
#[derive(Debug)]
pub struct Register<T> {
    /// Its name below the content folder.
    pub name: &'static str,
    /// Its file; `None` if it is not there.
    pub file: Option<FileId>,
    /// What it says; `None` if it cannot be read.
    pub page: Option<T>,
    /// True when a part of it could not be read: what seems unknown may stand there.
    pub damaged: bool,
}

/// Reads all sources.
///
/// ```
/// use ayumi::{manuscript, source::Sources};
///
/// let sources = Sources::from_files([("city.yaml", "name: 柏崎市\ncode: \"15205\"\n")]);
/// let manuscript = manuscript::read(&sources);
/// let city = manuscript.city.page.expect("the file is YAML");
/// assert_eq!(city.name.map(|name| name.value).as_deref(), Some("柏崎市"));
/// assert!(city.code.is_none(), "five digits are no code: a fault says so");
/// assert!(!manuscript.faults.is_empty());
/// ```
pub fn read(sources: &Sources) -> Manuscript {
    reading(sources, Keepsakes::default())
}

/// Reads all sources again after `before`, of which `manuscript` was read: the same as [`read`], but files that have not
/// changed are not read.
pub fn read_again(sources: &Sources, before: &Sources, manuscript: Manuscript) -> Manuscript {
    reading(sources, Keepsakes::new(sources, before, manuscript))
}

fn reading(sources: &Sources, kept: Keepsakes) -> Manuscript {
    let mut faults = Faults::default();
    let city = kept::or(kept.city, &mut faults, |faults| {
        yaml_register(sources, "city.yaml", faults, city::read)
    });
    // Files know nothing of each other: side by side, and what was found in them in the order of the files.
    let ((plan, (kpis, programs)), ((dictionary, series, population, restatements), editions)) = faults.beside(
        |faults| {
            faults.beside(
                |faults| {
                    kept::or(kept.plan, faults, |faults| {
                        yaml_register(sources, "plan.yaml", faults, plan::read)
                    })
                },
                |faults| {
                    faults.beside(
                        |faults| {
                            kept::or(kept.kpis, faults, |faults| {
                                yaml_register(sources, "kpis.yaml", faults, kpis::read)
                            })
                        },
                        |faults| {
                            kept::or(kept.programs, faults, |faults| {
                                yaml_register(sources, "programs.yaml", faults, plan::read_programs)
                            })
                        },
                    )
                },
            )
        },
        |faults| {
            let city = &city;
            faults.beside(
                |faults| {
                    let dictionary = kept::or(kept.dictionary, faults, |faults| {
                        yaml_register(sources, "dictionary.yaml", faults, dictionary::read)
                    });
                    let series = kept::or(kept.series, faults, |faults| {
                        csv_register(sources, "series/kpi.csv", faults, series::read_kpi)
                    });
                    let population = kept::or(kept.population, faults, |faults| {
                        csv_register(sources, "series/population.csv", faults, series::read_population)
                    });
                    let restatements = kept::or(kept.restatements, faults, |faults| {
                        present(sources, "series/restatements.csv")
                            .map(|(file, text)| restatements::read(text, file, faults))
                            .unwrap_or_default()
                    });
                    (dictionary, series, population, restatements)
                },
                move |faults| editions::read(sources, city, kept.pages, faults),
            )
        },
    );
    let missing = missing(sources, &editions);
    Manuscript {
        city,
        plan,
        kpis,
        programs,
        dictionary,
        series,
        population,
        restatements,
        editions,
        missing,
        faults: faults.into_list(),
    }
}

fn yaml_register<T>(
    sources: &Sources,
    name: &'static str,
    faults: &mut Faults,
    read: fn(&yaml::Document, &mut Faults) -> Option<T>,
) -> Register<T> {
    let Some((file, text)) = present(sources, name) else {
        return Register {
            name,
            file: sources.find(name),
            page: None,
            damaged: true,
        };
    };
    let before = faults.count();
    let page = yaml_page(text, file, faults, read);
    Register {
        name,
        file: Some(file),
        page,
        damaged: faults.count() > before,
    }
}

fn yaml_page<T>(
    text: &str,
    file: FileId,
    faults: &mut Faults,
    read: impl Fn(&yaml::Document, &mut Faults) -> Option<T>,
) -> Option<T> {
    let document = yaml::read(text, 0..text.len(), file);
    faults.enter(&document);
    if document.root.is_none() && document.problems.is_empty() {
        let expected = Expected::Map;
        faults.push(start(file), FaultKind::WrongShape { expected });
    }
    let page = read(&document, faults);
    faults.leave();
    page
}

fn csv_register<T>(
    sources: &Sources,
    name: &'static str,
    faults: &mut Faults,
    read: fn(&str, FileId, &mut Faults) -> Vec<T>,
) -> Register<Vec<T>> {
    let Some((file, text)) = present(sources, name) else {
        return Register {
            name,
            file: sources.find(name),
            page: None,
            damaged: true,
        };
    };
    let before = faults.count();
    let rows = read(text, file, faults);
    Register {
        name,
        file: Some(file),
        page: Some(rows),
        damaged: faults.count() > before,
    }
}

/// A file and its text. One that is there but no text was reported by the source stage.
fn present<'s>(sources: &'s Sources, name: &str) -> Option<(FileId, &'s str)> {
    let file = sources.find(name)?;
    let source = sources.file(file);
    source.encoding.map(|_| (file, source.text.as_str()))
}

/// The files without which there is no report.
fn missing(sources: &Sources, editions: &[EditionFolder]) -> Vec<String> {
    let registers = [
        "city.yaml",
        "plan.yaml",
        "kpis.yaml",
        "programs.yaml",
        "series/kpi.csv",
        "series/population.csv",
    ];
    let mut names: Vec<String> = registers.iter().map(|name| (*name).to_owned()).collect();
    names.extend(editions.iter().map(|edition| format!("{}report.yaml", edition.folder)));
    names.retain(|name| sources.find(name).is_none());
    // A year's folder with another name than a year is reported as such.
    let misnamed = |name: &str| name.starts_with("reports/") && name.matches('/').count() > 1;
    if editions.is_empty() && !sources.files().any(|(_, file)| misnamed(&file.name)) {
        names.push("reports/（年）/report.yaml".to_owned());
    }
    names
}

fn start(file: FileId) -> Place {
    Place {
        file,
        span: Span::new(0, 0),
    }
}
