//! Years across, amounts upwards: plotters' Cartesian coordinates in tenths of a pixel. The axis is true to time: a gap
//! of years is a gap on the axis.

use super::labels::Block;
use super::scale::Scale;
use super::{PX, Tenths};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters_backend::BackendCoord;

/// The widest bar: three lonely bars shall not look like walls.
const WIDEST: Tenths = 52 * PX;
/// The narrowest bar that can still be seen.
const NARROWEST: Tenths = 2 * PX;

/// The length of a year's stroke below the axis.
const STROKE: Tenths = 4 * PX;
/// Where years stand closer than this, they get no strokes.
const CROWDED: Tenths = 8 * PX;

/// The coordinates of a chart.
pub(super) struct Plane {
    spec: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    /// The first and the last year.
    years: (u16, u16),
    /// The least number of years between two marks.
    gap: u16,
    /// Where the marks stand.
    pub frame: Block,
    /// The least distance between two years that have a mark.
    pub pitch: Tenths,
}

impl Plane {
    /// `years`: every year that has a mark, in any order. `name`: the width of the widest name below the axis.
    pub(super) fn new(years: impl IntoIterator<Item = u16>, scale: Scale, frame: Block, name: Tenths) -> Self {
        let mut years: Vec<u16> = years.into_iter().collect();
        years.sort_unstable();
        years.dedup();
        let (first, last) = (years.first().copied().unwrap_or(0), years.last().copied().unwrap_or(0));
        let gap = years.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(1);
        // Half a gap on either side, so that each mark has the same room.
        let margin = f64::from(gap) / 2.0;
        let across = f64::from(first) - margin..f64::from(last) + margin;
        let (span, slot) = (Tenths::from(last - first), Tenths::from(gap));
        // The outer names need room, too: an inset, so that it and half a slot are half a name.
        let name = name.min(frame.width() / 4);
        let missing = name * (span + slot) - frame.width() * slot;
        let inset = if span > 0 && missing > 0 {
            missing / (2 * span) + 1
        } else {
            0
        };
        let (left, right) = (frame.left + inset, frame.right - inset);
        let pitch = (right - left) * slot / (span + slot);
        let spec = Cartesian2d::new(across, scale.low..scale.high, (left..right, frame.bottom..frame.top));
        Self {
            spec,
            years: (first, last),
            gap,
            frame,
            pitch,
        }
    }

    /// The middle of a year.
    pub(super) fn x(&self, year: u16) -> Tenths {
        self.spec.translate(&(f64::from(year), 0.0)).0
    }

    /// The zero line with a small stroke at every year, or at every census year: empty years are years, too. No strokes
    /// where they would crowd, or where bars hang below the line.
    pub(super) fn axis(&self) -> Vec<BackendCoord> {
        let zero = self.y(0.0);
        let mut points = vec![(self.frame.left, zero)];
        if self.pitch >= CROWDED && zero == self.frame.bottom {
            let years = (self.years.0..=self.years.1).step_by(usize::from(self.gap));
            points.extend(
                years
                    .map(|year| self.x(year))
                    .flat_map(|x| [(x, zero), (x, zero + STROKE), (x, zero)]),
            );
        }
        points.push((self.frame.right, zero));
        points
    }

    /// The height of a value.
    pub(super) fn y(&self, value: f64) -> Tenths {
        self.spec.translate(&(0.0, value)).1
    }

    /// The width of a bar that leaves a third of its room to the gap.
    pub(super) fn bar_width(&self) -> Tenths {
        (self.pitch * 64 / 100).clamp(NARROWEST, WIDEST)
    }

    /// A bar from zero; whatever is not zero can be seen.
    pub(super) fn bar(&self, middle: Tenths, width: Tenths, value: f64) -> Block {
        let zero = self.y(0.0);
        let mut end = self.y(value);
        if value > 0.0 {
            end = end.min(zero - PX);
        } else if value < 0.0 {
            end = end.max(zero + PX);
        }
        let left = middle - width / 2;
        Block {
            left,
            top: end.min(zero),
            right: left + width,
            bottom: end.max(zero),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Block = Block {
        left: 0,
        top: 0,
        right: 4200,
        bottom: 2000,
    };

    fn plane(years: &[u16]) -> Plane {
        Plane::new(years.iter().copied(), Scale { low: 0.0, high: 100.0 }, FRAME, 340)
    }

    #[test]
    fn a_gap_of_years_is_a_gap_on_the_axis() {
        let plane = plane(&[2018, 2019, 2020, 2024]);
        assert_eq!(plane.pitch, 600);
        assert_eq!(
            [2018, 2019, 2020, 2024].map(|year| plane.x(year)),
            [300, 900, 1500, 3900]
        );
    }

    #[test]
    fn empty_years_have_their_stroke() {
        let strokes: Vec<_> = plane(&[2018, 2020, 2019, 2024])
            .axis()
            .into_iter()
            .filter(|point| point.1 > 2000)
            .collect();
        assert_eq!(strokes.len(), 7);
        assert_eq!(plane(&[2015, 2020, 2025]).axis().len(), 3 * 3 + 2);
        assert_eq!(
            Plane::new([2020], Scale { low: -1.0, high: 0.0 }, FRAME, 0)
                .axis()
                .len(),
            2
        );
    }

    #[test]
    fn census_years_have_wide_room() {
        let plane = plane(&[2025, 2015, 2020]);
        assert_eq!(plane.pitch, 1400);
        assert_eq!([2015, 2020, 2025].map(|year| plane.x(year)), [700, 2100, 3500]);
        assert_eq!(plane.bar_width(), WIDEST);
    }

    #[test]
    fn outer_names_stay_on_the_sheet() {
        let years: Vec<u16> = (1990..=2020).collect();
        let plane = plane(&years);
        assert!(plane.x(1990) >= 170 && plane.x(2020) <= 4200 - 170);
    }

    #[test]
    fn a_single_year_stands_in_the_middle() {
        assert_eq!(plane(&[2020]).x(2020), 2100);
        assert_eq!(plane(&[2020, 2020]).x(2020), 2100);
    }

    #[test]
    fn bars_start_at_zero() {
        let plane = Plane::new([2020], Scale { low: -50.0, high: 50.0 }, FRAME, 0);
        let zero = plane.y(0.0);
        assert_eq!(zero, 1000);
        assert_eq!((plane.bar(0, 10, 50.0).top, plane.bar(0, 10, 50.0).bottom), (0, zero));
        assert_eq!(
            (plane.bar(0, 10, -50.0).top, plane.bar(0, 10, -50.0).bottom),
            (zero, 2000)
        );
        assert_eq!((plane.bar(0, 10, 0.0).top, plane.bar(0, 10, 0.0).bottom), (zero, zero));
        assert_eq!(plane.bar(0, 10, 1e-9).top, zero - PX);
    }
}
