//! KPI, measure, programme and department side by side, and what is connected to nothing.

use serde::Serialize;

use super::{Link, Views, text::GapView};
use crate::{
    draft::left_out,
    model::{DepartmentIx, Direction, DirectionCode, Kpi, ProgramIx},
    render::address::{self, Page},
};

/// `matrix.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Matrix {
    pub(crate) directions: Vec<DirectionRows>,
    pub(crate) programs: Vec<ProgramRow>,
    pub(crate) loose: Vec<Loose>,
    /// Whose programmes are not in it.
    pub(crate) left_out: Option<String>,
}

/// A direction: its KPIs beside its measures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DirectionRows {
    pub(crate) id: String,
    pub(crate) title: Link,
    pub(crate) kpis: Vec<OwnedKpi>,
    pub(crate) rows: Vec<MatrixRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct OwnedKpi {
    pub(crate) link: Link,
    pub(crate) department: String,
}

/// A department's part in a measure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MatrixRow {
    /// With the number of rows it spans, on its first.
    pub(crate) measure: Option<(Link, usize)>,
    pub(crate) department: Link,
    pub(crate) programs: Vec<Link>,
    pub(crate) gap: Option<GapView>,
}

/// A programme and who runs it for what.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProgramRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) places: Vec<Link>,
}

/// Something that is connected to nothing, or not as one would expect.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Loose {
    pub(crate) title: &'static str,
    pub(crate) items: Vec<String>,
}

impl Views<'_> {
    /// The whole matrix.
    pub(crate) fn matrix(self) -> Matrix {
        let plan = self.plan();
        let directions = plan.coded_goals().flat_map(|(code, goal)| goal.coded_directions(code));
        let directions = directions.map(|(code, direction)| self.direction_rows(code, direction));
        let programs = plan.programs().map(|(ix, program)| ProgramRow {
            id: address::program(program),
            name: program.name.clone(),
            places: self.places_of(ix),
        });
        let entries = self.edition.entries.iter();
        let gaps = entries.filter_map(|entry| Some((entry.department, entry.programs.gap()?)));
        Matrix {
            left_out: left_out(gaps),
            directions: directions.collect(),
            // What an edition does not name belongs to another.
            programs: programs.filter(|row| !row.places.is_empty()).collect(),
            loose: self.loose(),
        }
    }

    fn direction_rows(self, code: DirectionCode, direction: &Direction) -> DirectionRows {
        let page = self.file(Page::Goal(code.goal));
        let kpis = direction.kpis.iter().map(|ix| {
            let kpi = self.plan().kpi(*ix);
            let department = self.publication.department(kpi.department).name.clone();
            OwnedKpi {
                link: Link::new(self.file(Page::Kpi(*ix)), kpi.name.clone()),
                department,
            }
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
            id: format!("matrix-{code}"),
            title: Link::new(
                format!("{page}#direction-{code}"),
                format!("{} {}", code.display(), direction.name),
            ),
            kpis: kpis.collect(),
            rows,
        }
    }

    fn places_of(self, program: ProgramIx) -> Vec<Link> {
        let entries = self.edition.entries.iter();
        let running = entries.filter(|entry| {
            entry
                .programs
                .filled()
                .is_some_and(|programs| programs.contains(&program))
        });
        running
            .map(|entry| {
                let page = self.file(Page::Goal(entry.measure.direction.goal));
                let id = address::entry(self.publication, entry.measure, entry.department);
                let name = &self.publication.department(entry.department).name;
                Link::new(
                    address::within(&page, &id),
                    [&entry.measure.display(), " ", name].concat(),
                )
            })
            .collect()
    }

    fn department_link(self, ix: DepartmentIx) -> Link {
        Link::new(
            self.file(Page::Department(ix)),
            self.publication.department(ix).name.clone(),
        )
    }

    fn loose(self) -> Vec<Loose> {
        let plan = self.plan();
        let reports = |ix: DepartmentIx| self.edition.entries.iter().any(|entry| entry.department == ix);
        let owns = |ix: DepartmentIx| plan.kpis_in(self.edition.year).any(|(_, kpi)| kpi.department == ix);
        // One that is no more, or not yet, reports to another edition.
        let in_any = |ix: DepartmentIx| {
            let mut editions = self.publication.editions.iter();
            editions.any(|edition| self.publication.reporting(edition).any(|(known, _)| known == ix))
        };
        let departments = |keep: &dyn Fn(DepartmentIx) -> bool| {
            let all = self.publication.departments().filter(|(ix, _)| keep(*ix));
            all.map(|(_, department)| department.name.clone()).collect::<Vec<_>>()
        };
        let entries = || self.publication.editions.iter().flat_map(|edition| &edition.entries);
        let named = |ix: &ProgramIx| {
            let mut lists = entries().filter_map(|entry| entry.programs.filled());
            lists.any(|programs| programs.contains(ix))
        };
        let programs = plan.programs().filter(|(ix, _)| !named(ix));
        let elsewhere = plan
            .goals
            .iter()
            .flat_map(|goal| &goal.directions)
            .flat_map(|direction| {
                let kpis = direction.kpis.iter().map(|ix| plan.kpi(*ix));
                let reporting = |ix| {
                    direction
                        .measures
                        .iter()
                        .any(|measure| measure.departments.contains(&ix))
                };
                kpis.filter(move |kpi| !reporting(kpi.department))
            });
        let named = |kpi: &Kpi| format!("{}（{}）", kpi.name, self.publication.department(kpi.department).name);
        let projects = plan.projects.iter().flat_map(|project| &project.kpis);
        let all = [
            Loose {
                title: "施策と結び付いていない重点プロジェクトのKPI",
                items: projects.map(|ix| named(plan.kpi(*ix))).collect(),
            },
            Loose {
                title: "どの施策にも挙がっていない事業",
                items: programs.map(|(_, p)| p.name.clone()).collect(),
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
