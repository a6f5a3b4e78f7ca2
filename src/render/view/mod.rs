//! What templates are given: typed, and every figure already the text that readers see. Templates arrange; they compute
//! nothing, so a city may rearrange them without a wrong number coming of it.

mod chapter;
mod chart;
mod cover;
mod frame;
mod goal;
mod kpi;
mod open_data;
mod tree;

pub(crate) use chapter::{ChapterView, Goals};
pub(crate) use cover::{ContentsLine, Cover, Editions, Summary};
pub(crate) use frame::{Frame, Link};
pub(crate) use goal::GoalView;
pub(crate) use open_data::OpenData;

use super::prose::{self, Figures};
use crate::model::{Edition, GoalCode, Plan, Prose, Publication};

/// Makes views of one edition.
#[derive(Clone, Copy)]
pub(crate) struct Views<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) edition: &'a Edition,
}

impl<'a> Views<'a> {
    fn figures(self) -> Figures<'a> {
        Figures { publication: self.publication, edition: self.edition }
    }

    fn html(self, text: &Prose) -> String {
        prose::html(text, self.figures())
    }

    fn plan(self) -> &'a Plan {
        &self.publication.plan
    }
}

/// The codes of the goals, in order.
pub(crate) fn goal_codes(plan: &Plan) -> impl Iterator<Item = GoalCode> {
    (1u8..).zip(&plan.goals).filter_map(|(number, _)| std::num::NonZeroU8::new(number).map(GoalCode))
}
