//! The bar chart of one KPI: a bar a year, from zero, and the target as a line and a hollow bar.
//! KPIs, ratings and formats may not enter: texts come formatted, and whether a value is good is not said here.

use super::labels::Block;
use super::layout::Layout;
use super::mark::Mark;
use super::sheet::Sheet;
use super::svg::Root;
use super::{PX, Tenths, WIDTH};
use crate::model::Amount;

/// A bar chart of one indicator over the years.
#[derive(Debug, Clone)]
pub struct BarChart<'a> {
    /// The id of the `svg`; unique in the page. Title and description get `{id}-title` and `{id}-desc`.
    pub id: &'a str,
    /// The name of the picture, e.g. the registered name of the KPI.
    pub title: &'a str,
    /// What the picture shows, in a sentence or two. May be empty.
    pub description: &'a str,
    /// Named once, above the chart; empty for a bare ratio.
    pub unit: &'a str,
    /// In any order; one a year.
    pub bars: Vec<Bar<'a>>,
    /// The year that is marked as 当初.
    pub baseline: Option<u16>,
    /// The target, if it is a figure.
    pub target: Option<TargetMark<'a>>,
}

/// A year and its value.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// The year's name below the axis: `R2`.
    pub label: &'a str,
    /// Its second name: `2020`. May be empty.
    pub sublabel: &'a str,
    /// The year on the time axis.
    pub year: u16,
    /// `None`: shown as missing, never as zero.
    pub value: Option<Amount>,
    /// The value as it is written elsewhere, with its unit: `153件`. The unit is left off where the chart prints it.
    pub text: &'a str,
    /// The word for a missing value: `確認中`. Not used if there is a value.
    pub status_text: &'a str,
    /// The year in question.
    pub is_current: bool,
}

/// What is to be reached, and when.
#[derive(Debug, Clone)]
pub struct TargetMark<'a> {
    /// The year's name below the axis: `R6`.
    pub label: &'a str,
    /// Its second name: `2024`. May be empty.
    pub sublabel: &'a str,
    /// The year on the time axis.
    pub year: u16,
    /// The value to be reached.
    pub value: Amount,
    /// As it is written elsewhere, with its unit: `200件`.
    pub text: &'a str,
}

const HEIGHT: Tenths = 300 * PX;

/// Draws the chart as inline SVG.
pub fn bar_chart(chart: &BarChart<'_>) -> String {
    let layout = Layout::new(chart, (WIDTH, HEIGHT));
    let mut out = String::with_capacity(4096);
    let BarChart {
        id, title, description, ..
    } = *chart;
    let sheet = Sheet::new(
        &mut out,
        &Root {
            id,
            class: "chart",
            title,
            description,
            width: WIDTH,
            height: HEIGHT,
        },
    );
    let across = (layout.frame.left, layout.frame.right);
    for &y in &layout.levels {
        sheet.level(Mark::Grid, None, across, y);
    }
    if let Some(target) = &layout.target {
        // The frame comes after the hatching, whose turns lie on it.
        sheet.path(Mark::Hatch, None, &hatching(target.bar));
        sheet.rect(Mark::TargetBar, Some(&target.title), target.bar);
    }
    for bar in &layout.bars {
        sheet.rect(bar.mark, Some(&bar.title), bar.block);
    }
    if let Some(target) = &layout.target {
        for &crossed in &target.crossed {
            sheet.level(Mark::TargetHalo, None, crossed, target.y);
        }
        sheet.level(Mark::TargetLine, None, target.line, target.y);
    }
    sheet.path(Mark::Axis, None, &layout.axis);
    sheet.texts(Mark::Label, &layout.labels);
    sheet.texts(Mark::Sublabel, &layout.sublabels);
    sheet.texts(Mark::Value, &layout.values);
    sheet.finish();
    out
}

/// Slanting strokes across a box, drawn to and fro in one line that turns on the box's own edges.
fn hatching(block: Block) -> Vec<(Tenths, Tenths)> {
    const STEP: Tenths = 12 * PX;
    let Block {
        left,
        top,
        right,
        bottom,
    } = block;
    // Most bars are not so high.
    let mut points = Vec::with_capacity(64);
    // Each stroke is a line x + y = constant; it starts on the top or right edge and ends on the left or bottom edge.
    let mut sum = left + top + STEP;
    let mut downward = true;
    while sum < right + bottom && top < bottom {
        let upper = if sum - top <= right {
            (sum - top, top)
        } else {
            (right, sum - right)
        };
        let lower = if sum - left <= bottom {
            (left, sum - left)
        } else {
            (sum - bottom, bottom)
        };
        let (from, to) = if downward { (upper, lower) } else { (lower, upper) };
        if let Some(&(x, y)) = points.last() {
            // Around a corner, not across it.
            if y == top && from.0 == right && from.1 != top {
                points.push((right, top));
            } else if x == left && from.1 == bottom && from.0 != left {
                points.push((left, bottom));
            }
        }
        points.extend([from, to]);
        downward = !downward;
        sum += STEP;
    }
    points
}
