//! What a line of YAML looks like to a reader: its indent, its key, its value. Pure text; knows nothing of mending.

use std::ops::Range;

/// A line taken apart, in bytes of the text.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    /// Without its line ending.
    pub(super) range: Range<usize>,
    /// The line.
    pub(super) text: &'t str,
    /// How many bytes of indent and dashes it begins with.
    pub(super) lead: usize,
}

/// The line a byte stands in.
pub(super) fn line_at(text: &str, at: usize) -> Line<'_> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let range = start..start + text[start..end].trim_end_matches('\r').len();
    let text = &text[range.clone()];
    let lead = text.len() - text.trim_start_matches([' ', '\u{3000}', '\t', '-']).len();
    Line { range, text, lead }
}

/// The next line that is not blank.
pub(super) fn below<'t>(text: &'t str, line: &Line) -> Option<Line<'t>> {
    let rest = text.get(line.range.end..)?;
    let visible = rest.len() - rest.trim_start_matches(char::is_whitespace).len();
    (visible < rest.len()).then(|| line_at(text, line.range.end + visible))
}

/// The line before it that is not blank.
pub(super) fn above<'t>(text: &'t str, line: &Line) -> Option<Line<'t>> {
    let end = text[..line.range.start].trim_end().len();
    (end > 0).then(|| line_at(text, end - 1))
}

impl<'t> Line<'t> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn is_comment(&self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    /// Neither a pair nor an entry of a list: text that belongs to nothing, unless to a block above.
    pub(super) fn stands_alone(&self) -> bool {
        let content = self.text.trim();
        !content.starts_with(['-', '#']) && !content.contains(": ") && !content.ends_with(':')
    }

    /// Columns of white space before the first sign.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t', '\u{3000}']).len()
    }

    /// The line without the white space around it.
    pub(super) fn trimmed(&self) -> Range<usize> {
        let content = self.text.trim_end();
        let indent = self.indent().min(content.len());
        self.range.start + indent..self.range.start + content.len()
    }

    /// The bytes of its value without a comment: behind `key: ` or `- `.
    pub(super) fn value(&self) -> Option<Range<usize>> {
        let at = match key_length(&self.text[self.lead..]) {
            Some(length) if self.text[self.lead + length..].starts_with(':') => self.lead + length + 1,
            _ if self.text[..self.lead].contains('-') => self.lead,
            _ => return None,
        };
        let rest = &self.text[at..];
        let start = at + (rest.len() - rest.trim_start().len());
        let content = &self.text[start..];
        let end = content.find(" #").unwrap_or(content.len());
        let length = content[..end].trim_end().len();
        (length > 0).then(|| self.range.start + start..self.range.start + start + length)
    }
}

/// How long the key is that a text begins with.
pub(super) fn key_length(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')?;
    (end > 0).then_some(end)
}
