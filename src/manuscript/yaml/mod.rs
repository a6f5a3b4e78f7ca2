//! YAML text to a small tree in which every value knows its place. The only room that knows the YAML library.
//!
//! Reading does not stop at the first error: a known slip is mended in a [copy](mended::Mended), another line at fault is
//! taken out of it, and the rest is read again, so that one slip hides no other and is told once. What was taken out
//! makes the document `damaged`, and nothing is then called missing that may have stood there.

mod lines;
mod mended;
mod repair;
#[cfg(test)]
mod same_tree;
mod signs;
mod simple;
mod stop;
#[cfg(test)]
mod tests;
mod traps;
mod tree;

use std::{borrow::Cow, collections::BTreeMap};

use crate::source::{FileId, Place, Positions, Span};
use lines::{above, line_at};
use mended::Mended;

/// A YAML document, as far as it could be read.
#[derive(Debug)]
pub struct Document<'s> {
    /// The root; `None` for an empty document.
    pub root: Option<Node<'s>>,
    /// Every syntax problem, in the order of the text.
    pub problems: Vec<Problem>,
    /// True when a part of the text could not be read.
    pub damaged: bool,
    /// The lines whose text had to be mended or was taken out: what else seems wrong there may follow from that.
    pub mended: Vec<Span>,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// From its first to its last byte.
    pub place: Place,
    /// What it is.
    pub shape: Shape<'s>,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Shape<'s> {
    /// A text, as every scalar is until a field reads it.
    Scalar(Scalar<'s>),
    /// `- a`
    List(Vec<Node<'s>>),
    /// `key: value`
    Map(Vec<Pair<'s>>),
}

/// A scalar.
#[derive(Debug, Clone)]
pub struct Scalar<'s> {
    /// After YAML's own processing; most of it stands in the source as it reads.
    pub text: Cow<'s, str>,
    /// How it was written.
    pub style: Style,
    /// How its bytes lead back to the file.
    pub positions: Positions,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// `|`: line by line.
    Literal,
    /// `>`: folded, which puts a space between Japanese lines.
    Folded,
}

/// One `key: value`.
#[derive(Debug, Clone)]
pub struct Pair<'s> {
    /// The key's text.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub place: Place,
    /// Its value; an empty one is a scalar without text.
    pub value: Node<'s>,
}

/// Something that is no readable YAML, or YAML that is not used here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// The kinds of syntax problems that have advice of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// `：` where `: ` belongs.
    FullWidthColon,
    /// `key:value` without a space.
    ColonWithoutSpace,
    /// `{ year: 2024、value: 1 }`: a full-width comma where `, ` belongs.
    FullWidthComma,
    /// `: ` within a value that is not in quotes.
    ColonInValue,
    /// An ideographic space as indent, behind a colon or before a comment.
    FullWidthSpace,
    /// A tab as indent.
    Tab,
    /// `－ id:` or `-id:` where `- id:` belongs.
    EntryMark,
    /// A value that begins with a sign of YAML's own.
    SpecialStart(char),
    /// A quote that is never closed.
    UnclosedQuote,
    /// A `[` or `{` that is never closed, or closed otherwise.
    UnclosedBracket,
    /// Indentation that fits no level above.
    Indentation,
    /// `計画どおり #1の事業を`: what stands behind the sign is a comment, and looks like text.
    TextInComment,
    /// `&name`, `*name`, `<<`: one place refers to another.
    Alias,
    /// `!tag`.
    Tag,
    /// `"\u202E"`: a character that is not to be seen, written as a code.
    Escape,
    /// A second document after `---`.
    SecondDocument,
    /// Nested deeper than any source of a report.
    TooDeep,
    /// `>`: folded text.
    Folded,
    /// A text without `|` that goes on on the next line, which is folded as well.
    FoldedLines,
    /// A mapping's key that is itself a list or mapping.
    ComplexKey,
    /// Anything else.
    Other,
}

impl Node<'_> {
    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        matches!(&self.shape, Shape::Scalar(scalar) if scalar.text.chars().all(char::is_whitespace))
    }
}

