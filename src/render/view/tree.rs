//! The policy tree as a table: one row a measure, goals and directions spanning theirs.

use serde::Serialize;

use super::{Extent, Link, Views};
use crate::{
    model::{ChapterKind, GoalCode},
    render::address::{self, Page},
};

/// The policy tree.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PolicyTree {
    pub(crate) level: u8,
    pub(crate) top_goal: String,
    pub(crate) projects: Vec<Link>,
    pub(crate) rows: Vec<TreeRow>,
}

/// One measure, and what begins with it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TreeRow {
    pub(crate) goal: Option<Span>,
    pub(crate) direction: Option<Span>,
    pub(crate) measure: Link,
}

/// A cell over several rows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Span {
    pub(crate) rows: usize,
    pub(crate) link: Link,
}

impl Views<'_> {
    /// The tree; its links lead to the other pages, or into this one if it holds all.
    pub(crate) fn policy_tree(self, level: u8) -> PolicyTree {
        let whole = self.extent == Extent::Whole;
        let plan = self.plan();
        let page = |code: GoalCode| {
            if whole {
                String::new()
            } else {
                self.file(Page::Goal(code))
            }
        };
        let projects_page = if whole {
            String::new()
        } else {
            self.file(Page::Chapter(ChapterKind::Projects))
        };
        let projects = (1..).zip(&plan.projects).map(|(number, project)| {
            Link::new(
                format!("{projects_page}#project-{number}"),
                format!("{number} {}", project.name),
            )
        });
        let mut rows = Vec::new();
        for (code, goal) in plan.coded_goals() {
            let page = page(code);
            let all: usize = goal.directions.iter().map(|direction| direction.measures.len()).sum();
            let goal_link = if page.is_empty() {
                format!("#goal-{code}")
            } else {
                page.clone()
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
                    let href = format!("{page}#{}", address::measure(measure.code));
                    rows.push(TreeRow {
                        goal: goal_span.take(),
                        direction: direction_span.take(),
                        measure: Link::new(href, format!("({}) {}", measure.code.number, measure.name)),
                    });
                }
            }
        }
        PolicyTree {
            level,
            top_goal: plan.top_goal.clone(),
            projects: projects.collect(),
            rows,
        }
    }
}
