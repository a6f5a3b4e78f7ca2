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
    /// Further pieces, ascending. Most texts are of one piece.
    pieces: Vec<Piece>,
    /// Where the text stands as a whole, if it is not written there as it reads.
    whole: Option<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the text.
    text: u32,
    /// Where it stands in the file.
    file: u32,
    /// Its bytes were put in and stand nowhere in the file: this is where they would.
    put_in: bool,
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

impl<T: AsRef<str>> Spanned<T> {
    /// Where a range of the value stands. A value that is not written as it reads (escapes, doubled quotes), which the
    /// length of its place tells, stands there only as a whole.
    pub fn part(&self, range: std::ops::Range<usize>) -> Place {
        let written = (self.place.span.end - self.place.span.start) as usize;
        if written == self.value.as_ref().len() {
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

    /// A text put together from pieces: `(offset in the text, offset in the file)` of each, ascending. What stands
    /// before the first piece stands nowhere but there.
    pub fn pieces(file: FileId, pieces: Vec<(u32, u32)>) -> Self {
        let piece = |(text, file), put_in| Piece { text, file, put_in };
        let before = pieces.first().filter(|(text, _)| *text > 0);
        let before = before.map(|(_, file)| piece((0, *file), true));
        let pieces = pieces.into_iter().map(|at| piece(at, false));
        Self {
            file,
            base: 0,
            pieces: before.into_iter().chain(pieces).collect(),
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
        match self.piece(at) {
            Some(piece) if piece.put_in => piece.file,
            Some(piece) => piece.file + (at - piece.text),
            None => self.base.saturating_add(at),
        }
    }

    /// The piece to which a byte of the text belongs.
    fn piece(&self, at: u32) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.text <= at);
        after.checked_sub(1).and_then(|last| self.pieces.get(last))
    }

    /// Where a range of the text stands in the file.
    pub fn place(&self, range: std::ops::Range<usize>) -> Place {
        if let Some(span) = self.whole {
            return Place { file: self.file, span };
        }
        let start = self.offset(range.start);
        // The end belongs to the piece of the last byte, not to the piece that begins there.
        let end = match range.end.checked_sub(1).filter(|last| *last >= range.start) {
            Some(last) if self.piece(clamp(last)).is_some_and(|piece| piece.put_in) => self.offset(last),
            Some(last) => self.offset(last) + 1,
            None => start,
        };
        Place {
            file: self.file,
            span: Span { start, end },
        }
    }

    /// After edits of the text, from first to last: what stood in each range gave way to so many bytes, which stand nowhere
    /// in the file. All in one pass: a file of nothing but slips has hundreds of thousands.
    #[must_use]
    pub fn edited(&self, edits: impl IntoIterator<Item = (std::ops::Range<usize>, usize)>) -> Self {
        let whole = [Piece {
            text: 0,
            file: self.base,
            put_in: false,
        }];
        let old = if self.pieces.is_empty() {
            &whole[..]
        } else {
            &self.pieces
        };
        let mut left = old.iter().peekable();
        let mut pieces = Vec::with_capacity(old.len());
        // What is added to an offset of the old text, modulo 2^32: an edit may shorten it.
        let mut moved = 0u32;
        let shifted = |piece: &Piece, moved: u32| Piece {
            text: piece.text.wrapping_add(moved),
            ..*piece
        };
        for (range, len) in edits {
            let (start, end, len) = (clamp(range.start), clamp(range.end), clamp(len));
            while let Some(piece) = left.next_if(|piece| piece.text < start) {
                pieces.push(shifted(piece, moved));
            }
            if len > 0 {
                pieces.push(Piece {
                    text: start.wrapping_add(moved),
                    file: self.offset(range.start),
                    put_in: true,
                });
            }
            while left.next_if(|piece| piece.text < end).is_some() {}
            moved = moved.wrapping_add(len).wrapping_sub(end - start);
            if left.peek().is_none_or(|piece| piece.text > end) {
                pieces.push(Piece {
                    text: end.wrapping_add(moved),
                    file: self.offset(range.end),
                    put_in: self.piece(end).is_some_and(|piece| piece.put_in),
                });
            }
        }
        pieces.extend(left.map(|piece| shifted(piece, moved)));
        Self {
            file: self.file,
            base: self.base,
            pieces,
            whole: self.whole,
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
    fn what_was_put_in_stands_nowhere() {
        // "a\u{3000}b" → "a  b": three bytes gave way to two.
        let positions = Positions::from(FileId(0), 10).edited([(1..4, 2)]);
        assert_eq!([0, 1, 2, 3].map(|at| positions.offset(at)), [10, 11, 11, 14]);
        let span = |range| positions.place(range).span;
        assert_eq!(span(0..2), Span { start: 10, end: 11 }, "never within the space");
        assert_eq!(span(0..3), Span { start: 10, end: 11 });
        assert_eq!(span(2..4), Span { start: 11, end: 15 });
        // Put in before the first byte, and taken out.
        let positions = positions.edited([(0..0, 1)]);
        assert_eq!([0, 1, 2].map(|at| positions.offset(at)), [10, 10, 11]);
        let positions = positions.edited([(0..1, 0)]);
        assert_eq!([0, 1, 3].map(|at| positions.offset(at)), [10, 11, 14]);
        // Several at once are the same as one after the other, from the last to the first.
        let from = || Positions::from(FileId(0), 0);
        let once = from().edited([(1..4, 2), (6..6, 1), (8..9, 0)]);
        let by_one = from().edited([(8..9, 0)]).edited([(6..6, 1)]).edited([(1..4, 2)]);
        for at in 0..12 {
            assert_eq!(once.offset(at), by_one.offset(at), "{at}");
            assert_eq!(once.place(at / 2..at), by_one.place(at / 2..at), "{at}");
        }
    }

    #[test]
    fn an_indented_block_leads_back_line_by_line() {
        // "a: |\n  ab\n  cd\n" → "ab\ncd\n"
        let positions = Positions::pieces(FileId(0), vec![(0, 7), (3, 12)]);
        assert_eq!(positions.offset(1), 8);
        assert_eq!(positions.offset(4), 13);
        assert_eq!(positions.place(0..3).span, Span { start: 7, end: 10 });
        assert_eq!(positions.place(3..5).span, Span { start: 12, end: 14 });
        // "a: |\n\n  ab\n" → "\nab\n"
        let positions = Positions::pieces(FileId(0), vec![(1, 8)]);
        assert_eq!(positions.place(0..1).span, Span { start: 8, end: 8 });
        assert_eq!(positions.place(0..2).span, Span { start: 8, end: 9 });
    }
}
