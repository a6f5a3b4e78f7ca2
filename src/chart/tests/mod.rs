//! What every chart must be, whatever its figures.

mod bars;
mod figures;
mod kpi;
mod population;
mod progress;
mod reading;
