//! How an edition words what many of its pages name: addresses, headings, figures. Put together once, and lent to the
//! views.

use std::{collections::HashSet, sync::OnceLock};

use super::{
    Link, Views,
    frame::report_title,
    overview::{ProgressView, progress_view},
};
use crate::{
    model::{Cell, DepartmentIx, GoalCode, KpiIx, KpiRow, Measure, MeasureCode, ProgramIx},
    render::address::{self, Page},
};

/// Of one edition. What has an index in the plan, or a place in the edition, has the same here.
pub(super) struct Wording {
    /// 令和3（2021）年度 進行管理報告書.
    report: String,
    /// 令和2（2020）年度: whose results it tells.
    performance: String,
    /// 2021.
    folder: String,
    /// The files of pages.
    goals: Vec<String>,
    departments: Vec<String>,
    /// The departments whose pages there are.
    reporting: HashSet<DepartmentIx>,
    kpis: Vec<KpiTexts>,
    /// In the order of their codes.
    measures: Vec<MeasureTexts>,
    entries: Vec<Link<'static>>,
    /// Rows of the matrix.
    programs: Vec<String>,
}

/// Of a KPI.
pub(super) struct KpiTexts {
    /// Its page.
    pub(super) file: String,
    /// Of its row.
    pub(super) id: String,
    /// With units, if there are any.
    pub(super) baseline: Option<String>,
    pub(super) previous: Option<String>,
    pub(super) actual: Option<String>,
    pub(super) target: String,
    /// Made when a page asks for it.
    pub(super) progress: OnceLock<ProgressView>,
}

/// Of a measure.
pub(super) struct MeasureTexts {
    measure: MeasureCode,
    /// `I-1-(1)`.
    pub(super) code: String,
    /// Its place on its goal's page.
    link: Link<'static>,
}

impl Wording {
    fn new(views: Views) -> Self {
        let Views {
            publication, edition, ..
        } = views;
        let plan = &publication.plan;
        let files = |page: Page| page.file(publication);
        let goals: Vec<String> = plan.goal_codes().map(|code| files(Page::Goal(code))).collect();
        let on_goal = |code: MeasureCode, id: &str| address::within(&goals[at(code.direction.goal)], id);
        let measures = plan.measures().map(|measure| {
            let code = measure.code.display();
            MeasureTexts {
                measure: measure.code,
                link: Link::new(
                    on_goal(measure.code, &address::measure(measure.code)),
                    [&code, " ", &measure.name].concat(),
                ),
                code,
            }
        });
        let entries = edition.entries.iter().map(|entry| {
            let id = address::entry(publication, entry.measure, entry.department);
            let name = &publication.department(entry.department).name;
            Link::new(
                on_goal(entry.measure, &id),
                [&entry.measure.display(), " ", name].concat(),
            )
        });
        let programs = plan.programs.iter();
        Self {
            report: report_title(edition),
            performance: edition.performance.long(),
            folder: edition.year.year().to_string(),
            departments: publication
                .departments()
                .map(|(ix, _)| files(Page::Department(ix)))
                .collect(),
            reporting: publication.reporting(edition).map(|(ix, _)| ix).collect(),
            kpis: plan
                .kpis()
                .map(|(ix, _)| KpiTexts::new(&publication.row(edition, ix), files(Page::Kpi(ix))))
                .collect(),
            measures: measures.collect(),
            entries: entries.collect(),
            programs: programs
                .map(|program| address::within(Page::Matrix.fixed(), &address::program(program)))
                .collect(),
            goals,
        }
    }
}

impl KpiTexts {
    fn new(row: &KpiRow, file: String) -> Self {
        let figure = |cell: Cell| cell.value().map(|amount| row.kpi.figure(amount));
        Self {
            file,
            id: address::kpi(row.kpi),
            baseline: figure(row.baseline),
            previous: figure(row.previous),
            actual: figure(row.actual),
            target: row.kpi.target_text(),
            progress: OnceLock::new(),
        }
    }
}

