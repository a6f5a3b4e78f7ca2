//! A chapter: its text, its numbered sections, and the generated content it places.

use std::sync::Arc;

use serde::Serialize;

use super::{
    Extent, Link, Views, chart::ChartView, cover::RatingView, goal::GoalView, goal_codes, kpi::KpiTable,
    tree::PolicyTree,
};
use crate::{
    model::{Block, Chapter, DataBlock},
    render::{address::Page, prose},
};

/// A chapter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChapterView {
    /// Its anchor.
    pub(crate) id: &'static str,
    /// From its place.
    pub(crate) number: usize,
    /// Without number.
    pub(crate) title: String,
    /// Of its heading, 1 to 6.
    pub(crate) level: u8,
    /// In reading order.
    pub(crate) blocks: Vec<BlockView>,
}

/// A block of a chapter.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum BlockView {
    /// Narrative.
    Text { html: String },
    /// The heading of a numbered section.
    Section {
        level: u8,
        id: String,
        number: usize,
        html: String,
    },
    /// The plan's parts.
    Parts { level: u8, parts: Vec<PartView> },
    /// What the ratings mean.
    RatingScale { note: String, levels: Vec<LevelView> },
    /// Top goal, projects, goals to measures.
    PolicyTree(Box<PolicyTree>),
    /// The priority projects.
    Projects { projects: Vec<ProjectView> },
    /// Links to the goals' own pages.
    GoalList { goals: Vec<Link> },
    /// The goals themselves.
    Goals { goals: Vec<GoalView> },
    /// The population chart and its table.
    Population { chart: Box<ChartView> },
}

/// 第1編 総論.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartView {
    number: usize,
    name: String,
    html: String,
}

/// A level of the rating scale.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LevelView {
    rating: RatingView,
    html: String,
}

/// 重点プロジェクト.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProjectView {
    level: u8,
    id: String,
    number: usize,
    name: String,
    html: String,
    table: KpiTable,
    charts: Vec<Arc<ChartView>>,
}

impl Views<'_> {
    /// A chapter with its heading at `level`.
    pub(crate) fn chapter(self, chapter: &Chapter, level: u8) -> ChapterView {
        let mut sections = 0;
        let blocks = chapter.body.blocks.iter().map(|block| match block {
            Block::Section(title) => {
                sections += 1;
                BlockView::Section {
                    level: level + 1,
                    id: format!("{}-{sections}", chapter.kind.id()),
                    number: sections,
                    html: prose::inline_html(title, self.figures()),
                }
            }
            Block::Data(data) => self.data(*data, level, sections > 0),
            text => BlockView::Text {
                html: prose::block_html(text, self.figures()),
            },
        });
        let blocks = blocks.collect();
        ChapterView {
            id: chapter.kind.id(),
            number: self.edition.number(chapter.kind).unwrap_or_default(),
            title: chapter.title.clone(),
            level,
            blocks,
        }
    }

    fn data(self, data: DataBlock, level: u8, in_section: bool) -> BlockView {
        let below = level + 1 + u8::from(in_section);
        match data {
            DataBlock::Parts => {
                let parts = (1..).zip(&self.plan().parts);
                let parts = parts.map(|(number, part)| PartView {
                    number,
                    name: part.name.clone(),
                    html: self.html(&part.description),
                });
                BlockView::Parts {
                    level: below,
                    parts: parts.collect(),
                }
            }
            DataBlock::RatingScale => {
                let levels = self.plan().rating_levels.iter();
                let levels = levels.map(|level| LevelView {
                    rating: level.rating.into(),
                    html: self.html(&level.meaning),
                });
                BlockView::RatingScale {
                    note: self.html(&self.plan().rating_note),
                    levels: levels.collect(),
                }
            }
            DataBlock::PolicyTree => BlockView::PolicyTree(Box::new(self.policy_tree(below))),
            DataBlock::Projects => BlockView::Projects {
                projects: self.projects(below),
            },
            DataBlock::Goals if self.extent == Extent::Part => BlockView::GoalList {
                goals: goal_codes(self.plan())
                    .map(|code| self.link(Page::Goal(code)))
                    .collect(),
            },
            DataBlock::Goals => BlockView::Goals {
                goals: goal_codes(self.plan())
                    .filter_map(|code| self.goal(code, below))
                    .collect(),
            },
            DataBlock::Population => BlockView::Population {
                chart: Box::new(self.population_chart()),
            },
        }
    }

    fn projects(self, level: u8) -> Vec<ProjectView> {
        let projects = (1..).zip(&self.plan().projects);
        projects
            .map(|(number, project)| ProjectView {
                level,
                id: format!("project-{number}"),
                number,
                name: project.name.clone(),
                html: self.html(&project.description),
                table: self.kpi_table(&project.name, "最重要業績評価指標（KPI）", &project.kpis, false),
                charts: self.kpi_charts(&project.kpis),
            })
            .collect()
    }
}
