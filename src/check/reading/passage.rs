//! Narratives as a reader sees them: lines joined, markup and addresses left out, every character with its place.

use std::ops::Range;

use super::{
    is_japanese,
    letters::Letters,
    marks::{Mark, Marked},
    sentences,
    signs::Signs,
};
use crate::{
    check::{Context, texts},
    model::{Block, DataBlock, Field, Id, MeasureCode},
    source::{FileId, Place, Span},
};

/// Stands where a figure by reference or an address stands.
pub(crate) const REFERENCE: char = '\u{FFFC}';

/// A paragraph, a list item, a section's title or a value that is printed as it is.
#[derive(Debug)]
pub(crate) struct Passage<'m> {
    /// Without markup; no line ends.
    pub(crate) text: String,
    /// The characters of the text.
    pub(crate) letters: Letters,
    /// What it is.
    pub(crate) kind: Kind,
    /// What comes next in the same narrative.
    pub(crate) follows: Follows,
    /// The department that wrote it.
    pub(crate) department: Option<&'m Id>,
    /// The year's folder it belongs to.
    pub(crate) year: Option<u16>,
    /// The measure and field, for a department's text.
    pub(crate) field: Option<(MeasureCode, Field)>,
    /// Its sentences, without the space around them, with their full stop.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Which signs the text has.
    pub(crate) signs: Signs,
    /// Everything that is neither kana nor kanji, in order.
    pub(crate) marks: Vec<Mark>,
    /// Whether it has a kanji beyond 常用漢字.
    pub(crate) has_rare_kanji: bool,
    /// Where lines after the first begin.
    pub(crate) line_starts: Vec<usize>,
    /// Lines that begin with an ideographic space: where it stands in the file.
    pub(crate) indents: Vec<Place>,
    /// The file.
    pub(crate) file: FileId,
    /// (offset in the text, offset in the file) of each run, ascending.
    anchors: Vec<(u32, u32)>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Prose.
    Paragraph,
    /// An item of a list.
    Item,
    /// `##` of a chapter.
    Title,
    /// A value of YAML or CSV, printed beside a figure.
    Value,
}

/// What comes after a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follows {
    /// The end, or another paragraph.
    Other,
    /// A list of so many items.
    List(usize),
    /// Generated content.
    Data(DataBlock),
}

impl Passage<'_> {
    /// Where a part of the text stands in the file.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        let start = self.offset(range.start);
        let end = if range.end > range.start {
            self.offset(range.end - 1) + 1
        } else {
            start
        };
        Place {
            file: self.file,
            span: Span {
                start,
                end: end.max(start),
            },
        }
    }

    fn offset(&self, at: usize) -> u32 {
        let at = at as u32;
        let after = self.anchors.partition_point(|(text, _)| *text <= at);
        match after.checked_sub(1).and_then(|last| self.anchors.get(last)) {
            Some((text, file)) => file + (at - text),
            None => at,
        }
    }

    /// A guide of the template that was not replaced: one rule speaks of it, the others need not.
    pub(crate) fn is_guide(&self) -> bool {
        self.signs.may_have(&['〔'])
    }

    /// Prose, not names or values.
    pub(crate) fn is_paragraph(&self) -> bool {
        self.kind == Kind::Paragraph
    }
}