/// Where a goal stands in the plan.
fn at(goal: GoalCode) -> usize {
    usize::from(goal.0.get()) - 1
}

impl<'a> Views<'a> {
    fn wording(self) -> &'a Wording {
        self.parts.wording.get_or_init(|| Wording::new(self))
    }

    /// 令和3（2021）年度 進行管理報告書.
    pub(super) fn report_title(self) -> &'a str {
        &self.wording().report
    }

    /// 令和2（2020）年度.
    pub(super) fn performance(self) -> &'a str {
        &self.wording().performance
    }

    /// The name of a page of this edition.
    pub(crate) fn file(self, page: Page) -> &'a str {
        match page {
            Page::Goal(code) => self.wording().goals.get(at(code)).map_or("", String::as_str),
            Page::Kpi(ix) => &self.kpi_texts(ix).file,
            Page::Department(ix) => &self.wording().departments[ix.0],
            page => page.fixed(),
        }
    }

    /// Where a page of this edition stands in the site.
    pub(crate) fn path(self, page: Page) -> String {
        [&self.wording().folder, "/", self.file(page)].concat()
    }

    pub(super) fn kpi_texts(self, ix: KpiIx) -> &'a KpiTexts {
        &self.wording().kpis[ix.0]
    }

    /// A KPI's own page.
    pub(super) fn kpi_link(self, ix: KpiIx) -> Link<'a> {
        Link::new(self.file(Page::Kpi(ix)), &self.plan().kpi(ix).name)
    }

    /// How far a KPI has come.
    pub(super) fn progress(self, row: &KpiRow) -> &'a ProgressView {
        let texts = self.kpi_texts(row.ix);
        let made = || progress_view(&[&texts.id, "-progress"].concat(), &row.progress());
        texts.progress.get_or_init(made)
    }

    /// Whether a department reports something to the edition, and has a page.
    pub(super) fn reports(self, ix: DepartmentIx) -> bool {
        self.wording().reporting.contains(&ix)
    }

    /// A department's own page.
    pub(super) fn department_link(self, ix: DepartmentIx) -> Link<'a> {
        Link::new(self.file(Page::Department(ix)), &self.publication.department(ix).name)
    }

    /// Of one of the plan's measures.
    pub(super) fn measure_texts(self, measure: &Measure) -> &'a MeasureTexts {
        let measures = &self.wording().measures;
        &measures[measures.partition_point(|known| known.measure < measure.code)]
    }

    /// A measure on its goal's page.
    pub(super) fn measure_link(self, measure: &Measure) -> Link<'a> {
        self.measure_texts(measure).link.lend()
    }

    /// An entry on its goal's page, by its place in the edition.
    pub(super) fn entry_link(self, at: usize) -> Link<'a> {
        self.wording().entries[at].lend()
    }

    /// Of an entry's heading: `entry-1-2-1-nosei`.
    pub(super) fn entry_id(self, at: usize) -> &'a str {
        address::id(&self.wording().entries[at].href)
    }

    /// A programme's row in the matrix.
    pub(super) fn program_link(self, ix: ProgramIx) -> Link<'a> {
        Link::new(&self.wording().programs[ix.0], &self.plan().program(ix).name)
    }

    /// Of that row: `program-sangyo-ikusei`.
    pub(super) fn program_id(self, ix: ProgramIx) -> &'a str {
        address::id(&self.wording().programs[ix.0])
    }
}

impl MeasureTexts {
    /// Of its heading: `measure-1-2-1`.
    pub(super) fn id(&self) -> &str {
        address::id(&self.link.href)
    }

    /// Its name where the direction stands beside it: `(1) 農業の振興`.
    pub(super) fn under_direction(&self) -> &str {
        let number = self.code.find('(').unwrap_or_default();
        &self.link.title[number..]
    }
}
