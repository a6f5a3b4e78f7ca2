//! The policy tree as a table: one row a measure, goals and directions spanning theirs.

use std::borrow::Cow;

use serde::Serialize;

use super::{Extent, Link, Views};
use crate::{
    model::ChapterKind,
    render::address::{self, Page},
};

/// The policy tree.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PolicyTree<'a> {
    pub(crate) level: u8,
    pub(crate) top_goal: &'a str,
    pub(crate) projects: Vec<Link<'a>>,
    pub(crate) rows: Vec<TreeRow<'a>>,
}

/// One measure, and what begins with it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TreeRow<'a> {
    pub(crate) goal: Option<Span<'a>>,
    pub(crate) direction: Option<Span<'a>>,
    pub(crate) measure: Link<'a>,
}

/// A cell over several rows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Span<'a> {
    pub(crate) rows: usize,
    pub(crate) link: Link<'a>,
}

impl<'a> Views<'a> {
    /// The tree; its links lead to the other pages, or into this one if it holds all.
    pub(crate) fn policy_tree(self, level: u8) -> PolicyTree<'a> {
        let whole = self.extent == Extent::Whole;
        let plan = self.plan();
        let page = |page: Page| if whole { "" } else { self.file(page) };
        let projects_page = page(Page::Chapter(ChapterKind::Projects));
        let projects = (1..).zip(&plan.projects).map(|(number, project)| {
            Link::new(
                format!("{projects_page}#project-{number}"),
                format!("{number} {}", project.name),
            )
        });
        let mut rows = Vec::new();
        for (code, goal) in plan.coded_goals() {
            let page = page(Page::Goal(code));
            let all: usize = goal.directions.iter().map(|direction| direction.measures.len()).sum();
            let goal_link = if page.is_empty() {
                format!("#goal-{code}").into()
            } else {
                Cow::Borrowed(page)
            };
            let mut goal_span = Some(Span {
                rows: all,
                link: Link::new(goal_link, format!("{} {}", code.roman(), goal.name)),
            });
            for (number, direction) in (1..).zip(&goal.directions) {
                let href = format!("{page}#direction-{code}-{number}");
                let link = Link::new(href, format!("{number} {}", direction.name));
                let mut direction_span = Some(Span {
                    rows: direction.measures.len(),
                    link,
                });
                for measure in &direction.measures {
                    let texts = self.measure_texts(measure);
                    rows.push(TreeRow {
                        goal: goal_span.take(),
                        direction: direction_span.take(),
                        measure: Link::new(address::within(page, texts.id()), texts.under_direction()),
                    });
                }
            }
        }
        PolicyTree {
            level,
            top_goal: &plan.top_goal,
            projects: projects.collect(),
            rows,
        }
    }
}
