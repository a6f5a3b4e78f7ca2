//! The root: a city's plan and all its editions. Renderers read this and nothing else.
//!
//! A [`Publication`] may have gaps in its entries and ratings, as drafts do. A [`Report`] is one that has none: the only
//! way to get one is [`Report::new`], and only a report is published.

use std::{collections::HashSet, sync::Arc};

use super::{
    City, Department, DepartmentIx, Edition, Figure, FigureField, Gap, Kpi, KpiIx, Observation, Period, Plan,
    Population, PopulationKind, Progress, Rated, Rating, Status, TargetValue,
};

/// Everything a city publishes, complete or still with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Who.
    pub city: City,
    /// What was planned, with all values of all years.
    pub plan: Plan,
    /// The population chart's figures.
    pub population: Population,
    /// Words that get their reading on first use, as HTML-safe plain text.
    pub readings: Arc<[Reading]>,
    /// Oldest first, at least one. Shared: what was known to each edition names all of them.
    pub editions: Arc<[Edition]>,
}

/// How a word is read aloud. Plain words only: no markup characters, so that both can stand in a page as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As written.
    pub word: String,
    /// In kana.
    pub reading: String,
}

impl Reading {
    /// `None` if either is empty or holds a character that means something in HTML, or the word could be a part of what
    /// stands for such a character: of `&lt;`.
    pub fn new(word: &str, reading: &str) -> Option<Self> {
        let plain = |text: &str| {
            !text.is_empty() && !text.contains(['<', '>', '&', ';', '"', '\'']) && !text.contains(char::is_control)
        };
        (plain(word) && plain(reading) && !word.is_ascii()).then(|| Self {
            word: word.to_owned(),
            reading: reading.to_owned(),
        })
    }
}

/// A publication without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report(Publication);

impl Report {
    /// The publication as a report, or the publication back if anything in it is still missing.
    ///
    /// # Errors
    /// An edition is not complete.
    pub fn new(publication: Publication) -> Result<Self, Box<Publication>> {
        if publication.editions.iter().all(Edition::is_complete) {
            Ok(Self(publication))
        } else {
            Err(Box::new(publication))
        }
    }
}

impl std::ops::Deref for Report {
    type Target = Publication;

    fn deref(&self) -> &Publication {
        &self.0
    }
}

/// A KPI as one edition's table shows it.
#[derive(Debug, Clone)]
pub struct KpiRow<'a> {
    /// Position in the plan.
    pub ix: KpiIx,
    /// The KPI.
    pub kpi: &'a Kpi,
    /// 当初.
    pub baseline: Cell<'a>,
    /// 前年度.
    pub previous: Cell<'a>,
    /// 実績値.
    pub actual: Cell<'a>,
    /// The department's rating; `None` if the edition does not have the KPI.
    pub rated: Option<&'a Rated>,
}

/// One figure of a KPI's row.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// The period the figure belongs to.
    pub period: Period,
    /// `None` where the KPI has no such period (a census KPI between censuses).
    pub observation: Option<&'a Observation>,
}

impl<'a> KpiRow<'a> {
    /// The rating, if it is there.
    pub fn rating(&self) -> Option<Rating> {
        self.rated?.rating.filled().copied()
    }

    /// Why there is no rating, if there should be one.
    pub fn rating_gap(&self) -> Option<&'a Gap> {
        self.rated?.rating.gap()
    }

    /// What the department says for it.
    pub fn reason(&self) -> Option<&'a str> {
        self.rated?.reason.as_deref()
    }

    /// The arithmetic beside it.
    pub fn progress(&self) -> Progress {
        Progress::of(self.kpi, self.actual.period.year)
    }
}

impl Cell<'_> {
    /// The figure, if there is one.
    pub fn value(&self) -> Option<super::Amount> {
        self.observation?.value
    }

    /// How sure it is; no such period counts as absent.
    pub fn status(&self) -> Status {
        self.observation
            .map_or(Status::Absent, |observation| observation.status)
    }
}

impl Publication {
    /// The department at a position.
    pub fn department(&self, ix: DepartmentIx) -> &Department {
        &self.city.departments[ix.0]
    }

    /// Every department with its position.
    pub fn departments(&self) -> impl Iterator<Item = (DepartmentIx, &Department)> {
        self.city
            .departments
            .iter()
            .enumerate()
            .map(|(at, department)| (DepartmentIx(at), department))
    }

