//! オープンデータ: the files with their sizes, their fields and codes, and what may be done with them.

use serde::Serialize;

use super::{Link, Views};
use crate::data::{self, CodeList, Field, File, Origin, Schema, Terms};

/// `data.html`, but for what surrounds it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpenData {
    files: Vec<FileView>,
    conventions: Vec<&'static str>,
    tables: Vec<TableView>,
    lists: Vec<ListView>,
    terms: TermsView,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
struct FileView {
    link: Link,
    title: &'static str,
    description: &'static str,
    /// CSV, JSON.
    format: String,
    /// 12KB.
    size: String,
}

/// The fields of a table.
#[derive(Debug, Clone, Serialize)]
struct TableView {
    id: String,
    title: &'static str,
    description: &'static str,
    fields: Vec<FieldView>,
}

/// One field.
#[derive(Debug, Clone, Serialize)]
struct FieldView {
    name: &'static str,
    title: &'static str,
    kind: &'static str,
    description: &'static str,
    /// To the list its codes are in.
    list: Option<Link>,
}

/// A list of codes.
#[derive(Debug, Clone, Serialize)]
struct ListView {
    id: String,
    name: &'static str,
    title: &'static str,
    /// Whether any code needs more than its label.
    described: bool,
    codes: Vec<CodeView>,
}

/// One code.
#[derive(Debug, Clone, Serialize)]
struct CodeView {
    code: String,
    label: String,
    description: String,
}

/// What may be done with the data.
#[derive(Debug, Clone, Serialize)]
struct TermsView {
    wording: String,
    licence: Option<Link>,
    citation: String,
    adapted: String,
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

fn list_view(CodeList { list, codes }: CodeList) -> ListView {
    ListView {
        id: format!("codes-{}", list.name()),
        name: list.name(),
        title: list.title(),
        described: codes.iter().any(|code| !code.description.is_empty()),
        codes: codes
            .into_iter()
            .map(|code| CodeView {
                code: code.code,
                label: code.label,
                description: code.description,
            })
            .collect(),
    }
}
