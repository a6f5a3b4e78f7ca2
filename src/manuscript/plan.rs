//! `plan.yaml` and `programs.yaml` as written.

use super::{
    accept::{self, Acceptance},
    fault::{FaultKind, Form},
    faults::Faults,
    fields::Fields,
    former::{self, FormerLines},
    prose::Written,
    scalars,
    yaml::{Document, Node},
};
use crate::{
    model::{Id, Rating},
    source::{Place, Spanned},
};

/// The plan.
#[derive(Debug)]
pub struct PlanPage {
    /// The file's mapping.
    pub place: Place,
    /// Full title.
    pub title: Option<Spanned<String>>,
    /// What the report calls it.
    pub short_title: Option<Spanned<String>>,
    /// First and last fiscal year.
    pub from: Option<Spanned<u16>>,
    /// Last fiscal year.
    pub to: Option<Spanned<u16>>,
    /// 最重点目標.
    pub top_goal: Option<Spanned<String>>,
    /// Units that KPIs may use.
    pub units: Vec<Spanned<String>>,
    /// 第N編.
    pub parts: Vec<PartLines>,
    /// Before the levels.
    pub rating_note: Option<Written>,
    /// The scale.
    pub rating_levels: Vec<LevelLines>,
    /// Where the scale stands.
    pub rating_place: Option<Place>,
    /// 重点プロジェクト.
    pub projects: Vec<ProjectLines>,
    /// 基本目標.
    pub goals: Vec<GoalLines>,
    /// Accepted findings.
    pub accept: Vec<Acceptance>,
}

/// 第N編.
#[derive(Debug)]
pub struct PartLines {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// What it holds.
    pub description: Option<Written>,
}

/// A level of the scale.
#[derive(Debug)]
pub struct LevelLines {
    /// The level.
    pub rating: Option<Spanned<Rating>>,
    /// What it means.
    pub meaning: Option<Written>,
}

/// 重点プロジェクト.
#[derive(Debug)]
pub struct ProjectLines {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// What it is for.
    pub description: Option<Written>,
    /// Its KPIs.
    pub kpis: Vec<Spanned<Id>>,
}

/// 基本目標.
#[derive(Debug)]
pub struct GoalLines {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// What it aims at.
    pub introduction: Option<Written>,
    /// 基本的方向.
    pub directions: Vec<DirectionLines>,
}

/// 基本的方向.
#[derive(Debug)]
pub struct DirectionLines {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// Its KPIs.
    pub kpis: Vec<Spanned<Id>>,
    /// 施策.
    pub measures: Vec<MeasureLines>,
}

/// 施策.
#[derive(Debug)]
pub struct MeasureLines {
    /// The whole entry.
    pub place: Place,
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// Who must report.
    pub departments: Vec<Spanned<Id>>,
    /// Who had to report in earlier editions.
    pub former: Vec<FormerLines<Vec<Spanned<Id>>>>,
}

impl MeasureLines {
    /// Who must report in an edition.
    pub fn departments_in(&self, edition: u16) -> &[Spanned<Id>] {
        former::held(&self.former, edition, Some).unwrap_or(&self.departments)
    }

    /// The departments of all editions, list by list.
    pub fn lists(&self) -> impl Iterator<Item = &Vec<Spanned<Id>>> {
        let former = self.former.iter().map(|lines| &lines.was);
        [&self.departments].into_iter().chain(former)
    }
}

/// One registered 事業.
#[derive(Debug)]
pub struct ProgramLine {
    /// Permanent address.
    pub id: Option<Spanned<Id>>,
    /// As printed.
    pub name: Option<Spanned<String>>,
}

pub(super) fn read(document: &Document, faults: &mut Faults) -> Option<PlanPage> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let title = fields.text("title");
    let short_title = fields.text("short_title");
    let (from, to) = fields
        .map("period")
        .and_then(|node| period(node, fields.faults))
        .unwrap_or_default();
    let top_goal = fields.text("top_goal");
    let units = fields.list("units", unit);
    let parts = fields.list("parts", part);
    let scale = fields.map("rating_scale");
    let rating_place = scale.map(|node| node.place);
    let (rating_note, rating_levels) = scale
        .and_then(|node| rating_scale(node, fields.faults))
        .unwrap_or_default();
    let page = PlanPage {
        place: fields.place(),
        title,
        short_title,
        from,
        to,
        top_goal,
        units,
        parts,
        rating_note,
        rating_levels,
        rating_place,
        projects: fields.list("projects", project),
        goals: fields.list("goals", goal),
        accept: fields.optional_list("accept", accept::read),
    };
    fields.finish();
    Some(page)
}

type Period = (Option<Spanned<u16>>, Option<Spanned<u16>>);

fn period(node: &Node, faults: &mut Faults) -> Option<Period> {
    let mut fields = Fields::of(node, faults)?;
    let period = (fields.year("from"), fields.year("to"));
    fields.finish();
    Some(period)
}

/// `[人、件]` is one text to YAML.
fn unit(node: &Node, faults: &mut Faults) -> Option<Spanned<String>> {
    let unit = scalars::text(node, faults)?;
    if unit.value.contains(['、', '，', ',']) {
        let (text, form) = (unit.value, Form::Unit);
        faults.push(unit.place, FaultKind::NotOfForm { text, form });
        return None;
    }
    Some(unit)
}

fn part(node: &Node, faults: &mut Faults) -> Option<PartLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = PartLines {
        name: fields.text("name"),
        description: fields.prose("description"),
    };
    fields.finish();
    Some(lines)
}

fn rating_scale(node: &Node, faults: &mut Faults) -> Option<(Option<Written>, Vec<LevelLines>)> {
    let mut fields = Fields::of(node, faults)?;
    let scale = (fields.prose("note"), fields.list("levels", level));
    fields.finish();
    Some(scale)
}

fn level(node: &Node, faults: &mut Faults) -> Option<LevelLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = LevelLines {
        rating: fields.word("rating"),
        meaning: fields.prose("meaning"),
    };
    fields.finish();
    Some(lines)
}

fn project(node: &Node, faults: &mut Faults) -> Option<ProjectLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = ProjectLines {
        name: fields.text("name"),
        description: fields.prose("description"),
        kpis: fields.list("kpis", scalars::id),
    };
    fields.finish();
    Some(lines)
}

fn goal(node: &Node, faults: &mut Faults) -> Option<GoalLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = GoalLines {
        name: fields.text("name"),
        introduction: fields.prose("introduction"),
        directions: fields.list("directions", direction),
    };
    fields.finish();
    Some(lines)
}

fn direction(node: &Node, faults: &mut Faults) -> Option<DirectionLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = DirectionLines {
        name: fields.text("name"),
        kpis: fields.list("kpis", scalars::id),
        measures: fields.list("measures", measure),
    };
    fields.finish();
    Some(lines)
}

fn measure(node: &Node, faults: &mut Faults) -> Option<MeasureLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = MeasureLines {
        place: node.place,
        name: fields.text("name"),
        departments: fields.list("departments", scalars::id),
        former: former::list(&mut fields, |fields| fields.list("departments", scalars::id)),
    };
    fields.finish();
    Some(lines)
}

pub(super) fn read_programs(document: &Document, faults: &mut Faults) -> Option<Vec<ProgramLine>> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let programs = fields.list("programs", |node, faults| {
        let mut fields = Fields::of(node, faults)?;
        let line = ProgramLine {
            id: fields.id("id"),
            name: fields.text("name"),
        };
        fields.finish();
        Some(line)
    });
    fields.finish();
    Some(programs)
}
