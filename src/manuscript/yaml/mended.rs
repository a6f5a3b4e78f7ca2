//! The text that is read in place of what was written: a copy in which slips are mended one by one, and which never
//! forgets where each of its bytes stands in the file.

use std::ops::Range;

use crate::source::{FileId, Place, Positions, is_hidden};

/// A copy of a file's YAML, mended so far.
#[derive(Debug, Clone)]
pub(super) struct Mended {
    text: String,
    positions: Positions,
}

/// A change of a copy: what stands in the range gives way to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// In bytes of the copy.
    pub(super) range: Range<usize>,
    /// What stands there instead.
    pub(super) with: String,
}

impl Edit {
    pub(super) fn new(range: Range<usize>, with: impl Into<String>) -> Self {
        Self {
            range,
            with: with.into(),
        }
    }
}

impl Mended {
    /// A copy of what stands in `source` in the bytes of `range`. Control characters are blanks here: the library stops at
    /// them, and no mending of the text around them would help. That they are there, a rule says.
    pub(super) fn new(source: &str, range: Range<usize>, file: FileId) -> Self {
        Self {
            text: source[range.clone()].replace(unprintable, " "),
            positions: Positions::from(file, range.start),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn file(&self) -> FileId {
        self.positions.file()
    }

    /// Where a byte of the copy stands in the file.
    pub(super) fn offset(&self, at: usize) -> u32 {
        self.positions.offset(at)
    }

    /// Where a range of the copy stands in the file.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        self.positions.place(range)
    }

    /// The copy with some ranges changed, given from first to last.
    #[must_use]
    pub(super) fn edited(&self, edits: &[Edit]) -> Self {
        let mut text = String::with_capacity(self.text.len() + edits.len());
        let mut done = 0;
        for edit in edits {
            text.push_str(&self.text[done..edit.range.start]);
            text.push_str(&edit.with);
            done = edit.range.end;
        }
        text.push_str(&self.text[done..]);
        let edits = edits.iter().map(|edit| (edit.range.clone(), edit.with.len()));
        Self {
            text,
            positions: self.positions.edited(edits),
        }
    }
}

/// One byte each, so that a blank in its place moves nothing.
fn unprintable(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Hidden, private, or no character at all: what no code may bring into a text.
pub(super) fn is_unseen(c: char) -> bool {
    (is_hidden(c) && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{F0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_mended_copy_knows_the_file() {
        // b：% → b: '%'
        let copy = Mended::new("xxa: 1\nb：%\nc: 3\n", 2..18, FileId(0));
        assert_eq!(copy.text(), "a: 1\nb：%\nc: 3\n");
        let copy = copy.edited(&[Edit::new(6..9, ": ")]);
        let at = copy.text().find('%').unwrap();
        let copy = copy.edited(&[Edit::new(at..at, "'"), Edit::new(at + 1..at + 1, "'")]);
        assert_eq!(copy.text(), "a: 1\nb: '%'\nc: 3\n");
        let at = copy.text().find('%').unwrap();
        assert_eq!(copy.place(at..at + 1).span, Span::new(11, 12));
        assert_eq!(copy.place(at - 1..at + 2).span, Span::new(11, 12), "with its quotes");
        let at = copy.text().find('c').unwrap();
        assert_eq!(copy.offset(at), 13);
    }
}
