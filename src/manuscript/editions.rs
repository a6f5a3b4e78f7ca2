//! The yearly folders: which file is what, and all of them read side by side.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::{
    ChapterText, CityPage, CommitteePage, DepartmentPage, EditionFolder, FolderKind, Register, ReportPage, Written,
    committee, department, edition,
    fault::{FaultKind, Form},
    faults::Faults,
    kept, markdown, scalars, start, yaml, yaml_page,
};
use crate::{
    model::{ChapterKind, Id, Word},
    source::{FileId, Place, Positions, Sources, Span},
};

/// What a file of a yearly folder is.
enum Role {
    Report,
    Committee,
    Chapter(ChapterKind),
    Department(Id),
}

/// A file as read.
pub(super) enum Page {
    Report(Option<ReportPage>),
    Committee(Option<CommitteePage>),
    Chapter(Option<ChapterText>),
    Department(DepartmentPage),
}

/// Reads the folders below `reports/`, oldest first.
pub(super) fn read(
    sources: &Sources,
    city: &Register<CityPage>,
    mut kept: HashMap<FileId, (Page, Faults)>,
    faults: &mut Faults,
) -> Vec<EditionFolder> {
    let (mut editions, files) = sort(sources, city, faults);
    let files: Vec<_> = files
        .into_iter()
        .map(|(edition, file, role)| (edition, file, role, kept.remove(&file)))
        .collect();
    let pages: Vec<(usize, Page, Faults)> = files
        .into_par_iter()
        .map(|(edition, file, role, kept)| {
            let mut faults = Faults::default();
            let page = kept::or(kept, &mut faults, |faults| page(sources, file, role, faults));
            (edition, page, faults)
        })
        .collect();
    for (edition, page, found) in pages {
        let edition: &mut EditionFolder = &mut editions[edition];
        match page {
            Page::Report(page) => edition.report = page,
            Page::Committee(page) => edition.committee = page,
            Page::Chapter(page) => edition.chapters.extend(page),
            Page::Department(page) => edition.departments.push(page),
        }
        faults.append(found);
    }
    editions
}

fn page(sources: &Sources, file: FileId, role: Role, faults: &mut Faults) -> Page {
    let source = sources.file(file);
    let text = source.encoding.map(|_| source.text.as_str());
    match role {
        Role::Report => Page::Report(text.and_then(|text| yaml_page(text, file, faults, edition::read_report))),
        Role::Committee => Page::Committee(text.and_then(|text| {
            let read = |document: &yaml::Document, faults: &mut Faults| committee::read(document, file, faults);
            yaml_page(text, file, faults, read)
        })),
        Role::Chapter(kind) => Page::Chapter(text.map(|text| chapter(text, file, kind, faults))),
        Role::Department(department) => Page::Department(match text {
            Some(text) => department::read(text, file, department, faults),
            None => department::unread(file, department),
        }),
    }
}

/// The folders, still empty, and the files to be read into them (by number). Files with other names are noted.
fn sort(
    sources: &Sources,
    city: &Register<CityPage>,
    faults: &mut Faults,
) -> (Vec<EditionFolder>, Vec<(usize, FileId, Role)>) {
    let mut editions: Vec<EditionFolder> = Vec::new();
    let mut files = Vec::new();
    let mut misnamed = None;
    let oldest = oldest(sources, faults);
    for (file, source) in sources.files() {
        if let Some(name) = source.name.strip_prefix("series/") {
            if !matches!(name, "kpi.csv" | "population.csv" | "restatements.csv") {
                misplaced(file, name, FolderKind::Series, faults);
            }
            continue;
        }
        if !source.name.contains('/') && is_misnamed_register(&source.name) {
            misplaced(file, &source.name, FolderKind::Root, faults);
        }
        let Some((year, inner)) = source
            .name
            .strip_prefix("reports/")
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let Some(number) = scalars::year(year) else {
            // Once for the folder, not for each of its files.
            if misnamed != Some(year) {
                misplaced(file, year, FolderKind::Reports, faults);
            }
            misnamed = Some(year);
            continue;
        };
        if number < oldest {
            continue;
        }
        if editions.last().is_none_or(|last| last.year != number) {
            let folder = format!("reports/{year}/");
            editions.push(EditionFolder {
                year: number,
                folder,
                report: None,
                committee: None,
                chapters: Vec::new(),
                departments: Vec::new(),
            });
        }
        let Some(edition) = editions.last() else { continue };
        if let Some(role) = role(sources, city, edition, inner, file, faults) {
            files.push((editions.len() - 1, file, role));
        }
    }
    (editions, files)
}

