//! YAML text to a small tree in which every value knows its place. The only room that knows the YAML library.
//!
//! Reading does not stop at the first error: the line at fault is taken out, or its known Japanese trap mended, in a copy
//! of the same length, and the rest is read again, so that one slip in a file hides no other. What was taken out makes
//! the document `damaged`, and nothing is then called missing that may have stood there.

mod repair;
mod tree;

use crate::source::{FileId, Place, Positions, Span};

/// A YAML document, as far as it could be read.
#[derive(Debug)]
pub struct Document {
    /// The root; `None` for an empty document.
    pub root: Option<Node>,
    /// Every syntax problem, in the order of the text.
    pub problems: Vec<Problem>,
    /// True when a part of the text could not be read.
    pub damaged: bool,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// From its first to its last byte.
    pub place: Place,
    /// What it is.
    pub shape: Shape,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A text, as every scalar is until a field reads it.
    Scalar(Scalar),
    /// `- a`
    List(Vec<Node>),
    /// `key: value`
    Map(Vec<Pair>),
}

/// A scalar.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// After YAML's own processing.
    pub text: String,
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
pub struct Pair {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// Its value; an empty one is a scalar without text.
    pub value: Node,
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
    /// An ideographic space as indent or before a comment.
    FullWidthSpace,
    /// A tab as indent.
    Tab,
    /// A value that begins with a sign of YAML's own.
    SpecialStart(char),
    /// A quote that is never closed.
    UnclosedQuote,
    /// A `[` or `{` that is never closed, or closed otherwise.
    UnclosedBracket,
    /// Indentation that fits no level above.
    Indentation,
    /// `&name`, `*name`, `<<`: one place refers to another.
    Alias,
    /// `!tag`.
    Tag,
    /// A second document after `---`.
    SecondDocument,
    /// Nested deeper than any source of a report.
    TooDeep,
    /// `>`: folded text.
    Folded,
    /// A mapping's key that is itself a list or mapping.
    ComplexKey,
    /// Anything else.
    Other,
}

impl Node {
    /// A short name of the shape for messages.
    pub fn is_empty(&self) -> bool {
        matches!(&self.shape, Shape::Scalar(scalar) if scalar.text.trim().is_empty())
    }
}

/// Reads the YAML that stands in `source` between the bytes of `range`.
pub fn read(source: &str, range: std::ops::Range<usize>, file: FileId) -> Document {
    let mut text = source[range.clone()].to_owned();
    let mut problems: Vec<Problem> = Vec::new();
    let mut damaged = false;
    // Each round mends or removes one line, so the rounds are bounded; a file with more faults than this is rewritten.
    for _ in 0..MAX_ROUNDS {
        match tree::build(&text, source, range.start, file) {
            Ok((root, mut found)) => {
                problems.append(&mut found);
                problems.sort_by_key(|problem| problem.place);
                return Document {
                    root,
                    problems,
                    damaged,
                };
            }
            Err(stop) => {
                let repair = repair::find(&text, &stop);
                let span = Span::new(range.start + repair.span.start, range.start + repair.span.end);
                problems.push(Problem {
                    place: Place { file, span },
                    kind: repair.kind,
                });
                damaged |= repair.loses_text;
                let Some(mended) = repair.mended else { break };
                text = mended;
            }
        }
    }
    Document {
        root: None,
        problems,
        damaged: true,
    }
}

const MAX_ROUNDS: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(ProblemKind, u32)> {
        let found = read(text, 0..text.len(), FileId(0)).problems;
        found.into_iter().map(|p| (p.kind, p.place.span.start)).collect()
    }

    fn kinds(text: &str) -> Vec<ProblemKind> {
        problems(text).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn good_yaml_has_no_problems() {
        assert_eq!(kinds("a: 1\nb:\n  - x\n  - y: z\nc: |\n  本文：ここは文\n"), []);
        assert_eq!(kinds(""), []);
        assert_eq!(kinds("# only a comment\n"), []);
    }

    #[test]
    fn japanese_traps_have_their_own_names() {
        assert_eq!(problems("a: 1\nb：2\nc: 3\n"), [(ProblemKind::FullWidthColon, 6)]);
        assert_eq!(kinds("a: 1\nb:\n　- x\n"), [ProblemKind::FullWidthSpace]);
        assert_eq!(kinds("unit: %\nb: 1\n"), [ProblemKind::SpecialStart('%')]);
        assert_eq!(kinds("unit: @a\nb: 1\n"), [ProblemKind::SpecialStart('@')]);
        assert_eq!(kinds("unit: *重要\nb: 1\n"), [ProblemKind::SpecialStart('*')]);
        assert_eq!(kinds("name: [仮称] 計画\nb: 1\n"), [ProblemKind::SpecialStart('[')]);
        assert_eq!(kinds("a: &x y\n"), [ProblemKind::Alias]);
        assert_eq!(kinds("a: !x y\n"), [ProblemKind::Tag]);
        assert_eq!(kinds("a: >\n  x\n  y\n"), [ProblemKind::Folded]);
        assert_eq!(kinds("a: \"x\nb: 1\n"), [ProblemKind::UnclosedQuote]);
        assert_eq!(kinds("a:\n\t- x\n"), [ProblemKind::Tab]);
    }

    #[test]
    fn one_slip_hides_no_other() {
        let text = "a：1\nb: %\nc:\n  - d: 1\n    e：2\n";
        assert_eq!(
            kinds(text),
            [
                ProblemKind::FullWidthColon,
                ProblemKind::SpecialStart('%'),
                ProblemKind::FullWidthColon
            ]
        );
    }

    #[test]
    fn what_is_mended_is_read_on() {
        let text = "a：甲\nb: 乙\n";
        let document = read(text, 0..text.len(), FileId(0));
        let Some(Node {
            shape: Shape::Map(pairs),
            ..
        }) = document.root
        else {
            panic!("no map")
        };
        let keys: Vec<&str> = pairs.iter().map(|pair| pair.key.as_str()).collect();
        assert_eq!(keys, ["a", "b"]);
        assert!(!document.damaged);
    }

    #[test]
    fn literal_blocks_keep_exact_positions() {
        let text = "intro:\n  body: |\n\n    一行目\n      字下げ\n\n    三行目\n";
        let document = read(text, 0..text.len(), FileId(0));
        let Some(Node {
            shape: Shape::Map(root),
            ..
        }) = document.root
        else {
            panic!("no map")
        };
        let Shape::Map(inner) = &root[0].value.shape else {
            panic!("no inner map")
        };
        let Shape::Scalar(scalar) = &inner[0].value.shape else {
            panic!("no scalar")
        };
        for word in ["一行目", "字下げ", "三行目"] {
            let at = scalar.text.find(word).unwrap();
            assert_eq!(scalar.positions.offset(at) as usize, text.find(word).unwrap(), "{word}");
        }
    }

    #[test]
    fn deep_nesting_and_bombs_end() {
        let deep = "[".repeat(10_000);
        assert_eq!(kinds(&deep), [ProblemKind::TooDeep]);
        let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        assert!(kinds(bomb).iter().all(|kind| *kind == ProblemKind::Alias));
    }

    #[test]
    fn front_matter_keeps_the_offsets_of_its_file() {
        let text = "---\na: 1\nb: %\n---\n";
        let found = read(text, 4..14, FileId(0)).problems;
        assert_eq!(
            &text[found[0].place.span.start as usize..found[0].place.span.end as usize],
            "%"
        );
    }
}
