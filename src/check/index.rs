//! What the registers define, by name: ids to positions, and the codes that the order of the plan gives.

use std::{cell::RefCell, num::NonZeroU8};

use crate::check::{effort::Effort, maps::HashMap, nearest::Known};
use crate::{
    manuscript::{DirectionLines, GoalLines, Manuscript, MeasureLines, Register, RestatementRow, SeriesRow},
    model::{DepartmentIx, DirectionCode, GoalCode, Home, Id, KpiIx, MeasureCode, ProgramIx},
    source::Sources,
};

/// The names of a manuscript.
pub(crate) struct Index<'m> {
    /// Departments by id, in the order of the register.
    pub(crate) departments: Vec<(&'m Id, &'m str)>,
    /// KPIs by id, in the order of the register.
    pub(crate) kpis: Vec<&'m Id>,
    /// 事業 by name, in the order of the register.
    pub(crate) programs: Vec<&'m str>,
    /// Measures by code, in the order of the plan.
    pub(crate) measures: Vec<(MeasureCode, &'m MeasureLines)>,
    /// The rows of the series by KPI, as they stand there.
    pub(crate) rows: HashMap<&'m Id, Vec<&'m SeriesRow>>,
    /// The restatements by the id that they name, as they stand there.
    pub(crate) restatements: HashMap<&'m str, Vec<&'m RestatementRow>>,
    goals: usize,
    projects: usize,
    parts: usize,
    department_at: HashMap<&'m Id, DepartmentIx>,
    kpi_at: HashMap<&'m Id, KpiIx>,
    program_at: HashMap<&'m str, ProgramIx>,
    measure_at: HashMap<MeasureCode, usize>,
}

impl<'m> Index<'m> {
    /// Of two definitions with one id the first counts; a rule reports the second.
    pub(crate) fn new(manuscript: &'m Manuscript) -> Self {
        let plan = manuscript.plan.page.as_ref();
        let mut index = Self {
            departments: Vec::new(),
            kpis: Vec::new(),
            programs: Vec::new(),
            measures: Vec::new(),
            rows: HashMap::default(),
            restatements: HashMap::default(),
            goals: plan.map_or(0, |plan| plan.goals.len()),
            projects: plan.map_or(0, |plan| plan.projects.len()),
            parts: plan.map_or(0, |plan| plan.parts.len()),
            department_at: HashMap::default(),
            kpi_at: HashMap::default(),
            program_at: HashMap::default(),
            measure_at: HashMap::default(),
        };
        for row in manuscript.series.page.iter().flatten() {
            index.rows.entry(&row.kpi.value).or_default().push(row);
        }
        for row in &manuscript.restatements {
            index.restatements.entry(&row.kpi.value).or_default().push(row);
        }
        for line in manuscript.city.page.iter().flat_map(|city| &city.departments) {
            let Some(id) = &line.id else { continue };
            let at = DepartmentIx(index.departments.len());
            if let std::collections::hash_map::Entry::Vacant(free) = index.department_at.entry(&id.value) {
                free.insert(at);
                let name = line.name.as_ref().map_or(id.value.as_str(), |name| name.value.as_str());
                index.departments.push((&id.value, name));
            }
        }
        for id in manuscript.kpis.page.iter().flatten().filter_map(|kpi| kpi.id.as_ref()) {
            let at = KpiIx(index.kpis.len());
            if let std::collections::hash_map::Entry::Vacant(free) = index.kpi_at.entry(&id.value) {
                free.insert(at);
                index.kpis.push(&id.value);
            }
        }
        for name in manuscript
            .programs
            .page
            .iter()
            .flatten()
            .filter_map(|program| program.name.as_ref())
        {
            let at = ProgramIx(index.programs.len());
            if let std::collections::hash_map::Entry::Vacant(free) = index.program_at.entry(name.value.as_str()) {
                free.insert(at);
                index.programs.push(&name.value);
            }
        }
        for (code, lines) in manuscript.plan.page.iter().flat_map(|plan| measures(&plan.goals)) {
            index.measure_at.insert(code, index.measures.len());
            index.measures.push((code, lines));
        }
        index
    }

