//! One year's folder as written: `report.yaml`, its chapters and its departments' files.

use super::{
    accept::{self, Acceptance},
    committee::CommitteePage,
    department::DepartmentPage,
    faults::Faults,
    fields::Fields,
    prose::Written,
    yaml::{Document, Node},
};
use crate::{
    model::{ChapterKind, YearMonth},
    source::{FileId, Place, Spanned},
};

/// One year's folder.
#[derive(Debug)]
pub struct EditionFolder {
    /// The year in the folder's name.
    pub year: u16,
    /// Its path below the content folder, with a trailing `/`.
    pub folder: String,
    /// `report.yaml`; `None` if it cannot be read.
    pub report: Option<ReportPage>,
    /// `committee.yaml`, if there is one that can be read.
    pub committee: Option<CommitteePage>,
    /// The chapters' texts that are there.
    pub chapters: Vec<ChapterText>,
    /// The departments' files that are there.
    pub departments: Vec<DepartmentPage>,
}

/// `report.yaml`.
#[derive(Debug)]
pub struct ReportPage {
    /// The file's mapping.
    pub place: Place,
    /// On the cover.
    pub published: Option<Spanned<YearMonth>>,
    /// Whose results it tells.
    pub performance_year: Option<Spanned<u16>>,
    /// In printed order.
    pub chapters: Vec<ChapterLine>,
    /// Accepted findings.
    pub accept: Vec<Acceptance>,
}

/// One chapter in `report.yaml`.
#[derive(Debug)]
pub struct ChapterLine {
    /// The whole entry.
    pub place: Place,
    /// Which.
    pub kind: Option<Spanned<ChapterKind>>,
    /// Its title.
    pub title: Option<Spanned<String>>,
}

/// `chapters/<kind>.md`.
#[derive(Debug)]
pub struct ChapterText {
    /// Its file.
    pub file: FileId,
    /// Which.
    pub kind: ChapterKind,
    /// Its text; `##` are sections.
    pub text: Written,
}

pub(super) fn read_report(document: &Document, faults: &mut Faults) -> Option<ReportPage> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let page = ReportPage {
        place: fields.place(),
        published: fields.month("published"),
        performance_year: fields.year("performance_year"),
        chapters: fields.list("chapters", chapter),
        accept: fields.optional_list("accept", accept::read),
    };
    fields.finish();
    Some(page)
}

fn chapter(node: &Node, faults: &mut Faults) -> Option<ChapterLine> {
    let mut fields = Fields::of(node, faults)?;
    let line = ChapterLine {
        place: node.place,
        kind: fields.word("id"),
        title: fields.text("title"),
    };
    fields.finish();
    Some(line)
}
