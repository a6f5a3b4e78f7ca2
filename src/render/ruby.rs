//! Readings above hard words: on its first use in a page's paragraphs, a word of the city's reading list gets its ruby, with
//! brackets for those who see none. Only plain paragraphs: headings, links, tables, charts and data keep names as they are.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::{memchr, memmem::Finder};

use crate::model::Reading;

/// The city's reading list, ready to be looked for.
pub(super) struct Ruby<'r> {
    readings: &'r [Reading],
    /// `None` if there is nothing to look for.
    words: Option<AhoCorasick>,
    /// Where a paragraph begins.
    paragraph: Finder<'static>,
}

/// Where a piece of a page uses a word for the first time.
pub(super) struct Use {
    at: usize,
    /// Of the word, in the reading list.
    number: usize,
}

impl<'r> Ruby<'r> {
    pub(super) fn new(readings: &'r [Reading]) -> Self {
        let words = readings.iter().map(|reading| reading.word.as_bytes());
        // The longest word first: 柏崎刈羽 before 柏崎. The kind that is made the quickest: a city has few words, and what
        // comes before the automaton passes over nearly all of a text.
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok();
        Self {
            readings,
            words: words.filter(|_| !readings.is_empty()),
            paragraph: Finder::new("<p>"),
        }
    }

    /// The page with ruby on the first use of each word.
    pub(super) fn annotate(&self, page: String) -> Vec<u8> {
        let uses = self.uses(&page);
        if uses.is_empty() {
            return page.into_bytes();
        }
        self.page().pieces(&page, &uses).concat()
    }

    /// A page, none of which has been put together yet.
    pub(super) fn page(&self) -> Page<'_> {
        Page {
            readings: self.readings,
            left: vec![true; self.readings.len()],
        }
    }

    /// The first use of each word in a piece of a page, which holds whole paragraphs.
    pub(super) fn uses(&self, html: &str) -> Vec<Use> {
        let html = html.as_bytes();
        let Some(words) = &self.words else {
            return Vec::new();
        };
        let mut search = Search {
            words,
            html,
            left: vec![true; self.readings.len()],
            uses: Vec::new(),
        };
        let mut at = 0;
        while let Some(start) = self.paragraph.find(&html[at..]) {
            at = search.paragraph(at + start + self.paragraph.needle().len());
        }
        search.uses
    }
}

/// A page while it is put together, part by part.
pub(super) struct Page<'r> {
    readings: &'r [Reading],
    /// Which words were not used yet.
    left: Vec<bool>,
}

impl<'r> Page<'r> {
    /// The pieces of the next part, with ruby on words that no part before it uses.
    pub(super) fn pieces<'p>(&mut self, html: &'p str, uses: &[Use]) -> Vec<&'p [u8]>
    where
        'r: 'p,
    {
        let mut pieces = Vec::new();
        let mut done = 0;
        for Use { at, number } in uses {
            if !std::mem::take(&mut self.left[*number]) {
                continue;
            }
            let Reading { word, reading } = &self.readings[*number];
            let plain = &html[done..*at];
            let ruby = [
                plain,
                "<ruby>",
                word,
                "<rp>（</rp><rt>",
                reading,
                "</rt><rp>）</rp></ruby>",
            ];
            pieces.extend(ruby.map(str::as_bytes));
            done = at + word.len();
        }
        pieces.push(&html.as_bytes()[done..]);
        pieces
    }
}

/// A piece of a page while words are looked for.
struct Search<'s> {
    words: &'s AhoCorasick,
    html: &'s [u8],
    /// Which words were not found yet.
    left: Vec<bool>,
    uses: Vec<Use>,
}

impl Search<'_> {
    /// A paragraph from here on, and where it ends; text within a link or other element is left alone.
    fn paragraph(&mut self, mut at: usize) -> usize {
        let mut depth = 0usize;
        loop {
            let rest = &self.html[at..];
            let (text, rest) = rest.split_at(memchr(b'<', rest).unwrap_or(rest.len()));
            if depth == 0 {
                self.text(at, text);
            }
            let tag = &rest[..memchr(b'>', rest).map_or(rest.len(), |end| end + 1)];
            at += text.len() + tag.len();
            // Not only the tag itself: a city's own template may leave a sign before it as it is.
            if tag.is_empty() || tag.ends_with(b"</p>") {
                return at;
            }
            if tag.starts_with(b"</") {
                depth = depth.saturating_sub(1);
            } else if !tag.starts_with(b"<br") {
                depth += 1;
            }
        }
    }

    fn text(&mut self, at: usize, text: &[u8]) {
        for found in self.words.find_iter(text) {
            let number = found.pattern().as_usize();
            if std::mem::take(&mut self.left[number]) {
                let at = at + found.start();
                self.uses.push(Use { at, number });
            }
        }
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
        String::from_utf8(Ruby::new(&readings).annotate(html.to_owned())).unwrap()
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
        // The sign is left as it is by a template of the city's own.
        assert_eq!(annotated("<p>a < 柏崎</p><p>柏崎"), format!("<p>a < 柏崎</p><p>{RUBY}"));
    }

    #[test]
    fn the_longest_word_wins() {
        assert!(annotated("<p>柏崎刈羽</p>").contains("<ruby>柏崎刈羽<rp>"));
    }

    #[test]
    fn parts_are_one_page() {
        let readings = [("米山", "よねやま"), ("柏崎", "かしわざき")].map(|(word, reading)| Reading {
            word: word.to_owned(),
            reading: reading.to_owned(),
        });
        let ruby = Ruby::new(&readings);
        let all = ["<p>柏崎</p>", "<h1>米山</h1><p>柏崎の米山</p>", "<p>米山と柏崎</p>"];
        for pieces in [&all[..], &all[1..], &all[2..]] {
            let mut page = ruby.page();
            let annotated = pieces.iter().flat_map(|piece| page.pieces(piece, &ruby.uses(piece)));
            let annotated: Vec<&[u8]> = annotated.collect();
            assert_eq!(annotated.concat(), ruby.annotate(pieces.concat()));
        }
        assert_eq!(ruby.annotate("<h1>柏崎</h1>".to_owned()), "<h1>柏崎</h1>".as_bytes());
    }
}
