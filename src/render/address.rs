//! Where everything stands: names of pages and ids of their parts. They are permanent addresses, the same in every edition.

use crate::model::{ChapterKind, DepartmentIx, GoalCode, Kpi, KpiIx, MeasureCode, Program, Publication};

/// The page over all editions, beside their folders.
pub(crate) const COMPARISON: &str = "compare.html";
/// The same from within such a folder.
pub(crate) const TO_COMPARISON: &str = "../compare.html";

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
            Page::Goal(goal) => format!("goal-{goal}.html"),
            Page::Kpi(ix) => ["kpi-", publication.plan.kpi(ix).id.as_str(), ".html"].concat(),
            Page::Department(ix) => ["department-", publication.department(ix).id.as_str(), ".html"].concat(),
            page => page.fixed().to_owned(),
        }
    }

    /// The same for a page that has one name in every city; empty for that of a goal, KPI or department.
    pub(crate) const fn fixed(self) -> &'static str {
        match self {
            Page::Cover => "index.html",
            Page::Chapter(ChapterKind::Management) => "management.html",
            Page::Chapter(ChapterKind::Population) => "population.html",
            Page::Chapter(ChapterKind::PolicyTree) => "policy-tree.html",
            Page::Chapter(ChapterKind::Projects) => "projects.html",
            Page::Chapter(ChapterKind::Goals) => "goals.html",
            Page::Goal(_) | Page::Kpi(_) | Page::Department(_) => "",
            Page::Overview(Order::Goal) => "overview.html",
            Page::Overview(Order::Rating) => "overview-rating.html",
            Page::Overview(Order::Department) => "overview-department.html",
            Page::Departments => "departments.html",
            Page::Matrix => "matrix.html",
            Page::Board => "board.html",
            Page::Checklist => "checklist.html",
            Page::Questions => "questions.html",
            Page::Changes => "changes.html",
            Page::Committee => "committee.html",
            Page::Report => "report.html",
            Page::Standalone => "standalone.html",
            Page::Data => "data.html",
            Page::Revisions => "revisions.html",
        }
    }
}

/// An id on a page: `matrix.html#program-sangyo-ikusei`.
pub(crate) fn within(page: &str, id: &str) -> String {
    [page, "#", id].concat()
}

/// The id in such an address.
pub(crate) fn id(address: &str) -> &str {
    address.split_once('#').map_or("", |(_, id)| id)
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
    ["measure-", &code.plain()].concat()
}

/// `entry-1-2-1-nosei`.
pub(crate) fn entry(publication: &Publication, code: MeasureCode, department: DepartmentIx) -> String {
    let department = publication.department(department).id.as_str();
    ["entry-", &code.plain(), "-", department].concat()
}

/// `program-sangyo-ikusei`: a programme's row in the matrix.
pub(crate) fn program(program: &Program) -> String {
    ["program-", program.id.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;

    #[test]
    fn chapters_stand_under_their_ids() {
        for (id, kind) in ChapterKind::WORDS {
            assert_eq!(Page::Chapter(*kind).fixed(), format!("{id}.html"));
        }
    }

    #[test]
    fn an_id_is_what_it_was_put_together_from() {
        assert_eq!(id(&within("matrix.html", "program-x")), "program-x");
        assert_eq!(id("matrix.html"), "");
    }
}
