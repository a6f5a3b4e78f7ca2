//! A table of KPIs: the columns' periods, and a remark in every cell whose figure belongs to another.

use std::{borrow::Cow, collections::HashMap};

use serde::Serialize;

use super::{
    Extent, Views,
    committee::OpinionView,
    cover::RatingView,
    text::{GapView, NoteView as FindingView},
};
use crate::{
    draft::{Spot, number},
    model::{Basis, Cell, Kpi, KpiIx, KpiRow, Period, Status},
    render::address::Page,
};

/// A table of KPIs.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KpiTable<'a> {
    pub(crate) caption: String,
    /// 重要業績評価指標（KPI）.
    pub(crate) head: &'static str,
    /// Whether rows are numbered.
    pub(crate) numbered: bool,
    /// All columns.
    pub(crate) width: usize,
    pub(crate) columns: [Column; 4],
    pub(crate) rows: Vec<RowView<'a>>,
    pub(crate) notes: Vec<NoteView<'a>>,
}

/// A column of figures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Column {
    /// 当初.
    pub(crate) name: &'static str,
    /// H30（2018）.
    pub(crate) period: String,
}

/// One KPI.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowView<'a> {
    pub(crate) id: &'a str,
    pub(crate) number: usize,
    pub(crate) name: &'a str,
    /// The KPI's own page, unless the page at hand holds all or is that page.
    pub(crate) href: Option<&'a str>,
    pub(crate) cells: [CellView<'a>; 4],
    pub(crate) rating: Option<RatingView>,
    pub(crate) rating_gap: Option<GapView>,
    pub(crate) reason: Option<&'a str>,
    /// A draft asks for the reason that the figures do not give.
    pub(crate) reason_gap: Option<GapView>,
    /// A draft's number of the row: `I-1 KPI2`.
    pub(crate) place: Option<String>,
    pub(crate) findings: Vec<FindingView>,
    /// What the committee said of it.
    pub(crate) opinions: Vec<OpinionView>,
}

/// One figure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CellView<'a> {
    /// With unit; a dash where there is none.
    pub(crate) text: Cow<'a, str>,
    /// What the dash means, for those who hear it.
    pub(crate) spoken: Option<&'static str>,
    /// Another period than the column's, a status, a remark.
    pub(crate) note: Option<Cow<'a, str>>,
    /// A figure that should be there.
    pub(crate) gap: Option<GapView>,
}

/// What a reader of the table must know of a KPI.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NoteView<'a> {
    pub(crate) name: &'a str,
    pub(crate) formula: Option<String>,
    pub(crate) html: Option<String>,
}

impl<'a> CellView<'a> {
    /// No figure, and why.
    pub(super) fn without(why: &'a str) -> Self {
        Self {
            text: "－".into(),
            spoken: None,
            note: Some(why.into()),
            gap: None,
        }
    }
}

impl Column {
    pub(super) fn new(name: &'static str, period: Option<Period>) -> Self {
        Self {
            name,
            period: period.map_or_else(String::new, Period::head),
        }
    }
}

