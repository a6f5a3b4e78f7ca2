//! A goal: introduction, directions with their KPIs and charts, measures with the departments' entries.

use serde::Serialize;

use super::{
    Views,
    kpi::KpiTable,
    text::{NoteView, TextView},
};
use crate::{
    draft::{Home, Spot, number},
    model::{Direction, DirectionCode, Entry, Field, GoalCode, Measure, Prose, Slot},
};

/// 基本目標.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GoalView<'a> {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// 第1節.
    pub(crate) ordinal: String,
    pub(crate) name: &'a str,
    pub(crate) text: TextView<'a>,
    pub(crate) directions: Vec<DirectionView<'a>>,
}

/// 基本的方向.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DirectionView<'a> {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// `I-1`.
    pub(crate) code: String,
    pub(crate) name: &'a str,
    /// Absent where no KPI is left.
    pub(crate) table: Option<KpiTable<'a>>,
    /// `chart.html`, filled in for each.
    pub(crate) charts: Vec<&'a str>,
    /// Of the heading above the measures.
    pub(crate) entries_level: u8,
    pub(crate) measures: Vec<MeasureView<'a>>,
}

/// 施策.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MeasureView<'a> {
    pub(crate) level: u8,
    pub(crate) id: &'a str,
    /// `I-1-(1)`.
    pub(crate) code: &'a str,
    pub(crate) name: &'a str,
    pub(crate) entries: Vec<EntryView<'a>>,
}

/// What one department reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntryView<'a> {
    pub(crate) level: u8,
    pub(crate) id: &'a str,
    /// Of the measure: it makes the heading unique on the page.
    pub(crate) code: &'a str,
    pub(crate) department: &'a str,
    /// `entry.html`, filled in.
    pub(crate) body: &'a str,
}

/// What stands below an entry's heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntryPart<'a> {
    /// What a draft has to say of it as a whole.
    pub(crate) notes: Vec<NoteView>,
    pub(crate) fields: Vec<FieldView<'a>>,
}

/// One of the four fields.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FieldView<'a> {
    pub(crate) label: &'static str,
    pub(crate) text: TextView<'a>,
}

impl<'a> Views<'a> {
    /// A goal with its heading at `level`.
    pub(crate) fn goal(self, code: GoalCode, level: u8) -> Option<GoalView<'a>> {
        let (_, goal) = self.plan().coded_goals().find(|(known, _)| *known == code)?;
        // What the edition has nothing of is not yet, or no more, one of its directions.
        let directions = goal.coded_directions(code);
        let directions = directions.map(|(code, direction)| self.direction(code, direction, level + 1));
        Some(GoalView {
            level,
            id: format!("goal-{code}"),
            ordinal: format!("第{code}節"),
            name: &goal.name,
            text: self.text(&goal.introduction, Home::Goal(code)),
            directions: directions.collect(),
        })
    }

    fn direction(self, code: DirectionCode, direction: &'a Direction, level: u8) -> DirectionView<'a> {
        let id = ["direction-", &code.plain()].concat();
        let code = code.display();
        let caption = [&code, " ", direction.name.as_str()].concat();
        DirectionView {
            level,
            id,
            code,
            name: &direction.name,
            table: (!direction.kpis.is_empty())
                .then(|| self.kpi_table(&caption, "重要業績評価指標（KPI）", &direction.kpis, true)),
            charts: self.kpi_charts(&direction.kpis),
            entries_level: level + 1,
            measures: direction
                .measures
                .iter()
                .map(|measure| self.measure(measure, level + 1))
                .collect(),
        }
    }

    fn measure(self, measure: &'a Measure, level: u8) -> MeasureView<'a> {
        let texts = self.measure_texts(measure);
        let entries = measure.departments.iter().filter_map(|department| {
            let at = self.edition.entry_at(measure.code, *department)?;
            Some(EntryView {
                level: level + 1,
                id: self.entry_id(at),
                code: &texts.code,
                department: &self.publication.department(*department).name,
                body: self.entry_part(at),
            })
        });
        MeasureView {
            level,
            id: texts.id(),
            code: &texts.code,
            name: &measure.name,
            entries: entries.collect(),
        }
    }

    /// What a department reports on a measure, below its heading.
    pub(super) fn entry_view(self, entry: &Entry) -> EntryPart<'a> {
        let home = Home::Entry(entry.measure, entry.department);
        let text = |field: Field, slot: &Slot<Prose>| FieldView {
            label: field.label(),
            text: self.field(slot, home, number::first(entry, field), field.label()),
        };
        let programs = Field::Programs;
        EntryPart {
            notes: self.notes(Spot::Home(home)),
            fields: vec![
                text(Field::Achievements, &entry.achievements),
                text(Field::Challenges, &entry.challenges),
                text(Field::Outlook, &entry.outlook),
                FieldView {
                    label: programs.label(),
                    text: self.program_names(&entry.programs, home, number::first(entry, programs)),
                },
            ],
        }
    }
}
