//! Places in source files, in bytes of the decoded text. Lines and columns are computed where they are shown.

/// Which file of a [`super::Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A run of bytes in a file's decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A run of bytes in a named file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// A value and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// How offsets in an extracted text (a YAML block, a Markdown body) lead back to its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    file: FileId,
    /// Where the text begins in the file.
    base: u32,
    /// (offset in the text, offset in the file) of further pieces, ascending in both. Most texts are of one piece.
    pieces: Vec<(u32, u32)>,
    /// Where the text stands as a whole, if it is not written there as it reads.
    whole: Option<Span>,
}

impl Span {
    /// From byte offsets; files are below 4 GiB (the reader refuses larger ones long before).
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }
}

impl Place {
    /// A range of the text that stands here, by its offsets in that text.
    #[must_use]
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let start = self.span.start as usize;
        Self {
            file: self.file,
            span: Span::new(start + range.start, start + range.end),
        }
    }
}

impl Spanned<String> {
    /// Where a range of the value stands. A value that is not written as it reads (escapes, doubled quotes), which the
    /// length of its place tells, stands there only as a whole.
    pub fn part(&self, range: std::ops::Range<usize>) -> Place {
        let written = (self.place.span.end - self.place.span.start) as usize;
        if written == self.value.len() {
            self.place.part(range)
        } else {
            self.place
        }
    }
}

impl<T> Spanned<T> {
    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: change(self.value),
            place: self.place,
        }
    }
}

impl Positions {
    /// A text that stands in the file as it is, from `base` on.
    pub fn from(file: FileId, base: usize) -> Self {
        Self {
            file,
            base: clamp(base),
            pieces: Vec::new(),
            whole: None,
        }
    }

    /// A text put together from pieces: `(offset in the text, offset in the file)` of each, ascending.
    pub fn pieces(file: FileId, pieces: Vec<(u32, u32)>) -> Self {
        Self {
            file,
            base: 0,
            pieces,
            whole: None,
        }
    }

    /// A text that is not written as it reads, with escapes or folded lines: any part of it is somewhere in `place`.
    pub fn within(place: Place) -> Self {
        Self {
            whole: Some(place.span),
            ..Self::from(place.file, place.span.start as usize)
        }
    }

    /// Where a byte of the text stands in the file.
    pub fn offset(&self, at: usize) -> u32 {
        if let Some(whole) = self.whole {
            return whole.start;
        }
        let at = clamp(at);
        let after = self.pieces.partition_point(|(text, _)| *text <= at);
        match after.checked_sub(1).and_then(|last| self.pieces.get(last)) {
            Some((text, file)) => file + (at - text),
            None => self.base.saturating_add(at),
        }
    }

    /// Where a range of the text stands in the file.
    pub fn place(&self, range: std::ops::Range<usize>) -> Place {
        if let Some(span) = self.whole {
            return Place { file: self.file, span };
        }
        let start = self.offset(range.start);
        // The end belongs to the piece of the last byte, not to the piece that begins there.
        let end = if range.end > range.start {
            self.offset(range.end - 1) + 1
        } else {
            start
        };
        Place {
            file: self.file,
            span: Span { start, end },
        }
    }

    /// Follows an edit of the text: what stood in `range` gave way to `len` bytes, which stand nowhere in the file.
    pub fn replace(&mut self, range: std::ops::Range<usize>, len: usize) {
        let behind = self.offset(range.end);
        let (start, old_end, new_end) = (clamp(range.start), clamp(range.end), clamp(range.start + len));
        if self.pieces.is_empty() {
            self.pieces.push((0, self.base));
        }
        self.pieces.retain(|(text, _)| *text <= start || *text > old_end);
        for (text, _) in &mut self.pieces {
            if *text > old_end {
                *text = *text - old_end + new_end;
            }
        }
        let at = self.pieces.partition_point(|(text, _)| *text < new_end);
        match self.pieces.get_mut(at) {
            Some((text, file)) if *text == new_end => *file = behind,
            _ => self.pieces.insert(at, (new_end, behind)),
        }
    }

    /// The file the text came from.
    pub fn file(&self) -> FileId {
        self.file
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_value_with_escapes_is_the_whole() {
        let at = |value: &str, end| {
            let (value, span) = (value.to_owned(), Span::new(4, end));
            let place = Place { file: FileId(0), span };
            Spanned { value, place }.part(2..5).span
        };
        assert_eq!(at("18件", 9), Span::new(6, 9));
        assert_eq!(at("1\"件", 11), Span::new(4, 11), "it is written \"1\"\"件\"");
    }

    #[test]
    fn an_indented_block_leads_back_line_by_line() {
        // "a: |\n  ab\n  cd\n" → "ab\ncd\n"
        let positions = Positions::pieces(FileId(0), vec![(0, 7), (3, 12)]);
        assert_eq!(positions.offset(1), 8);
        assert_eq!(positions.offset(4), 13);
        assert_eq!(positions.place(0..3).span, Span { start: 7, end: 10 });
        assert_eq!(positions.place(3..5).span, Span { start: 12, end: 14 });
    }
}
