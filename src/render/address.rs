//! Where everything stands: names of pages and ids of their parts. They are permanent addresses, the same in every edition.

use crate::model::{ChapterKind, DepartmentIx, GoalCode, Kpi, KpiIx, MeasureCode, Program, Publication};

/// The page over all editions, beside their folders.
pub(crate) const COMPARISON: &str = "compare.html";

/// A page of an edition's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// Cover, summary, contents.
    Cover,
    /// A chapter.
    Chapter(ChapterKind),
    /// One goal of the last chapter.
    Goal(GoalCode),
    /// ひと目でわかる: all KPIs in one table.
    Overview(Order),
    /// One KPI.
    Kpi(KpiIx),
    /// The departments, as a list.
    Departments,
    /// One department.
    Department(DepartmentIx),
    /// KPI, measure, programme and department side by side.
    Matrix,
    /// A draft's board: department by department, what is due.
    Board,
    /// A draft's findings.
    Checklist,
    /// A draft's ratings to be explained.
    Questions,
    /// What changed since an earlier draft.
    Changes,
    /// 委員会の意見と対応.
    Committee,
    /// The complete report.
    Report,
    /// The complete report with its styles inside.
    Standalone,
    /// オープンデータ.
    Data,
    /// 正誤表.
    Revisions,
}

/// The orders of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the report.
    Goal,
    /// By rating.
    Rating,
    /// By department.
    Department,
}

impl Order {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Order; 3] = [Order::Goal, Order::Rating, Order::Department];
}

impl Page {
    /// The file's name in the edition's folder.
    pub(crate) fn file(self, publication: &Publication) -> String {
        match self {
            Page::Cover => "index.html".to_owned(),
            Page::Chapter(kind) => format!("{}.html", kind.id()),
            Page::Goal(goal) => format!("goal-{goal}.html"),
            Page::Overview(Order::Goal) => "overview.html".to_owned(),
            Page::Overview(Order::Rating) => "overview-rating.html".to_owned(),
            Page::Overview(Order::Department) => "overview-department.html".to_owned(),
            Page::Kpi(ix) => ["kpi-", publication.plan.kpi(ix).id.as_str(), ".html"].concat(),
            Page::Departments => "departments.html".to_owned(),
            Page::Department(ix) => ["department-", publication.department(ix).id.as_str(), ".html"].concat(),
            Page::Matrix => "matrix.html".to_owned(),
            Page::Board => "board.html".to_owned(),
            Page::Checklist => "checklist.html".to_owned(),
            Page::Questions => "questions.html".to_owned(),
            Page::Changes => "changes.html".to_owned(),
            Page::Committee => "committee.html".to_owned(),
            Page::Report => "report.html".to_owned(),
            Page::Standalone => "standalone.html".to_owned(),
            Page::Data => "data.html".to_owned(),
            Page::Revisions => "revisions.html".to_owned(),
        }
    }
}

/// An id on a page: `matrix.html#program-sangyo-ikusei`.
pub(crate) fn within(page: &str, id: &str) -> String {
    [page, "#", id].concat()
}

/// `kpi-patents`: the KPI's row.
pub(crate) fn kpi(kpi: &Kpi) -> String {
    ["kpi-", kpi.id.as_str()].concat()
}

/// `chart-patents`: the KPI's chart.
pub(crate) fn chart(kpi: &Kpi) -> String {
    ["chart-", kpi.id.as_str()].concat()
}

/// `measure-1-2-1`.
pub(crate) fn measure(code: MeasureCode) -> String {
    format!("measure-{code}")
}

/// `entry-1-2-1-nosei`.
pub(crate) fn entry(publication: &Publication, code: MeasureCode, department: DepartmentIx) -> String {
    format!("entry-{code}-{}", publication.department(department).id)
}

/// `program-sangyo-ikusei`: a programme's row in the matrix.
pub(crate) fn program(program: &Program) -> String {
    ["program-", program.id.as_str()].concat()
}