impl<'a> Views<'a> {
    /// A table of some KPIs; `caption` says whose.
    pub(crate) fn kpi_table(self, caption: &str, head: &'static str, kpis: &[KpiIx], numbered: bool) -> KpiTable<'a> {
        let rows: Vec<KpiRow> = kpis
            .iter()
            .map(|kpi| self.publication.row(self.edition, *kpi))
            .collect();
        let periods = [
            ("当初", most(rows.iter().map(|row| row.baseline.period))),
            ("前年度", most(rows.iter().map(|row| row.previous.period))),
            ("実績値", most(rows.iter().map(|row| row.actual.period))),
            (
                "目標値",
                most(rows.iter().map(|row| row.kpi.period(row.kpi.target.year))),
            ),
        ];
        let columns = periods.map(|(name, period)| Column::new(name, period));
        let periods = periods.map(|(_, period)| period);
        let notes = rows
            .iter()
            .filter(|row| row.kpi.formula.is_some() || row.kpi.note.is_some());
        let notes = notes.map(|row| NoteView {
            name: &row.kpi.name,
            formula: row.kpi.formula.as_ref().map(|text| self.html(text)),
            html: row.kpi.note.as_ref().map(|text| self.html(text)),
        });
        KpiTable {
            caption: ["「", caption, "」の", head].concat(),
            head,
            numbered,
            width: columns.len() + if numbered { 3 } else { 2 },
            columns,
            notes: notes.collect(),
            rows: (1..)
                .zip(&rows)
                .map(|(number, row)| {
                    // A table of one unnumbered KPI is that KPI's own page or project.
                    let linked = self.extent == Extent::Part && caption != row.kpi.name;
                    let href = linked.then(|| self.file(Page::Kpi(row.ix)));
                    self.row_view(number, row, href, periods)
                })
                .collect(),
        }
    }

    fn row_view(
        self,
        number: usize,
        row: &KpiRow<'a>,
        href: Option<&'a str>,
        [baseline, previous, actual, target]: [Option<Period>; 4],
    ) -> RowView<'a> {
        let kpi = row.kpi;
        let texts = self.kpi_texts(row.ix);
        let rating_gap = row.rating_gap().map(|gap| GapView::new(gap, self.owner(kpi)));
        let asked = self
            .draft
            .and_then(|draft| draft.question(self.publication, self.edition, row.ix));
        let reason_gap = asked.filter(|asked| asked.reason.is_none());
        RowView {
            id: &texts.id,
            number,
            name: &kpi.name,
            href,
            cells: [
                self.cell(row, row.baseline, texts.baseline.as_deref(), baseline),
                self.cell(row, row.previous, texts.previous.as_deref(), previous),
                self.cell(row, row.actual, texts.actual.as_deref(), actual),
                target_cell(kpi, &*texts.target, target),
            ],
            rating: row.rating().map(Into::into),
            rating_gap,
            reason: row.reason(),
            reason_gap: reason_gap.map(|_| GapView::reason(self.owner(kpi))),
            place: self.draft.map(|_| number::kpi(self.publication, row.ix)),
            findings: self.notes(Spot::Kpi(row.ix)),
            opinions: self.opinions_on_kpi(row.ix),
        }
    }

    pub(super) fn owner(self, kpi: &Kpi) -> &'a str {
        &self.publication.department(kpi.department).name
    }

    /// One figure of a row, as text; `column` is the period that the table's head names.
    pub(super) fn cell<'k>(
        self,
        row: &KpiRow<'k>,
        cell: Cell<'k>,
        figure: Option<impl Into<Cow<'k, str>>>,
        column: Option<Period>,
    ) -> CellView<'k> {
        let gap = self.draft.and_then(|draft| draft.value_gap(row.ix, cell.period.year));
        if let Some(gap) = gap {
            return CellView {
                text: "".into(),
                spoken: None,
                note: remark(cell.period, column),
                gap: Some(GapView::new(gap, self.owner(row.kpi))),
            };
        }
        let remark = cell.observation.and_then(|_| remark(cell.period, column));
        let status = match cell.status() {
            Status::Provisional => Some("速報値"),
            Status::Pending => Some("確認中"),
            Status::Final | Status::Absent => None,
        };
        let own = cell.observation.and_then(|observation| observation.note.as_deref());
        CellView {
            spoken: figure.is_none().then_some("値なし"),
            text: figure.map_or("－".into(), Into::into),
            note: joined(remark, status.into_iter().chain(own)),
            gap: None,
        }
    }
}

/// Remarks as one.
pub(super) fn joined<'a>(first: Option<Cow<'a, str>>, rest: impl Iterator<Item = &'a str>) -> Option<Cow<'a, str>> {
    let all = first.into_iter().chain(rest.map(Cow::Borrowed));
    all.reduce(|before, next| Cow::Owned([&before, "、", &next].concat()))
}

pub(super) fn target_cell<'a>(kpi: &Kpi, text: impl Into<Cow<'a, str>>, column: Option<Period>) -> CellView<'a> {
    let period = kpi.period(kpi.target.year);
    CellView {
        text: text.into(),
        spoken: None,
        note: remark(period, column),
        gap: None,
    }
}

/// What a cell must say of its period: a census, or a year that is not the column's.
fn remark(period: Period, column: Option<Period>) -> Option<Cow<'static, str>> {
    let same = column.is_some_and(|column| column.year == period.year);
    (!same || period.basis == Basis::Census).then(|| period.remark().into())
}

/// The period that most rows share; of equally many a fiscal year, then the first.
pub(super) fn most(periods: impl Iterator<Item = Period> + Clone) -> Option<Period> {
    let mut counts: HashMap<Period, usize> = HashMap::new();
    periods
        .clone()
        .for_each(|period| *counts.entry(period).or_default() += 1);
    let weight = |period: Period| (counts[&period], period.basis == Basis::Fiscal);
    let mut best: Option<Period> = None;
    for period in periods {
        if best.is_none_or(|known| weight(period) > weight(known)) {
            best = Some(period);
        }
    }
    best
}
