//! The drawing room: figures in, SVG text out. Every chart of the report is made here and nowhere else.
//!
//! What may enter: exact [`Amount`](crate::model::Amount)s and texts that are already formatted, in Japanese. What may
//! not: files, clocks, settings, KPIs or ratings as such, HTML, page styles. The same input gives the same bytes.
//!
//! How a chart comes about:
//! 1. `scale` makes of the amounts a linear scale that contains zero, `plane` of the years a true time axis;
//! 2. `names` and `values` decide which words are printed, with widths from `text` and room from `labels`: no word
//!    covers another;
//! 3. `sheet` draws plotters' elements, each under a `mark::Mark`, which is all the look there is;
//! 4. `svg` is the plotters backend that writes them: small, classed, escaped.
//!
//! The charts carry presentation attributes and classes, but no `style`, no script and no ids but the caller's. A page
//! restyles them by class (dark mode, forced colours); a picture or PDF tool that knows no page style shows them right
//! all the same. They are `role="img"`: title and description speak for them, and the page has the figures as a table.

mod bars;
mod labels;
mod layout;
mod mark;
mod names;
mod plane;
mod population;
mod progress;
mod scale;
mod sheet;
mod svg;
mod text;
mod values;

pub use bars::{Bar, BarChart, TargetMark, bar_chart};
pub use population::{PopulationChart, PopulationPoint, PopulationRange, population_chart};
pub use progress::{ProgressBar, progress_bar};

/// Tenths of a pixel: the whole of the layout is counted in them, so that no binary fraction reaches the output.
type Tenths = i32;

/// One pixel of the view box.
const PX: Tenths = 10;

/// The width of a chart's view box, in pixels. With [`FONT`] of 16 a text is 11.4 px high on a phone that leaves 328 px.
const WIDTH: Tenths = 460 * PX;

/// The only size of text, in pixels.
const FONT: Tenths = 16 * PX;

/// From one line of text to the next.
const LINE: Tenths = 19 * PX;

/// From the bottom of a line of text to its baseline.
const DESCENT: Tenths = 5 * PX;

/// Left and right of everything.
const PAD: Tenths = 2 * PX;

#[cfg(test)]
mod tests;
