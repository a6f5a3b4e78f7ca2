//! `dictionary.yaml` as written: the wording a city has agreed on. The file may be left out.

use super::{
    faults::Faults,
    fields::Fields,
    scalars,
    yaml::{Document, Node},
};
use crate::{
    model::Word,
    source::{Place, Spanned},
};

/// The dictionary.
#[derive(Debug)]
pub struct DictionaryPage {
    /// Characters beyond 常用漢字 that the city uses.
    pub kanji: Option<Spanned<String>>,
    /// Wordings.
    pub terms: Vec<TermLines>,
    /// How words are read.
    pub readings: Vec<ReadingLines>,
}

/// One wording.
#[derive(Debug)]
pub struct TermLines {
    /// The whole entry.
    pub place: Place,
    /// As it should be written.
    pub expected: Option<Spanned<String>>,
    /// As it should not.
    pub patterns: Vec<Spanned<String>>,
    /// Longer texts within which a pattern is right.
    pub except: Vec<Spanned<String>>,
    /// A pattern counts only before one of these; before anything if there are none.
    pub followed_by: Vec<Spanned<String>>,
    /// Why.
    pub reason: Option<Spanned<String>>,
    /// Sentences that prove it.
    pub tests: Vec<TermTest>,
}

/// A sentence and whether the term must be found in it.
#[derive(Debug)]
pub struct TermTest {
    /// The sentence.
    pub text: Option<Spanned<String>>,
    /// What must come of it.
    pub found: Option<Spanned<Expectation>>,
}

/// What a test expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expectation {
    /// `true`
    Found,
    /// `false`
    Silent,
}

/// How a word is read.
#[derive(Debug)]
pub struct ReadingLines {
    /// As written.
    pub word: Option<Spanned<String>>,
    /// In kana.
    pub reading: Option<Spanned<String>>,
}

impl Word for Expectation {
    const WORDS: &'static [(&'static str, Self)] = &[("true", Self::Found), ("false", Self::Silent)];
}

pub(super) fn read(document: &Document, faults: &mut Faults) -> Option<DictionaryPage> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let page = DictionaryPage {
        kanji: fields.optional_text("kanji"),
        terms: fields.optional_list("terms", term),
        readings: fields.optional_list("readings", reading),
    };
    fields.finish();
    Some(page)
}

fn term(node: &Node, faults: &mut Faults) -> Option<TermLines> {
    let mut fields = Fields::of(node, faults)?;
    let term = TermLines {
        place: node.place,
        expected: fields.text("expected"),
        patterns: fields.list("patterns", scalars::text),
        except: fields.optional_list("except", scalars::text),
        followed_by: fields.optional_list("followed_by", scalars::text),
        reason: fields.optional_text("reason"),
        tests: fields.optional_list("tests", test),
    };
    fields.finish();
    Some(term)
}

fn test(node: &Node, faults: &mut Faults) -> Option<TermTest> {
    let mut fields = Fields::of(node, faults)?;
    let test = TermTest {
        text: fields.text("text"),
        found: fields.word("found"),
    };
    fields.finish();
    Some(test)
}

fn reading(node: &Node, faults: &mut Faults) -> Option<ReadingLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = ReadingLines {
        word: fields.text("word"),
        reading: fields.text("reading"),
    };
    fields.finish();
    Some(lines)
}
