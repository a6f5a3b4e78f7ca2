//! A bar small enough for a table cell: how far from the baseline to the target, and how far it should be by now.
//! Only the two shares enter; the words beside it are the caller's.

use super::labels::Block;
use super::mark::Mark;
use super::sheet::Sheet;
use super::svg::Root;
use super::{PX, Tenths};

/// A small progress bar. Shares: 0 at the baseline, 1 at the target.
#[derive(Debug, Clone, Copy)]
pub struct ProgressBar<'a> {
    /// The id of the `svg`; unique in the page.
    pub id: &'a str,
    /// What a screen reader says, e.g. `達成度 −19％（経過期間 33％）`.
    pub title: &'a str,
    /// p, the true figure; the bar alone is capped and an arrow says so. `None` or not finite: no bar.
    pub progress: Option<f64>,
    /// e, the share of time that has passed. `None`: no mark.
    pub expected: Option<f64>,
}

const WIDTH: Tenths = 160 * PX;
const HEIGHT: Tenths = 28 * PX;
const TRACK: Block = Block {
    left: 14 * PX,
    top: 10 * PX,
    right: 146 * PX,
    bottom: 22 * PX,
};

/// Draws a progress bar as inline SVG.
pub fn progress_bar(bar: &ProgressBar<'_>) -> String {
    let mut out = String::with_capacity(1024);
    let (id, title) = (bar.id, bar.title);
    let root = Root {
        id,
        class: "chart-progress",
        title,
        description: "",
        width: WIDTH,
        height: HEIGHT,
    };
    let sheet = Sheet::new(&mut out, &root);
    sheet.rect(Mark::Track, None, TRACK);
    if let Some(share) = bar.progress.filter(|share| share.is_finite()) {
        if share > 0.0 {
            sheet.rect(
                Mark::Done,
                None,
                Block {
                    right: across(share),
                    ..TRACK
                },
            );
        }
        let middle = (TRACK.top + TRACK.bottom) / 2;
        let arrow = |from: Tenths, to: Tenths| {
            sheet.polygon(
                Mark::Beyond,
                &[(from, middle - 7 * PX), (to, middle), (from, middle + 7 * PX)],
            );
        };
        if share > 1.0 {
            arrow(TRACK.right + 2 * PX, WIDTH - PX);
        } else if share < 0.0 {
            arrow(TRACK.left - 2 * PX, PX);
        }
    }
    if let Some(share) = bar.expected.filter(|share| share.is_finite()) {
        expected(&sheet, across(share));
    }
    sheet.finish();
    out
}

/// A pin: a triangle above the track and a stroke through it.
fn expected(sheet: &Sheet<'_>, x: Tenths) {
    let (wide, thin, top, neck, foot) = (6 * PX, PX, PX, 9 * PX, 26 * PX);
    let pin = [
        (x - wide, top),
        (x + wide, top),
        (x + thin, neck),
        (x + thin, foot),
        (x - thin, foot),
        (x - thin, neck),
    ];
    sheet.polygon(Mark::Expected, &pin);
}

fn across(share: f64) -> Tenths {
    TRACK.left + (f64::from(TRACK.width()) * share.clamp(0.0, 1.0)).round() as Tenths
}
