//! Where everything in a bar chart stands. Nothing is written here: this is the arithmetic before the drawing.
//!
//! Every value is printed on its mark if all find room; then no figures are needed beside the chart. Else the chart is
//! dense: it prints the values of the current year, the baseline and the target, and a few round figures at the left.

use super::bars::{Bar, BarChart, TargetMark};
use super::labels::{Block, Word};
use super::mark::Mark;
use super::names::{self, Rank, YearName};
use super::plane::Plane;
use super::scale::{Scale, Tick};
use super::values::{self, Density};
use super::{LINE, PAD, PX, Tenths};

/// A bar chart, arranged.
pub(super) struct Layout<'a> {
    pub frame: Block,
    /// The zero line with its strokes.
    pub axis: Vec<(Tenths, Tenths)>,
    /// In the order of the chart's bars.
    pub bars: Vec<Placed>,
    pub target: Option<PlacedTarget>,
    /// The heights of the light lines; the zero line is not among them.
    pub levels: Vec<Tenths>,
    /// Years' names, the unit, figures beside the chart.
    pub labels: Vec<Word<'a>>,
    /// Years' second names.
    pub sublabels: Vec<Word<'a>>,
    /// With halo: printed over the marks.
    pub values: Vec<Word<'a>>,
}

/// A bar in its place.
pub(super) struct Placed {
    pub mark: Mark,
    pub block: Block,
    pub title: String,
}

/// The target in its place.
pub(super) struct PlacedTarget {
    pub bar: Block,
    pub title: String,
    pub y: Tenths,
    pub line: (Tenths, Tenths),
    /// The bars the line crosses.
    pub crossed: Vec<(Tenths, Tenths)>,
}

const BASELINE: &str = "当初";
const TARGET: &str = "目標";

/// How far the target's hollow bar stands out around the actual bar of its year.
const FRAME: Tenths = 5 * PX;
/// The height of the dashed stub that stands for a missing value.
const STUB: Tenths = 30 * PX;

impl<'a> Layout<'a> {
    pub(super) fn new(chart: &BarChart<'a>, size: (Tenths, Tenths)) -> Self {
        let values = chart.bars.iter().filter_map(|bar| bar.value);
        let scale = Scale::holding(values.chain(chart.target.iter().map(|target| target.value)));
        let (mut layout, pitch) = Self::arrange(chart, size, scale, &[]);
        let values = values::place(chart, &layout, pitch, size, Density::Airy).or_else(|| {
            let pitch;
            (layout, pitch) = Self::arrange(chart, size, scale, &scale.ticks());
            values::place(chart, &layout, pitch, size, Density::Dense)
        });
        layout.values = values.unwrap_or_default();
        layout
    }

    /// Everything but the values; and the room of a year.
    fn arrange(
        chart: &BarChart<'a>,
        (width, height): (Tenths, Tenths),
        scale: Scale,
        ticks: &[Tick],
    ) -> (Self, Tenths) {
        let years = name_years(chart);
        let foot = height - names::lines(&years) * LINE - 2 * PX;
        let below = if scale.low < 0.0 { LINE + 2 * PX } else { 0 };
        let unit = names::unit(chart.unit);
        let frame = Block {
            left: PAD + names::margin(ticks),
            top: if unit.is_some() { 2 * LINE } else { LINE } + 8 * PX,
            right: width - PAD,
            bottom: foot - below - 6 * PX,
        };
        let plane = Plane::new(years.iter().map(|name| name.year), scale, frame, names::widest(&years));
        let bars: Vec<Placed> = chart
            .bars
            .iter()
            .map(|bar| place_bar(chart, &plane, scale, bar))
            .collect();
        let target = chart
            .target
            .as_ref()
            .map(|target| place_target(chart, &plane, &bars, target));
        let names::Names { mut labels, sublabels } = names::years(years, &plane, foot);
        labels.extend(unit);
        labels.extend(names::ticks(ticks, &plane));
        let levels = ticks
            .iter()
            .filter(|tick| tick.value != 0.0)
            .map(|tick| plane.y(tick.value))
            .collect();
        let layout = Self {
            frame,
            axis: plane.axis(),
            bars,
            target,
            levels,
            labels,
            sublabels,
            values: Vec::new(),
        };
        (layout, plane.pitch)
    }
}

