//! YAML text to a small tree in which every value knows its place. The only room that knows the YAML library.
//!
//! Reading does not stop at the first error: a known slip is mended in a [draft](draft::Draft), another line at fault is
//! taken out of it, and the rest is read again, so that one slip hides no other and is told once. What was taken out
//! makes the document `damaged`, and nothing is then called missing that may have stood there.

mod draft;
mod lines;
mod repair;
mod traps;
mod tree;

use crate::source::{FileId, Place, Positions};
use draft::Draft;

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
    /// `: ` within a value that is not in quotes.
    ColonInValue,
    /// An ideographic space as indent, behind a colon or before a comment.
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
    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        matches!(&self.shape, Shape::Scalar(scalar) if scalar.text.trim().is_empty())
    }
}

/// Reads the YAML that stands in `source` between the bytes of `range`.
pub fn read(source: &str, range: std::ops::Range<usize>, file: FileId) -> Document {
    let mut draft = Draft::new(source, range, file);
    let mut problems: Vec<Problem> = Vec::new();
    let mut damaged = false;
    // Each round mends or removes one line, so the rounds are bounded; a file with more faults than this is rewritten.
    for _ in 0..MAX_ROUNDS {
        let repair = match tree::build(&draft, source) {
            Ok(mut built) => {
                let Some(slip) = built.slips.into_iter().next() else {
                    damaged |= built.problems.iter().any(|problem| problem.kind.loses_text());
                    built.problems.retain(|problem| !told(&problems, problem, source));
                    problems.append(&mut built.problems);
                    problems.sort_by_key(|problem| problem.place);
                    return Document {
                        root: built.root,
                        problems,
                        damaged,
                    };
                };
                slip
            }
            Err(stop) => repair::find(&draft, source, &stop),
        };
        let problem = Problem {
            place: draft.place(repair.span),
            kind: repair.kind,
        };
        damaged |= repair.loses_text;
        if !told(&problems, &problem, source) {
            problems.push(problem);
        }
        let Some(edits) = repair.edits else { break };
        draft = draft.edited(&edits);
    }
    problems.sort_by_key(|problem| problem.place);
    Document {
        root: None,
        problems,
        damaged: true,
    }
}

/// What is wrong with a line is told once: the rest may follow from it.
fn told(problems: &[Problem], new: &Problem, source: &str) -> bool {
    let line = |problem: &Problem| {
        let before = source
            .as_bytes()
            .get(..problem.place.span.start as usize)
            .unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count()
    };
    problems.iter().any(|known| line(known) == line(new))
}

