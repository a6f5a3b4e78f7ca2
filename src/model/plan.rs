//! 総合戦略: what the city set out to do. The order of things is their number; codes are computed from it, never stored.

use std::num::NonZeroU8;

use super::{DirectionCode, FiscalYear, Former, GoalCode, Id, Kpi, MeasureCode, Prose, Rating};

/// Position of a KPI in [`Plan::kpis`]; only the builder of the plan makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KpiIx(pub(crate) usize);

/// Position of a department in [`super::City::departments`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentIx(pub(crate) usize);

/// Position of a programme in [`Plan::programs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramIx(pub(crate) usize);

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Full title.
    pub title: String,
    /// What the report calls it.
    pub short_title: String,
    /// First fiscal year.
    pub from: FiscalYear,
    /// Last fiscal year.
    pub to: FiscalYear,
    /// 最重点目標.
    pub top_goal: String,
    /// 第1編, 第2編 …
    pub parts: Vec<Part>,
    /// What a rating is, before the levels.
    pub rating_note: Prose,
    /// The four levels in the order of the scale.
    pub rating_levels: Vec<RatingLevel>,
    /// 重点プロジェクト.
    pub projects: Vec<PriorityProject>,
    /// 基本目標.
    pub goals: Vec<Goal>,
    /// Every KPI: those of the projects first, then by direction.
    pub kpis: Vec<Kpi>,
    /// 事業 register.
    pub programs: Vec<Program>,
}

/// 第N編.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 総論.
    pub name: String,
    /// What it holds.
    pub description: Prose,
}

/// One level of the scale and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingLevel {
    /// The level.
    pub rating: Rating,
    /// Its definition.
    pub meaning: Prose,
}

/// 重点プロジェクト.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorityProject {
    /// Registered name.
    pub name: String,
    /// What it is for.
    pub description: Prose,
    /// 最重要業績評価指標.
    pub kpis: Vec<KpiIx>,
}

/// 基本目標.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Registered name.
    pub name: String,
    /// What it aims at.
    pub introduction: Prose,
    /// 基本的方向.
    pub directions: Vec<Direction>,
}

/// 基本的方向.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direction {
    /// Registered name.
    pub name: String,
    /// Its KPIs in printed order.
    pub kpis: Vec<KpiIx>,
    /// 施策.
    pub measures: Vec<Measure>,
}

/// 施策.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its place in the plan.
    pub code: MeasureCode,
    /// Registered name.
    pub name: String,
    /// The departments that must report, in printed order.
    pub departments: Vec<DepartmentIx>,
    /// Who had to report in earlier editions.
    pub former_departments: Former<Vec<DepartmentIx>>,
}

/// 事業.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Permanent address.
    pub id: Id,
    /// Registered name.
    pub name: String,
}

impl Goal {
    /// Its directions with their codes, without those that are empty.
    pub fn coded_directions(&self, goal: GoalCode) -> impl Iterator<Item = (DirectionCode, &Direction)> {
        let numbers = (1..=u8::MAX).filter_map(NonZeroU8::new);
        let coded = numbers.map(move |number| DirectionCode { goal, number });
        coded
            .zip(&self.directions)
            .filter(|(_, direction)| !direction.is_empty())
    }
}

impl Direction {
    /// True when it has neither KPIs nor measures, as in an edition in which all of them are yet to come, or gone.
    pub fn is_empty(&self) -> bool {
        self.kpis.is_empty() && self.measures.is_empty()
    }
}

impl Measure {
    /// Who must report on it in an edition, in printed order.
    pub fn departments_in(&self, edition: FiscalYear) -> &[DepartmentIx] {
        self.former_departments.of(edition).unwrap_or(&self.departments)
    }
}

impl Plan {
    /// 令和2（2020）年度から令和6（2024）年度まで.
    pub fn period(&self) -> String {
        format!("{}から{}まで", self.from.long(), self.to.long())
    }

    /// The KPI at a position.
    pub fn kpi(&self, ix: KpiIx) -> &Kpi {
        &self.kpis[ix.0]
    }

    /// The programme at a position.
    pub fn program(&self, ix: ProgramIx) -> &Program {
        &self.programs[ix.0]
    }

    /// Every KPI with its position.
    pub fn kpis(&self) -> impl Iterator<Item = (KpiIx, &Kpi)> {
        self.kpis.iter().enumerate().map(|(at, kpi)| (KpiIx(at), kpi))
    }

    /// Every KPI that an edition has, with its position.
    pub fn kpis_in(&self, edition: FiscalYear) -> impl Iterator<Item = (KpiIx, &Kpi)> {
        self.kpis().filter(move |(_, kpi)| kpi.editions.covers(edition))
    }

    /// Every programme with its position.
    pub fn programs(&self) -> impl Iterator<Item = (ProgramIx, &Program)> {
        self.programs
            .iter()
            .enumerate()
            .map(|(at, program)| (ProgramIx(at), program))
    }

    /// The codes of the goals, in order.
    pub fn goal_codes(&self) -> impl Iterator<Item = GoalCode> + use<> {
        (1u8..)
            .take(self.goals.len())
            .filter_map(|number| NonZeroU8::new(number).map(GoalCode))
    }

    /// The goals with their codes, in order.
    pub fn coded_goals(&self) -> impl Iterator<Item = (GoalCode, &Goal)> {
        self.goal_codes().zip(&self.goals)
    }

    /// The measure with a code.
    pub fn measure(&self, code: MeasureCode) -> Option<&Measure> {
        let at = |number: NonZeroU8| usize::from(number.get()) - 1;
        let goal = self.goals.get(at(code.direction.goal.0))?;
        let measures = &goal.directions.get(at(code.direction.number))?.measures;
        // An edition may have fewer than the plan, in the same order.
        let found = measures.binary_search_by_key(&code, |measure| measure.code);
        found.ok().map(|found| &measures[found])
    }

    /// Every measure in printed order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.goals
            .iter()
            .flat_map(|goal| &goal.directions)
            .flat_map(|direction| &direction.measures)
    }
}
