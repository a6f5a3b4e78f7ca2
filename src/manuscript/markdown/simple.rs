//! The form of Markdown that narrative is nearly always written in, read in one pass over its lines: headings, paragraphs
//! and flat lists of text without marks, with references in it, and places for data. It knows no mark within a line and no
//! slip. A text that is not surely of this form is left to the library as a whole, which alone says what Markdown is; where
//! both read, they read the same, which `tests/same_tree.rs` and the fuzzer hold.

use memchr::{memchr, memchr_iter};

use super::{
    Content, Document, Item, Title,
    inlines::FIGURE,
    mistakes,
    nodes::Nodes,
    reference::{self, ID_START, Reference},
    scan,
};
use crate::{
    model::{Block, DataBlock, Figure, Inline},
    source::{Positions, Spanned},
};

/// Reads a text; `None` if it must be read by the library.
pub(super) fn read<'t>(text: &'t str, positions: &Positions) -> Option<Document<'t>> {
    if has_sign(text) {
        return None;
    }
    let reader = Reader { text, positions };
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(first) = text.as_bytes().get(at) {
        let (content, end) = match first {
            b'\n' => {
                at += 1;
                continue;
            }
            b'#' => reader.heading(at)?,
            b'-' => reader.list(at)?,
            _ => reader.paragraph(at)?,
        };
        let place = positions.place(at..end);
        items.push(Item { place, content });
        at = end + 1;
    }
    let faults = Vec::new();
    Some(Document { items, faults })
}

/// Whether any sign may mean something within a line, or is no text. Told by bytes, and too often rather than too seldom.
fn has_sign(text: &str) -> bool {
    // From `[` over `\` and `_` to the backquote is one run of ASCII; C1 begins with C2. All of it is looked at without a
    // stop: that is many bytes at once.
    let sign = |byte: u8| {
        matches!(byte, b'['..=b'`' | b'|' | b'~' | b'&' | b'*' | b'<' | 0x7F | 0xC2) | ((byte < b' ') & (byte != b'\n'))
    };
    text.bytes().fold(false, |found, byte| found | sign(byte)) || scan::has_wide_sign(text)
}

/// Whether a line is text to Markdown, and to a reader as well.
fn is_text(line: &str, first_of_item: bool) -> bool {
    let bytes = line.as_bytes();
    let begins_text = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || *byte == b'{';
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.first().is_some_and(begins_text)
        && !matches!(bytes.get(digits), Some(b'.' | b')'))
        // Neither blank nor with white space that nobody sees.
        && !line.ends_with(char::is_whitespace)
        && mistakes::at_line_start(line, first_of_item).is_none()
}

/// The place for data that a line is.
fn data_block(line: &str) -> Option<DataBlock> {
    let name = line.strip_prefix('{')?.strip_suffix('}')?;
    let mut known = DataBlock::ALL.iter();
    known.find(|(known, _)| *known == name).map(|(_, data)| *data)
}

struct Reader<'t, 'p> {
    text: &'t str,
    positions: &'p Positions,
}

impl<'t> Reader<'t, '_> {
    fn line_end(&self, at: usize) -> usize {
        memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |length| at + length)
    }

    fn heading(&self, at: usize) -> Option<(Content<'t>, usize)> {
        let end = self.line_end(at);
        let line = &self.text[at..end];
        let name = line.trim_start_matches('#');
        let level = line.len() - name.len();
        let name = name.strip_prefix(' ')?;
        if level > 6 || name.is_empty() || name.starts_with(' ') || name.ends_with([' ', '#']) || name.contains('{') {
            return None;
        }
        let content = Content::Heading {
            level: level as u8,
            title: Title::Plain(name.into()),
        };
        Some((content, end))
    }

    /// Lines up to a blank one, a heading or a list; or a place for data, alone on its line.
    fn paragraph(&self, start: usize) -> Option<(Content<'t>, usize)> {
        let mut nodes = Nodes::default();
        let mut at = start;
        loop {
            let end = self.line_end(at);
            let is_last = matches!(self.text.as_bytes().get(end + 1), None | Some(b'\n' | b'#' | b'-'));
            if is_last
                && at == start
                && let Some(data) = data_block(&self.text[at..end])
            {
                return Some((Content::Block(Block::Data(data)), end));
            }
            self.line(at, end, false, &mut nodes)?;
            if is_last {
                return Some((Content::Block(Block::Paragraph(nodes.finish())), end));
            }
            nodes.end_line();
            at = end + 1;
        }
    }

    /// Lines that begin with `- `, with or without blank ones between them.
    fn list(&self, mut at: usize) -> Option<(Content<'t>, usize)> {
        let bytes = self.text.as_bytes();
        let mut items = Vec::new();
        loop {
            if !bytes[at..].starts_with(b"- ") {
                return None;
            }
            let end = self.line_end(at);
            let mut nodes = Nodes::default();
            self.line(at + 2, end, true, &mut nodes)?;
            items.push(vec![Block::Paragraph(nodes.finish())]);
            let blank = bytes[end..].iter().take_while(|byte| **byte == b'\n').count();
            at = end + blank;
            match bytes.get(at) {
                Some(b'-') => {}
                // Right below an item a text goes on with it.
                Some(first) if blank == 1 && *first != b'#' => return None,
                _ => return Some((Content::Block(Block::List { first: None, items }), end)),
            }
        }
    }

    /// Text, and the figures and the period in it; `None` if it may be anything else.
    fn line(&self, start: usize, end: usize, first_of_item: bool, nodes: &mut Nodes) -> Option<()> {
        let line = &self.text[start..end];
        if !is_text(line, first_of_item) {
            return None;
        }
        let mut plain = 0;
        for brace in memchr_iter(b'{', line.as_bytes()) {
            let (node, len) = match reference::read(&line[brace..])? {
                Reference::Figure { id_len, field, len } => {
                    let id = brace + ID_START..brace + ID_START + id_len;
                    let place = self.positions.place(start + id.start..start + id.end);
                    let value = line[id].to_owned();
                    let kpi = Spanned { value, place };
                    (Inline::Figure(Figure { kpi, field }), len)
                }
                Reference::PlanPeriod { len } => (Inline::PlanPeriod, len),
                _ => return None,
            };
            nodes.text(&line[plain..brace]);
            nodes.push_seen(node, FIGURE);
            plain = brace + len;
        }
        nodes.text(&line[plain..]);
        Some(())
    }
}
