//! Where everything stands: names of pages and ids of their parts. They are permanent addresses, the same in every edition.

use crate::model::{ChapterKind, DepartmentIx, GoalCode, Kpi, MeasureCode, Publication};

/// A page of an edition's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// Cover, summary, contents.
    Cover,
    /// A chapter.
    Chapter(ChapterKind),
    /// One goal of the last chapter.
    Goal(GoalCode),
    /// The complete report.
    Report,
    /// The complete report with its styles inside.
    Standalone,
    /// オープンデータ.
    Data,
}

impl Page {
    /// The file's name in the edition's folder.
    pub(crate) fn file(self) -> String {
        match self {
            Page::Cover => "index.html".to_owned(),
            Page::Chapter(kind) => format!("{}.html", kind.id()),
            Page::Goal(goal) => format!("goal-{goal}.html"),
            Page::Report => "report.html".to_owned(),
            Page::Standalone => "standalone.html".to_owned(),
            Page::Data => "data.html".to_owned(),
        }
    }
}

/// `kpi-patents`: the KPI's row.
pub(crate) fn kpi(kpi: &Kpi) -> String {
    format!("kpi-{}", kpi.id)
}

/// `chart-patents`: the KPI's chart.
pub(crate) fn chart(kpi: &Kpi) -> String {
    format!("chart-{}", kpi.id)
}

/// `measure-1-2-1`.
pub(crate) fn measure(code: MeasureCode) -> String {
    format!("measure-{code}")
}

/// `entry-1-2-1-nosei`.
pub(crate) fn entry(publication: &Publication, code: MeasureCode, department: DepartmentIx) -> String {
    format!("entry-{code}-{}", publication.department(department).id)
}