fn name_years<'a>(chart: &BarChart<'a>) -> Vec<YearName<'a>> {
    let mut names: Vec<YearName<'a>> = Vec::with_capacity(chart.bars.len() + 1);
    for bar in &chart.bars {
        let (role, rank) = if is_shared(chart, bar.year) {
            (TARGET, Rank::End)
        } else if chart.baseline == Some(bar.year) {
            (BASELINE, Rank::First)
        } else {
            ("", Rank::Common)
        };
        let rank = if bar.is_current { Rank::Current } else { rank };
        names.push(YearName {
            year: bar.year,
            label: bar.label,
            sublabel: bar.sublabel,
            role,
            rank,
        });
    }
    if let Some(target) = chart.target.as_ref().filter(|target| !is_shared(chart, target.year)) {
        let TargetMark {
            year, label, sublabel, ..
        } = *target;
        names.push(YearName {
            year,
            label,
            sublabel,
            role: TARGET,
            rank: Rank::End,
        });
    }
    names
}

/// True in the year of the target when its actual value is there.
fn is_shared(chart: &BarChart<'_>, year: u16) -> bool {
    chart.target.as_ref().is_some_and(|target| target.year == year) && chart.bars.iter().any(|bar| bar.year == year)
}

fn place_bar(chart: &BarChart<'_>, plane: &Plane, scale: Scale, bar: &Bar<'_>) -> Placed {
    let (middle, width) = (plane.x(bar.year), plane.bar_width());
    let block = match bar.value {
        Some(value) => plane.bar(middle, width, value.to_f64()),
        None => {
            // The stub stands on the side of the zero line where the other bars are.
            let zero = plane.y(0.0);
            let (top, bottom) = if scale.high > 0.0 {
                (zero - STUB, zero)
            } else {
                (zero, zero + STUB)
            };
            Block {
                left: middle - width / 2,
                top,
                right: middle + width / 2,
                bottom,
            }
        }
    };
    let mark = match (bar.value, bar.is_current) {
        (None, _) => Mark::Missing,
        (Some(_), true) => Mark::CurrentBar,
        (Some(_), false) => Mark::Bar,
    };
    let role = if chart.baseline == Some(bar.year) { BASELINE } else { "" };
    let words = if bar.value.is_some() { bar.text } else { bar.status_text };
    Placed {
        mark,
        block,
        title: title(role, bar.label, bar.sublabel, words),
    }
}

fn place_target(chart: &BarChart<'_>, plane: &Plane, bars: &[Placed], target: &TargetMark<'_>) -> PlacedTarget {
    // In its own year the actual value fills the hollow bar, whose frame stays visible around it.
    let frame = if is_shared(chart, target.year) { 2 * FRAME } else { 0 };
    let (middle, width) = (plane.x(target.year), plane.bar_width() + frame);
    let value = target.value.to_f64();
    let y = plane.y(value);
    let bar = plane.bar(middle, width, value);
    // The line ends at the hollow bar if nothing comes after it.
    let is_last = bars.iter().all(|other| other.block.left < bar.right);
    let line = (plane.frame.left, if is_last { bar.left } else { plane.frame.right });
    let crosses = |block: Block| block.top < y && y < block.bottom;
    let crossed = bars
        .iter()
        .map(|bar| bar.block)
        .filter(|&block| crosses(block))
        .map(|block| (block.left, block.right));
    PlacedTarget {
        bar,
        title: title(TARGET, target.label, target.sublabel, target.text),
        y,
        line,
        crossed: crossed.collect(),
    }
}

/// `当初 H30（2018） 153件`.
fn title(role: &str, label: &str, sublabel: &str, value: &str) -> String {
    let mut out = String::with_capacity(64);
    for (before, part, after) in [
        ("", role, " "),
        ("", label, ""),
        ("（", sublabel, "）"),
        (" ", value, ""),
    ] {
        if !part.is_empty() {
            out.extend([before, part, after]);
        }
    }
    out
}
