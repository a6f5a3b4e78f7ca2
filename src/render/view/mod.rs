//! What templates are given: typed, and every figure already the text that readers see. Templates arrange; they compute
//! nothing, so a city may rearrange them without a wrong number coming of it.

mod accessibility;
mod change;
mod chapter;
mod chart;
mod committee;
mod comparison;
mod cover;
mod department;
mod draft_board;
mod draft_changes;
mod draft_checklist;
mod draft_frame;
mod draft_questions;
mod frame;
mod goal;
mod kpi;
mod kpi_page;
mod matrix;
mod open_data;
mod overview;
mod parts;
mod revisions;
mod text;
mod tree;
mod wording;

pub(crate) use accessibility::Accessibility;
pub(crate) use chapter::{BlockView, ChapterView};
pub(crate) use committee::CommitteeView;
pub(crate) use comparison::Comparison;
pub(crate) use cover::{ContentsLine, Cover, Editions, Summary};
pub(crate) use department::{DepartmentList, DepartmentView};
pub(crate) use draft_board::BoardView;
pub(crate) use draft_changes::ChangesView;
pub(crate) use draft_checklist::Checklist;
pub(crate) use draft_questions::QuestionsView;
pub(crate) use frame::{Frame, Link};
pub(crate) use goal::GoalView;
pub(crate) use kpi_page::KpiPageView;
pub(crate) use matrix::Matrix;
pub(crate) use open_data::OpenData;
pub(crate) use overview::Overview;
pub(crate) use parts::Parts;
pub(crate) use revisions::Revisions;

use super::prose::{self, Figures};
use crate::{
    draft::Draft,
    model::{Edition, Plan, Prose, Publication},
};

/// Makes views of one edition.
#[derive(Clone, Copy)]
pub(crate) struct Views<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) edition: &'a Edition,
    pub(crate) extent: Extent,
    /// What a draft shows beside the report; `None` for the report itself.
    pub(crate) draft: Option<&'a Draft>,
    /// Of this edition.
    pub(crate) parts: &'a Parts<'a>,
}

/// How much of the report the page at hand holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// A part of it: other parts are links to other pages.
    Part,
    /// All of it: every link stays within the page.
    Whole,
}

impl<'a> Views<'a> {
    fn figures(self) -> Figures<'a> {
        Figures {
            publication: self.publication,
            edition: self.edition,
        }
    }

    fn html(self, text: &Prose) -> String {
        prose::html(text, self.figures())
    }

    fn plan(self) -> &'a Plan {
        &self.publication.plan
    }
}
