//! The plan and its KPIs.

use super::{super::index::Index, former, prose, series};
use crate::check::maps::HashSet;
use crate::{
    manuscript::{DirectionLines, KpiLines, Manuscript, PlanPage, TargetLines},
    model::{
        Amount, Better, Direction, FiscalYear, FormerKpi, Goal, Id, Kpi, KpiIx, Measure, MeasureCode, Part, Plan,
        PriorityProject, Program, RatingLevel, Target, TargetValue,
    },
    source::Spanned,
};

pub(super) fn plan(manuscript: &Manuscript, index: &Index) -> Option<Plan> {
    let page = manuscript.plan.page.as_ref()?;
    Some(Plan {
        title: page.title.as_ref()?.value.clone(),
        short_title: page.short_title.as_ref()?.value.clone(),
        from: FiscalYear::new(page.from.as_ref()?.value)?,
        to: FiscalYear::new(page.to.as_ref()?.value)?,
        top_goal: page.top_goal.as_ref()?.value.clone(),
        parts: parts(page, index)?,
        rating_note: prose(page.rating_note.as_ref()?, index),
        rating_levels: rating_levels(page, index)?,
        projects: projects(page, index)?,
        goals: goals(page, index)?,
        kpis: kpis(manuscript, index)?,
        programs: programs(manuscript, index)?,
    })
}

fn parts(page: &PlanPage, index: &Index) -> Option<Vec<Part>> {
    page.parts
        .iter()
        .map(|part| {
            Some(Part {
                name: part.name.as_ref()?.value.clone(),
                description: prose(part.description.as_ref()?, index),
            })
        })
        .collect()
}

fn rating_levels(page: &PlanPage, index: &Index) -> Option<Vec<RatingLevel>> {
    page.rating_levels
        .iter()
        .map(|level| {
            Some(RatingLevel {
                rating: level.rating.as_ref()?.value,
                meaning: prose(level.meaning.as_ref()?, index),
            })
        })
        .collect()
}

fn projects(page: &PlanPage, index: &Index) -> Option<Vec<PriorityProject>> {
    page.projects
        .iter()
        .map(|project| {
            Some(PriorityProject {
                name: project.name.as_ref()?.value.clone(),
                description: prose(project.description.as_ref()?, index),
                kpis: kpi_list(&project.kpis, index)?,
            })
        })
        .collect()
}

fn goals(page: &PlanPage, index: &Index) -> Option<Vec<Goal>> {
    let mut measures = index.measures.iter().map(|(code, _)| *code);
    page.goals
        .iter()
        .map(|goal| {
            let directions = goal
                .directions
                .iter()
                .map(|lines| direction(lines, &mut measures, index));
            Some(Goal {
                name: goal.name.as_ref()?.value.clone(),
                introduction: prose(goal.introduction.as_ref()?, index),
                directions: directions.collect::<Option<_>>()?,
            })
        })
        .collect()
}

fn direction(
    lines: &DirectionLines,
    codes: &mut impl Iterator<Item = MeasureCode>,
    index: &Index,
) -> Option<Direction> {
    let measures = lines.measures.iter().map(|measure| {
        let known = |ids: &Vec<Spanned<Id>>| ids.iter().map(|id| index.department(&id.value)).collect::<Option<_>>();
        Some(Measure {
            code: codes.next()?,
            name: measure.name.as_ref()?.value.clone(),
            departments: known(&measure.departments)?,
            former_departments: former(&measure.former, known),
        })
    });
    Some(Direction {
        name: lines.name.as_ref()?.value.clone(),
        measures: measures.collect::<Option<_>>()?,
        kpis: kpi_list(&lines.kpis, index)?,
    })
}

fn kpi_list(ids: &[Spanned<Id>], index: &Index) -> Option<Vec<KpiIx>> {
    ids.iter().map(|id| index.kpi(&id.value)).collect()
}

fn kpis(manuscript: &Manuscript, index: &Index) -> Option<Vec<Kpi>> {
    let lines = manuscript.kpis.page.as_ref()?;
    let kpis: Option<Vec<Kpi>> = lines.iter().map(|kpi| self::kpi(kpi, index)).collect();
    // As many as the index knows: a duplicate id would shift positions.
    kpis.filter(|kpis| kpis.len() == index.kpis.len())
}

pub(super) fn kpi(lines: &KpiLines, index: &Index) -> Option<Kpi> {
    let id = lines.id.as_ref()?.value.clone();
    let better = lines.better.as_ref()?.value;
    let decimals = lines.decimals.as_ref()?.value;
    Some(Kpi {
        series: series::of(&id, decimals, index),
        restatements: series::restatements(&id, decimals, index),
        id,
        name: lines.name.as_ref()?.value.clone(),
        unit: lines.unit.as_ref().map(|unit| unit.value.clone()),
        decimals,
        department: index.department(&lines.department.as_ref()?.value)?,
        better,
        kind: lines.kind.as_ref()?.value,
        basis: lines.period.as_ref()?.value,
        lag: lines.lag.as_ref().map_or(0, |lag| u16::from(lag.value)),
        baseline: lines.baseline.as_ref()?.value,
        target: target(lines.target.as_ref()?, better)?,
        formula: lines.formula.as_ref().map(|text| prose(text, index)),
        source: lines.source.as_ref().map(|source| source.value.clone()),
        note: lines.note.as_ref().map(|text| prose(text, index)),
        editions: lines.editions(),
        former: FormerKpi {
            names: former(&lines.former, |was| Some(was.name.as_ref()?.value.clone())),
            departments: former(&lines.former, |was| index.department(&was.department.as_ref()?.value)),
            targets: former(&lines.former, |was| target(was.target.as_ref()?, better)),
        },
    })
}

fn target(lines: &TargetLines, better: Better) -> Option<Target> {
    let value = &lines.value.as_ref()?.value;
    let value = match better {
        Better::Milestone => TargetValue::Milestone(value.clone()),
        Better::Higher | Better::Lower | Better::Keep => TargetValue::Figure(Amount::parse(value).ok()?),
    };
    let year = lines.year.as_ref()?.value;
    Some(Target { year, value })
}

/// Those that can be read: a department that names another has a gap in its place. One without a readable id gets a
/// stand-in, which no report ever shows.
fn programs(manuscript: &Manuscript, index: &Index) -> Option<Vec<Program>> {
    let lines = manuscript.programs.page.as_deref().unwrap_or_default();
    let mut programs: Vec<Program> = Vec::new();
    let mut names = HashSet::default();
    for line in lines {
        let Some(name) = line.name.as_ref().map(|name| &name.value) else {
            continue;
        };
        if !names.insert(name) {
            continue;
        }
        let stand_in = || Id::parse(&format!("program-{}", programs.len() + 1));
        programs.push(Program {
            id: line.id.as_ref().map(|id| id.value.clone()).or_else(stand_in)?,
            name: name.clone(),
        });
    }
    (programs.len() == index.programs.len()).then_some(programs)
}
