//! What the rules about text look at, made once for all of them: narratives as [`Passage`]s (what a reader sees, with the
//! way back to the file), odd characters of the raw files, and the names the registers define.

mod joyo;
mod letters;
mod marks;
mod names;
mod odd;
mod passage;
mod patterns;
mod quantities;
mod sentences;
mod signs;
mod usual;
mod variants;

pub(crate) use letters::{Letters, pair};
pub(crate) use marks::Mark;
pub(crate) use names::{Covered, Named, Names};
pub(crate) use odd::{Odd, OddKind, all as odd};
pub(crate) use passage::{Follows, Kind, Passage};
pub(crate) use patterns::Patterns;
pub(crate) use quantities::quantities;
pub(crate) use signs::Signs;
pub(crate) use variants::japanese_form;

use std::{cell::LazyCell, ops::Range};

use super::{Context, dictionary::Dictionary, effort::Effort};
use crate::manuscript::TermLines;

/// Everything read once.
pub(crate) struct Reading<'m> {
    /// Narratives, in the order of [`super::texts::all`].
    pub(crate) passages: Vec<Passage<'m>>,
    /// Registered names.
    pub(crate) names: Names<'m>,
    /// Where the city's dictionary finds something: passage, range in it, term.
    pub(crate) terms: Vec<(usize, Range<usize>, &'m TermLines)>,
    /// Terms that were too much to look for everywhere.
    pub(crate) given_up: Vec<&'m TermLines>,
}

impl<'m> Reading<'m> {
    /// Reads the texts of a manuscript.
    pub(crate) fn new(context: &Context<'m>) -> Self {
        let passages = passage::all(context);
        let names = Names::new(context.manuscript);
        let mut reading = Self {
            passages,
            names,
            terms: Vec::new(),
            given_up: Vec::new(),
        };
        if let Some(page) = &context.manuscript.dictionary.page {
            let dictionary = Dictionary::new(&page.terms, page.terms.len());
            let common = Effort::new();
            let mut terms = Vec::new();
            for (at, passage) in reading.prose() {
                let hits = dictionary.find(&passage.text, &passage.letters, &common);
                let names = LazyCell::new(|| reading.names.within(&passage.text, &passage.letters));
                let hits = hits.into_iter().filter(|(range, _)| !names.holds(range));
                terms.extend(hits.map(|(range, term)| (at, range, term)));
            }
            reading.terms = terms;
            reading.given_up = dictionary.given_up().collect();
        }
        reading
    }

    /// The passages that were written by people, with their numbers; left-over guide texts of the template are not.
    pub(crate) fn prose(&self) -> impl Iterator<Item = (usize, &Passage<'m>)> {
        self.passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| !passage.is_guide())
    }
}

/// Hiragana, katakana, kanji and the marks that belong to words.
pub(crate) fn is_japanese(c: char) -> bool {
    is_hiragana(c) || is_katakana(c) || is_kanji(c)
}

pub(crate) fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{309F}').contains(&c)
}

pub(crate) fn is_katakana(c: char) -> bool {
    ('\u{30A1}'..='\u{30FA}').contains(&c) || c == 'ー'
}

/// A kanji beyond 常用漢字. Kana, most signs and most kanji are told first: they are nearly all of a text.
#[inline]
pub(crate) fn is_rare_kanji(c: char) -> bool {
    c >= '\u{3400}' && !joyo::is_joyo(c) && is_kanji(c)
}

pub(crate) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '々')
}
