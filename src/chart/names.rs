//! The words around a chart: the years below the axis, the unit above it, the round figures at its left. Where years
//! crowd, names give way; the marks stay.

use super::labels::{GAP, Word};
use super::mark::Mark;
use super::plane::Plane;
use super::scale::Tick;
use super::sheet::Anchor;
use super::{DESCENT, FONT, LINE, PX, Tenths, text};
use std::borrow::Cow;

/// How much a year's name matters where not all find room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Gives way to an even spacing.
    Common,
    /// The baseline.
    First,
    /// The target or an end point.
    End,
    /// The year in question; printed bold.
    Current,
}

/// The name of a year, up to three lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct YearName<'a> {
    pub year: u16,
    pub label: &'a str,
    /// May be empty.
    pub sublabel: &'a str,
    /// 当初, 目標 or empty.
    pub role: &'a str,
    pub rank: Rank,
}

/// The names below an axis, ready to be drawn.
pub(super) struct Names<'a> {
    pub labels: Vec<Word<'a>>,
    pub sublabels: Vec<Word<'a>>,
}

/// Between a figure and the light line it belongs to.
const TICK_GAP: Tenths = 6 * PX;

/// How wide the widest name is.
pub(super) fn widest(names: &[YearName<'_>]) -> Tenths {
    names.iter().map(YearName::width).max().unwrap_or(0)
}

/// How many lines the names need.
pub(super) fn lines(names: &[YearName<'_>]) -> Tenths {
    let sublabel = names.iter().any(|name| !name.sublabel.is_empty());
    let role = names.iter().any(|name| !name.role.is_empty());
    1 + Tenths::from(sublabel) + Tenths::from(role)
}

/// Puts the names below the axis, from `top` downwards, thinned where they would collide.
pub(super) fn years<'a>(mut names: Vec<YearName<'a>>, plane: &Plane, top: Tenths) -> Names<'a> {
    names.sort_by_key(|name| (name.year, std::cmp::Reverse(name.rank)));
    names.dedup_by_key(|name| name.year);
    let slots: Vec<Slot> = names
        .iter()
        .map(|name| Slot {
            year: name.year,
            middle: plane.x(name.year),
            width: name.width(),
            rank: name.rank,
        })
        .collect();
    let mut found = Names {
        labels: Vec::with_capacity(names.len() * 2),
        sublabels: Vec::with_capacity(names.len()),
    };
    for (name, slot) in names
        .iter()
        .zip(&slots)
        .zip(thin(&slots))
        .filter_map(|(pair, kept)| kept.then_some(pair))
    {
        let first = if name.rank == Rank::Current {
            Mark::CurrentLabel
        } else {
            Mark::Label
        };
        let mut y = top - DESCENT;
        for (mark, line) in [
            (first, name.label),
            (Mark::Sublabel, name.sublabel),
            (Mark::Label, name.role),
        ] {
            if line.is_empty() {
                continue;
            }
            y += LINE;
            let list = if mark == Mark::Sublabel {
                &mut found.sublabels
            } else {
                &mut found.labels
            };
            list.push(Word {
                mark,
                anchor: Anchor::Middle,
                at: (slot.middle, y),
                text: Cow::Borrowed(line),
            });
        }
    }
    found
}

/// Names the unit, once, above the chart.
pub(super) fn unit(unit: &str) -> Option<Word<'static>> {
    let word = |text| Word {
        mark: Mark::Label,
        anchor: Anchor::Start,
        at: (0, LINE - DESCENT),
        text: Cow::Owned(text),
    };
    (!unit.is_empty()).then(|| word(["単位：", unit].concat()))
}

/// How much room the figures need at the left.
pub(super) fn margin(ticks: &[Tick]) -> Tenths {
    ticks
        .iter()
        .map(|tick| text::width(&tick.text, FONT, false) + TICK_GAP)
        .max()
        .unwrap_or(0)
}

/// Puts figures beside their lines.
pub(super) fn ticks<'a>(ticks: &[Tick], plane: &Plane) -> impl Iterator<Item = Word<'a>> {
    ticks.iter().map(|tick| {
        // A digit is seven tenths of the font high; its middle goes to the line.
        let at = (plane.frame.left - TICK_GAP, plane.y(tick.value) + FONT * 35 / 100);
        Word {
            mark: Mark::Label,
            anchor: Anchor::End,
            at,
            text: Cow::Owned(tick.text.clone()),
        }
    })
}

