//! A goal: introduction, directions with their KPIs and charts, measures with the departments' entries.

use std::sync::Arc;

use serde::Serialize;

use super::{
    Views,
    kpi::KpiTable,
    text::{NoteView, TextView},
};
use crate::{
    draft::{Home, Spot, number},
    model::{Direction, DirectionCode, Entry, Field, GoalCode, Measure, Prose, Slot},
    render::address,
};

/// 基本目標.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GoalView {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// 第1節.
    pub(crate) ordinal: String,
    pub(crate) name: String,
    pub(crate) text: TextView,
    pub(crate) directions: Vec<DirectionView>,
}

/// 基本的方向.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DirectionView {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// `I-1`.
    pub(crate) code: String,
    pub(crate) name: String,
    /// Absent where no KPI is left.
    pub(crate) table: Option<KpiTable>,
    /// `chart.html`, filled in for each.
    pub(crate) charts: Vec<Arc<str>>,
    /// Of the heading above the measures.
    pub(crate) entries_level: u8,
    pub(crate) measures: Vec<MeasureView>,
}

/// 施策.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MeasureView {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// `I-1-(1)`.
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) entries: Vec<EntryView>,
}

/// What one department reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntryView {
    pub(crate) level: u8,
    pub(crate) id: String,
    /// Of the measure: it makes the heading unique on the page.
    pub(crate) code: String,
    pub(crate) department: String,
    /// `entry.html`, filled in.
    pub(crate) body: Arc<str>,
}

/// What stands below an entry's heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntryPart {
    /// What a draft has to say of it as a whole.
    pub(crate) notes: Vec<NoteView>,
    pub(crate) fields: Vec<FieldView>,
}

/// One of the four fields.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FieldView {
    pub(crate) label: &'static str,
    pub(crate) text: TextView,
}

impl Views<'_> {
    /// A goal with its heading at `level`.
    pub(crate) fn goal(self, code: GoalCode, level: u8) -> Option<GoalView> {
        let (_, goal) = self.plan().coded_goals().find(|(known, _)| *known == code)?;
        // What the edition has nothing of is not yet, or no more, one of its directions.
        let directions = goal.coded_directions(code);
        let directions = directions.map(|(code, direction)| self.direction(code, direction, level + 1));
        Some(GoalView {
            level,
            id: format!("goal-{code}"),
            ordinal: format!("第{code}節"),
            name: goal.name.clone(),
            text: self.text(&goal.introduction, Home::Goal(code)),
            directions: directions.collect(),
        })
    }

    fn direction(self, code: DirectionCode, direction: &Direction, level: u8) -> DirectionView {
        let caption = format!("{} {}", code.display(), direction.name);
        DirectionView {
            level,
            id: format!("direction-{code}"),
            code: code.display(),
            name: direction.name.clone(),
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

    fn measure(self, measure: &Measure, level: u8) -> MeasureView {
        let entries = measure
            .departments
            .iter()
            .filter_map(|department| self.edition.entry(measure.code, *department));
        MeasureView {
            level,
            id: address::measure(measure.code),
            code: measure.code.display(),
            name: measure.name.clone(),
            entries: entries.map(|entry| self.entry(entry, level + 1)).collect(),
        }
    }

    /// What a department reports on a measure.
    pub(crate) fn entry(self, entry: &Entry, level: u8) -> EntryView {
        EntryView {
            level,
            id: address::entry(self.publication, entry.measure, entry.department),
            code: entry.measure.display(),
            department: self.publication.department(entry.department).name.clone(),
            body: self.entry_part(entry),
        }
    }

    /// The same below its heading.
    pub(super) fn entry_view(self, entry: &Entry) -> EntryPart {
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
