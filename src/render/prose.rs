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
    // Most texts find room here.
    let mut out = String::with_capacity(1024);
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
    match first {
        Some(1) => out.push_str("<ol>\n"),
        Some(start) => out.push_str(&format!("<ol start=\"{start}\">\n")),
        None => out.push_str("<ul>\n"),
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
    out.push_str(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
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
    out.extend(["<", tag, ">"]);
    inlines(inner, figures, out);
    out.extend(["</", tag, ">"]);
}

/// Escapes text for HTML content and quoted attributes; characters that HTML forbids are dropped.
pub(crate) fn escape(text: &str, out: &mut String) {
    match may_hold_special(text.as_bytes()) {
        true => out.extend(escaped(text)),
        false => out.push_str(text),
    }
}

/// Every text of every page passes here, nearly all of it without a special character: it is looked at in blocks without a
/// stop, the last of them over the one before.
fn may_hold_special(text: &[u8]) -> bool {
    const BLOCK: usize = 16;
    let in_block = |block: &[u8; BLOCK]| block.iter().fold(false, |found, byte| found | may_be_special(*byte));
    match text.last_chunk() {
        Some(last) => {
            let blocks = text.as_chunks().0.iter().chain([last]);
            blocks.fold(false, |found, block| found | in_block(block))
        }
        None => text.iter().any(|byte| SPECIAL[usize::from(*byte)]),
    }
}

/// The same piece by piece: runs of plain text as they are, and what stands for the characters between them.
pub(crate) fn escaped(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let mut special = "";
    std::iter::from_fn(move || {
        if !special.is_empty() {
            return Some(std::mem::take(&mut special));
        }
        if rest.is_empty() {
            return None;
        }
        let (end, length, entity) = first_special(rest).unwrap_or((rest.len(), 0, ""));
        let plain = &rest[..end];
        rest = &rest[end + length..];
        special = entity;
        Some(plain)
    })
}

/// The first character that cannot stand as it is: where, how long, and what stands for it.
fn first_special(text: &str) -> Option<(usize, usize, &'static str)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + bytes[from..].iter().position(|byte| SPECIAL[usize::from(*byte)])?;
        match bytes[at] {
            b'&' => return Some((at, 1, "&amp;")),
            b'<' => return Some((at, 1, "&lt;")),
            b'>' => return Some((at, 1, "&gt;")),
            b'"' => return Some((at, 1, "&quot;")),
            b'\'' => return Some((at, 1, "&#39;")),
            // U+0080 to U+009F, the other control characters, are two bytes.
            0xC2 if bytes.get(at + 1).is_some_and(|next| *next < 0xA0) => return Some((at, 2, "")),
            0xC2 => from = at + 1,
            _ => return Some((at, 1, "")),
        }
    }
}

/// Whether such a character may begin with this byte. Compared one by one: a `match` has branches, and then no block is looked
/// at at once.
const fn may_be_special(byte: u8) -> bool {
    let control = (byte < b' ') & (byte != b'\n') & (byte != b'\t');
    let markup = (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'');
    control | markup | (byte == 0x7F) | (byte == 0xC2)
}

/// The same for every byte.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < special.len() {
        special[byte] = may_be_special(byte as u8);
        byte += 1;
    }
    special
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_could_mistake_is_escaped_and_the_rest_is_left() {
        let escaped = |text| escaped(text).collect::<String>();
        assert_eq!(
            escaped("<a href='x'>&\"柏崎\"</a>"),
            "&lt;a href=&#39;x&#39;&gt;&amp;&quot;柏崎&quot;&lt;/a&gt;"
        );
        assert_eq!(escaped("a\0\u{7f}\u{85}\u{9f}\u{a0}é\n\t<"), "a\u{a0}é\n\t&lt;");
        assert_eq!(escaped(""), "");
    }

    #[test]
    fn no_place_of_a_text_is_passed_over() {
        let plain = "柏崎市の報告書、令和3（2021）年度。".repeat(2);
        for length in 0..plain.len() {
            let plain = &plain.as_bytes()[..length];
            assert!(!may_hold_special(plain));
            for at in 0..length {
                let mut text = plain.to_vec();
                text[at] = b'<';
                assert!(may_hold_special(&text), "{at} of {length}");
            }
        }
    }
}