/// One for each year of fifty years: each is compared with all others.
const MOST: usize = 50;

/// The first year of which the folder is read.
fn oldest(sources: &Sources, faults: &mut Faults) -> u16 {
    let mut first: BTreeMap<u16, FileId> = BTreeMap::new();
    for (file, source) in sources.files() {
        let folder = source
            .name
            .strip_prefix("reports/")
            .and_then(|rest| rest.split_once('/'));
        if let Some(year) = folder.and_then(|(year, _)| scalars::year(year)) {
            first.entry(year).or_insert(file);
        }
    }
    let Some(beyond) = first.len().checked_sub(MOST + 1).and_then(|at| first.iter().nth(at)) else {
        return 0;
    };
    let (text, form) = (first.len().to_string(), Form::Editions);
    faults.push(start(*beyond.1), FaultKind::NotOfForm { text, form });
    *beyond.0 + 1
}

/// A register under another ending, or a year's file beside the registers: nothing would read it.
fn is_misnamed_register(name: &str) -> bool {
    let Some((stem, ending)) = name.split_once('.') else {
        return false;
    };
    let register = ["city", "plan", "kpis", "programs", "dictionary"].contains(&stem);
    let of_year = ["committee", "report"].contains(&stem);
    (register && ending == "yml") || (of_year && matches!(ending, "yaml" | "yml"))
}

fn misplaced(file: FileId, name: &str, folder: FolderKind, faults: &mut Faults) {
    let name = name.to_owned();
    faults.push(start(file), FaultKind::FileName { name, folder });
}

fn role(
    sources: &Sources,
    city: &Register<CityPage>,
    edition: &EditionFolder,
    inner: &str,
    file: FileId,
    faults: &mut Faults,
) -> Option<Role> {
    // Notes for people may lie anywhere.
    if inner.ends_with("README.md") {
        return None;
    }
    match inner {
        "report.yaml" => return Some(Role::Report),
        "committee.yaml" => return Some(Role::Committee),
        _ => {}
    }
    if let Some(name) = inner.strip_prefix("chapters/") {
        let kind = name.strip_suffix(".md").and_then(ChapterKind::from_word);
        if kind.is_none() {
            misplaced(file, name, FolderKind::Chapters, faults);
        }
        return kind.map(Role::Chapter);
    }
    if let Some(name) = inner.strip_prefix("departments/") {
        let stem = name.strip_suffix(".md");
        let department = stem.and_then(Id::parse).or_else(|| {
            misplaced(file, name, FolderKind::Departments, faults);
            meant(sources, city, edition, stem?)
        });
        return department.map(Role::Department);
    }
    if !inner.contains('/') {
        misplaced(file, inner, FolderKind::Edition, faults);
    }
    None
}

/// The department that a file's name means, if there is such a department and no such file.
fn meant(sources: &Sources, city: &Register<CityPage>, edition: &EditionFolder, stem: &str) -> Option<Id> {
    let id = scalars::mended_id(stem);
    let mut known = city.page.iter().flat_map(|city| &city.departments);
    let meant = known.find(|line| {
        let named = line.name.as_ref().is_some_and(|name| name.value == stem);
        named || (id.is_some() && line.id.as_ref().map(|id| &id.value) == id.as_ref())
    });
    let id = meant?.id.as_ref()?.value.clone();
    let free = sources
        .find(&format!("{}departments/{id}.md", edition.folder))
        .is_none();
    free.then_some(id)
}

fn chapter(text: &str, file: FileId, kind: ChapterKind, faults: &mut Faults) -> ChapterText {
    let place = Place {
        file,
        span: Span::new(0, text.len()),
    };
    let document = markdown::parse(text, &Positions::from(file, 0));
    let text = Written::with_sections(place, document, faults);
    ChapterText { file, kind, text }
}
