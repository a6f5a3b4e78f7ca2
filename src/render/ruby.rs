//! Readings above hard words: on its first use in a page's paragraphs, a word of the city's reading list gets its ruby, with
//! brackets for those who see none. Only plain paragraphs: headings, links, tables, charts and data keep names as they are.

use crate::model::Reading;

/// The page with ruby on the first use of each word.
pub(crate) fn annotate(page: Vec<u8>, readings: &[Reading]) -> Vec<u8> {
    if readings.is_empty() {
        return page;
    }
    let html = match String::from_utf8(page) {
        Ok(html) => html,
        // Pages are made of strings; one that is none is left as it is.
        Err(error) => return error.into_bytes(),
    };
    let mut left: Vec<&Reading> = readings.iter().collect();
    // The longest word first: 柏崎刈羽 before 柏崎.
    left.sort_by_key(|reading| std::cmp::Reverse(reading.word.len()));
    let mut out = String::with_capacity(html.len() + 512);
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<p>").filter(|_| !left.is_empty()) {
        let body = start + "<p>".len();
        out.push_str(&rest[..body]);
        rest = &rest[body..];
        let end = rest.find("</p>").unwrap_or(rest.len());
        paragraph(&rest[..end], &mut left, &mut out);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.into_bytes()
}

/// A paragraph's inner HTML; text within a link or other element is left alone.
fn paragraph(html: &str, left: &mut Vec<&Reading>, out: &mut String) {
    let mut rest = html;
    let mut depth = 0usize;
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        let (text, tag) = rest.split_at(end);
        if depth == 0 {
            words(text, left, out)
        } else {
            out.push_str(text)
        }
        let close = tag.find('>').map_or(tag.len(), |at| at + 1);
        let (tag, after) = tag.split_at(close);
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !tag.is_empty() && !tag.starts_with("<br") {
            depth += 1;
        }
        out.push_str(tag);
        rest = after;
    }
}

fn words(text: &str, left: &mut Vec<&Reading>, out: &mut String) {
    let mut rest = text;
    loop {
        let found = left
            .iter()
            .enumerate()
            .filter_map(|(at, reading)| Some((rest.find(&reading.word)?, at)))
            .min();
        let Some((start, at)) = found else { break };
        let reading = left.remove(at);
        out.push_str(&rest[..start]);
        let (word, spoken) = (&reading.word, &reading.reading);
        out.push_str(&format!("<ruby>{word}<rp>（</rp><rt>{spoken}</rt><rp>）</rp></ruby>"));
        rest = &rest[start + word.len()..];
    }
    out.push_str(rest);
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
        String::from_utf8(annotate(html.as_bytes().to_vec(), &readings)).unwrap()
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
