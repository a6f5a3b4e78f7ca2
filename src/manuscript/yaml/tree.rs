//! The library's events to our tree. Aliases, tags and further documents are refused here, so nothing can multiply.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as GranitSpan};

use super::{Node, Pair, Problem, ProblemKind, Scalar, Shape, Style};
use crate::source::{FileId, Place, Positions, Span};

/// Where and why reading stopped, in bytes of the text given.
pub(super) struct Stop {
    /// The byte at which the library gave up.
    pub(super) at: usize,
    /// What it said, as far as there is advice for it.
    pub(super) kind: ProblemKind,
}

type Built = (Option<Node>, Vec<Problem>);

struct Builder<'t> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    text: &'t str,
    source: &'t str,
    base: usize,
    file: FileId,
    problems: Vec<Problem>,
}

const DEPTH: usize = 32;

/// Builds the tree of `text`, a copy (perhaps mended, of equal length) of what stands in `source` from `base` on.
pub(super) fn build(text: &str, source: &str, base: usize, file: FileId) -> Result<Built, Stop> {
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder {
        parser,
        text,
        source,
        base,
        file,
        problems: Vec::new(),
    };
    let root = builder.document()?;
    Ok((root, builder.problems))
}

impl<'t> Builder<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, GranitSpan)>, Stop> {
        self.parser
            .next_event()
            .transpose()
            .map_err(|error| stop(&error, self.text))
    }

    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::DocumentStart(..) if root.is_some() => {
                    self.note(&span, ProblemKind::SecondDocument);
                    break;
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => root = Some(self.node(event, &span)?),
            }
        }
        // An empty document is one empty scalar to the library.
        Ok(root.filter(|node| !node.is_empty()))
    }

    fn node(&mut self, event: Event<'t>, span: &GranitSpan) -> Result<Node, Stop> {
        let place = self.place(span);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => {
                        self.note(span, ProblemKind::Folded);
                        Style::Folded
                    }
                };
                let positions = self.positions(place.span, &text, style);
                Ok(Node {
                    place,
                    shape: Shape::Scalar(Scalar {
                        text: text.into_owned(),
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
                    let key = self.node(event, &span)?;
                    let Some((event, span)) = self.next()? else { break };
                    let value = self.node(event, &span)?;
                    end = value.place;
                    match key.shape {
                        Shape::Scalar(scalar) => pairs.push(Pair {
                            key: scalar.text,
                            place: key.place,
                            value,
                        }),
                        _ => self.problems.push(Problem {
                            place: key.place,
                            kind: ProblemKind::ComplexKey,
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
                let positions = Positions::from(self.file, place.span.start as usize);
                let scalar = Scalar {
                    text: String::new(),
                    style: Style::Plain,
                    positions,
                };
                Ok(Node {
                    place,
                    shape: Shape::Scalar(scalar),
                })
            }
        }
    }

    fn refuse(&mut self, span: &GranitSpan, anchor: usize, tag: bool) {
        if anchor != 0 {
            self.note(span, ProblemKind::Alias);
        }
        if tag {
            self.note(span, ProblemKind::Tag);
        }
    }

    fn note(&mut self, span: &GranitSpan, kind: ProblemKind) {
        let place = self.place(span);
        self.problems.push(Problem { place, kind });
    }

    fn place(&self, span: &GranitSpan) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        let text = &self.text[range.clone()];
        // Block scalars reach to the next token; what people wrote ends at the last visible character.
        let end = range.start + text.trim_end().len().max(usize::from(!text.is_empty()).min(text.len()));
        Place {
            file: self.file,
            span: Span::new(self.base + range.start, self.base + end.max(range.start)),
        }
    }

    /// How the bytes of a scalar lead back to the file: exact for plain, quoted without escapes, and literal blocks.
    fn positions(&self, span: Span, text: &str, style: Style) -> Positions {
        let start = span.start as usize;
        match style {
            Style::Quoted => Positions::from(self.file, start + 1),
            Style::Plain => Positions::from(self.file, start),
            Style::Literal | Style::Folded => Positions::pieces(self.file, self.lines(start, text)),
        }
    }

    /// A literal block's lines are the source's lines without their indent, so each is the end of its source line.
    fn lines(&self, start: usize, text: &str) -> Vec<(u32, u32)> {
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
            let Some((from, written)) = source.next() else { break };
            let at = from + written.len().saturating_sub(content.len());
            anchors.push((offset as u32, at as u32));
            offset += line.len();
        }
        if anchors.is_empty() {
            anchors.push((0, start as u32));
        }
        anchors
    }
}

fn cover(first: Place, last: Place) -> Place {
    let span = Span {
        start: first.span.start,
        end: first.span.end.max(last.span.end),
    };
    Place { file: first.file, span }
}

fn stop(error: &ScanError, text: &str) -> Stop {
    use ErrorKind as E;
    let kind = match error.kind() {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => {
            ProblemKind::UnclosedQuote
        }
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => ProblemKind::UnclosedBracket,
        E::RecursionLimitExceeded => ProblemKind::TooDeep,
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabAtBlockScalarStart => {
            ProblemKind::Tab
        }
        E::InvalidIndentation | E::ExpectedBlockMappingKey => ProblemKind::Indentation,
        E::UnknownAnchor => ProblemKind::SpecialStart('*'),
        _ => ProblemKind::Other,
    };
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    Stop { at, kind }
}
