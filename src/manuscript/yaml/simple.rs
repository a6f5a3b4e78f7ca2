//! The form of YAML that sources are nearly always written in, read in one pass over its lines: blocks of pairs and
//! entries, texts on one line, `|`, and brackets that close on their line. It knows no fault and no slip. Whatever is not
//! surely of this form is left to the library as a whole, which alone says what YAML is; where both read, they read the
//! same, which `same_tree.rs` and the fuzzer hold.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use super::{
    Node, Pair, Scalar, Shape, Style,
    lines::key_length,
    signs::{begins_text, comment, has_odd, name_length},
};
use crate::source::{FileId, Place, Positions, Span};

/// The root of the YAML in the bytes of `range`; `None` if it must be read by the library.
pub(super) fn read(source: &str, range: Range<usize>, file: FileId) -> Option<Node<'_>> {
    let text = &source[..range.end];
    if !text.ends_with('\n') || has_odd(&text[range.start..]) {
        return None;
    }
    let mut reader = Reader {
        text,
        file,
        line: Line::default(),
    };
    reader.line_from(range.start);
    let root = reader.block(0)?;
    // A line that belongs to no level above it.
    reader.line.is_end().then_some(root)
}

/// Deeper than any source, and less deep than the library goes.
const DEPTH: usize = 12;
/// Longer than any key, and shorter than what the library takes for one.
const KEY: usize = 100;
/// For the pairs of most mappings, and the items of most lists in brackets.
const ROOM: usize = 4;

/// The next line that is neither blank nor a comment, in bytes of the file.
#[derive(Default, Clone, Copy)]
struct Line {
    /// Where its text begins, behind the indent.
    at: usize,
    /// Where its line feed stands.
    end: usize,
    /// In columns, which are bytes: spaces.
    indent: usize,
}

impl Line {
    /// Behind the last one.
    fn is_end(self) -> bool {
        self.at == self.end
    }
}

struct Reader<'s> {
    text: &'s str,
    file: FileId,
    line: Line,
}

