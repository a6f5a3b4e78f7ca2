//! Whose figures, and of which edition: the columns that every row of facts begins with, so that files of several cities
//! and years can be put below each other.

use super::{
    cell::Cell,
    field::{Column, Kind},
};
use crate::model::{Edition, Publication};

/// Where a record comes from.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) edition: &'a Edition,
}

/// A record that knows where it comes from.
pub(crate) trait Record {
    fn origin(&self) -> Origin<'_>;
}

/// The columns of every table of facts.
pub(crate) fn columns<R: Record>() -> Vec<Column<R>> {
    vec![
        Column::always(
            "area_code",
            "標準地域コード",
            Kind::Text,
            "5けたの標準地域コードです。先頭の0も意味を持つため、文字列として扱ってください。",
            |row| Cell::code(row.origin().publication.city.code.area()),
        ),
        Column::always(
            "municipality_code",
            "全国地方公共団体コード",
            Kind::Text,
            "6けたの全国地方公共団体コード（標準地域コードに検査数字を付けたもの）です。文字列として扱ってください。",
            |row| Cell::code(row.origin().publication.city.code.as_str()),
        ),
        Column::always(
            "municipality",
            "地方公共団体名",
            Kind::Text,
            "地方公共団体の名称です。",
            |row| Cell::text(&row.origin().publication.city.name),
        ),
        Column::always(
            "edition",
            "報告書の年度",
            Kind::Year,
            "報告書を公表した年度の西暦です。",
            |row| Cell::Year(row.origin().edition.year.year()),
        ),
    ]
}
