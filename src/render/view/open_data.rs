//! オープンデータ: the files with their sizes, their fields and codes, and what may be done with them.

use serde::Serialize;

use super::{Link, Views};
use crate::data::{self, CodeList, Field, File, Origin, Schema, Terms};

/// `data.html`, but for what surrounds it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpenData {
    pub(crate) files: Vec<FileView>,
    pub(crate) conventions: Vec<&'static str>,
    pub(crate) tables: Vec<TableView>,
    pub(crate) lists: Vec<ListView>,
    pub(crate) terms: TermsView,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FileView {
    pub(crate) link: Link<'static>,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    /// CSV, JSON.
    pub(crate) format: String,
    /// 12KB.
    pub(crate) size: String,
}

/// The fields of a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableView {
    pub(crate) id: String,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) fields: Vec<FieldView>,
}

/// One field.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FieldView {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) description: &'static str,
    /// To the list its codes are in.
    pub(crate) list: Option<Link<'static>>,
}

/// A list of codes.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ListView {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// Whether any code needs more than its label.
    pub(crate) described: bool,
    pub(crate) codes: Vec<CodeView>,
}

/// One code.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CodeView {
    pub(crate) code: String,
    pub(crate) label: String,
    pub(crate) description: String,
}

/// What may be done with the data.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermsView {
    pub(crate) wording: String,
    pub(crate) licence: Option<Link<'static>>,
    pub(crate) citation: String,
    pub(crate) adapted: String,
}

impl Views<'_> {
    /// The page of open data; `files` are those of [`data::files`].
    pub(crate) fn open_data(self, files: &[(String, Vec<u8>)]) -> OpenData {
        let Views {
            publication, edition, ..
        } = self;
        let terms = Terms::new(publication, edition);
        let size = |file: File| {
            files
                .iter()
                .find(|(name, _)| name == file.name())
                .map_or(0, |(_, bytes)| bytes.len())
        };
        let lists = data::code_lists(Origin { publication, edition });
        OpenData {
            files: File::ALL.map(|file| file_view(file, size(file))).to_vec(),
            conventions: data::CONVENTIONS.to_vec(),
            tables: data::schemas().iter().map(table_view).collect(),
            lists: lists.into_iter().map(list_view).collect(),
            terms: TermsView {
                licence: terms.licence.map(|licence| Link::new(licence.url, licence.title)),
                wording: terms.wording,
                citation: terms.citation,
                adapted: terms.adapted,
            },
        }
    }
}

fn file_view(file: File, bytes: usize) -> FileView {
    FileView {
        link: Link::new(format!("data/{}", file.name()), file.name()),
        title: file.title(),
        description: file.description(),
        format: file.format().to_uppercase(),
        size: format!("{}KB", bytes.div_ceil(1000)),
    }
}

fn table_view(schema: &Schema) -> TableView {
    TableView {
        id: format!("table-{}", schema.name),
        title: schema.title,
        description: schema.description,
        fields: schema.fields.iter().map(field_view).collect(),
    }
}

fn field_view(field: &Field) -> FieldView {
    let list = field.kind.list().filter(|list| list.is_published());
    FieldView {
        name: field.name,
        title: field.title,
        kind: field.kind.label(),
        description: field.description,
        list: list.map(|list| Link::new(format!("#codes-{}", list.name()), list.title())),
    }
}

fn list_view(CodeList { list, codes }: CodeList<'_>) -> ListView {
    ListView {
        id: format!("codes-{}", list.name()),
        name: list.name(),
        title: list.title(),
        described: codes.iter().any(|code| !code.description.is_empty()),
        codes: codes
            .into_iter()
            .map(|code| CodeView {
                code: code.code.to_owned(),
                label: code.label.to_owned(),
                description: code.description.into_owned(),
            })
            .collect(),
    }
}
