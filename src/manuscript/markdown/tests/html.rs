//! Writes a document as HTML, only to compare it with what was expected. The report's own writer is the renderer's.

use super::super::{Content, Document, TypedBlock, TypedInline};
use crate::model::{Block, FigureField, Inline};

pub fn write(document: &Document) -> String {
    document.items.iter().map(|item| content(&item.content)).collect()
}

fn content(content: &Content) -> String {
    match content {
        Content::Heading { level, title } => {
            let content = title.clone().into_content();
            format!("<h{level}>{}</h{level}>", inlines(&content))
        }
        Content::Block(content) => block(content),
    }
}

fn block(block: &TypedBlock) -> String {
    match block {
        Block::Paragraph(content) => format!("<p>{}</p>", inlines(content)),
        Block::Section(content) => format!("<section>{}</section>", inlines(content)),
        Block::Data(data) => {
            let name = data.name();
            format!("<data {name}>")
        }
        Block::List { first, items } => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", blocks(item))).collect();
            match first {
                Some(first) => format!("<ol {first}>{items}</ol>"),
                None => format!("<ul>{items}</ul>"),
            }
        }
    }
}

fn blocks(blocks: &[TypedBlock]) -> String {
    blocks.iter().map(block).collect()
}

fn inlines(inlines: &[TypedInline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &TypedInline) -> String {
    match inline {
        Inline::Text(text) => escaped(text),
        Inline::Strong(inner) => format!("<strong>{}</strong>", inlines(inner)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inlines(inner)),
        Inline::Deleted(inner) => format!("<del>{}</del>", inlines(inner)),
        Inline::Code(code) => format!("<code>{}</code>", escaped(code)),
        Inline::Link { url, content } => format!("<a {}>{}</a>", escaped(url), inlines(content)),
        Inline::Break => "<br>".to_owned(),
        Inline::Figure(figure) => {
            let field = FigureField::ALL
                .iter()
                .find(|(_, known)| *known == figure.field)
                .unwrap()
                .0;
            format!("<figure {} {field}>", figure.kpi.value)
        }
        Inline::PlanPeriod => "<period>".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
