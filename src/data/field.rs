//! A table as a list of columns: name, meaning and value of each in one place.

use super::{cell::Cell, codes::List};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    /// ASCII; the CSV header and the JSON key.
    pub(crate) name: &'static str,
    /// For people.
    pub(crate) title: &'static str,
    /// Which values may stand in it.
    pub(crate) kind: Kind,
    /// Whether every row has a value.
    pub(crate) required: bool,
    /// What it means.
    pub(crate) description: &'static str,
}

/// Which values may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any text.
    Text,
    /// One of a list.
    Code(List),
    /// A western year.
    Year,
    /// A decimal figure.
    Number,
    /// ISO 8601.
    Date,
    /// Objects with id and name.
    Items,
}

/// A field and where its value comes from.
pub(crate) struct Column<R> {
    pub(crate) field: Field,
    pub(crate) cell: for<'r> fn(&'r R) -> Cell<'r>,
}

/// A table of records of one type.
pub(crate) struct Table<R> {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// What one row is.
    pub(crate) description: &'static str,
    /// The fields that tell rows apart.
    pub(crate) key: &'static [&'static str],
    pub(crate) columns: Vec<Column<R>>,
}

/// A table without its values.
#[derive(Debug, Clone)]
pub(crate) struct Schema {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) key: &'static [&'static str],
    pub(crate) fields: Vec<Field>,
}

impl Kind {
    /// The type's name in Table Schema.
    pub(crate) fn schema_type(self) -> &'static str {
        match self {
            Kind::Text | Kind::Code(_) => "string",
            Kind::Year => "year",
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Items => "array",
        }
    }

    /// The type's name for people.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Kind::Text => "文字列",
            Kind::Code(_) => "コード",
            Kind::Year => "年（西暦）",
            Kind::Number => "数値",
            Kind::Date => "日付（ISO 8601）",
            Kind::Items => "一覧",
        }
    }

    /// The list its values come from.
    pub(crate) fn list(self) -> Option<List> {
        match self {
            Kind::Code(list) => Some(list),
            Kind::Text | Kind::Year | Kind::Number | Kind::Date | Kind::Items => None,
        }
    }
}

impl<R> Column<R> {
    /// A column that every row fills.
    pub(crate) fn always(
        name: &'static str,
        title: &'static str,
        kind: Kind,
        description: &'static str,
        cell: for<'r> fn(&'r R) -> Cell<'r>,
    ) -> Self {
        Self {
            field: Field {
                name,
                title,
                kind,
                required: true,
                description,
            },
            cell,
        }
    }

    /// A column that some rows leave blank.
    pub(crate) fn maybe(
        name: &'static str,
        title: &'static str,
        kind: Kind,
        description: &'static str,
        cell: for<'r> fn(&'r R) -> Cell<'r>,
    ) -> Self {
        Self {
            field: Field {
                name,
                title,
                kind,
                required: false,
                description,
            },
            cell,
        }
    }
}

impl<R> Table<R> {
    /// The values of the records, row by row.
    pub(crate) fn cells<'r>(&self, records: &'r [R]) -> Vec<Cell<'r>> {
        let mut cells = Vec::with_capacity(records.len() * self.columns.len());
        for record in records {
            cells.extend(self.columns.iter().map(|column| (column.cell)(record)));
        }
        cells
    }

    /// The table without its values.
    pub(crate) fn schema(&self) -> Schema {
        Schema {
            name: self.name,
            title: self.title,
            description: self.description,
            key: self.key,
            fields: self.columns.iter().map(|column| column.field).collect(),
        }
    }
}
