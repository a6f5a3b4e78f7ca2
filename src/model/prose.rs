//! Narrative text after checking: a small tree that has no place for raw HTML, scripts or images.
//! Reading Markdown into it is the manuscript's work, writing HTML from it the renderer's.

use super::{ChapterKind, KpiIx};

/// A piece of narrative: the blocks of one field, introduction or chapter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose<K = KpiIx> {
    /// In reading order.
    pub blocks: Vec<Block<K>>,
}

/// A block of narrative. `K` is how a KPI is named: by id as written, by index once checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<K = KpiIx> {
    /// A paragraph.
    Paragraph(Vec<Inline<K>>),
    /// A list; `first` is the number of the first item when it is ordered.
    List {
        /// `None` for a bulleted list.
        first: Option<u64>,
        /// Each item's blocks.
        items: Vec<Vec<Block<K>>>,
    },
    /// A section's title (`##`); only chapters have any, and its number is generated.
    Section(Vec<Inline<K>>),
    /// A place where generated content stands; only chapters have any.
    Data(DataBlock),
}

/// Text within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<K = KpiIx> {
    /// Plain text, to be escaped by whoever writes it out.
    Text(String),
    /// `**強調**`.
    Strong(Vec<Inline<K>>),
    /// `*強調*`.
    Emphasis(Vec<Inline<K>>),
    /// `~~廃止~~`.
    Deleted(Vec<Inline<K>>),
    /// `` `code` ``.
    Code(String),
    /// A link; `url` is `http(s):`, `mailto:`, relative or a fragment, never a script.
    Link {
        /// The checked address.
        url: String,
        /// What is clicked.
        content: Vec<Inline<K>>,
    },
    /// A forced line break.
    Break,
    /// A KPI's figure by reference: `{kpi:patents.actual}`.
    Figure(Figure<K>),
    /// The plan's period by reference: `{plan:period}`.
    PlanPeriod,
}

/// A figure named in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<K = KpiIx> {
    /// Whose figure.
    pub kpi: K,
    /// Which one.
    pub field: FigureField,
}

/// The figures of a KPI that a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureField {
    /// 当初.
    Baseline,
    /// 前年度.
    Previous,
    /// 実績値.
    Actual,
    /// 目標値.
    Target,
    /// 実績値 − 前年度, with its sign.
    Change,
}

/// Generated content that a chapter places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataBlock {
    /// `{plan:parts}`: the plan's composition.
    Parts,
    /// `{plan:rating-scale}`: the four levels.
    RatingScale,
    /// `{plan:policy-tree}`: top goal, projects, goals to measures.
    PolicyTree,
    /// `{plan:projects}`: every priority project with its KPIs.
    Projects,
    /// `{plan:goals}`: every goal with its directions.
    Goals,
    /// `{chart:population}`: the population chart and its table.
    Population,
}

impl FigureField {
    /// Name in sources and variant.
    pub const ALL: [(&'static str, Self); 5] = [
        ("baseline", Self::Baseline),
        ("previous", Self::Previous),
        ("actual", Self::Actual),
        ("target", Self::Target),
        ("change", Self::Change),
    ];
}

impl DataBlock {
    /// Name in sources and variant.
    pub const ALL: [(&'static str, Self); 6] = [
        (Self::Parts.name(), Self::Parts),
        (Self::RatingScale.name(), Self::RatingScale),
        (Self::PolicyTree.name(), Self::PolicyTree),
        (Self::Projects.name(), Self::Projects),
        (Self::Goals.name(), Self::Goals),
        (Self::Population.name(), Self::Population),
    ];
}

impl DataBlock {
    /// Name in sources.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parts => "plan:parts",
            Self::RatingScale => "plan:rating-scale",
            Self::PolicyTree => "plan:policy-tree",
            Self::Projects => "plan:projects",
            Self::Goals => "plan:goals",
            Self::Population => "chart:population",
        }
    }

    /// The chapter it belongs in.
    pub fn chapter(self) -> ChapterKind {
        match self {
            Self::Parts | Self::RatingScale => ChapterKind::Management,
            Self::Population => ChapterKind::Population,
            Self::PolicyTree => ChapterKind::PolicyTree,
            Self::Projects => ChapterKind::Projects,
            Self::Goals => ChapterKind::Goals,
        }
    }
}

impl<K> Prose<K> {
    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text without markup; figures by reference are left to `figure`.
    pub fn plain(&self, figure: &impl Fn(&Figure<K>) -> String) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() {
                out.push('\n');
            }
            block.visit(&mut |inline| match inline {
                Inline::Text(text) | Inline::Code(text) => out.push_str(text),
                Inline::Figure(named) => out.push_str(&figure(named)),
                _ => {}
            });
        }
        out
    }
}

impl<K> Block<K> {
    /// Every figure named anywhere in the block.
    pub fn figures(&self) -> Vec<&Figure<K>> {
        let mut found = Vec::new();
        self.visit(&mut |inline| {
            if let Inline::Figure(figure) = inline {
                found.push(figure);
            }
        });
        found
    }

    fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Inline<K>)) {
        match self {
            Block::Paragraph(inlines) | Block::Section(inlines) => inlines.iter().for_each(|i| i.visit(see)),
            Block::List { items, .. } => items.iter().flatten().for_each(|block| block.visit(see)),
            Block::Data(_) => {}
        }
    }

    /// The same block with every KPI named otherwise; `None` from `name` drops the figure (its absence was reported).
    pub fn with_names<L>(&self, name: &impl Fn(&K) -> Option<L>) -> Block<L> {
        match self {
            Block::Paragraph(content) => Block::Paragraph(Inline::all_with_names(content, name)),
            Block::Section(content) => Block::Section(Inline::all_with_names(content, name)),
            Block::Data(data) => Block::Data(*data),
            Block::List { first, items } => {
                let blocks = |item: &Vec<Block<K>>| item.iter().map(|block| block.with_names(name)).collect();
                Block::List {
                    first: *first,
                    items: items.iter().map(blocks).collect(),
                }
            }
        }
    }
}

impl<K> Inline<K> {
    fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Inline<K>)) {
        see(self);
        match self {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => {
                inner.iter().for_each(|i| i.visit(see));
            }
            Inline::Link { content, .. } => content.iter().for_each(|i| i.visit(see)),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Figure(_) | Inline::PlanPeriod => {}
        }
    }

    fn all_with_names<L>(inlines: &[Self], name: &impl Fn(&K) -> Option<L>) -> Vec<Inline<L>> {
        // Nearly all of them stay, and most are a single text.
        let mut named = Vec::with_capacity(inlines.len());
        named.extend(inlines.iter().filter_map(|inline| inline.with_names(name)));
        named
    }

    fn with_names<L>(&self, name: &impl Fn(&K) -> Option<L>) -> Option<Inline<L>> {
        let all = |inner: &[Self]| Self::all_with_names(inner, name);
        Some(match self {
            Inline::Text(text) => Inline::Text(text.clone()),
            Inline::Code(text) => Inline::Code(text.clone()),
            Inline::Break => Inline::Break,
            Inline::PlanPeriod => Inline::PlanPeriod,
            Inline::Strong(inner) => Inline::Strong(all(inner)),
            Inline::Emphasis(inner) => Inline::Emphasis(all(inner)),
            Inline::Deleted(inner) => Inline::Deleted(all(inner)),
            Inline::Link { url, content } => Inline::Link {
                url: url.clone(),
                content: all(content),
            },
            Inline::Figure(figure) => Inline::Figure(Figure {
                kpi: name(&figure.kpi)?,
                field: figure.field,
            }),
        })
    }
}