/// Reads the YAML that stands in `source` between the bytes of `range`.
pub fn read(source: &str, range: std::ops::Range<usize>, file: FileId) -> Document<'_> {
    match simple::read(source, range.clone(), file) {
        Some(root) => Document {
            root: Some(root),
            problems: Vec::new(),
            damaged: false,
            mended: Vec::new(),
        },
        None => read_by_library(source, range, file),
    }
}

/// The same by the library alone: what [`read`] is held to.
pub fn read_by_library(source: &str, range: std::ops::Range<usize>, file: FileId) -> Document<'static> {
    // Mending adds a sign here and there. A text that grows beyond this is mended again and again at one place.
    let longest = 2 * range.len() + 64;
    let mut copy = Mended::new(source, range.clone(), file);
    let mut told = Told {
        source,
        problems: Vec::new(),
        lines: Vec::new(),
    };
    let mut damaged = false;
    // Each round mends or removes one line, so the rounds are bounded; a file with more faults than this is rewritten.
    let rounds = (MAX_MENDED / range.len().max(1)).clamp(MIN_ROUNDS, MAX_ROUNDS);
    for _ in 0..rounds {
        let repair = match tree::build(&copy, source) {
            Ok(built) => {
                let Some(slip) = built.slips.into_iter().next() else {
                    damaged |= built.problems.iter().any(|problem| problem.kind.loses_text());
                    return told.document(built.root, built.problems, damaged);
                };
                slip
            }
            Err(stop) => repair::find(&copy, source, &stop),
        };
        damaged |= repair.loses_text;
        told.tell(Problem {
            place: copy.place(repair.span),
            kind: repair.kind,
        });
        let Some(edits) = repair.edits else { break };
        copy = copy.edited(&edits);
        if copy.text().len() > longest {
            break;
        }
    }
    told.document(None, Vec::new(), true)
}

/// What was told so far. What is wrong with a line is told once: the rest may follow from it.
struct Told<'s> {
    source: &'s str,
    problems: Vec<Problem>,
    lines: Vec<std::ops::Range<usize>>,
}

impl Told<'_> {
    fn tell(&mut self, problem: Problem) {
        let at = problem.place.span.start as usize;
        let line = line_at(self.source, at);
        let known = |at: &std::ops::Range<usize>| self.lines.contains(at);
        // An indent that does not fit, or a line that fits nowhere, is often the trace of the line above.
        let trace = matches!(problem.kind, ProblemKind::Indentation | ProblemKind::Other);
        let follows = trace && above(self.source, &line).is_some_and(|above| known(&above.range));
        if !known(&line.range) && !follows {
            self.problems.push(problem);
        }
        self.lines.push(line.range);
    }

    fn document<'s>(mut self, root: Option<Node<'s>>, unused: Vec<Problem>, damaged: bool) -> Document<'s> {
        let mended = self.lines.clone();
        let mut told: BTreeMap<ProblemKind, usize> = BTreeMap::new();
        for problem in unused {
            let count = told.entry(problem.kind).or_default();
            *count += 1;
            if *count <= MAX_TOLD {
                self.tell(problem);
            }
        }
        self.problems.sort_by_key(|problem| problem.place);
        Document {
            root,
            problems: self.problems,
            damaged,
            mended: mended.into_iter().map(|line| Span::new(line.start, line.end)).collect(),
        }
    }
}

impl ProblemKind {
    /// True when what was written there is not in the tree.
    fn loses_text(self) -> bool {
        matches!(self, Self::Alias | Self::ComplexKey | Self::SecondDocument)
    }
}

const MAX_ROUNDS: usize = 24;
const MIN_ROUNDS: usize = 3;
/// In bytes: each round reads the whole text again. What a department writes has all rounds.
const MAX_MENDED: usize = 1 << 20;
/// Problems of one kind that are told beside those that were mended; who wrote more of them knows what is meant.
const MAX_TOLD: usize = 1000;
