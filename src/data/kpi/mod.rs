//! The table of KPIs: one row for each KPI and year, and one for its target.

mod columns;

pub(crate) use columns::table;

use std::{collections::BTreeMap, rc::Rc};

use super::{
    cell::Cell,
    origin::{Origin, Record},
    plain::plain,
};
use crate::model::{Amount, Kpi, KpiIx, Observation, Period, Plan, Prose, Rated, Rating, Status, TargetValue, digits};

/// What a row's value is to the edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Baseline,
    Previous,
    Actual,
    Target,
    Other,
}

/// One row.
pub(crate) struct Row<'a> {
    origin: Origin<'a>,
    about: Rc<About<'a>>,
    kpi: &'a Kpi,
    role: Role,
    pub(crate) period: Period,
    value: Option<Amount>,
    /// What is to happen, where there is no figure.
    event: Option<&'a str>,
    /// Targets have none.
    status: Option<Status>,
    /// Of the actual row.
    rated: Option<&'a Rated>,
    note: Option<&'a str>,
}

/// What all rows of a KPI say alike, put into words once.
struct About<'a> {
    place: Place<'a>,
    /// `direction-1-2`.
    place_code: Option<String>,
    formula: Option<String>,
    note: Option<String>,
}

/// Where in the plan a KPI stands.
#[derive(Clone, Copy)]
enum Place<'a> {
    Project(u8, &'a str),
    Direction(u8, u8, &'a str),
    Nowhere,
}

impl Role {
    pub(crate) const ALL: [Role; 5] = [Role::Baseline, Role::Previous, Role::Actual, Role::Target, Role::Other];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Role::Baseline => "baseline",
            Role::Previous => "previous",
            Role::Actual => "actual",
            Role::Target => "target",
            Role::Other => "other",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Role::Baseline => "当初",
            Role::Previous => "前年度",
            Role::Actual => "実績値",
            Role::Target => "目標値",
            Role::Other => "その他の年",
        }
    }

    pub(crate) fn description(self) -> &'static str {
        match self {
            Role::Baseline => "計画を立てたときの値です。前年度と同じ年のときも、こちらを使います。",
            Role::Previous => "実績値の1年前の値です。",
            Role::Actual => "報告書が評価する値です。当初と同じ年のときも、こちらを使います。",
            Role::Target => "目標の値です。実績とは別の行にします。",
            Role::Other => "報告書の表にはない年の値です。",
        }
    }
}

impl Record for Row<'_> {
    fn origin(&self) -> Origin<'_> {
        self.origin
    }
}

/// The rows, in the order of the plan and the years, the target last.
pub(crate) fn records(origin: Origin<'_>) -> Vec<Row<'_>> {
    let places = places(&origin.publication.plan);
    let mut rows = Vec::new();
    for (ix, kpi) in origin.publication.plan.kpis_in(origin.edition.year) {
        let place = places.get(&ix).copied().unwrap_or(Place::Nowhere);
        of_kpi(origin, place, ix, kpi, &mut rows);
    }
    rows
}

fn of_kpi<'a>(origin: Origin<'a>, place: Place<'a>, ix: KpiIx, kpi: &'a Kpi, rows: &mut Vec<Row<'a>>) {
    let shown = origin.publication.row(origin.edition, ix);
    let actual = shown.actual.period.year;
    let text = |text: &Option<Prose>| text.as_ref().map(|text| plain(text, origin));
    let about = Rc::new(About {
        place,
        place_code: place.code(),
        formula: text(&kpi.formula),
        note: text(&kpi.note),
    });
    let row = |role: Role, year: u16| Row {
        origin,
        about: Rc::clone(&about),
        kpi,
        role,
        period: kpi.period(year),
        value: None,
        event: None,
        status: None,
        rated: None,
        note: None,
    };
    let observed = |observation: &'a Observation| {
        let year = observation.year;
        let role = match year {
            year if year == actual => Role::Actual,
            year if year == kpi.baseline => Role::Baseline,
            year if year == shown.previous.period.year => Role::Previous,
            _ => Role::Other,
        };
        Row {
            value: observation.value,
            status: Some(observation.status),
            rated: shown.rated.filter(|_| role == Role::Actual),
            note: observation.note.as_deref(),
            ..row(role, year)
        }
    };
    let known = kpi
        .series
        .rows()
        .iter()
        .filter(|observation| observation.year <= actual);
    rows.extend(known.map(observed));
    if kpi.series.at(actual).is_none() {
        // A census KPI between censuses still has its rating, and the rating its row.
        rows.push(Row {
            status: Some(Status::Absent),
            rated: shown.rated,
            ..row(Role::Actual, actual)
        });
    }
    let target = row(Role::Target, kpi.target.year);
    rows.push(match &kpi.target.value {
        TargetValue::Figure(amount) => Row {
            value: Some(*amount),
            ..target
        },
        TargetValue::Milestone(event) => Row {
            event: Some(event),
            ..target
        },
    });
}

fn places(plan: &Plan) -> BTreeMap<KpiIx, Place<'_>> {
    let mut places = BTreeMap::new();
    for (number, project) in (1..).zip(&plan.projects) {
        places.extend(
            project
                .kpis
                .iter()
                .map(|ix| (*ix, Place::Project(number, &project.name))),
        );
    }
    for (goal_number, goal) in (1..).zip(&plan.goals) {
        for (number, direction) in (1..).zip(&goal.directions) {
            let place = Place::Direction(goal_number, number, &direction.name);
            places.extend(direction.kpis.iter().map(|ix| (*ix, place)));
        }
    }
    places
}

/// `direction-1-2`.
fn numbered(word: &str, numbers: &[u8]) -> String {
    let mut code = word.to_owned();
    for number in numbers {
        code.push('-');
        digits::push(&mut code, (*number).into(), 1);
    }
    code
}

impl<'a> Place<'a> {
    fn code(self) -> Option<String> {
        match self {
            Place::Project(number, _) => Some(numbered("project", &[number])),
            Place::Direction(goal, number, _) => Some(numbered("direction", &[goal, number])),
            Place::Nowhere => None,
        }
    }

    fn name(self) -> Cell<'a> {
        match self {
            Place::Project(_, name) | Place::Direction(_, _, name) => Cell::text(name),
            Place::Nowhere => Cell::Blank,
        }
    }
}

impl Row<'_> {
    fn rating(&self) -> Option<Rating> {
        self.rated?.rating.filled().copied()
    }

    /// True for values, false for targets.
    pub(crate) fn is_observed(&self) -> bool {
        self.role != Role::Target
    }
}
