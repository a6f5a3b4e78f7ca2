//! Charts: the figures of a KPI or the population as the chart room wants them, and the same figures as a table.

use std::borrow::Cow;

use serde::Serialize;

use super::{Views, kpi::joined};
use crate::{
    chart::{
        Bar, BarChart, PopulationChart, PopulationPoint, PopulationRange, TargetMark, bar_chart, population_chart,
    },
    model::{Amount, Gap, Kpi, KpiIx, KpiRow, Observation, PopulationKind, Status, TargetValue},
    render::address,
};

/// A chart with its table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartView<'a> {
    pub(crate) svg: String,
    pub(crate) title: &'a str,
    /// Who answers for the figures.
    pub(crate) department: Option<&'a str>,
    /// Of the table.
    pub(crate) head: &'static [&'static str],
    pub(crate) rows: Vec<ChartRow<'a>>,
}

/// One figure of a chart.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartRow<'a> {
    pub(crate) period: String,
    /// What kind of figure, where a chart has several.
    pub(crate) kind: Option<&'static str>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) note: Cow<'a, str>,
}

impl<'a> Views<'a> {
    /// The figures of a KPI.
    pub(super) fn kpi_chart(self, row: &KpiRow<'a>) -> ChartView<'a> {
        let kpi = row.kpi;
        // An edition shows what was known when it appeared: nothing after its performance year.
        let last = row.actual.period.year;
        let known = kpi.series.rows().iter().filter(|observation| observation.year <= last);
        let mut shown: Vec<Shown> = known
            .map(|observation| Shown::new(kpi, observation, self.gap_word(row.ix, observation.year)))
            .collect();
        // What should be there is drawn as missing: a chart without the year would look complete.
        for year in [kpi.baseline, row.previous.period.year, last] {
            if let Some(gap) = self.gap_word(row.ix, year)
                && !shown.iter().any(|known| known.year == year)
            {
                shown.push(Shown::missing(kpi, year, gap));
            }
        }
        shown.sort_by_key(|shown| shown.year);
        let target_text = self.kpi_texts(row.ix).target.as_str();
        let target_head = kpi.period(kpi.target.year).head();
        let (label, sublabel) = names(&target_head);
        let target = match kpi.target.value {
            TargetValue::Figure(value) => Some(TargetMark {
                label,
                sublabel,
                year: kpi.target.year,
                value,
                text: target_text,
            }),
            TargetValue::Milestone(_) => None,
        };
        let svg = bar_chart(&BarChart {
            id: &address::chart(kpi),
            title: &kpi.name,
            description: &describe(kpi, &shown, target_text),
            unit: kpi.unit.as_deref().unwrap_or(""),
            bars: shown.iter().map(|shown| shown.bar(last)).collect(),
            baseline: Some(kpi.baseline),
            target,
        });
        let rows = shown.into_iter().map(|shown| shown.row(kpi));
        let rows = rows.chain([ChartRow {
            period: target_head,
            kind: None,
            value: target_text.into(),
            note: "目標値".into(),
        }]);
        ChartView {
            svg,
            title: &kpi.name,
            department: Some(self.owner(kpi)),
            head: &["時点", "値", "備考"],
            rows: rows.collect(),
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
    pub(crate) fn population_chart(self) -> ChartView<'a> {
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
                value: format!("{}人", point.value.grouped(0)).into(),
                note: point.note.as_deref().unwrap_or_default().into(),
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
            title: TITLE,
            department: None,
            head: &["年", "区分", "人口", "備考"],
            rows,
        }
    }
}

/// A year of a KPI's chart.
struct Shown<'k> {
    year: u16,
    /// R2（2020）.
    head: String,
    value: Option<Amount>,
    /// With its unit; empty where there is none.
    text: String,
    status: Status,
    note: Option<&'k str>,
    /// 未提出, 読めません: a figure that should be there.
    gap: Option<&'static str>,
}

impl<'k> Shown<'k> {
    fn new(kpi: &Kpi, observation: &'k Observation, gap: Option<&'static str>) -> Self {
        Self {
            year: observation.year,
            head: kpi.period(observation.year).head(),
            value: observation.value,
            text: observation.value.map_or_else(String::new, |value| kpi.figure(value)),
            status: observation.status,
            note: observation.note.as_deref(),
            gap,
        }
    }

    fn missing(kpi: &Kpi, year: u16, gap: &'static str) -> Self {
        Self {
            year,
            head: kpi.period(year).head(),
            value: None,
            text: String::new(),
            status: Status::Pending,
            note: None,
            gap: Some(gap),
        }
    }

    /// What stands where the value is missing.
    fn word(&self) -> &'static str {
        self.gap.unwrap_or(match self.status {
            Status::Absent => "値なし",
            Status::Final | Status::Provisional | Status::Pending => "確認中",
        })
    }

    fn bar(&self, current: u16) -> Bar<'_> {
        let (label, sublabel) = names(&self.head);
        Bar {
            label,
            sublabel,
            year: self.year,
            value: self.value,
            text: &self.text,
            status_text: self.word(),
            is_current: self.year == current,
        }
    }

    fn row(self, kpi: &Kpi) -> ChartRow<'k> {
        let baseline = (self.year == kpi.baseline).then_some("当初".into());
        let status = self.gap.or(match self.status {
            Status::Provisional => Some("速報値"),
            Status::Pending => Some("確認中"),
            Status::Absent => Some("値なし"),
            Status::Final => None,
        });
        ChartRow {
            period: self.head,
            kind: None,
            value: if self.text.is_empty() {
                "－".into()
            } else {
                self.text.into()
            },
            note: joined(baseline, status.into_iter().chain(self.note)).unwrap_or_default(),
        }
    }
}

/// R2 and 2020: the two names of a year below its bar.
fn names(head: &str) -> (&str, &str) {
    let (short, western) = head.split_once('（').unwrap_or((head, ""));
    (short, western.trim_end_matches('）'))
}

/// The chart in words: every figure it draws.
fn describe(kpi: &Kpi, shown: &[Shown], target: &str) -> String {
    let mut said = String::with_capacity(256);
    for shown in shown {
        let text = if shown.value.is_some() {
            &shown.text
        } else {
            shown.word()
        };
        said.extend([&kpi.period(shown.year).long(), " ", text, "、"]);
    }
    said.extend([&kpi.period(kpi.target.year).long(), "の目標 ", target, "。"]);
    said
}