impl ProblemKind {
    /// True when what was written there is not in the tree.
    fn loses_text(self) -> bool {
        matches!(self, Self::Alias | Self::ComplexKey | Self::SecondDocument)
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

    /// The value of a key of the root, after mending.
    fn value(text: &str, key: &str) -> Option<String> {
        let Shape::Map(pairs) = read(text, 0..text.len(), FileId(0)).root?.shape else {
            return None;
        };
        let pair = pairs.into_iter().find(|pair| pair.key == key)?;
        match pair.value.shape {
            Shape::Scalar(scalar) => Some(scalar.text),
            Shape::List(_) | Shape::Map(_) => Some(String::from("…")),
        }
    }

    #[test]
    fn a_colon_without_a_space_is_recognised_and_its_value_kept() {
        for text in [
            "name:見本市\ncode: x\n",
            "code: x\nname:見本市\n",
            "name:見本市\n",
            "name：見本市\n",
            "code: x\nname:　見本市\nb: 1\n",
        ] {
            assert_eq!(kinds(text).len(), 1, "{text}");
            assert_eq!(value(text, "name").as_deref(), Some("見本市"), "{text}");
        }
        assert_eq!(problems("a: 1\nname:x\n"), [(ProblemKind::ColonWithoutSpace, 9)]);
        assert_eq!(
            kinds("d:\n  - id:x\n    name: y\n  - id: z\n"),
            [ProblemKind::ColonWithoutSpace]
        );
        assert_eq!(kinds("p: { from:2020, to：2024 }\n"), [ProblemKind::ColonWithoutSpace]);
        assert_eq!(kinds("c:\n  department:kikaku\n"), [ProblemKind::ColonWithoutSpace]);
        assert_eq!(kinds("- https://example.jp/\n"), []);
    }

    #[test]
    fn ideographic_spaces_are_found_where_yaml_says_nothing() {
        let text = "d:\n  - id: x\n　　name: y\nb: 1\n";
        assert_eq!(problems(text), [(ProblemKind::FullWidthSpace, 13)]);
        assert_eq!(value(text, "name"), None, "it belongs to the entry again");
        let text = "name: 見本市　# 市の名称\nb: 1\n";
        assert_eq!(kinds(text), [ProblemKind::FullWidthSpace]);
        assert_eq!(value(text, "name").as_deref(), Some("見本市"));
    }

    #[test]
    fn what_is_right_in_a_text_is_not_accused_of_a_slip_nearby() {
        let text = "a: |\n  KPI：指標\n  　字下げ\nb: %\n";
        assert_eq!(kinds(text), [ProblemKind::SpecialStart('%')]);
        let text = "a: 1  # 例: \"x\nb: \"y\nc: 1\n";
        assert_eq!(problems(text), [(ProblemKind::UnclosedQuote, 19)]);
    }

    #[test]
    fn values_survive_the_signs_of_yaml() {
        for (text, kind, expected) in [
            ("u: %\nb: 1\n", ProblemKind::SpecialStart('%'), "%"),
            (
                "u: [仮称] 計画 # 注\nb: 1\n",
                ProblemKind::SpecialStart('['),
                "[仮称] 計画",
            ),
            (
                "u: \"若者\"の計画\nb: 1\n",
                ProblemKind::SpecialStart('"'),
                "\"若者\"の計画",
            ),
            ("u: !重要 x\nb: 1\n", ProblemKind::SpecialStart('!'), "!重要 x"),
            ("u: 重点: 若者\nb: 1\n", ProblemKind::ColonInValue, "重点: 若者"),
            ("u: \"x\nb: 1\n", ProblemKind::UnclosedQuote, "x"),
            ("u: [人, %]\nb: 1\n", ProblemKind::SpecialStart('%'), "…"),
            ("u: [人, 組\nb: 1\nc: 2\n", ProblemKind::UnclosedBracket, "…"),
            ("u: [人, 組}\nb: 1\n", ProblemKind::UnclosedBracket, "…"),
            ("u:\n\t- x\n\t- y\nb: 1\n", ProblemKind::Tab, "…"),
            ("u:\n　- x\n　- y\nb: 1\n", ProblemKind::FullWidthSpace, "…"),
            ("u:\n  - x\n - y\nb: 1\n", ProblemKind::Indentation, "…"),
            ("b: 1\n  u: x\nc: 1\n", ProblemKind::Indentation, "x"),
            ("u: -\nb: 1\n", ProblemKind::SpecialStart('-'), ""),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
            assert_eq!(value(text, "u").as_deref(), Some(expected), "{text}");
            assert_eq!(value(text, "b").as_deref(), Some("1"), "{text}");
        }
    }

    #[test]
    fn nothing_written_is_an_empty_value() {
        assert_eq!(value("a:\nb: ~\n", "a").as_deref(), Some(""));
        assert_eq!(value("a:\nb: ~\n", "b").as_deref(), Some(""));
    }

    #[test]
    fn a_line_without_a_colon_goes_alone() {
        let text = "a: 1\nx y\nb: 1\n";
        assert_eq!(problems(text), [(ProblemKind::Other, 5)]);
        assert_eq!(value(text, "b").as_deref(), Some("1"));
        assert!(read(text, 0..text.len(), FileId(0)).damaged);
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
