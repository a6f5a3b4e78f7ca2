//! Readings above hard words: on its first use in a page's paragraphs, a word of the city's reading list gets its ruby, with
//! brackets for those who see none. Only plain paragraphs: headings, links, tables, charts and data keep names as they are.

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::{memchr, memmem::Finder};

use crate::model::Reading;

/// The city's reading list, ready to be looked for.
pub(super) struct Ruby<'r> {
    readings: &'r [Reading],
    /// `None` if there is nothing to look for.
    words: Option<AhoCorasick>,
    /// Where a paragraph begins and ends.
    paragraph: [Finder<'static>; 2],
}

impl<'r> Ruby<'r> {
    pub(super) fn new(readings: &'r [Reading]) -> Self {
        let words = readings.iter().map(|reading| reading.word.as_bytes());
        // The longest word first: 柏崎刈羽 before 柏崎.
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok();
        Self {
            readings,
            words: words.filter(|_| !readings.is_empty()),
            paragraph: ["<p>", "</p>"].map(Finder::new),
        }
    }

    /// The page, given in pieces, with ruby on the first use of each word.
    pub(super) fn annotate(&self, page: &[&[u8]]) -> Vec<u8> {
        let Some(words) = &self.words else {
            return page.concat();
        };
        let mut notes = Notes {
            ruby: self,
            words,
            left: vec![true; self.readings.len()],
            out: Vec::with_capacity(page.iter().map(|piece| piece.len()).sum::<usize>() + 512),
        };
        page.iter().for_each(|piece| notes.piece(piece));
        notes.out
    }
}

/// A page while it gets its ruby.
struct Notes<'r> {
    ruby: &'r Ruby<'r>,
    words: &'r AhoCorasick,
    /// Which words were not used yet.
    left: Vec<bool>,
    out: Vec<u8>,
}

impl Notes<'_> {
    /// A piece of the page, which holds whole paragraphs.
    fn piece(&mut self, mut rest: &[u8]) {
        let [begins, ends] = &self.ruby.paragraph;
        while let Some(start) = begins.find(rest) {
            let (before, body) = rest.split_at(start + begins.needle().len());
            self.out.extend_from_slice(before);
            let end = ends.find(body).unwrap_or(body.len());
            self.paragraph(&body[..end]);
            rest = &body[end..];
        }
        self.out.extend_from_slice(rest);
    }

    /// A paragraph's inner HTML; text within a link or other element is left alone.
    fn paragraph(&mut self, mut rest: &[u8]) {
        let mut depth = 0usize;
        while !rest.is_empty() {
            let (text, tag) = rest.split_at(memchr(b'<', rest).unwrap_or(rest.len()));
            if depth == 0 {
                self.text(text);
            } else {
                self.out.extend_from_slice(text);
            }
            let (tag, after) = tag.split_at(memchr(b'>', tag).map_or(tag.len(), |at| at + 1));
            if tag.starts_with(b"</") {
                depth = depth.saturating_sub(1);
            } else if !tag.is_empty() && !tag.starts_with(b"<br") {
                depth += 1;
            }
            self.out.extend_from_slice(tag);
            rest = after;
        }
    }

    fn text(&mut self, text: &[u8]) {
        let mut done = 0;
        for found in self.words.find_iter(text) {
            let number = found.pattern().as_usize();
            if !std::mem::take(&mut self.left[number]) {
                continue;
            }
            let Reading { word, reading } = &self.ruby.readings[number];
            self.out.extend_from_slice(&text[done..found.start()]);
            let ruby = ["<ruby>", word, "<rp>（</rp><rt>", reading, "</rt><rp>）</rp></ruby>"];
            ruby.iter()
                .for_each(|piece| self.out.extend_from_slice(piece.as_bytes()));
            done = found.end();
        }
        self.out.extend_from_slice(&text[done..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annotated(html: &str) -> String {
        let reading = |word: &str, reading: &str| Reading {
            word: word.to_owned(),
            reading: reading.to_owned(),
        };
        let readings = [reading("柏崎", "かしわざき"), reading("柏崎刈羽", "かしわざきかりわ")];
        String::from_utf8(Ruby::new(&readings).annotate(&[html.as_bytes()])).unwrap()
    }

    const RUBY: &str = "<ruby>柏崎<rp>（</rp><rt>かしわざき</rt><rp>）</rp></ruby>";

    #[test]
    fn the_first_use_in_a_paragraph_gets_its_reading() {
        assert_eq!(
            annotated("<p>柏崎と柏崎</p><p>柏崎</p>"),
            format!("<p>{RUBY}と柏崎</p><p>柏崎</p>")
        );
    }

    #[test]
    fn headings_links_and_cells_keep_their_names() {
        let html =
            "<title>柏崎</title><h1>柏崎</h1><td>柏崎</td><p class=\"x\">柏崎</p><p><a href=\"柏崎\">柏崎</a></p>";
        assert_eq!(annotated(html), html);
        assert_eq!(annotated("<p>a<br>柏崎</p>"), format!("<p>a<br>{RUBY}</p>"));
    }

    #[test]
    fn the_longest_word_wins() {
        assert!(annotated("<p>柏崎刈羽</p>").contains("<ruby>柏崎刈羽<rp>"));
    }
}
