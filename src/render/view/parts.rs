//! Parts that stand on several pages: what a department reports, charts, and rows of ひと目でわかる. Each is filled into its
//! template once, when the first page asks for it, and pages are given its HTML. This is half of what there is to fill in.

use std::sync::OnceLock;

use serde::Serialize;

use super::{
    Extent, Views, chart::ChartView, committee::Opinions, goal::EntryPart, overview::OverviewRow, wording::Wording,
};
use crate::{
    data,
    model::{Edition, KpiIx, Plan},
    render::templates::{View, template},
};

#[derive(Serialize)]
struct EntryAlone<'a> {
    entry: EntryPart<'a>,
}

#[derive(Serialize)]
struct ChartAlone<'a> {
    chart: ChartView<'a>,
}

#[derive(Serialize)]
struct RowAlone<'a> {
    row: OverviewRow<'a>,
}

template!(EntryAlone<'_>, "entry.html");
template!(ChartAlone<'_>, "chart.html");
template!(RowAlone<'_>, "overview-row.html");

/// Fills a part's template in. What is wrong with a template the caller keeps.
type Fill<'p> = Box<dyn Fn(&dyn View) -> String + Send + Sync + 'p>;

type Once = OnceLock<String>;

/// The parts of one edition.
pub(crate) struct Parts<'p> {
    fill: Fill<'p>,
    /// In the order of the edition's entries; by extent, because a draft's opinions link to what is on the page.
    entries: [Vec<Once>; 2],
    /// In the order of the plan's KPIs.
    charts: Vec<Once>,
    /// Of ひと目でわかる, whose pages differ in the order alone; in the order of the plan's KPIs.
    rows: Vec<Once>,
    population: Once,
    /// The edition in the words of schema.org, which its main pages carry.
    json_ld: Once,
    /// What the views borrow.
    pub(super) wording: OnceLock<Wording>,
    /// What the committee said, by what it is about; asked for by drafts alone.
    pub(super) opinions: OnceLock<Opinions>,
}

impl<'p> Parts<'p> {
    /// None filled in yet.
    pub(crate) fn new(plan: &Plan, edition: &Edition, fill: Fill<'p>) -> Self {
        let empty = |count| (0..count).map(|_| OnceLock::new()).collect();
        Self {
            fill,
            entries: [empty(edition.entries.len()), empty(edition.entries.len())],
            charts: empty(plan.kpis.len()),
            rows: empty(plan.kpis.len()),
            population: OnceLock::new(),
            json_ld: OnceLock::new(),
            wording: OnceLock::new(),
            opinions: OnceLock::new(),
        }
    }

    /// For pages that hold no part.
    pub(crate) fn none() -> Self {
        Self {
            fill: Box::new(|_| String::new()),
            entries: [Vec::new(), Vec::new()],
            charts: Vec::new(),
            rows: Vec::new(),
            population: OnceLock::new(),
            json_ld: OnceLock::new(),
            wording: OnceLock::new(),
            opinions: OnceLock::new(),
        }
    }

    /// Nothing of what is not one of the edition's.
    fn get<'o, V: View>(&self, once: Option<&'o Once>, part: impl FnOnce() -> V) -> &'o str {
        once.map_or("", |once| once.get_or_init(|| (self.fill)(&part())))
    }
}

impl<'a> Views<'a> {
    /// `entry.html`, filled in, of the entry at a place of the edition.
    pub(super) fn entry_part(self, at: usize) -> &'a str {
        let extent = usize::from(self.draft.is_some() && self.extent == Extent::Whole);
        let once = self.parts.entries[extent].get(at);
        self.parts.get(once, || EntryAlone {
            entry: self.entry_view(&self.edition.entries[at]),
        })
    }

    /// `chart.html`, filled in, for each KPI that has figures to draw.
    pub(super) fn kpi_charts(self, kpis: &[KpiIx]) -> Vec<&'a str> {
        let drawn = kpis.iter().filter(|ix| !self.plan().kpi(**ix).is_milestone());
        drawn
            .map(|ix| {
                let once = self.parts.charts.get(ix.0);
                let row = || self.publication.row(self.edition, *ix);
                self.parts.get(once, || ChartAlone {
                    chart: self.kpi_chart(&row()),
                })
            })
            .collect()
    }

    /// `overview-row.html`, filled in.
    pub(super) fn overview_part(self, kpi: KpiIx) -> &'a str {
        let once = self.parts.rows.get(kpi.0);
        self.parts.get(once, || RowAlone {
            row: self.overview_row(kpi),
        })
    }

    /// The report and its data in the words of schema.org.
    pub(super) fn json_ld(self) -> &'a str {
        let made = || data::json_ld(self.publication, self.edition);
        self.parts.json_ld.get_or_init(made)
    }

    /// `chart.html`, filled in with the population.
    pub(super) fn population_part(self) -> &'a str {
        let once = Some(&self.parts.population);
        self.parts.get(once, || ChartAlone {
            chart: self.population_chart(),
        })
    }
}
