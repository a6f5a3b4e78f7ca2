//! What a row says, field by field.

use super::{
    super::{
        cell::Cell,
        codes::{List, code_of},
        field::{Column, Kind, Table},
        origin,
    },
    Row,
};

/// The columns.
pub(crate) fn table<'a>() -> Table<Row<'a>> {
    let mut columns: Vec<Column<Row<'a>>> = origin::columns();
    columns.extend(about_the_kpi());
    columns.extend(about_the_value());
    Table {
        name: "kpi",
        title: "KPIの値",
        description: "1行が、1つのKPIの1つの時点の値です。目標値も1行です。",
        key: &["municipality_code", "edition", "kpi_id", "role", "year"],
        columns,
    }
}

fn about_the_kpi<'a>() -> [Column<Row<'a>>; 10] {
    [
        Column::always(
            "kpi_id",
            "KPIのID",
            Kind::Text,
            "KPIを表す、年度が変わっても同じIDです。",
            |row| Cell::code(row.kpi.id.as_str()),
        ),
        Column::always(
            "kpi_name",
            "KPIの名称",
            Kind::Text,
            "重要業績評価指標の名称です。",
            |row| Cell::text(&row.kpi.name),
        ),
        Column::always(
            "project_or_direction",
            "重点プロジェクト又は基本的方向のコード",
            Kind::Text,
            "KPIを置くところです。project-1は重点プロジェクト1、direction-1-2は基本的方向I-2で、報告書の見出しのidと同じです。",
            |row| row.about.place_code.as_deref().map_or(Cell::Blank, Cell::code),
        ),
        Column::always(
            "project_or_direction_name",
            "重点プロジェクト又は基本的方向",
            Kind::Text,
            "重点プロジェクト又は基本的方向の名称です。",
            |row| row.about.place.name(),
        ),
        Column::always(
            "department_id",
            "担当課のID",
            Kind::Text,
            "担当課を表す、年度が変わっても同じIDです。",
            |row| Cell::code(row.origin.publication.department(row.kpi.department).id.as_str()),
        ),
        Column::always(
            "department",
            "担当課",
            Kind::Text,
            "KPIを担当する課の名称です。",
            |row| Cell::text(&row.origin.publication.department(row.kpi.department).name),
        ),
        Column::maybe(
            "unit",
            "単位",
            Kind::Code(List::Unit),
            "値の単位です。単位を持たないKPIと、数値で測らないKPIでは空欄です。",
            |row| Cell::maybe(row.kpi.unit.as_deref()),
        ),
        Column::always(
            "better",
            "望ましい向き",
            Kind::Code(List::Better),
            "値がどちらへ動くと目標に近づくかです。",
            |row| Cell::code(code_of(row.kpi.better)),
        ),
        Column::always(
            "kind",
            "値の性質",
            Kind::Code(List::Kind),
            "時点の量か、期間の量か、累計か、率かの別です。",
            |row| Cell::code(code_of(row.kpi.kind)),
        ),
        Column::always(
            "period_type",
            "時点の数え方",
            Kind::Code(List::PeriodType),
            "年度、暦年、国勢調査年の別です。",
            |row| Cell::code(code_of(row.period.basis)),
        ),
    ]
}

fn about_the_value<'a>() -> [Column<Row<'a>>; 14] {
    [
        Column::always(
            "year",
            "年",
            Kind::Year,
            "時点の西暦です。年度では、始まる年です。",
            |row| Cell::Year(row.period.year),
        ),
        Column::always(
            "period_label",
            "時点の表記",
            Kind::Text,
            "時点の和暦と西暦による表記です。",
            |row| Cell::text(row.period.long()),
        ),
        Column::always(
            "period_start",
            "期間の初日",
            Kind::Date,
            "時点が表す期間の最初の日です。",
            |row| Cell::Day(row.period.first_day()),
        ),
        Column::always(
            "period_end",
            "期間の末日",
            Kind::Date,
            "時点が表す期間の最後の日です。国勢調査年では初日と同じ日です。",
            |row| Cell::Day(row.period.last_day()),
        ),
        Column::always(
            "role",
            "値の役割",
            Kind::Code(List::Role),
            "当初、前年度、実績値、目標値の別です。",
            |row| Cell::code(row.role.code()),
        ),
        Column::maybe(
            "value",
            "値",
            Kind::Number,
            "値です。空欄は値がないことを表し、0とは違います。",
            |row| row.value.map_or(Cell::Blank, Cell::Figure),
        ),
        Column::maybe(
            "value_text",
            "数値でない目標",
            Kind::Text,
            "数値ではない目標の内容です（設立など）。",
            |row| Cell::maybe(row.event),
        ),
        Column::maybe(
            "status",
            "値の状態",
            Kind::Code(List::Status),
            "確定、速報、未確定、なしの別です。目標値の行では空欄です。",
            |row| row.status.map_or(Cell::Blank, |status| Cell::code(status.code())),
        ),
        Column::maybe(
            "rating",
            "進捗状況",
            Kind::Code(List::Rating),
            "担当課による評価です。実績値の行にだけあります。",
            |row| row.rating().map_or(Cell::Blank, |rating| Cell::code(rating.code())),
        ),
        Column::maybe(
            "rating_reason",
            "評価の理由",
            Kind::Text,
            "担当課が書いた評価の理由です。実績値の行にだけあります。",
            |row| Cell::maybe(row.rated.and_then(|rated| rated.reason.as_deref())),
        ),
        Column::maybe(
            "note",
            "値の備考",
            Kind::Text,
            "その時点の値についての注記です。",
            |row| Cell::maybe(row.note),
        ),
        Column::maybe(
            "formula",
            "算出方法",
            Kind::Text,
            "値の求め方です。",
            |row| Cell::maybe(row.about.formula.as_deref()),
        ),
        Column::maybe(
            "source",
            "資料",
            Kind::Text,
            "値の出どころの統計などです。",
            |row| Cell::maybe(row.kpi.source.as_deref()),
        ),
        Column::maybe(
            "kpi_note",
            "KPIの備考",
            Kind::Text,
            "KPIそのものについての注記です。",
            |row| Cell::maybe(row.about.note.as_deref()),
        ),
    ]
}
