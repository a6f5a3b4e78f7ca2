//! KPI, measure, programme and department side by side, and what is connected to nothing.

use std::{borrow::Cow, collections::HashSet};

use serde::Serialize;

use super::{Link, Views, text::GapView};
use crate::{
    draft::left_out,
    model::{DepartmentIx, Direction, DirectionCode, Kpi},
    render::address::Page,
};

/// `matrix.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Matrix<'a> {
    pub(crate) directions: Vec<DirectionRows<'a>>,
    pub(crate) programs: Vec<ProgramRow<'a>>,
    pub(crate) loose: Vec<Loose<'a>>,
    /// Whose programmes are not in it.
    pub(crate) left_out: Option<String>,
}

/// A direction: its KPIs beside its measures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DirectionRows<'a> {
    pub(crate) id: String,
    pub(crate) title: Link<'a>,
    pub(crate) kpis: Vec<OwnedKpi<'a>>,
    pub(crate) rows: Vec<MatrixRow<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct OwnedKpi<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) department: &'a str,
}

/// A department's part in a measure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MatrixRow<'a> {
    /// With the number of rows it spans, on its first.
    pub(crate) measure: Option<(Link<'a>, usize)>,
    pub(crate) department: Link<'a>,
    pub(crate) programs: Vec<Link<'a>>,
    pub(crate) gap: Option<GapView>,
}

/// A programme and who runs it for what.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProgramRow<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) places: Vec<Link<'a>>,
}

/// Something that is connected to nothing, or not as one would expect.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Loose<'a> {
    pub(crate) title: &'static str,
    pub(crate) items: Vec<Cow<'a, str>>,
}

impl<'a> Views<'a> {
    /// The whole matrix.
    pub(crate) fn matrix(self) -> Matrix<'a> {
        let plan = self.plan();
        let directions = plan.coded_goals().flat_map(|(code, goal)| goal.coded_directions(code));
        let directions = directions.map(|(code, direction)| self.direction_rows(code, direction));
        // What an edition does not name belongs to another.
        let places = plan.programs().zip(self.places_of_programs());
        let programs = places.filter(|(_, places)| !places.is_empty());
        let programs = programs.map(|((ix, program), places)| ProgramRow {
            id: self.program_id(ix),
            name: &program.name,
            places: places.into_iter().map(|at| self.entry_link(at)).collect(),
        });
        let entries = self.edition.entries.iter();
        let gaps = entries.filter_map(|entry| Some((entry.department, entry.programs.gap()?)));
        Matrix {
            left_out: left_out(gaps),
            directions: directions.collect(),
            programs: programs.collect(),
            loose: self.loose(),
        }
    }

    fn direction_rows(self, code: DirectionCode, direction: &Direction) -> DirectionRows<'a> {
        let page = self.file(Page::Goal(code.goal));
        let plain = code.plain();
        let kpis = direction.kpis.iter().map(|ix| OwnedKpi {
            link: self.kpi_link(*ix),
            department: self.owner(self.plan().kpi(*ix)),
        });
        let mut rows = Vec::new();
        for measure in &direction.measures {
            let mut first = Some((self.measure_link(measure), measure.departments.len()));
            for department in &measure.departments {
                let entry = self.edition.entry(measure.code, *department);
                let programs = entry.and_then(|entry| entry.programs.filled()).into_iter().flatten();
                let gap = entry.and_then(|entry| entry.programs.gap());
                rows.push(MatrixRow {
                    gap: gap.map(|gap| GapView::new(gap, "")),
                    measure: first.take(),
                    department: self.department_link(*department),
                    programs: programs.map(|program| self.program_link(*program)).collect(),
                });
            }
        }
        DirectionRows {
            id: ["matrix-", &plain].concat(),
            title: Link::new(
                [page, "#direction-", &plain].concat(),
                [&code.display(), " ", direction.name.as_str()].concat(),
            ),
            kpis: kpis.collect(),
            rows,
        }
    }

    /// For each programme the entries that name it.
    fn places_of_programs(self) -> Vec<Vec<usize>> {
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); self.plan().programs.len()];
        for (at, entry) in self.edition.entries.iter().enumerate() {
            for program in entry.programs.filled().into_iter().flatten() {
                let places = &mut places[program.0];
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        places
    }

    fn loose(self) -> Vec<Loose<'a>> {
        let plan = self.plan();
        // Sets: each department is asked for.
        let entries = self.edition.entries.iter();
        let reporting: HashSet<DepartmentIx> = entries.map(|entry| entry.department).collect();
        let reports = |ix| reporting.contains(&ix);
        let kpis = plan.kpis_in(self.edition.year);
        let owners: HashSet<DepartmentIx> = kpis.map(|(_, kpi)| kpi.department).collect();
        let owns = |ix| owners.contains(&ix);
        // One that is no more, or not yet, reports to another edition.
        let editions = self.publication.editions.iter();
        let in_any: HashSet<DepartmentIx> = editions
            .flat_map(|edition| self.publication.reporting(edition))
            .map(|(ix, _)| ix)
            .collect();
        let in_any = |ix| in_any.contains(&ix);
        let departments = |keep: &dyn Fn(DepartmentIx) -> bool| {
            let all = self.publication.departments().filter(|(ix, _)| keep(*ix));
            all.map(|(_, department)| department.name.as_str().into())
                .collect::<Vec<_>>()
        };
        let mut named = vec![false; plan.programs.len()];
        let entries = self.publication.editions.iter().flat_map(|edition| &edition.entries);
        for program in entries.filter_map(|entry| entry.programs.filled()).flatten() {
            named[program.0] = true;
        }
        let programs = plan.programs.iter().zip(named).filter(|(_, named)| !named);
        let elsewhere = plan
            .goals
            .iter()
            .flat_map(|goal| &goal.directions)
            .flat_map(|direction| {
                let kpis = direction.kpis.iter().map(|ix| plan.kpi(*ix));
                let measures = direction.measures.iter();
                let reporting: HashSet<_> = measures.flat_map(|measure| &measure.departments).collect();
                kpis.filter(move |kpi| !reporting.contains(&kpi.department))
            });
        let named = |kpi: &Kpi| [kpi.name.as_str(), "（", self.owner(kpi), "）"].concat().into();
        let projects = plan.projects.iter().flat_map(|project| &project.kpis);
        let all = [
            Loose {
                title: "施策と結び付いていない重点プロジェクトのKPI",
                items: projects.map(|ix| named(plan.kpi(*ix))).collect(),
            },
            Loose {
                title: "どの施策にも挙がっていない事業",
                items: programs.map(|(program, _)| program.name.as_str().into()).collect(),
            },
            Loose {
                title: "担当課がその方向の施策を報告していないKPI",
                items: elsewhere.map(named).collect(),
            },
            Loose {
                title: "担当するKPIがない課",
                items: departments(&|ix| reports(ix) && !owns(ix)),
            },
            Loose {
                title: "施策の報告がない課",
                items: departments(&|ix| !reports(ix) && (owns(ix) || !in_any(ix))),
            },
        ];
        all.into_iter().filter(|loose| !loose.items.is_empty()).collect()
    }
}
