//! The table of population figures.

use super::{
    cell::Cell,
    codes::List,
    field::{Column, Kind, Table},
    origin::{self, Origin, Record},
};
use crate::model::{PopulationKind, PopulationPoint};

/// One row.
pub(crate) struct Population<'a> {
    origin: Origin<'a>,
    point: &'a PopulationPoint,
}

impl Record for Population<'_> {
    fn origin(&self) -> Origin<'_> {
        self.origin
    }
}

/// The columns.
pub(crate) fn table<'a>() -> Table<Population<'a>> {
    let mut columns: Vec<Column<Population<'a>>> = origin::columns();
    columns.extend(own_columns());
    Table {
        name: "population",
        title: "人口",
        description: "1行が、1つの年の1つの区分の人口です。",
        key: &["municipality_code", "edition", "series", "year"],
        columns,
    }
}

fn own_columns<'a>() -> [Column<Population<'a>>; 6] {
    [
        Column::always(
            "series",
            "区分",
            Kind::Code(List::Series),
            "実績、推計、展望の別です。",
            |row| Cell::code(row.point.kind.code()),
        ),
        Column::always("year", "年", Kind::Year, "西暦の年です。", |row| {
            Cell::Year(row.point.year)
        }),
        Column::maybe(
            "date",
            "基準日",
            Kind::Date,
            "実績の基準日（国勢調査の10月1日）です。推計と展望では空欄です。",
            |row| match row.point.kind {
                PopulationKind::Actual => Cell::code(format!("{:04}-10-01", row.point.year)),
                PopulationKind::Projection | PopulationKind::VisionLow | PopulationKind::VisionHigh => Cell::Blank,
            },
        ),
        Column::always(
            "value",
            "人口",
            Kind::Number,
            "現在の市域の総人口です。",
            |row| Cell::Figure(row.point.value),
        ),
        Column::always(
            "unit",
            "単位",
            Kind::Code(List::Unit),
            "値の単位です。",
            |_| Cell::text(super::codes::PERSONS),
        ),
        Column::maybe(
            "note",
            "備考",
            Kind::Text,
            "値についての注記です。",
            |row| Cell::maybe(row.point.note.as_deref()),
        ),
    ]
}

/// The rows, in the order of the chart's table.
pub(crate) fn records(origin: Origin<'_>) -> Vec<Population<'_>> {
    origin
        .publication
        .population
        .points
        .iter()
        .map(|point| Population { origin, point })
        .collect()
}
