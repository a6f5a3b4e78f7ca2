//! Narrative to HTML. Every text is escaped here; the tree has no way to hold markup of its own.

use crate::model::{Block, Edition, Inline, Prose, Publication};

/// What a narrative may refer to.
#[derive(Clone, Copy)]
pub(crate) struct Figures<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) edition: &'a Edition,
}

/// Paragraphs and lists. Sections and data blocks are the chapter's affair and not written here.
pub(crate) fn html(prose: &Prose, figures: Figures) -> String {
    let mut out = String::new();
    blocks(&prose.blocks, figures, &mut out);
    out
}

/// One block; nothing for a section or data block.
pub(crate) fn block_html(block: &Block, figures: Figures) -> String {
    let mut out = String::new();
    blocks(std::slice::from_ref(block), figures, &mut out);
    out
}

/// Text within a heading.
pub(crate) fn inline_html(content: &[Inline], figures: Figures) -> String {
    let mut out = String::new();
    inlines(content, figures, &mut out);
    out
}

fn blocks(blocks_: &[Block], figures: Figures, out: &mut String) {
    for block in blocks_ {
        match block {
            Block::Paragraph(content) => {
                out.push_str("<p>");
                inlines(content, figures, out);
                out.push_str("</p>\n");
            }
            Block::List { first, items } => list(*first, items, figures, out),
            Block::Section(_) | Block::Data(_) => {}
        }
    }
}

fn list(first: Option<u64>, items: &[Vec<Block>], figures: Figures, out: &mut String) {
    let tag = if first.is_some() { "ol" } else { "ul" };
    match first {
        Some(start) if start != 1 => out.push_str(&format!("<ol start=\"{start}\">\n")),
        _ => out.push_str(&format!("<{tag}>\n")),
    }
    for item in items {
        out.push_str("<li>");
        match &item[..] {
            // An item of one paragraph is that paragraph.
            [Block::Paragraph(content)] => inlines(content, figures, out),
            several => blocks(several, figures, out),
        }
        out.push_str("</li>\n");
    }
    out.push_str(&format!("</{tag}>\n"));
}

fn inlines(content: &[Inline], figures: Figures, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Strong(inner) => wrapped("strong", inner, figures, out),
            Inline::Emphasis(inner) => wrapped("em", inner, figures, out),
            Inline::Deleted(inner) => wrapped("del", inner, figures, out),
            Inline::Code(text) => {
                out.push_str("<code>");
                escape(text, out);
                out.push_str("</code>");
            }
            Inline::Link { url, content } => {
                out.push_str("<a href=\"");
                escape(url, out);
                out.push_str("\">");
                inlines(content, figures, out);
                out.push_str("</a>");
            }
            Inline::Break => out.push_str("<br>"),
            Inline::Figure(figure) => escape(&figures.publication.figure(figures.edition, figure), out),
            Inline::PlanPeriod => escape(&figures.publication.plan.period(), out),
        }
    }
}

fn wrapped(tag: &str, inner: &[Inline], figures: Figures, out: &mut String) {
    out.push_str(&format!("<{tag}>"));
    inlines(inner, figures, out);
    out.push_str(&format!("</{tag}>"));
}

/// Escapes text for HTML content and quoted attributes; characters that HTML forbids are dropped.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
