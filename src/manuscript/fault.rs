//! What the manuscript could not read, as data. The words for people are the check stage's.

use super::{markdown::MarkdownFaultKind, yaml::ProblemKind};
use crate::{
    model::{AmountError, Id},
    source::Place,
};

/// Something in the sources that is not of the form it should have.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FaultKind,
}

/// The faults of form.
#[derive(Debug, Clone)]
pub enum FaultKind {
    /// The YAML cannot be read there.
    Yaml(ProblemKind),
    /// The Markdown is not of the kind a report can hold.
    Markdown(MarkdownFaultKind),
    /// A key that nothing reads.
    KeyUnknown {
        /// As written.
        key: String,
        /// What may stand there.
        known: Vec<&'static str>,
    },
    /// A required key is not there; the place is the mapping.
    KeyMissing {
        /// The key.
        key: &'static str,
    },
    /// A key that stands there twice.
    KeyDuplicate {
        /// The key.
        key: String,
        /// The first one.
        first: Place,
    },
    /// A key without a value.
    ValueEmpty {
        /// The key.
        key: &'static str,
    },
    /// A list where a text belongs, and so on.
    WrongShape {
        /// What belongs there.
        expected: Expected,
    },
    /// A text that is no plain decimal.
    NotANumber {
        /// As written.
        text: String,
        /// Why not.
        error: AmountError,
    },
    /// A text that is no year or month of the form and range that belongs there.
    NotADate {
        /// As written.
        text: String,
        /// The form, e.g. `2021-09`.
        form: &'static str,
    },
    /// A word that is none of a closed list.
    NotAWord {
        /// As written.
        text: String,
        /// The list.
        known: Vec<&'static str>,
    },
    /// A text that cannot be an id.
    NotAnId {
        /// As written.
        text: String,
        /// What it was probably meant to be; it is then read on as if it were.
        meant: Option<Id>,
    },
    /// A text that is not of a special form.
    NotOfForm {
        /// As written.
        text: String,
        /// Which.
        form: Form,
    },
    /// A CSV whose first row does not name the columns.
    CsvHeader {
        /// What it should be.
        expected: &'static [&'static str],
    },
    /// A CSV row with more or fewer cells than columns.
    CsvCells {
        /// How many it has.
        found: usize,
        /// How many columns there are.
        expected: usize,
    },
    /// A quote in a CSV that is never closed.
    CsvQuote,
    /// A file of a folder whose files all have a name of one form.
    FileName {
        /// As found.
        name: String,
        /// Where it belongs to.
        folder: FolderKind,
    },
    /// A heading in a department's file that is neither a measure's code nor one of the four fields.
    HeadingUnknown {
        /// As written.
        text: String,
        /// Its level.
        level: u8,
        /// How it should be written, where that can be told; its text is then read on as if it were.
        meant: Option<String>,
    },
    /// A field's heading before any measure's.
    HeadingOrphan {
        /// As written.
        text: String,
    },
    /// A measure or field that stands there twice.
    HeadingDuplicate {
        /// As written.
        text: String,
        /// The first one.
        first: Place,
    },
    /// Text before the first field.
    TextOutside,
    /// A heading where only text may stand.
    HeadingInText {
        /// As written.
        text: String,
    },
    /// Something other than a flat list in 主な事業.
    ProgramsNotAList,
    /// Front matter that is opened but not closed.
    FrontMatterOpen,
    /// The line that should open the front matter is another.
    FrontMatterUnopened,
}

/// What belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A list.
    List,
    /// A mapping.
    Map,
}

/// Forms that are checked by their own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 6-digit 地方公共団体コード.
    MunicipalityCode,
    /// `https://…` without a trailing slash.
    BaseUrl,
    /// 0 to 6.
    Decimals,
    /// A small count.
    Lag,
    /// One unit, not several.
    Unit,
    /// Not more of `former` than anybody needs.
    Former,
    /// A text on one line that is none any more.
    Line,
    /// A list that is longer than any register.
    List,
    /// A text of more blocks than anybody writes.
    Blocks,
    /// Lists of a file that together are longer than any register's.
    Lists,
    /// More yearly folders than are read.
    Editions,
}

/// Folders with a form of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderKind {
    /// The content folder itself.
    Root,
    /// `reports/2021`.
    Reports,
    /// `reports/2021/report.yaml`, `chapters/…` and `departments/…`.
    Edition,
    /// `reports/2021/departments/<id>.md`.
    Departments,
    /// `reports/2021/chapters/<kind>.md`.
    Chapters,
    /// `series/*.csv`.
    Series,
}
