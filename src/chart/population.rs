//! The population chart: counted figures at their census years, and end points of what may come. Between the last count
//! and an end point nothing is known and nothing is drawn.

use super::labels::{Block, Manner, Room, Toward, Wish, Word};
use super::mark::Mark;
use super::names::{self, Rank, YearName};
use super::plane::Plane;
use super::scale::Scale;
use super::sheet::{Anchor, Sheet};
use super::svg::Root;
use super::{DESCENT, FONT, LINE, PAD, PX, Tenths, WIDTH, text};
use crate::model::Amount;
use std::borrow::Cow;

/// Counted, projected and envisioned population on one true time axis.
#[derive(Debug, Clone)]
pub struct PopulationChart<'a> {
    /// The id of the `svg`; unique in the page. Title and description get `{id}-title` and `{id}-desc`.
    pub id: &'a str,
    /// The name of the picture.
    pub title: &'a str,
    /// What the picture shows, in a sentence or two. May be empty.
    pub description: &'a str,
    /// Named once, above the chart: `人`.
    pub unit: &'a str,
    /// Counted figures, in order of year. A year without one is not drawn.
    pub actual: Vec<PopulationPoint<'a>>,
    /// End points if trends go on.
    pub projection: Vec<PopulationPoint<'a>>,
    /// What stands beside them: `現状のまま推移`.
    pub projection_text: &'a str,
    /// End points aimed at.
    pub vision: Vec<PopulationRange<'a>>,
    /// What stands beside them: `将来展望`.
    pub vision_text: &'a str,
}

/// A figure in a year.
#[derive(Debug, Clone)]
pub struct PopulationPoint<'a> {
    /// The year on the time axis.
    pub year: u16,
    /// Its name below the axis: `1960`.
    pub label: &'a str,
    /// Persons.
    pub value: Amount,
}

/// A range of figures in a year.
#[derive(Debug, Clone)]
pub struct PopulationRange<'a> {
    /// The year on the time axis.
    pub year: u16,
    /// Its name below the axis: `2060`.
    pub label: &'a str,
    /// The lower end.
    pub low: Amount,
    /// The upper end.
    pub high: Amount,
}

const HEIGHT: Tenths = 320 * PX;
/// Between a bar and its figure.
const NEAR: Tenths = 2 * PX;
/// Between an end point and the words beside it.
const BESIDE: Tenths = 8 * PX;
/// Wider bars would hide that most years are not counted.
const WIDEST: Tenths = 14 * PX;

/// Draws the chart as inline SVG.
pub fn population_chart(chart: &PopulationChart<'_>) -> String {
    let amounts = chart.actual.iter().chain(&chart.projection).map(|point| point.value);
    let scale = Scale::holding(amounts.chain(chart.vision.iter().flat_map(|range| [range.low, range.high])));
    let ticks = scale.ticks();
    let years = name_years(chart);
    let unit = names::unit(chart.unit);
    let frame = Block {
        left: PAD + names::margin(&ticks),
        top: if unit.is_some() { 2 * LINE } else { LINE } + 4 * PX,
        right: WIDTH - PAD,
        bottom: HEIGHT - LINE - 8 * PX,
    };
    let plane = Plane::new(years.iter().map(|name| name.year), scale, frame, names::widest(&years));
    let mut labels = names::years(years, &plane, HEIGHT - LINE - 2 * PX).labels;
    labels.extend(unit);
    labels.extend(names::ticks(&ticks, &plane));

    let mut out = String::with_capacity(6144);
    let PopulationChart {
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
    for tick in ticks.iter().filter(|tick| tick.value != 0.0) {
        sheet.level(Mark::Grid, None, (frame.left, frame.right), plane.y(tick.value));
    }
    draw_marks(&sheet, chart, &plane);
    sheet.path(Mark::Axis, None, &plane.axis());
    sheet.texts(Mark::Label, &labels);
    sheet.texts(Mark::Value, &name_values(chart, &plane, &labels));
    sheet.finish();
    out
}

fn draw_marks(sheet: &Sheet<'_>, chart: &PopulationChart<'_>, plane: &Plane) {
    let say = |label: &str, words: &str, figure: &str| format!("{label} {words}{figure}{}", chart.unit);
    for (at, point) in chart.actual.iter().enumerate() {
        let mark = if at + 1 == chart.actual.len() {
            Mark::CurrentBar
        } else {
            Mark::Bar
        };
        sheet.rect(
            mark,
            Some(&say(point.label, "", &point.value.grouped(0))),
            column(plane, point.year, point.value),
        );
    }
    for point in &chart.projection {
        let words = say(
            point.label,
            chart.projection_text,
            &format!(" {}", point.value.grouped(0)),
        );
        sheet.rect(Mark::Projection, Some(&words), column(plane, point.year, point.value));
    }
    for range in &chart.vision {
        let words = say(range.label, chart.vision_text, &format!(" {}", span(range)));
        let beam = beam(plane, range);
        let middle = beam.middle();
        let path = [
            (beam.left, beam.top),
            (beam.right, beam.top),
            (middle, beam.top),
            (middle, beam.bottom),
            (beam.left, beam.bottom),
            (beam.right, beam.bottom),
        ];
        sheet.path(Mark::Range, Some(&words), &path);
    }
}

fn column(plane: &Plane, year: u16, value: Amount) -> Block {
    plane.bar(plane.x(year), plane.bar_width().min(WIDEST), value.to_f64())
}

/// The box of a range's bracket.
fn beam(plane: &Plane, range: &PopulationRange<'_>) -> Block {
    let (x, half) = (plane.x(range.year), plane.bar_width().min(WIDEST) / 2 + 2 * PX);
    let (top, bottom) = (plane.y(range.high.to_f64()), plane.y(range.low.to_f64()));
    Block {
        left: x - half,
        top,
        right: x + half,
        bottom,
    }
}

/// `43,005～50,345`.
fn span(range: &PopulationRange<'_>) -> String {
    format!("{}～{}", range.low.grouped(0), range.high.grouped(0))
}

fn name_years<'a>(chart: &PopulationChart<'a>) -> Vec<YearName<'a>> {
    let name = |year, label: &'a str, rank| YearName {
        year,
        label,
        sublabel: "",
        role: "",
        rank,
    };
    let last = chart.actual.len().saturating_sub(1);
    let rank = |at| match at {
        at if at == last => Rank::Current,
        0 => Rank::First,
        _ => Rank::Common,
    };
    let mut names: Vec<_> = chart
        .actual
        .iter()
        .enumerate()
        .map(|(at, point)| name(point.year, point.label, rank(at)))
        .collect();
    names.extend(
        chart
            .projection
            .iter()
            .map(|point| name(point.year, point.label, Rank::End)),
    );
    names.extend(
        chart
            .vision
            .iter()
            .map(|range| name(range.year, range.label, Rank::End)),
    );
    names
}

