//! temporary
use crate::model::{Block, Inline};
use crate::source::{Place, Positions, Spanned};
#[derive(Debug)]
pub struct Document {
    pub items: Vec<Item>,
    pub faults: Vec<MarkdownFault>,
}
#[derive(Debug)]
pub struct Item {
    pub place: Place,
    pub content: Content,
}
#[derive(Debug)]
pub enum Content {
    Heading {
        level: u8,
        content: Vec<Inline<Spanned<String>>>,
        text: String,
    },
    Block(Block<Spanned<String>>),
}
#[derive(Debug)]
pub struct MarkdownFault {
    pub place: Place,
    pub kind: MarkdownFaultKind,
}
#[derive(Debug, Clone)]
pub enum MarkdownFaultKind {
    RawHtml,
}
pub fn parse(_: &str, _: &Positions) -> Document {
    Document {
        items: vec![],
        faults: vec![],
    }
}