/// The passages of all narratives. 主な事業 holds registered names only; other rules look after those.
pub(super) fn all<'m>(context: &Context<'m>) -> Vec<Passage<'m>> {
    let mut passages = Vec::new();
    for text in texts::all(context) {
        if text.field.is_some_and(|(_, field)| field == Field::Programs) {
            continue;
        }
        let blocks = &text.written.blocks;
        for (at, block) in blocks.iter().enumerate() {
            let kind = match &block.block {
                Block::Paragraph(_) => Kind::Paragraph,
                Block::List { .. } => Kind::Item,
                Block::Section(_) => Kind::Title,
                Block::Data(_) => continue,
            };
            let follows = match blocks.get(at + 1).map(|next| &next.block) {
                Some(Block::List { items, .. }) => Follows::List(items.len()),
                Some(Block::Data(data)) => Follows::Data(*data),
                _ => Follows::Other,
            };
            let empty = || Builder::new(block.place.file, kind, follows, &text);
            let mut builder = empty();
            let mut offset = block.place.span.start;
            for line in context.sources.text(block.place).split_inclusive('\n') {
                let start = offset;
                offset += line.len() as u32;
                let body = line.trim_end().trim_start_matches([' ', '\t']);
                let mut body_at = start + (line.trim_end().len() - body.len()) as u32;
                let mut body = body;
                if kind == Kind::Item
                    && let Some(marker) = marker(body)
                {
                    builder.finish_into(&mut passages);
                    builder = empty();
                    body_at += marker as u32;
                    body = &body[marker..];
                }
                if kind == Kind::Title {
                    let title = body.trim_start_matches('#').trim_start();
                    body_at += (body.len() - title.len()) as u32;
                    body = title;
                }
                builder.line(body, body_at);
            }
            builder.finish_into(&mut passages);
        }
    }
    values(context, &mut passages);
    passages
}

/// Values that are printed as they are.
fn values<'m>(context: &Context<'m>, passages: &mut Vec<Passage<'m>>) {
    for texts::Value {
        value,
        department,
        year,
    } in texts::values(context)
    {
        let text = texts::Text {
            written: &NOTHING,
            department,
            year,
            field: None,
        };
        let mut builder = Builder::new(value.place.file, Kind::Value, Follows::Other, &text);
        // A value in quotes with escapes does not stand in the file as it reads.
        if context.sources.text(value.place) == value.value {
            builder.line(&value.value, value.place.span.start);
            builder.finish_into(passages);
        }
    }
}

static NOTHING: crate::manuscript::Written = crate::manuscript::Written {
    place: Place {
        file: FileId(0),
        span: Span { start: 0, end: 0 },
    },
    blocks: Vec::new(),
};

/// The length of a list marker with its spaces.
fn marker(line: &str) -> Option<usize> {
    let rest = match line.as_bytes().first()? {
        b'-' | b'*' | b'+' => &line[1..],
        b'0'..=b'9' => line
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .strip_prefix(['.', ')'])?,
        _ => return None,
    };
    let content = rest.trim_start_matches([' ', '\t']);
    (content.len() < rest.len() || rest.is_empty()).then(|| line.len() - content.len())
}

struct Builder<'m> {
    passage: Passage<'m>,
}

impl<'m> Builder<'m> {
    fn new(file: FileId, kind: Kind, follows: Follows, text: &texts::Text<'m>) -> Self {
        Self {
            passage: Passage {
                text: String::new(),
                letters: Letters::default(),
                kind,
                follows,
                department: text.department,
                year: text.year,
                field: text.field,
                sentences: Vec::new(),
                signs: Signs::default(),
                marks: Vec::new(),
                has_rare_kanji: false,
                line_starts: Vec::new(),
                indents: Vec::new(),
                file,
                anchors: Vec::new(),
            },
        }
    }

    /// Adds a line that begins at an offset of the file.
    fn line(&mut self, line: &str, mut at: u32) {
        let body = line.trim_start_matches('\u{3000}');
        if body.len() < line.len() && !body.is_empty() {
            let end = at + (line.len() - body.len()) as u32;
            self.passage.indents.push(Place {
                file: self.passage.file,
                span: Span { start: at, end },
            });
        }
        at += (line.len() - body.len()) as u32;
        let body = body.trim_end_matches(['\u{3000}', ' ', '\t']);
        if body.is_empty() {
            return;
        }
        if let Some(last) = self.passage.text.chars().next_back() {
            let apart = |c: char| c.is_ascii() || c == REFERENCE;
            if apart(last) && body.chars().next().is_some_and(|c| apart(c) && c != '{') {
                self.passage.text.push(' ');
            }
            self.passage.line_starts.push(self.passage.text.len());
        }
        self.visible(body, at);
    }

