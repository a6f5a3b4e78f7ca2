//! A KPI for tests: owns the texts that a chart borrows.

use super::reading::{Element, assert_legible, check};
use crate::chart::{Bar, BarChart, TargetMark, bar_chart};
use crate::model::{Amount, EraYear};

pub(super) const PATENTS: [Row; 3] = [(2018, Some("153")), (2019, Some("153")), (2020, Some("144"))];

/// Year, value; the year in question is the last, the baseline the first.
pub(super) type Row = (u16, Option<&'static str>);

/// Owns the texts a chart borrows.
pub(super) struct Kpi {
    pub rows: Vec<(Row, String, String, String)>,
    target: Option<(u16, &'static str, String, String, String)>,
    unit: &'static str,
    pub status: &'static str,
}

pub(super) fn kpi(rows: &[Row], target: Option<(u16, &'static str)>) -> Kpi {
    let names = |year: u16| (EraYear::of(year).short(), year.to_string());
    let text = |value: &str| format!("{}件", Amount::parse(value).unwrap().grouped(0));
    let rows = rows.iter().map(|&(year, value)| {
        let (label, sublabel) = names(year);
        ((year, value), label, sublabel, value.map_or(String::new(), text))
    });
    let target = target.map(|(year, value)| {
        let (label, sublabel) = names(year);
        (year, value, label, sublabel, text(value))
    });
    Kpi {
        rows: rows.collect(),
        target,
        unit: "件",
        status: "確認中",
    }
}

impl Kpi {
    pub(super) fn draw(&self) -> String {
        let last = self.rows.last().map(|row| row.0.0);
        bar_chart(&BarChart {
            id: "chart-x",
            title: "特許保有件数（総数）",
            description: "令和2年度は144件。",
            unit: self.unit,
            bars: self
                .rows
                .iter()
                .map(|((year, value), label, sublabel, text)| Bar {
                    label,
                    sublabel,
                    year: *year,
                    value: value.map(|value| Amount::parse(value).unwrap()),
                    text,
                    status_text: self.status,
                    is_current: Some(*year) == last,
                })
                .collect(),
            baseline: self.rows.first().map(|row| row.0.0),
            target: self
                .target
                .as_ref()
                .map(|(year, value, label, sublabel, text)| TargetMark {
                    label,
                    sublabel,
                    year: *year,
                    value: Amount::parse(value).unwrap(),
                    text,
                }),
        })
    }

    /// Draws and checks what holds for all.
    pub(super) fn read(&self) -> Vec<Element> {
        let svg = self.draw();
        assert_eq!(svg, self.draw(), "the same input gives the same bytes");
        let all = check(&svg, "chart-x");
        assert_legible(&all);
        all
    }
}

pub(super) fn words<'e>(all: &'e [Element], class: &str) -> Vec<&'e str> {
    all.iter()
        .filter(|e| e.name == "text" && e.is(class))
        .map(|e| e.text.as_str())
        .collect()
}

pub(super) fn rects<'e>(all: &'e [Element], class: &str) -> Vec<&'e Element> {
    all.iter().filter(|e| e.name == "rect" && e.is(class)).collect()
}

pub(super) fn titles(all: &[Element]) -> Vec<&str> {
    all[1..]
        .iter()
        .filter(|e| e.name == "title" && e.attributes.is_empty())
        .map(|e| e.text.as_str())
        .collect()
}
