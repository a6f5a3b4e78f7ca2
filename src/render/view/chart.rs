//! Charts: the figures of a KPI or the population as the chart room wants them, and the same figures as a table.

use serde::Serialize;

use super::Views;
use crate::{
    chart::{
        Bar, BarChart, PopulationChart, PopulationPoint, PopulationRange, TargetMark, bar_chart, population_chart,
    },
    model::{Gap, Kpi, KpiIx, KpiRow, Observation, PopulationKind, Status, TargetValue},
    render::address,
};

/// A chart with its table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartView {
    pub(crate) svg: String,
    pub(crate) title: String,
    /// Who answers for the figures.
    pub(crate) department: Option<String>,
    /// Of the table.
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<ChartRow>,
}

/// One figure of a chart.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartRow {
    pub(crate) period: String,
    /// What kind of figure, where a chart has several.
    pub(crate) kind: Option<&'static str>,
    pub(crate) value: String,
    pub(crate) note: String,
}

impl Views<'_> {
    /// The figures of a KPI.
    pub(super) fn kpi_chart(self, row: &KpiRow) -> ChartView {
        let kpi = row.kpi;
        let id = address::chart(kpi);
        // An edition shows what was known when it appeared: nothing after its performance year.
        let last = row.actual.period.year;
        let known = kpi.series.rows().iter().filter(|observation| observation.year <= last);
        let mut shown: Vec<Observation> = known.cloned().collect();
        // What should be there is drawn as missing: a chart without the year would look complete.
        for year in [kpi.baseline, row.previous.period.year, last] {
            if self.gap_word(row.ix, year).is_some() && !shown.iter().any(|known| known.year == year) {
                shown.push(Observation {
                    year,
                    value: None,
                    status: Status::Pending,
                    note: None,
                });
            }
        }
        shown.sort_by_key(|observation| observation.year);
        let texts = shown.iter();
        let texts: Vec<BarTexts> = texts
            .map(|observation| BarTexts::new(kpi, observation, self.gap_word(row.ix, observation.year)))
            .collect();
        let bars = shown.iter().zip(&texts).map(|(observation, texts)| Bar {
            label: &texts.label,
            sublabel: &texts.sublabel,
            year: observation.year,
            value: observation.value,
            text: &texts.value,
            status_text: texts.status,
            is_current: observation.year == row.actual.period.year,
        });
        let period = kpi.period(kpi.target.year);
        let (label, sublabel) = (period.short(), kpi.target.year.to_string());
        let target_text = kpi.target_text();
        let target = match kpi.target.value {
            TargetValue::Figure(value) => Some(TargetMark {
                label: &label,
                sublabel: &sublabel,
                year: kpi.target.year,
                value,
                text: &target_text,
            }),
            TargetValue::Milestone(_) => None,
        };
        let description = describe(row, &shown, &texts, &target_text);
        let svg = bar_chart(&BarChart {
            id: &id,
            title: &kpi.name,
            description: &description,
            unit: kpi.unit.as_deref().unwrap_or(""),
            bars: bars.collect(),
            baseline: Some(kpi.baseline),
            target,
        });
        let mut rows: Vec<ChartRow> = shown
            .iter()
            .zip(&texts)
            .map(|(row, texts)| texts.row(kpi, row))
            .collect();
        rows.push(ChartRow {
            period: period.head(),
            kind: None,
            value: target_text,
            note: "目標値".to_owned(),
        });
        ChartView {
            svg,
            title: kpi.name.clone(),
            department: Some(self.publication.department(kpi.department).name.clone()),
            head: vec!["時点", "値", "備考"],
            rows,
        }
    }

    /// What a draft says of a figure that should be there.
    fn gap_word(self, ix: KpiIx, year: u16) -> Option<&'static str> {
        self.draft?.value_gap(ix, year).map(|gap| match gap {
            Gap::Missing => "未提出",
            Gap::Unreadable(_) => "読めません",
        })
    }

    /// The population of all known years, and the end points of projection and vision.
    pub(crate) fn population_chart(self) -> ChartView {
        const TITLE: &str = "総人口の推移と今後の展望";
        let points = &self.publication.population.points;
        let labels: Vec<String> = points.iter().map(|point| point.year.to_string()).collect();
        let of = |kind: PopulationKind| points.iter().zip(&labels).filter(move |(point, _)| point.kind == kind);
        let drawn = |kind: PopulationKind| {
            of(kind)
                .map(|(point, label)| PopulationPoint {
                    year: point.year,
                    label,
                    value: point.value,
                })
                .collect()
        };
        let vision = of(PopulationKind::VisionLow).filter_map(|(low, label)| {
            let (high, _) = of(PopulationKind::VisionHigh).find(|(high, _)| high.year == low.year)?;
            Some(PopulationRange {
                year: low.year,
                label,
                low: low.value,
                high: high.value,
            })
        });
        let rows: Vec<ChartRow> = points
            .iter()
            .map(|point| ChartRow {
                period: format!("{}（{}）年", crate::model::EraYear::of(point.year), point.year),
                kind: Some(point.kind.label()),
                value: format!("{}人", point.value.grouped(0)),
                note: point.note.clone().unwrap_or_default(),
            })
            .collect();
        let said: Vec<String> = rows
            .iter()
            .map(|row| format!("{}の{} {}", row.period, row.kind.unwrap_or(""), row.value))
            .collect();
        let svg = population_chart(&PopulationChart {
            id: "chart-population",
            title: TITLE,
            description: &format!("{}。", said.join("、")),
            unit: "人",
            actual: drawn(PopulationKind::Actual),
            projection: drawn(PopulationKind::Projection),
            projection_text: "現状のまま推移",
            vision: vision.collect(),
            vision_text: "将来展望",
        });
        ChartView {
            svg,
            title: TITLE.to_owned(),
            department: None,
            head: vec!["年", "区分", "人口", "備考"],
            rows,
        }
    }
}

