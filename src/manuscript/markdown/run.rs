//! A run of plain text that the parser handed over in pieces, with the way back to where each piece was typed.
//!
//! The parser splits text at every character that might have meant something, so `{kpi:a_b.actual}` comes in three
//! pieces. They are put together here; control characters are left out on the way.

use std::ops::Range;

/// Text within one line and one level of emphasis.
#[derive(Default)]
pub(super) struct Run {
    text: String,
    pieces: Vec<Piece>,
}

struct Piece {
    /// Where it begins in the run's text.
    at: usize,
    /// Where it was typed.
    source: Range<usize>,
    /// Escaped (`\*`) or an entity (`&amp;`): stands for itself and is never markup or a reference.
    literal: bool,
}

impl Run {
    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text alone.
    pub fn into_text(self) -> String {
        self.text
    }

    /// True when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds text as it was typed, from `start` on.
    pub fn push_typed(&mut self, text: &str, start: usize) {
        self.push_visible(text, |range| start + range.start..start + range.end, false);
    }

    /// Adds text that stands for itself, made from `source`.
    pub fn push_literal(&mut self, text: &str, source: &Range<usize>) {
        self.push_visible(text, |_| source.clone(), true);
    }

    fn push_visible(&mut self, text: &str, source: impl Fn(Range<usize>) -> Range<usize>, literal: bool) {
        // C0 and DEL are one byte, C1 begins with C2. Hardly any text has one: all of it is looked at without a stop.
        let may_be = |byte: u8| byte < b' ' || byte == 0x7F || byte == 0xC2;
        if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
            return self.push(text, source(0..text.len()), literal);
        }
        let mut rest = 0;
        for (at, control) in text.char_indices().filter(|(_, c)| c.is_control()) {
            self.push(&text[rest..at], source(rest..at), literal);
            rest = at + control.len_utf8();
            if control == '\t' {
                self.push(" ", source(at..rest), literal);
            }
        }
        self.push(&text[rest..], source(rest..text.len()), literal);
    }

    fn push(&mut self, text: &str, source: Range<usize>, literal: bool) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(last) if !literal && !last.literal && last.source.end == source.start => last.source.end = source.end,
            _ => self.pieces.push(Piece { at, source, literal }),
        }
    }

    /// Where a range of the text was typed.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self
            .piece(range.start)
            .map_or(0, |p| if p.literal { p.source.start } else { p.back(range.start) });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self
            .piece(last)
            .map_or(start, |p| if p.literal { p.source.end } else { p.back(range.end) });
        start..end.max(start)
    }

    /// True when any of the range stands for itself.
    pub fn is_literal(&self, range: Range<usize>) -> bool {
        let first = self.pieces.partition_point(|p| p.at <= range.start).saturating_sub(1);
        self.pieces[first..]
            .iter()
            .take_while(|p| p.at < range.end)
            .any(|p| p.literal)
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|p| p.at <= at);
        after.checked_sub(1).map(|last| &self.pieces[last])
    }
}

impl Piece {
    fn back(&self, at: usize) -> usize {
        self.source.start + (at - self.at)
    }
}
