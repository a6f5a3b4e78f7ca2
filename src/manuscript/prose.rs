//! Narrative as written: the tree of a Markdown text with the place of every block.

use super::{
    fault::{FaultKind, Form},
    faults::Faults,
    markdown::{Content, Document, Item, MarkdownFaultKind},
};
use crate::{
    model::{Block, DataBlock, Prose},
    source::{Place, Spanned},
};

/// A narrative and where it stands.
#[derive(Debug, Clone)]
pub struct Written {
    /// The whole.
    pub place: Place,
    /// Block by block.
    pub blocks: Vec<WrittenBlock>,
}

/// One block and where it stands.
#[derive(Debug, Clone)]
pub struct WrittenBlock {
    /// From its first to its last byte.
    pub place: Place,
    /// KPIs are named by what was typed.
    pub block: Block<Spanned<String>>,
}

/// Paragraphs, lists and headings of one text: many times those of the longest chapter. Each is looked at by itself, which
/// takes hundreds of times the memory of a short one.
const MOST_BLOCKS: usize = 5_000;

/// So many of a text's paragraphs, lists and headings as may be.
pub(super) fn bounded<'t>(items: Vec<Item<'t>>, faults: &mut Faults) -> impl Iterator<Item = Item<'t>> + use<'t> {
    if let Some(first) = items.get(MOST_BLOCKS) {
        let (text, form) = (items.len().to_string(), Form::Blocks);
        faults.push(first.place, FaultKind::NotOfForm { text, form });
    }
    items.into_iter().take(MOST_BLOCKS)
}

/// A place for a table or chart in a text that has none.
pub(super) fn elsewhere(data: DataBlock) -> FaultKind {
    FaultKind::Markdown(MarkdownFaultKind::DataBlockElsewhere { name: data.name() })
}

impl Written {
    /// A text that may have no headings, and no places for tables and charts.
    pub(super) fn without_headings(place: Place, document: Document, faults: &mut Faults) -> Self {
        Self::collect(place, document, faults, false)
    }

    /// A chapter's text: `##` are its sections.
    pub(super) fn with_sections(place: Place, document: Document, faults: &mut Faults) -> Self {
        Self::collect(place, document, faults, true)
    }

    fn collect(place: Place, document: Document, faults: &mut Faults, chapter: bool) -> Self {
        for fault in document.faults {
            faults.push(fault.place, FaultKind::Markdown(fault.kind));
        }
        let mut blocks = Vec::with_capacity(document.items.len().min(MOST_BLOCKS));
        for item in bounded(document.items, faults) {
            match item.content {
                Content::Block(Block::Data(data)) if !chapter => faults.push(item.place, elsewhere(data)),
                Content::Block(block) => blocks.push(WrittenBlock {
                    place: item.place,
                    block,
                }),
                Content::Heading { level, title } if chapter && level == 2 => {
                    blocks.push(WrittenBlock {
                        place: item.place,
                        block: Block::Section(title.into_content()),
                    });
                }
                Content::Heading { title, .. } => {
                    let text = title.text().into_owned();
                    faults.push(item.place, FaultKind::HeadingInText { text });
                }
            }
        }
        Self { place, blocks }
    }

    /// The tree alone, with every KPI named otherwise; a figure without a name drops out.
    pub fn prose<K>(&self, name: &impl Fn(&Spanned<String>) -> Option<K>) -> Prose<K> {
        let blocks = self.blocks.iter();
        Prose {
            blocks: blocks.map(|written| written.block.with_names(name)).collect(),
        }
    }

    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}