/// The figures of the first and last count and of the turning points, and what stands beside the end points.
fn name_values<'a>(chart: &'a PopulationChart<'_>, plane: &Plane, labels: &[Word<'_>]) -> Vec<Word<'a>> {
    let mut room = Room::new(Block {
        left: PAD,
        top: 0,
        right: WIDTH - PAD,
        bottom: HEIGHT,
    });
    for label in labels {
        room.take(label.block());
    }
    let column = |point: &PopulationPoint<'_>| column(plane, point.year, point.value);
    for point in chart.actual.iter().chain(&chart.projection) {
        room.avoid(column(point));
    }
    let mut words = Vec::new();
    for (mark, at) in telling(&chart.actual) {
        let (figure, column) = (chart.actual[at].value.grouped(0), column(&chart.actual[at]));
        let size = (text::width(&figure, FONT, mark.is_bold()), LINE);
        let (middle, edge) = (column.middle(), column.top - NEAR);
        let wish = Wish {
            size,
            middle,
            edge,
            toward: Toward::Up,
            reach: LINE / 2,
            manner: Manner::InLine,
        };
        if let Some(block) = room.place(&wish) {
            let at = (block.middle(), block.bottom - DESCENT);
            words.push(Word {
                mark,
                anchor: Anchor::Middle,
                at,
                text: Cow::Owned(figure),
            });
        }
    }
    let mut beside = |lines: [Cow<'a, str>; 2], right: Tenths, edge: Tenths, toward: Toward| {
        let width = lines
            .iter()
            .map(|line| text::width(line, FONT, false))
            .max()
            .unwrap_or(0);
        let (size, middle) = ((width, 2 * LINE), right - width / 2);
        let wish = Wish {
            size,
            middle,
            edge,
            toward,
            reach: 4 * LINE,
            manner: Manner::Staggered,
        };
        let Some(block) = room.place(&wish) else { return };
        let mut y = block.top - DESCENT;
        for text in lines {
            y += LINE;
            words.push(Word {
                mark: Mark::Value,
                anchor: Anchor::End,
                at: (block.right, y),
                text,
            });
        }
    };
    for range in &chart.vision {
        let beam = beam(plane, range);
        let lines = [Cow::Borrowed(chart.vision_text), Cow::Owned(span(range))];
        beside(lines, beam.left - BESIDE, beam.bottom, Toward::Up);
    }
    for point in &chart.projection {
        let column = column(point);
        let lines = [Cow::Borrowed(chart.projection_text), Cow::Owned(point.value.grouped(0))];
        beside(lines, column.left - BESIDE, column.top, Toward::Down);
    }
    words
}

/// The last figure, the first, then those where the way turns.
fn telling(points: &[PopulationPoint<'_>]) -> Vec<(Mark, usize)> {
    let mut order = Vec::new();
    if let Some(last) = points.len().checked_sub(1) {
        order.push((Mark::CurrentValue, last));
        order.extend((last > 0).then_some((Mark::Value, 0)));
    }
    for (at, three) in points.windows(3).enumerate() {
        let (before, here, after) = (three[0].value, three[1].value, three[2].value);
        if (before < here && here > after) || (before > here && here < after) {
            order.push((Mark::Value, at + 1));
        }
    }
    order
}