impl YearName<'_> {
    fn width(&self) -> Tenths {
        let bold = self.rank == Rank::Current;
        let widths = [self.label, self.sublabel, self.role].map(|line| text::width(line, FONT, bold));
        widths.into_iter().max().unwrap_or(0)
    }
}

/// The room a name asks for.
#[derive(Debug, Clone, Copy)]
struct Slot {
    year: u16,
    middle: Tenths,
    width: Tenths,
    rank: Rank,
}

impl Slot {
    fn collides(&self, other: &Self) -> bool {
        (self.middle - other.middle).abs() < (self.width + other.width) / 2 + GAP
    }
}

/// Which names can stand side by side, in order of year: those of rank, then as many of the common ones as an even step
/// of years leaves room for.
fn thin(slots: &[Slot]) -> Vec<bool> {
    let mut kept = vec![false; slots.len()];
    let keep = |kept: &mut Vec<bool>, at: usize| {
        kept[at] = !slots
            .iter()
            .zip(&*kept)
            .any(|(other, &is_kept)| is_kept && other.collides(&slots[at]));
    };
    let mut order: Vec<usize> = (0..slots.len()).filter(|&at| slots[at].rank > Rank::Common).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(slots[at].rank));
    for at in order {
        keep(&mut kept, at);
    }
    let anchor = slots.iter().max_by_key(|slot| slot.rank).map_or(0, |slot| slot.year);
    let gap = slots
        .windows(2)
        .map(|pair| pair[1].year - pair[0].year)
        .min()
        .unwrap_or(1);
    for step in [1, 2, 5, 10, 20, 50]
        .into_iter()
        .filter(|&step| step == 1 || step > gap)
    {
        // Small steps count from the year in question; from five on, round years read better.
        let fits = |year: u16| if step < 5 { year.abs_diff(anchor) } else { year }.is_multiple_of(step);
        let chosen: Vec<usize> = (0..slots.len())
            .filter(|&at| !kept[at] && fits(slots[at].year))
            .collect();
        if chosen.windows(2).all(|pair| !slots[pair[0]].collides(&slots[pair[1]])) {
            for at in chosen {
                keep(&mut kept, at);
            }
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(years: impl Iterator<Item = u16>, pitch: Tenths, ranks: &[(u16, Rank)]) -> Vec<Slot> {
        let rank = |year| {
            ranks
                .iter()
                .find(|rank| rank.0 == year)
                .map_or(Rank::Common, |rank| rank.1)
        };
        years
            .map(|year| Slot {
                year,
                middle: pitch * Tenths::from(year - 1900),
                width: 340,
                rank: rank(year),
            })
            .collect()
    }

    fn kept(slots: &[Slot]) -> Vec<u16> {
        slots
            .iter()
            .zip(thin(slots))
            .filter(|(_, kept)| *kept)
            .map(|(slot, _)| slot.year)
            .collect()
    }

    const CURRENT: (u16, Rank) = (2020, Rank::Current);

    #[test]
    fn all_names_where_there_is_room() {
        let ranks = [CURRENT, (2018, Rank::First)];
        assert_eq!(kept(&slots(2018..=2022, 600, &ranks)), [2018, 2019, 2020, 2021, 2022]);
    }

    #[test]
    fn even_steps_back_from_the_current_year() {
        assert_eq!(
            kept(&slots(2011..=2020, 300, &[CURRENT])),
            [2012, 2014, 2016, 2018, 2020]
        );
    }

    #[test]
    fn round_years_and_those_of_rank_in_a_long_series() {
        let ranks = [CURRENT, (1991, Rank::First)];
        assert_eq!(
            kept(&slots(1991..=2020, 140, &ranks)),
            [1991, 1995, 2000, 2005, 2010, 2015, 2020]
        );
    }

    #[test]
    fn census_years_are_thinned_to_decades() {
        let census = (1980..=2015).step_by(5);
        assert_eq!(
            kept(&slots(census, 40, &[(2015, Rank::Current)])),
            [1980, 1990, 2000, 2015]
        );
    }

    #[test]
    fn the_current_year_outranks_its_neighbours() {
        let ranks = [CURRENT, (2019, Rank::First), (2021, Rank::End)];
        assert_eq!(kept(&slots(2019..=2021, 100, &ranks)), [2020]);
    }

    #[test]
    fn no_names_no_trouble() {
        assert!(thin(&[]).is_empty());
        assert_eq!((widest(&[]), lines(&[])), (0, 1));
    }
}