    /// The departments' ids, to find the one that was meant.
    pub(crate) fn known_departments(&self) -> Known<'m> {
        Known::new(self.departments.iter().map(|(id, _)| id.as_str()))
    }

    /// The KPIs' ids, to find the one that was meant.
    pub(crate) fn known_kpis(&self) -> Known<'m> {
        Known::new(self.kpis.iter().map(|id| id.as_str()))
    }

    pub(crate) fn department(&self, id: &Id) -> Option<DepartmentIx> {
        self.department_at.get(id).copied()
    }

    /// The registered name of a department.
    pub(crate) fn department_name(&self, id: &Id) -> Option<&'m str> {
        self.department(id).map(|at| self.departments[at.0].1)
    }

    pub(crate) fn kpi(&self, id: &Id) -> Option<KpiIx> {
        self.kpi_at.get(id).copied()
    }

    pub(crate) fn program(&self, name: &str) -> Option<ProgramIx> {
        self.program_at.get(name).copied()
    }

    /// Whether the plan has for an edition what a paragraph's number names: a measure on which the department reports,
    /// a goal …
    pub(crate) fn has_home(&self, home: Home, edition: u16) -> bool {
        let within = |number: usize, count: usize| (1..=count).contains(&number);
        match home {
            Home::Entry(code, department) => self.measure(code).is_some_and(|measure| {
                let (id, _) = self.departments[department.0];
                measure.departments_in(edition).iter().any(|known| known.value == *id)
            }),
            Home::Goal(code) => within(usize::from(code.0.get()), self.goals),
            Home::Project(number) => within(number, self.projects),
            Home::Part(number) => within(number, self.parts),
            Home::Chapter(_) | Home::RatingNote => true,
            // A level's meaning has no number.
            Home::Level(_) => false,
        }
    }

    pub(crate) fn measure(&self, code: MeasureCode) -> Option<&'m MeasureLines> {
        self.measure_at.get(&code).map(|at| self.measures[*at].1)
    }
}

/// Every measure of the plan with the code its place gives it.
pub(crate) fn measures(goals: &[GoalLines]) -> impl Iterator<Item = (MeasureCode, &MeasureLines)> {
    goals.iter().zip(1u8..).flat_map(|(goal, g)| {
        goal.directions.iter().zip(1u8..).flat_map(move |(direction, d)| {
            direction
                .measures
                .iter()
                .zip(1u8..)
                .filter_map(move |(lines, m)| Some((code(g, d, m)?, lines)))
        })
    })
}

/// Every direction of the plan with its code.
pub(crate) fn directions(goals: &[GoalLines]) -> impl Iterator<Item = (DirectionCode, &DirectionLines)> {
    goals.iter().zip(1u8..).flat_map(|(goal, g)| {
        goal.directions
            .iter()
            .zip(1u8..)
            .filter_map(move |(lines, d)| Some((code(g, d, 1)?.direction, lines)))
    })
}

fn code(goal: u8, direction: u8, measure: u8) -> Option<MeasureCode> {
    let goal = GoalCode(NonZeroU8::new(goal)?);
    let direction = DirectionCode {
        goal,
        number: NonZeroU8::new(direction)?,
    };
    Some(MeasureCode {
        direction,
        number: NonZeroU8::new(measure)?,
    })
}

/// What stands in a register of which a part could not be read; nothing of one that is whole.
pub(crate) struct Lost<'m> {
    text: Option<&'m str>,
    effort: Effort,
    /// What was asked for already.
    asked: RefCell<HashMap<String, bool>>,
}

impl<'m> Lost<'m> {
    pub(crate) fn of<T>(sources: &'m Sources, register: &Register<T>) -> Self {
        let text = |file| sources.file(file).text.as_str();
        Self {
            text: register.damaged.then(|| register.file.map_or("", text)),
            effort: Effort::new(),
            asked: RefCell::default(),
        }
    }

    /// Whether an unknown name may only seem unknown because its part of the register could not be read: that fault is
    /// reported already, and a second one would be false. So it is held to be where that is too much to find out.
    pub(crate) fn may_have(&self, name: &str) -> bool {
        let Some(text) = self.text else { return false };
        if let Some(known) = self.asked.borrow().get(name) {
            return *known;
        }
        let part = |c: char| c.is_alphanumeric() || c == '-';
        let whole = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !before.is_some_and(part) && !after.is_some_and(part)
        };
        let has =
            text.is_empty() || !self.effort.spend(text.len()) || text.match_indices(name).any(|(at, _)| whole(at));
        self.asked.borrow_mut().insert(name.to_owned(), has);
        has
    }
}
