//! Narrative as plain text: a line for each paragraph and list item, figures filled in, marks of emphasis gone.

use super::origin::Origin;
use crate::model::{Block, Inline, Prose};

/// The text of a narrative.
pub(crate) fn plain(prose: &Prose, origin: Origin) -> String {
    let mut lines = String::new();
    for block in &prose.blocks {
        collect(block, origin, &mut lines);
    }
    // Every line was ended, and the last one needs no end.
    lines.pop();
    lines
}

fn collect(block: &Block, origin: Origin, lines: &mut String) {
    match block {
        Block::Paragraph(content) | Block::Section(content) => {
            inlines(content, origin, lines);
            lines.push('\n');
        }
        Block::List { first, items } => {
            for (at, item) in (0..).zip(items) {
                let start = lines.len();
                item.iter().for_each(|block| collect(block, origin, lines));
                let is_said = lines.len() > start;
                match first {
                    _ if !is_said => {}
                    None => lines.insert(start, '・'),
                    Some(first) => lines.insert_str(start, &format!("{}. ", first + at)),
                }
            }
        }
        Block::Data(_) => {}
    }
}

fn inlines(content: &[Inline], origin: Origin, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => inlines(inner, origin, out),
            Inline::Link { content, .. } => inlines(content, origin, out),
            Inline::Break => out.push('\n'),
            Inline::Figure(figure) => out.push_str(&origin.publication.figure(origin.edition, figure)),
            Inline::PlanPeriod => out.push_str(&origin.publication.plan.period()),
        }
    }
}
