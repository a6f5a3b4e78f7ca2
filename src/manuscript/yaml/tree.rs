//! The library's events to our tree. Aliases, tags and further documents are refused here, so nothing can multiply.

use granit_parser::{Event, Parser, ScalarStyle, Span as GranitSpan};

use std::ops::Range;

use super::{
    Node, Pair, Problem, ProblemKind, Scalar, Shape, Style,
    lines::line_at,
    mended::{Mended, is_unseen},
    repair::Repair,
    stop::{Stop, stop},
    traps,
};
use crate::source::{Place, Positions, Span};

/// A copy that could be read to its end.
pub(super) struct Built {
    /// The root; `None` for an empty document.
    pub(super) root: Option<Node<'static>>,
    /// YAML that is not used here.
    pub(super) problems: Vec<Problem>,
    /// Slips that YAML itself has nothing against: they make a text of what should have been a pair.
    pub(super) slips: Vec<Repair>,
}

struct Builder<'t> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    copy: &'t Mended,
    source: &'t str,
    problems: Vec<Problem>,
    slips: Vec<Repair>,
}

const DEPTH: usize = 32;

/// Builds the tree of a copy of `source`.
pub(super) fn build(copy: &Mended, source: &str) -> Result<Built, Stop> {
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut builder = Builder {
        parser: Parser::new_from_str_with_options(copy.text(), options),
        copy,
        source,
        problems: Vec::new(),
        slips: Vec::new(),
    };
    let root = builder.document()?;
    Ok(Built {
        root,
        problems: builder.problems,
        slips: builder.slips,
    })
}

