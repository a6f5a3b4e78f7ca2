//! A department on a page of its own: its KPIs and its entries; and the list of all departments.

use std::sync::Arc;

use serde::Serialize;

use super::{Link, Views, kpi::KpiTable};
use crate::{
    model::{DepartmentIx, KpiIx},
    render::address::Page,
};

/// `departments.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentList {
    pub(crate) rows: Vec<DepartmentRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentRow {
    pub(crate) link: Link,
    pub(crate) kpis: usize,
    pub(crate) entries: usize,
}

/// `department-<id>.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentView {
    pub(crate) name: String,
    /// Absent for a department that owns no KPI.
    pub(crate) table: Option<KpiTable>,
    pub(crate) measures: Vec<DepartmentMeasure>,
}

/// A measure it reports on.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DepartmentMeasure {
    pub(crate) id: String,
    pub(crate) link: Link,
    /// `entry.html`, filled in.
    pub(crate) body: Arc<str>,
}

impl Views<'_> {
    /// All departments, with how much each reports.
    pub(crate) fn department_list(self) -> DepartmentList {
        let rows = self
            .publication
            .reporting(self.edition)
            .map(|(ix, department)| DepartmentRow {
                link: Link::new(self.file(Page::Department(ix)), department.name.clone()),
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
    pub(crate) fn department(self, ix: DepartmentIx) -> DepartmentView {
        let name = &self.publication.department(ix).name;
        let own = self.owned(ix);
        let measures = self.plan().measures().filter_map(|measure| {
            let entry = self.edition.entry(measure.code, ix)?;
            Some(DepartmentMeasure {
                id: crate::render::address::measure(measure.code),
                link: self.measure_link(measure),
                body: self.entry_part(entry),
            })
        });
        DepartmentView {
            name: name.clone(),
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
