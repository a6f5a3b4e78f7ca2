//! A department on a page of its own: its KPIs and its entries; and the list of all departments.

use serde::Serialize;

use super::{Link, Views, kpi::KpiTable};
use crate::model::{DepartmentIx, KpiIx};

/// `departments.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentList<'a> {
    pub(crate) rows: Vec<DepartmentRow<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentRow<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) kpis: usize,
    pub(crate) entries: usize,
}

/// `department-<id>.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentView<'a> {
    pub(crate) name: &'a str,
    /// Absent for a department that owns no KPI.
    pub(crate) table: Option<KpiTable<'a>>,
    pub(crate) measures: Vec<DepartmentMeasure<'a>>,
}

/// A measure it reports on.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentMeasure<'a> {
    pub(crate) id: &'a str,
    pub(crate) link: Link<'a>,
    /// `entry.html`, filled in.
    pub(crate) body: &'a str,
}

impl<'a> Views<'a> {
    /// All departments, with how much each reports.
    pub(crate) fn department_list(self) -> DepartmentList<'a> {
        let rows = self.publication.reporting(self.edition).map(|(ix, _)| DepartmentRow {
            link: self.department_link(ix),
            kpis: self.owned(ix).len(),
            entries: self
                .edition
                .entries
                .iter()
                .filter(|entry| entry.department == ix)
                .count(),
        });
        DepartmentList { rows: rows.collect() }
    }

    /// One department.
    pub(crate) fn department(self, ix: DepartmentIx) -> DepartmentView<'a> {
        let name = &self.publication.department(ix).name;
        let own = self.owned(ix);
        let measures = self.plan().measures().filter_map(|measure| {
            let at = self.edition.entry_at(measure.code, ix)?;
            Some(DepartmentMeasure {
                id: self.measure_texts(measure).id(),
                link: self.measure_link(measure),
                body: self.entry_part(at),
            })
        });
        DepartmentView {
            name,
            table: (!own.is_empty()).then(|| self.kpi_table(name, "重要業績評価指標（KPI）", &own, false)),
            measures: measures.collect(),
        }
    }

    fn owned(self, ix: DepartmentIx) -> Vec<KpiIx> {
        self.plan()
            .kpis_in(self.edition.year)
            .filter(|(_, kpi)| kpi.department == ix)
            .map(|(kpi, _)| kpi)
            .collect()
    }
}