    /// The departments that report something to an edition: on a measure, or on a KPI.
    pub fn reporting<'p>(&'p self, edition: &'p Edition) -> impl Iterator<Item = (DepartmentIx, &'p Department)> {
        let owners = self.plan.kpis_in(edition.year);
        let owners = owners.map(|(_, kpi)| kpi.department_in(edition.year));
        let reporting: HashSet<DepartmentIx> = edition
            .entries
            .iter()
            .map(|entry| entry.department)
            .chain(owners)
            .collect();
        self.departments().filter(move |(ix, _)| reporting.contains(ix))
    }

    /// The newest edition.
    pub fn newest(&self) -> &Edition {
        self.editions
            .last()
            .expect("a report has at least one edition: its builder refuses an empty list")
    }

    /// What the city knew when `edition` appeared: later values gone, later restatements undone, names, owners and
    /// targets as they were. An edition is rendered from this, so that rebuilding it prints what it printed.
    #[must_use]
    pub fn known_to(&self, edition: &Edition) -> Self {
        let mut known = self.clone();
        for department in &mut known.city.departments {
            department.former_names.restore(edition.year, &mut department.name);
        }
        let directions = known.plan.goals.iter_mut().flat_map(|goal| &mut goal.directions);
        for measure in directions.flat_map(|direction| &mut direction.measures) {
            measure
                .former_departments
                .restore(edition.year, &mut measure.departments);
        }
        // A measure on which nobody reports is not yet, or no more, one of this edition's.
        for direction in known.plan.goals.iter_mut().flat_map(|goal| &mut goal.directions) {
            direction.measures.retain(|measure| !measure.departments.is_empty());
        }
        let has = |ix: &KpiIx| self.plan.kpi(*ix).editions.covers(edition.year);
        for project in &mut known.plan.projects {
            project.kpis.retain(has);
        }
        for direction in known.plan.goals.iter_mut().flat_map(|goal| &mut goal.directions) {
            direction.kpis.retain(has);
        }
        for kpi in &mut known.plan.kpis {
            kpi.restore(edition.year);
            kpi.series = kpi.series_known_to(kpi.actual_year(edition.performance), edition.published);
        }
        let year = edition.published.year();
        known
            .population
            .points
            .retain(|point| point.kind != PopulationKind::Actual || point.year <= year);
        known
    }

    /// The edition of the year before, or the last one before a gap.
    pub fn before(&self, edition: &Edition) -> Option<&Edition> {
        self.editions.iter().rev().find(|known| known.year < edition.year)
    }

    /// A KPI as `edition` shows it.
    pub fn row<'a>(&'a self, edition: &'a Edition, ix: KpiIx) -> KpiRow<'a> {
        let kpi = self.plan.kpi(ix);
        let actual = kpi.actual_year(edition.performance);
        let cell = |year: u16| Cell {
            period: kpi.period(year),
            observation: kpi.series.at(year),
        };
        KpiRow {
            ix,
            kpi,
            baseline: cell(kpi.baseline),
            previous: cell(actual - 1),
            actual: cell(actual),
            rated: edition.rated(ix),
        }
    }

    /// A figure that a text names, as the reader sees it: with digits, separators and unit; a dash where none exists.
    pub fn figure(&self, edition: &Edition, figure: &Figure) -> String {
        self.known_figure(edition, figure).unwrap_or_else(|| "－".to_owned())
    }

    /// Whether there is anything to print for a figure but a dash.
    pub fn has_figure(&self, edition: &Edition, figure: &Figure) -> bool {
        self.known_figure(edition, figure).is_some()
    }

    fn known_figure(&self, edition: &Edition, figure: &Figure) -> Option<String> {
        let row = self.row(edition, figure.kpi);
        let amount = match figure.field {
            FigureField::Baseline => row.baseline.value(),
            FigureField::Previous => row.previous.value(),
            FigureField::Actual => row.actual.value(),
            FigureField::Target => match &row.kpi.target.value {
                TargetValue::Figure(amount) => Some(*amount),
                TargetValue::Milestone(event) => return Some(event.clone()),
            },
            FigureField::Change => {
                let change = row
                    .actual
                    .value()
                    .zip(row.previous.value())
                    .map(|(now, then)| now.minus(then));
                return change.map(|change| row.kpi.difference(change));
            }
        };
        amount.map(|amount| row.kpi.figure(amount))
    }
}
