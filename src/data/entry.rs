//! What the departments report, one object for each department and measure.

use super::{
    cell::{Cell, Item},
    field::{Column, Kind, Table},
    origin::{self, Origin, Record},
    plain::plain,
};
use crate::model::{Entry, Field, Goal, Measure, Prose, Slot};

/// One object.
pub(crate) struct Report<'a> {
    origin: Origin<'a>,
    goal: &'a Goal,
    direction: &'a str,
    measure: &'a Measure,
    entry: &'a Entry,
}

impl Record for Report<'_> {
    fn origin(&self) -> Origin<'_> {
        self.origin
    }
}

impl Report<'_> {
    fn text(&self, slot: &Slot<Prose>) -> Cell<'static> {
        Cell::maybe(slot.filled().map(|text| plain(text, self.origin)))
    }
}

/// The fields.
pub(crate) fn table<'a>() -> Table<Report<'a>> {
    let mut columns: Vec<Column<Report<'a>>> = origin::columns();
    columns.extend(own_columns());
    Table {
        name: "entries",
        title: "施策ごとの取組",
        description: "1件が、1つの施策について1つの担当課が報告した内容です。",
        key: &["municipality_code", "edition", "measure_code", "department_id"],
        columns,
    }
}

fn own_columns<'a>() -> [Column<Report<'a>>; 12] {
    [
        Column::always(
            "goal_code",
            "基本目標の番号",
            Kind::Text,
            "基本目標の順番です。",
            |row| Cell::code(row.measure.code.direction.goal.to_string()),
        ),
        Column::always(
            "goal_name",
            "基本目標",
            Kind::Text,
            "基本目標の名称です。",
            |row| Cell::text(&row.goal.name),
        ),
        Column::always(
            "direction_code",
            "基本的方向の番号",
            Kind::Text,
            "基本目標と基本的方向の順番をつないだものです。1-2は、報告書ではI-2と示します。",
            |row| Cell::code(row.measure.code.direction.plain()),
        ),
        Column::always(
            "direction_name",
            "基本的方向",
            Kind::Text,
            "基本的方向の名称です。",
            |row| Cell::text(row.direction),
        ),
        Column::always(
            "measure_code",
            "施策の番号",
            Kind::Text,
            "基本目標、基本的方向、施策の順番をつないだものです。1-2-1は、報告書ではI-2-(1)と示します。",
            |row| Cell::code(row.measure.code.plain()),
        ),
        Column::always("measure_name", "施策", Kind::Text, "施策の名称です。", |row| {
            Cell::text(&row.measure.name)
        }),
        Column::always(
            "department_id",
            "担当課のID",
            Kind::Text,
            "担当課を表す、年度が変わっても同じIDです。",
            |row| Cell::code(row.origin.publication.department(row.entry.department).id.as_str()),
        ),
        Column::always(
            "department",
            "担当課",
            Kind::Text,
            "取組を報告した課の名称です。",
            |row| Cell::text(&row.origin.publication.department(row.entry.department).name),
        ),
        Column::maybe(
            "achievements",
            Field::Achievements.label(),
            Kind::Text,
            "主な取組と成果の文章です。段落と箇条書きは改行で区切ります。",
            |row| row.text(&row.entry.achievements),
        ),
        Column::maybe(
            "challenges",
            Field::Challenges.label(),
            Kind::Text,
            "課題の文章です。段落と箇条書きは改行で区切ります。",
            |row| row.text(&row.entry.challenges),
        ),
        Column::maybe(
            "outlook",
            Field::Outlook.label(),
            Kind::Text,
            "今後の展開の文章です。段落と箇条書きは改行で区切ります。",
            |row| row.text(&row.entry.outlook),
        ),
        Column::maybe(
            "programs",
            Field::Programs.label(),
            Kind::Items,
            "主な事業の一覧です。事業ごとに、id（事業のID）とname（事業の名称）があります。",
            |row| row.programs(),
        ),
    ]
}

impl Report<'_> {
    fn programs(&self) -> Cell<'static> {
        let plan = &self.origin.publication.plan;
        self.entry.programs.filled().map_or(Cell::Blank, |programs| {
            let programs = programs.iter().map(|ix| plan.program(*ix));
            Cell::Items(
                programs
                    .map(|program| Item {
                        id: program.id.to_string(),
                        name: program.name.clone(),
                    })
                    .collect(),
            )
        })
    }
}

/// The objects in printed order.
pub(crate) fn records(origin: Origin<'_>) -> Vec<Report<'_>> {
    let mut records = Vec::new();
    for goal in &origin.publication.plan.goals {
        for direction in &goal.directions {
            for measure in &direction.measures {
                let entries = measure
                    .departments
                    .iter()
                    .filter_map(|ix| origin.edition.entry(measure.code, *ix));
                records.extend(entries.map(|entry| Report {
                    origin,
                    goal,
                    direction: &direction.name,
                    measure,
                    entry,
                }));
            }
        }
    }
    records
}