impl<'s> Reader<'s> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    /// The first byte from `at` on that is no space.
    fn behind_spaces(&self, mut at: usize) -> usize {
        while self.byte(at) == b' ' {
            at += 1;
        }
        at
    }

    fn line_end(&self, at: usize) -> usize {
        memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |length| at + length)
    }

    /// Goes to the first line from `start` on that says something.
    fn line_from(&mut self, mut start: usize) {
        while start < self.text.len() {
            let at = self.behind_spaces(start);
            let end = self.line_end(at);
            if at < end && self.byte(at) != b'#' {
                let indent = at - start;
                self.line = Line { at, end, indent };
                return;
            }
            start = end + 1;
        }
        let (at, indent) = (self.text.len(), 0);
        self.line = Line { at, end: at, indent };
    }

    fn next_line(&mut self) {
        self.line_from(self.line.end + 1);
    }

    /// `- ` and something.
    fn is_entry(&self) -> bool {
        self.text.as_bytes()[self.line.at..].starts_with(b"- ")
    }

    /// The pairs or entries that begin on this line.
    fn block(&mut self, depth: usize) -> Option<Node<'s>> {
        match self.is_entry() {
            true => self.entries(self.line.at, depth),
            false => self.pairs(self.key(self.line.at)?, self.line.indent, depth),
        }
    }

    fn entries(&mut self, start: usize, depth: usize) -> Option<Node<'s>> {
        if depth > DEPTH {
            return None;
        }
        let indent = self.line.indent;
        let mut items = Vec::new();
        while !self.line.is_end() && self.line.indent == indent && self.is_entry() {
            let at = self.behind_spaces(self.line.at + 1);
            let key = begins_text(self.byte(at)).then(|| self.key(at)).flatten();
            let item = match key {
                // A pair that stands behind the hyphen is indented as far as it stands there.
                Some(key) => self.pairs(key, indent + at - self.line.at, depth + 1)?,
                None => self.inline(at, indent, depth, true)?,
            };
            items.push(item);
        }
        let end = items.last()?.place;
        (self.line.is_end() || self.line.indent <= indent).then(|| self.node(start, end, Shape::List(items)))
    }

    /// The pairs of which the first has this key, and all stand in this column.
    fn pairs(&mut self, mut key: Range<usize>, indent: usize, depth: usize) -> Option<Node<'s>> {
        if depth > DEPTH {
            return None;
        }
        let start = key.start;
        let mut pairs = Vec::with_capacity(ROOM);
        loop {
            let behind = self.behind_spaces(key.end + 1);
            let value = if behind >= self.line.end || self.is_comment(behind) {
                self.below(key.end, indent, depth)?
            } else {
                self.inline(behind, indent, depth, false)?
            };
            pairs.push(self.pair(key, value));
            if self.line.is_end() || self.line.indent < indent {
                break;
            }
            if self.line.indent > indent {
                return None;
            }
            key = self.key(self.line.at)?;
        }
        let end = pairs.last()?.value.place;
        Some(self.node(start, end, Shape::Map(pairs)))
    }

    /// What stands below a key without a value on its line.
    fn below(&mut self, at: usize, indent: usize, depth: usize) -> Option<Node<'s>> {
        self.next_line();
        if !self.line.is_end() && self.line.indent > indent {
            return self.block(depth + 1);
        }
        if !self.line.is_end() && self.line.indent == indent && self.is_entry() {
            // To the library such a list begins with what stands behind its first hyphen.
            return self.entries(self.behind_spaces(self.line.at + 1), depth + 1);
        }
        // Nothing stands where its colon does.
        Some(self.scalar(at..at, at..at, Style::Plain))
    }

    /// A value that begins on this line, and the line after it.
    fn inline(&mut self, at: usize, indent: usize, depth: usize, entry: bool) -> Option<Node<'s>> {
        let (node, end) = match self.byte(at) {
            b'|' => return self.literal(at, indent),
            b'[' | b'{' => self.brackets(at, depth + 1)?,
            b'"' | b'\'' => self.quoted(at)?,
            first if begins_text(first) => self.plain(at, entry)?,
            _ => return None,
        };
        let behind = self.behind_spaces(end);
        if behind < self.line.end && !self.is_comment(behind) {
            return None;
        }
        self.next_line();
        Some(node)
    }

    fn is_comment(&self, at: usize) -> bool {
        self.byte(at) == b'#' && self.byte(at - 1) == b' '
    }

    /// The key that begins at `at`, up to its colon.
    fn key(&self, at: usize) -> Option<Range<usize>> {
        let line = &self.text.as_bytes()[at..self.line.end];
        let name = name_length(line);
        // Nearly all keys are names; of any other all that a key may not be must be looked for.
        let length = match line.get(name) {
            Some(b':') => name,
            _ => memchr(b':', line)?,
        };
        let key = &self.text[at..at + length];
        let sound = line.get(length + 1).is_none_or(|next| *next == b' ')
            && begins_text(line[0])
            && key.len() < KEY
            && !key.starts_with(|c: char| c == '.' || c.is_ascii_digit())
            && (length == name || !key.ends_with(' ') && !key.contains('：') && comment(key).is_none());
        sound.then_some(at..at + length)
    }

    /// A text without quotes, in a block.
    fn plain(&self, at: usize, entry: bool) -> Option<(Node<'s>, usize)> {
        let line = &self.text[at..self.line.end];
        // Most texts have neither sign: one look instead of one for each.
        let has_sign = memchr2(b'#', b':', line.as_bytes()).is_some();
        let comment = if has_sign { comment(line) } else { None };
        if let Some(comment) = comment {
            // What looks like text behind the sign is a slip.
            let first = self.byte(at + comment + 2);
            if !matches!(first, b' ' | b'\n' | b'#' | b'-' | b'=' | b'*' | b'!') {
                return None;
            }
        }
        let text = line[..comment.unwrap_or(line.len())].trim_end_matches(' ');
        let ends_key = |colon: usize| matches!(self.byte(at + colon + 1), b' ' | b'\n');
        let pair = has_sign && memchr_iter(b':', text.as_bytes()).any(ends_key);
        // At the beginning of a line a pair may have been meant.
        let slip = entry && key_length(text).is_some_and(|key| text[key..].starts_with([':', '：']));
        if pair || slip || text == "~" {
            return None;
        }
        let end = at + text.len();
        Some((self.scalar(at..end, at..end, Style::Plain), end))
    }

    /// A text in quotes, without escapes.
    fn quoted(&self, at: usize) -> Option<(Node<'s>, usize)> {
        let quote = self.byte(at);
        let inner = at + 1;
        let length = memchr(quote, &self.text.as_bytes()[inner..self.line.end])?;
        let end = inner + length + 1;
        let escape = if quote == b'\'' {
            self.byte(end) == b'\''
        } else {
            self.text[inner..end].contains('\\')
        };
        (!escape).then(|| (self.scalar(inner..end - 1, at..end, Style::Quoted), end))
    }

    /// A list or mapping in brackets that close on this line, and where they do.
    fn brackets(&self, start: usize, depth: usize) -> Option<(Node<'s>, usize)> {
        if depth > DEPTH {
            return None;
        }
        let (close, mut shape) = match self.byte(start) {
            b'{' => (b'}', Shape::Map(Vec::with_capacity(ROOM))),
            _ => (b']', Shape::List(Vec::with_capacity(ROOM))),
        };
        let first = self.place(start..start + 1);
        let mut last = first;
        let mut at = self.behind_spaces(start + 1);
        while self.byte(at) != close || last != first {
            let mut key = None;
            if close == b'}' {
                let read = self.key_in_brackets(at)?;
                at = self.behind_spaces(read.end + 1);
                key = Some(read);
            }
            let (value, end) = match self.byte(at) {
                b'[' | b'{' => self.brackets(at, depth + 1)?,
                b'"' | b'\'' => self.quoted(at)?,
                _ => self.plain_in_brackets(at)?,
            };
            last = value.place;
            match (&mut shape, key) {
                (Shape::Map(pairs), Some(key)) => pairs.push(self.pair(key, value)),
                (Shape::List(items), None) => items.push(value),
                _ => return None,
            }
            at = self.behind_spaces(end);
            match self.byte(at) {
                b',' => at = self.behind_spaces(at + 1),
                byte if byte == close => break,
                _ => return None,
            }
        }
        Some((self.node(start, last, shape), at + 1))
    }

    /// A key in brackets with its colon and a space.
    fn key_in_brackets(&self, at: usize) -> Option<Range<usize>> {
        let line = &self.text.as_bytes()[at..self.line.end];
        let length = name_length(line);
        let sound = line.first()?.is_ascii_alphabetic() && length < KEY && line[length..].starts_with(b": ");
        sound.then_some(at..at + length)
    }

    fn plain_in_brackets(&self, at: usize) -> Option<(Node<'s>, usize)> {
        if !begins_text(self.byte(at)) {
            return None;
        }
        let line = &self.text.as_bytes()[at..self.line.end];
        let length = memchr3(b',', b']', b'}', line)?;
        let is_sign = |byte: u8| matches!(byte, b'[' | b'{' | b':' | b'#');
        let text = self.text[at..at + length].trim_end_matches(' ');
        let sound = !text.bytes().fold(false, |found, byte| found | is_sign(byte)) && text != "~";
        let end = at + text.len();
        sound.then(|| (self.scalar(at..end, at..end, Style::Plain), at + length))
    }

    /// `|`: the lines below that are indented deeper.
    fn literal(&mut self, at: usize, indent: usize) -> Option<Node<'s>> {
        let mut start = at + 2;
        let first = self.behind_spaces(start);
        let column = first - start.min(first);
        if at + 1 != self.line.end || column <= indent || self.byte(first) == b'\n' {
            return None;
        }
        let (mut text, mut lines) = (String::new(), Vec::new());
        let mut end = first;
        // Blank lines count only if another line follows.
        let mut blank = Vec::new();
        while start < self.text.len() {
            let line_end = self.line_end(start);
            let visible = self.behind_spaces(start);
            if visible == line_end {
                if visible > start + column {
                    return None;
                }
                blank.push(line_end);
            } else {
                if visible < start + column {
                    if visible > start + indent {
                        return None;
                    }
                    break;
                }
                for blank in blank.drain(..) {
                    lines.push((text.len() as u32, blank as u32));
                    text.push('\n');
                }
                lines.push((text.len() as u32, (start + column) as u32));
                text.push_str(&self.text[start + column..=line_end]);
                end = line_end;
            }
            start = line_end + 1;
        }
        self.line_from(start);
        let end = first + self.text[first..end].trim_end().len();
        let positions = Positions::pieces(self.file, lines);
        let shape = Shape::Scalar(Scalar {
            text: text.into(),
            style: Style::Literal,
            positions,
        });
        Some(Node {
            place: self.place(first..end),
            shape,
        })
    }

    fn scalar(&self, text: Range<usize>, whole: Range<usize>, style: Style) -> Node<'s> {
        let positions = Positions::from(self.file, text.start);
        let text = self.text[text].into();
        Node {
            place: self.place(whole),
            shape: Shape::Scalar(Scalar { text, style, positions }),
        }
    }

    fn pair(&self, key: Range<usize>, value: Node<'s>) -> Pair<'s> {
        Pair {
            key: self.text[key.clone()].into(),
            place: self.place(key),
            value,
        }
    }

    /// From its first sign to the end of its last value.
    fn node(&self, start: usize, last: Place, shape: Shape<'s>) -> Node<'s> {
        Node {
            place: super::tree::cover(self.place(start..start), last),
            shape,
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place {
            file: self.file,
            span: Span::new(range.start, range.end),
        }
    }
}
