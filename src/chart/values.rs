//! The words printed over the marks of a bar chart: values, the word for what is missing, the target's figure.

use super::bars::{Bar, BarChart};
use super::labels::{Block, Manner, Room, Toward, Wish, Word};
use super::layout::{Layout, Placed};
use super::mark::Mark;
use super::sheet::Anchor;
use super::{DESCENT, FONT, LINE, PX, Tenths, text};
use crate::model::Amount;
use std::borrow::Cow;

/// How much is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Density {
    /// Every value, or nothing is returned.
    Airy,
    /// The current year, the baseline and the target; of what is missing, what finds room.
    Dense,
}

const TARGET: &str = "目標";
const NO_VALUE: &str = "－";

/// Between a mark and its label.
const NEAR: Tenths = 2 * PX;
/// More bars than these are not staggered: their values would look scattered.
const STAGGERED: usize = 6;
/// How far from its mark a value may stand: over the line of the target, or over the value of a neighbour.
const FAR: Tenths = 24 * PX;

/// Finds room for the values. `None` if all are asked for and some do not fit.
pub(super) fn place<'a>(
    chart: &BarChart<'a>,
    layout: &Layout<'a>,
    pitch: Tenths,
    size: (Tenths, Tenths),
    density: Density,
) -> Option<Vec<Word<'a>>> {
    let mut printer = Printer {
        room: furnish(layout, size),
        words: Vec::new(),
    };
    let mut order: Vec<(&Bar<'a>, &Placed)> = chart.bars.iter().zip(&layout.bars).collect();
    // Dashes cannot move. Then the current year has the first choice, then the baseline, then what is missing.
    order.sort_by_key(|(bar, _)| (!bar.is_current, chart.baseline != Some(bar.year), bar.value.is_some()));
    for (_, placed) in order.iter().filter(|(bar, _)| bar.value.is_none()) {
        printer.print_dash(placed.block);
    }
    for (bar, placed) in order {
        let manner = match density {
            Density::Dense if !bar.is_current => Manner::Clear,
            Density::Airy if !bar.is_current && chart.bars.len() > STAGGERED => Manner::InLine,
            Density::Dense | Density::Airy => Manner::Staggered,
        };
        let Some(value) = bar.value else {
            printer.print_missing(bar.status_text, placed.block, pitch, manner);
            continue;
        };
        if density == Density::Dense && !bar.is_current && chart.baseline != Some(bar.year) {
            continue;
        }
        let mark = if bar.is_current {
            Mark::CurrentValue
        } else {
            Mark::Value
        };
        let figure = [Cow::Borrowed(figure(bar.text, chart.unit))];
        if !printer.print(mark, figure, placed.block, toward(value), manner) && density == Density::Airy {
            return None;
        }
    }
    if let (Some(mark), Some(target)) = (&chart.target, &layout.target) {
        let words = [Cow::Owned([TARGET, " ", figure(mark.text, chart.unit)].concat())];
        let is_said = printer.print(
            Mark::TargetValue,
            words,
            target.bar,
            toward(mark.value),
            Manner::Staggered,
        );
        if !is_said && density == Density::Airy {
            return None;
        }
    }
    Some(printer.words)
}

/// What is there before the values.
fn furnish(layout: &Layout<'_>, (right, bottom): (Tenths, Tenths)) -> Room {
    let mut room = Room::new(Block {
        left: 0,
        top: 0,
        right,
        bottom,
    });
    for word in &layout.labels {
        room.take(word.block());
    }
    for bar in &layout.bars {
        room.avoid(bar.block);
    }
    if let Some(target) = &layout.target {
        let (left, right) = target.line;
        room.avoid(target.bar);
        room.avoid(Block {
            left,
            top: target.y - PX,
            right,
            bottom: target.y + PX,
        });
    }
    room
}

/// The unit is named above the chart and nowhere else.
fn figure<'a>(text: &'a str, unit: &str) -> &'a str {
    text.strip_suffix(unit)
        .map(str::trim_end)
        .filter(|figure| !figure.is_empty())
        .unwrap_or(text)
}

fn toward(value: Amount) -> Toward {
    if value.is_negative() { Toward::Down } else { Toward::Up }
}

fn has_dash(stub: Block) -> bool {
    text::width(NO_VALUE, FONT, false) <= stub.width()
}

struct Printer<'a> {
    room: Room,
    words: Vec<Word<'a>>,
}

impl<'a> Printer<'a> {
    /// Prints lines beside the outer end of a bar. False if there is no room.
    fn print<L>(&mut self, mark: Mark, lines: L, bar: Block, toward: Toward, manner: Manner) -> bool
    where
        L: AsRef<[Cow<'a, str>]> + IntoIterator<Item = Cow<'a, str>>,
    {
        let width = lines
            .as_ref()
            .iter()
            .map(|line| text::width(line, FONT, mark.is_bold()))
            .max()
            .unwrap_or(0);
        let height = LINE * Tenths::try_from(lines.as_ref().len()).unwrap_or(1);
        let edge = match toward {
            Toward::Up => bar.top - NEAR,
            Toward::Down => bar.bottom + NEAR,
        };
        let wish = Wish {
            size: (width, height),
            middle: bar.middle(),
            edge,
            toward,
            reach: FAR,
            manner,
        };
        let Some(block) = self.room.place(&wish) else {
            return false;
        };
        let mut y = block.top - DESCENT;
        for text in lines {
            y += LINE;
            self.words.push(Word {
                mark,
                anchor: Anchor::Middle,
                at: (block.middle(), y),
                text,
            });
        }
        true
    }

    /// A dash in the stub of a missing value, if the stub is wide enough.
    fn print_dash(&mut self, stub: Block) {
        if has_dash(stub) {
            let at = (stub.middle(), (stub.top + stub.bottom) / 2 + FONT * 35 / 100);
            let word = Word {
                mark: Mark::MissingValue,
                anchor: Anchor::Middle,
                at,
                text: Cow::Borrowed(NO_VALUE),
            };
            self.room.take(word.block());
            self.words.push(word);
        }
    }

    /// The word for what is missing, above its stub; if it finds no room, a dash that is not yet there.
    fn print_missing(&mut self, status: &'a str, stub: Block, pitch: Tenths, manner: Manner) {
        let word = if status == NO_VALUE { "" } else { status };
        // A word that is a little too wide stands over its neighbour's foot better than it breaks.
        let is_said = [pitch * 3 / 2, pitch * 5 / 4, pitch - NEAR].into_iter().any(|limit| {
            let lines: Vec<_> = text::wrap(word, limit, FONT).into_iter().map(Cow::Borrowed).collect();
            !lines.is_empty() && self.print(Mark::MissingValue, lines, stub, Toward::Up, Manner::Clear)
        });
        if !is_said && !has_dash(stub) {
            self.print(Mark::MissingValue, [Cow::Borrowed(NO_VALUE)], stub, Toward::Up, manner);
        }
    }
}