/// What a bar says.
struct BarTexts {
    label: String,
    sublabel: String,
    value: String,
    status: &'static str,
    /// 未提出, 読めません: a figure that should be there.
    gap: Option<&'static str>,
}

impl BarTexts {
    fn new(kpi: &Kpi, observation: &Observation, gap: Option<&'static str>) -> Self {
        let period = kpi.period(observation.year);
        Self {
            label: period.short(),
            sublabel: observation.year.to_string(),
            value: observation.value.map_or_else(String::new, |value| kpi.figure(value)),
            status: gap.unwrap_or(missing(observation.status)),
            gap,
        }
    }

    fn row(&self, kpi: &Kpi, observation: &Observation) -> ChartRow {
        let baseline = (observation.year == kpi.baseline).then_some("当初");
        let status = self.gap.or(match observation.status {
            Status::Provisional => Some("速報値"),
            Status::Pending => Some("確認中"),
            Status::Absent => Some("値なし"),
            Status::Final => None,
        });
        let notes: Vec<&str> = baseline
            .into_iter()
            .chain(status)
            .chain(observation.note.as_deref())
            .collect();
        ChartRow {
            period: kpi.period(observation.year).head(),
            kind: None,
            value: if self.value.is_empty() {
                "－".to_owned()
            } else {
                self.value.clone()
            },
            note: notes.join("、"),
        }
    }
}

/// The chart in words: every figure it draws.
fn describe(row: &KpiRow, shown: &[Observation], texts: &[BarTexts], target: &str) -> String {
    let kpi = row.kpi;
    let figures = shown.iter().zip(texts).map(|(observation, texts)| {
        let value = observation
            .value
            .map_or_else(|| texts.status.to_owned(), |value| kpi.figure(value));
        format!("{} {value}", kpi.period(observation.year).long())
    });
    let mut parts: Vec<String> = figures.collect();
    parts.push(format!("{}の目標 {target}", kpi.period(kpi.target.year).long()));
    format!("{}。", parts.join("、"))
}

/// What stands where a value is missing.
fn missing(status: Status) -> &'static str {
    match status {
        Status::Absent => "値なし",
        Status::Final | Status::Provisional | Status::Pending => "確認中",
    }
}
