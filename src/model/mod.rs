//! The field's ideas as types: what a checked report is made of. Standard library only; nothing here knows files, YAML,
//! templates or Japanese messages. A value of these types is valid by construction: the check stage is the only builder.

mod amount;
mod city;
mod code;
mod committee;
mod date;
pub(crate) mod digits;
mod edition;
mod former;
mod kpi;
pub mod number;
mod plan;
mod progress;
mod prose;
mod question;
mod rating;
mod report;
mod restatement;
mod series;
#[cfg(test)]
mod tests;
mod year;

pub use amount::{Amount, AmountError, Ratio};
pub use city::{City, Contact, Department, Licence, MunicipalityCode};
pub use code::{DirectionCode, GoalCode, Id, MeasureCode, Word};
pub use committee::{Committee, Meeting, Opinion, Subject};
pub use date::{Date, YearMonth};
pub use edition::{Chapter, ChapterKind, Edition, Entry, Field, Gap, Rated, Slot};
pub use former::{Former, Lasting};
pub use kpi::{Better, FormerKpi, Kind, Kpi, Target, TargetValue};
pub use number::{Home, Spot};
pub use plan::{
    DepartmentIx, Direction, Goal, KpiIx, Measure, Part, Plan, PriorityProject, Program, ProgramIx, RatingLevel,
};
pub use progress::{Progress, Standing};
pub use prose::{Block, DataBlock, Figure, FigureField, Inline, Prose};
pub use question::{NOTABLE, Question};
pub use rating::Rating;
pub use report::{Cell, KpiRow, Publication, Reading, Report};
pub use restatement::Restatement;
pub use series::{Observation, Population, PopulationKind, PopulationPoint, Series, Status};
pub use year::{Basis, Era, EraYear, FiscalYear, Period, YEARS};