impl<'t> Builder<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, GranitSpan)>, Stop> {
        self.parser
            .next_event()
            .transpose()
            .map_err(|error| stop(&error, self.copy.text()))
    }

    fn document(&mut self) -> Result<Option<Node<'static>>, Stop> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::DocumentStart(..) if root.is_some() => {
                    self.note(&span, ProblemKind::SecondDocument);
                    break;
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => {
                    self.text_for_pair(&event, &span);
                    root = Some(self.node(event, &span)?);
                }
            }
        }
        // An empty document is one empty scalar to the library.
        Ok(root.filter(|node| !node.is_empty()))
    }

    fn node(&mut self, event: Event<'t>, span: &GranitSpan) -> Result<Node<'static>, Stop> {
        let place = self.place(span);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => {
                        self.note_before(span, '>', ProblemKind::Folded);
                        Style::Folded
                    }
                };
                let range = span.byte_range().unwrap_or(0..0);
                // The library calls nothing `~`, and so do some people.
                let nothing = style == Style::Plain && (range.is_empty() || text == "~");
                let mut text = if nothing { String::new() } else { text.into_owned() };
                // The library ends a block with a line feed that the last line of a file may lack.
                if matches!(style, Style::Literal | Style::Folded)
                    && !self.copy.text().ends_with('\n')
                    && range.end >= self.copy.text().len()
                {
                    text.truncate(text.trim_end_matches('\n').len());
                }
                if style == Style::Quoted {
                    self.refuse_unseen(&mut text, &range, span);
                }
                if matches!(style, Style::Plain | Style::Quoted) && self.copy.text()[range.clone()].contains('\n') {
                    self.note(span, ProblemKind::FoldedLines);
                }
                if style == Style::Plain
                    && let Some(comment) = traps::text_in_comment(self.copy.text(), &range)
                {
                    let place = self.copy.place(comment);
                    let kind = ProblemKind::TextInComment;
                    self.problems.push(Problem { place, kind });
                }
                let positions = self.positions(range, &text, style, place);
                Ok(Node {
                    place,
                    shape: Shape::Scalar(Scalar {
                        text: text.into(),
                        style,
                        positions,
                    }),
                })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                let mut items = Vec::new();
                let mut end = place;
                while let Some((event, span)) = self.next()? {
                    if matches!(event, Event::SequenceEnd) {
                        break;
                    }
                    self.text_for_pair(&event, &span);
                    let item = self.node(event, &span)?;
                    end = item.place;
                    items.push(item);
                }
                Ok(Node {
                    place: cover(place, end),
                    shape: Shape::List(items),
                })
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                let mut pairs = Vec::new();
                let mut end = place;
                while let Some((event, span)) = self.next()? {
                    if matches!(event, Event::MappingEnd) {
                        break;
                    }
                    let key_span = span.byte_range().unwrap_or(0..0);
                    let key = self.node(event, &span)?;
                    let Some((event, span)) = self.next()? else { break };
                    self.text_for_pair(&event, &span);
                    let value = self.node(event, &span)?;
                    end = value.place;
                    if value.is_empty() && goes_on(&mut pairs, &key) {
                        continue;
                    }
                    self.slip_in_key(key_span, value.is_empty());
                    match key.shape {
                        Shape::Scalar(scalar) if scalar.text != "<<" => pairs.push(Pair {
                            key: scalar.text,
                            place: key.place,
                            value,
                        }),
                        shape => self.problems.push(Problem {
                            place: key.place,
                            kind: match shape {
                                Shape::Scalar(_) => ProblemKind::Alias,
                                Shape::List(_) | Shape::Map(_) => ProblemKind::ComplexKey,
                            },
                        }),
                    }
                }
                Ok(Node {
                    place: cover(place, end),
                    shape: Shape::Map(pairs),
                })
            }
            _ => {
                // An alias, the only event left in a node's position: it stands for nothing.
                self.note(span, ProblemKind::Alias);
                let (text, style) = ("".into(), Style::Plain);
                let positions = Positions::from(self.copy.file(), place.span.start as usize);
                let shape = Shape::Scalar(Scalar { text, style, positions });
                Ok(Node { place, shape })
            }
        }
    }

    fn refuse(&mut self, span: &GranitSpan, anchor: usize, tag: bool) {
        if anchor != 0 {
            self.note_before(span, '&', ProblemKind::Alias);
        }
        if tag {
            self.note_before(span, '!', ProblemKind::Tag);
        }
    }

    /// Notes and drops characters that are not to be seen and stand there as codes; of those that stand there themselves
    /// rules tell.
    fn refuse_unseen(&mut self, text: &mut String, range: &Range<usize>, span: &GranitSpan) {
        let written = &self.copy.text()[range.clone()];
        let as_code = |c: char| is_unseen(c) && !written.contains(c);
        if text.contains(as_code) {
            text.retain(|c| !as_code(c));
            self.note(span, ProblemKind::Escape);
        }
    }

    /// Notes a sign that stands before the value it belongs to.
    fn note_before(&mut self, span: &GranitSpan, sign: char, kind: ProblemKind) {
        let start = span.byte_range().unwrap_or(0..0).start;
        let Some(at) = self.copy.text()[..start].rfind(sign) else {
            return self.note(span, kind);
        };
        let place = self.copy.place(at..at + sign.len_utf8());
        self.problems.push(Problem { place, kind });
    }

    fn note(&mut self, span: &GranitSpan, kind: ProblemKind) {
        let place = self.place(span);
        self.problems.push(Problem { place, kind });
    }

    /// A text where a pair was meant: `id：x`, `id:x`; and a value that swallowed its comment.
    fn text_for_pair(&mut self, event: &Event<'t>, span: &GranitSpan) {
        let Event::Scalar(_, ScalarStyle::Plain, ..) = event else {
            return;
        };
        // The first slip is mended before anything else is looked at.
        if !self.slips.is_empty() {
            return;
        }
        let range = span.byte_range().unwrap_or(0..0);
        let text = self.copy.text();
        // A line may be long and hold many pairs: it is looked at as a whole for the first of them only.
        let before = text[..range.start].trim_end_matches([' ', '\u{3000}', '\t', '-']);
        if before.is_empty() || before.ends_with('\n') {
            let line = line_at(text, range.start);
            if line.range.start + line.lead == range.start {
                self.slips
                    .extend(traps::colon(text, range.start, line.range.end.min(range.end)));
            }
        }
        self.slips.extend(traps::space_before_comment(text, range));
    }

    /// A key that swallowed the space before it, or in brackets its colon and value.
    fn slip_in_key(&mut self, range: Range<usize>, without_value: bool) {
        if !self.slips.is_empty() {
            return;
        }
        let text = self.copy.text();
        if text[range.clone()].starts_with('\u{3000}') {
            let line = line_at(text, range.start);
            self.slips.extend(traps::white_space(text, &line).into_iter().next());
        } else if without_value {
            self.slips.extend(traps::colon(text, range.start, range.end));
        }
    }

    fn place(&self, span: &GranitSpan) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        let text = &self.copy.text()[range.clone()];
        // Block scalars reach to the next token; what people wrote ends at the last visible character.
        let first = text.chars().next().map_or(0, char::len_utf8);
        self.copy
            .place(range.start..range.start + text.trim_end().len().max(first))
    }

    /// How the bytes of a scalar lead back to the file: exactly, or, where the text is not written as it reads (escapes,
    /// folded lines), to the scalar as a whole. A range that splits a character would lead nowhere.
    fn positions(&self, range: Range<usize>, text: &str, style: Style, place: Place) -> Positions {
        let file = self.copy.file();
        let inner = match style {
            Style::Quoted => range.start + 1,
            Style::Plain => range.start,
            Style::Literal | Style::Folded => {
                let lines = self.lines(self.copy.offset(range.start) as usize, text);
                return lines.map_or_else(|| Positions::within(place), |lines| Positions::pieces(file, lines));
            }
        };
        let start = self.copy.offset(inner) as usize;
        match self
            .source
            .get(start..)
            .is_some_and(|written| written.starts_with(text))
        {
            true => Positions::from(file, start),
            false => Positions::within(place),
        }
    }

    /// A literal block's lines are the source's lines without their indent, so each is the end of its source line;
    /// `None` if one is not.
    fn lines(&self, start: usize, text: &str) -> Option<Vec<(u32, u32)>> {
        let mut anchors = Vec::new();
        let line_start = self.source[..start].rfind('\n').map_or(0, |at| at + 1);
        let mut source = self.source[line_start..]
            .split_inclusive('\n')
            .scan(line_start, |at, line| {
                let from = *at;
                *at += line.len();
                Some((from, line.trim_end_matches(['\n', '\r'])))
            });
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            if content.is_empty() && anchors.is_empty() {
                // Blank lines before the first visible one: the span begins behind them.
                offset += line.len();
                continue;
            }
            let (from, written) = source.next()?;
            let at = from + written.strip_suffix(content)?.len();
            anchors.push((offset as u32, at as u32));
            offset += line.len();
        }
        if anchors.is_empty() {
            anchors.push((0, start as u32));
        }
        Some(anchors)
    }
}

/// `{ value: 3,000 }` is two pairs to the library, and one number to whoever wrote it: the second is the first's end.
fn goes_on(pairs: &mut [Pair], key: &Node) -> bool {
    let Some(Pair { value: last, .. }) = pairs.last_mut() else {
        return false;
    };
    let (Shape::Scalar(number), Shape::Scalar(more)) = (&mut last.shape, &key.shape) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b',');
    let joined = digits(&number.text)
        && digits(&more.text)
        && more.text.len() == 3
        && number.style == Style::Plain
        && last.place.span.end + 1 == key.place.span.start;
    if joined {
        number.text = format!("{},{}", number.text, more.text).into();
        last.place = cover(last.place, key.place);
    }
    joined
}

pub(super) fn cover(first: Place, last: Place) -> Place {
    let span = Span {
        start: first.span.start,
        end: first.span.end.max(last.span.end),
    };
    Place { file: first.file, span }
}