    /// Adds what a reader sees of a line.
    fn visible(&mut self, line: &str, at: u32) {
        // Nearly every line has no markup at all.
        if !may_have_markup(line) {
            return self.push(line, at);
        }
        let mut from = 0;
        let mut in_link = false;
        while from < line.len() {
            let rest = &line[from..];
            let Some(next) = rest.find(['{', '[', ']', '*', '~', '`', '\\', 'h', '<']) else {
                return self.push(rest, at + from as u32);
            };
            self.push(&rest[..next], at + from as u32);
            from += next;
            let rest = &line[from..];
            let place = at + from as u32;
            from += match rest.as_bytes()[0] {
                b'{' => match reference(rest) {
                    Some(len) => {
                        self.push_reference(place);
                        len
                    }
                    None => self.literal(rest, place),
                },
                // No look goes past the next bracket: a line of nothing but brackets would be read again for each of them.
                b'[' if closes(&rest[1..], &['[', ']']).is_some_and(|end| rest[1 + end..].starts_with("](")) => {
                    in_link = true;
                    1
                }
                b']' if in_link => {
                    in_link = false;
                    closes(rest, &['[', ')']).map_or(1, |end| end + 1)
                }
                b'*' | b'`' => 1,
                b'~' if rest.starts_with("~~") => 2,
                b'\\' => match rest.as_bytes().get(1) {
                    Some(escaped) if escaped.is_ascii_punctuation() => {
                        self.push(&rest[1..2], place + 1);
                        2
                    }
                    // A forced line break.
                    None => 1,
                    Some(_) => self.literal(rest, place),
                },
                b'h' if rest.starts_with("http://") || rest.starts_with("https://") => {
                    self.push_reference(place);
                    rest.find(|c: char| !c.is_ascii_graphic()).unwrap_or(rest.len())
                }
                _ => self.literal(rest, place),
            };
        }
    }

    fn literal(&mut self, rest: &str, place: u32) -> usize {
        self.push(&rest[..1], place);
        1
    }

    fn push(&mut self, text: &str, at: u32) {
        if text.is_empty() {
            return;
        }
        let here = self.passage.text.len() as u32;
        let goes_on = self
            .passage
            .anchors
            .last()
            .is_some_and(|(text, file)| file + (here - text) == at);
        if !goes_on {
            self.passage.anchors.push((here, at));
        }
        self.passage.text.push_str(text);
    }

    fn push_reference(&mut self, at: u32) {
        let here = self.passage.text.len() as u32;
        self.passage.anchors.push((here, at));
        self.passage.text.push(REFERENCE);
    }

    /// Adds the passage if there is anything to read in it.
    fn finish_into(mut self, passages: &mut Vec<Passage<'m>>) {
        if self.passage.text.is_empty() {
            return;
        }
        let Marked {
            letters,
            marks,
            signs,
            has_rare_kanji,
        } = Marked::of(&self.passage.text);
        self.passage.sentences = sentences::split(&self.passage.text, &marks);
        self.passage.letters = letters;
        self.passage.marks = marks;
        self.passage.signs = signs;
        self.passage.has_rare_kanji = has_rare_kanji;
        passages.push(self.passage);
    }
}

/// False if no byte is one that markup begins with. All bytes are looked at, without a branch: the compiler makes that a look
/// at many at once.
fn may_have_markup(line: &str) -> bool {
    let may_begin = |byte: u8| matches!(byte, b'*' | b'<' | b'['..=b'~');
    line.bytes().fold(false, |found, byte| found | may_begin(byte))
}

/// Where the second of two brackets stands, if the first does not come before it.
fn closes(text: &str, brackets: &[char; 2]) -> Option<usize> {
    text.find(brackets).filter(|end| text[*end..].starts_with(brackets[1]))
}

/// The length of a reference (`{kpi:…}`, `{plan:…}`), known or not.
fn reference(rest: &str) -> Option<usize> {
    let end = 1 + closes(&rest[1..], &['{', '}'])?;
    let inside = &rest[1..end];
    (inside.contains(':') && !inside.chars().any(is_japanese)).then_some(end + 1)
}

#[cfg(test)]
mod tests;
