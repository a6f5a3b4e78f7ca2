//! A chapter: its text, its numbered sections, and the generated content it places.

use serde::Serialize;

use super::{
    Extent, Link, Views,
    cover::RatingView,
    goal::GoalView,
    kpi::KpiTable,
    text::{GapView, NoteView, TextView},
    tree::PolicyTree,
};
use crate::{
    draft::{Home, Spot, number},
    model::{Block, Chapter, DataBlock, Gap},
    render::{address::Page, prose},
};

/// A chapter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChapterView<'a> {
    /// Its anchor.
    pub(crate) id: &'static str,
    /// From its place.
    pub(crate) number: usize,
    /// Without number.
    pub(crate) title: &'a str,
    /// Of its heading, 1 to 6.
    pub(crate) level: u8,
    /// What stands in its text's place, if that is not there.
    pub(crate) gap: Option<GapView>,
    /// What a draft has to say of it as a whole.
    pub(crate) notes: Vec<NoteView>,
    /// In reading order.
    pub(crate) blocks: Vec<BlockView<'a>>,
}

/// A block of a chapter.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum BlockView<'a> {
    Text(TextBlock<'a>),
    Section(SectionView),
    Parts(PartList<'a>),
    RatingScale(RatingScale<'a>),
    PolicyTree(PolicyTree<'a>),
    Projects(ProjectList<'a>),
    GoalList(GoalLinks<'a>),
    Goals(GoalList<'a>),
    Population(Population<'a>),
}

/// Narrative.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TextBlock<'a> {
    pub(crate) text: TextView<'a>,
}

/// The heading of a numbered section.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionView {
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) number: usize,
    pub(crate) html: String,
}

/// The plan's parts.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartList<'a> {
    pub(crate) level: u8,
    pub(crate) parts: Vec<PartView<'a>>,
}

/// What the ratings mean.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RatingScale<'a> {
    pub(crate) note: TextView<'a>,
    pub(crate) levels: Vec<LevelView<'a>>,
}

/// The priority projects.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProjectList<'a> {
    pub(crate) projects: Vec<ProjectView<'a>>,
}

/// Links to the goals' own pages.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GoalLinks<'a> {
    pub(crate) goals: Vec<Link<'a>>,
}

/// The goals themselves.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GoalList<'a> {
    pub(crate) goals: Vec<GoalView<'a>>,
}

/// The population chart and its table, or what stands in their place.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Population<'a> {
    pub(crate) charts: Vec<&'a str>,
    pub(crate) gap: Option<GapView>,
}

/// 第1編 総論.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartView<'a> {
    pub(crate) number: usize,
    pub(crate) name: &'a str,
    pub(crate) text: TextView<'a>,
}

/// A level of the rating scale.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LevelView<'a> {
    pub(crate) rating: RatingView,
    pub(crate) text: TextView<'a>,
}

/// 重点プロジェクト.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProjectView<'a> {
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) number: usize,
    pub(crate) name: &'a str,
    pub(crate) text: TextView<'a>,
    /// Absent where no KPI is left.
    pub(crate) table: Option<KpiTable<'a>>,
    pub(crate) charts: Vec<&'a str>,
}

impl<'a> Views<'a> {
    /// A chapter with its heading at `level`.
    pub(crate) fn chapter(self, chapter: &'a Chapter, level: u8) -> ChapterView<'a> {
        let home = Home::Chapter(chapter.kind);
        let (mut sections, mut paragraphs) = (0, 0);
        let blocks = chapter.body.blocks.iter().map(|block| match block {
            Block::Section(title) => {
                sections += 1;
                BlockView::Section(SectionView {
                    level: level + 1,
                    id: format!("{}-{sections}", chapter.kind.id()),
                    number: sections,
                    html: prose::inline_html(title, self.figures()),
                })
            }
            Block::Data(data) => self.data(*data, level, sections > 0),
            text => {
                paragraphs += usize::from(number::is_counted(text));
                BlockView::Text(TextBlock {
                    text: self.block(text, home, paragraphs),
                })
            }
        });
        let blocks = blocks.collect();
        ChapterView {
            id: chapter.kind.id(),
            number: self.edition.number(chapter.kind).unwrap_or_default(),
            title: &chapter.title,
            level,
            gap: chapter
                .gap
                .as_ref()
                .map(|gap| GapView::new(gap, format!("「{}」の本文", chapter.title))),
            notes: self.notes(Spot::Home(home)),
            blocks,
        }
    }

    fn data(self, data: DataBlock, level: u8, in_section: bool) -> BlockView<'a> {
        let below = level + 1 + u8::from(in_section);
        match data {
            DataBlock::Parts => {
                let parts = (1..).zip(&self.plan().parts);
                let parts = parts.map(|(number, part)| PartView {
                    number,
                    name: &part.name,
                    text: self.text(&part.description, Home::Part(number)),
                });
                BlockView::Parts(PartList {
                    level: below,
                    parts: parts.collect(),
                })
            }
            DataBlock::RatingScale => {
                let levels = self.plan().rating_levels.iter();
                let levels = levels.map(|level| LevelView {
                    rating: level.rating.into(),
                    text: self.text(&level.meaning, Home::Level(level.rating)),
                });
                BlockView::RatingScale(RatingScale {
                    note: self.text(&self.plan().rating_note, Home::RatingNote),
                    levels: levels.collect(),
                })
            }
            DataBlock::PolicyTree => BlockView::PolicyTree(self.policy_tree(below)),
            DataBlock::Projects => BlockView::Projects(ProjectList {
                projects: self.projects(below),
            }),
            DataBlock::Goals if self.extent == Extent::Part => BlockView::GoalList(GoalLinks {
                goals: self
                    .plan()
                    .goal_codes()
                    .map(|code| self.link(Page::Goal(code)))
                    .collect(),
            }),
            DataBlock::Goals => BlockView::Goals(GoalList {
                goals: self
                    .plan()
                    .goal_codes()
                    .filter_map(|code| self.goal(code, below))
                    .collect(),
            }),
            DataBlock::Population => {
                let gap = self.publication.population.points.is_empty();
                BlockView::Population(Population {
                    charts: (!gap).then(|| self.population_part()).into_iter().collect(),
                    gap: gap.then(|| GapView::new(&Gap::Missing, "総人口の推移（series/population.csv）")),
                })
            }
        }
    }

    fn projects(self, level: u8) -> Vec<ProjectView<'a>> {
        let projects = (1..).zip(&self.plan().projects);
        projects
            .map(|(number, project)| ProjectView {
                level,
                id: format!("project-{number}"),
                number,
                name: &project.name,
                text: self.text(&project.description, Home::Project(number)),
                table: (!project.kpis.is_empty())
                    .then(|| self.kpi_table(&project.name, "最重要業績評価指標（KPI）", &project.kpis, false)),
                charts: self.kpi_charts(&project.kpis),
            })
            .collect()
    }
}
