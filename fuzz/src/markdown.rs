//! `manuscript::markdown`: headings, blocks, faults.

use ayumi::{
    manuscript::markdown::{self, Content, Document, TypedBlock, TypedInline},
    model::{Block, Inline},
    source::{Positions, Sources},
};

use crate::places::{at, one};

/// Holds for every text.
pub fn holds(text: &str) {
    let (sources, file) = one("a.md", text);
    let text = sources.file(file).text.as_str();
    let read = || markdown::parse(text, &Positions::from(file, 0));
    let document = read();
    assert_eq!(document, read(), "the same text, another tree");
    let library = markdown::read_by_library(text, &Positions::from(file, 0));
    assert_eq!(document, library, "read directly, another tree");
    places(&sources, &document);
    for item in &document.items {
        match &item.content {
            Content::Heading { level, title } => {
                assert!((1..=6).contains(level));
                inlines(&sources, &title.clone().into_content(), 0);
            }
            Content::Block(content) => {
                assert!(!matches!(content, Block::Section(_)), "sections are the manuscript's");
                block(&sources, content, 0);
            }
        }
    }
    within_a_file(text, &document);
}

fn places(sources: &Sources, document: &Document) {
    let mut last = 0;
    for item in &document.items {
        assert!(!at(sources, item.place).is_empty(), "an item of nothing: {document:?}");
        assert!(last <= item.place.span.start, "items out of order: {document:?}");
        last = item.place.span.start;
    }
    last = 0;
    for fault in &document.faults {
        assert!(!at(sources, fault.place).is_empty(), "a fault of nothing: {document:?}");
        assert!(last <= fault.place.span.start, "faults out of order: {document:?}");
        last = fault.place.span.start;
    }
}

fn block(sources: &Sources, content: &TypedBlock, depth: usize) {
    assert!(depth <= 2 * markdown::LIST_DEPTH, "deeper than it may be");
    match content {
        Block::Paragraph(content) | Block::Section(content) => inlines(sources, content, 0),
        Block::List { items, .. } => {
            let blocks = items.iter().flatten();
            blocks.for_each(|inner| block(sources, inner, depth + 1));
        }
        Block::Data(_) => assert_eq!(depth, 0, "generated content within a list"),
    }
}

fn inlines(sources: &Sources, content: &[TypedInline], depth: usize) {
    assert!(depth <= markdown::INLINE_DEPTH, "deeper than it may be");
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => {
                assert!(
                    !text.contains(|c: char| c.is_control()),
                    "a control character passed on: {text:?}"
                );
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => {
                inlines(sources, inner, depth + 1);
            }
            Inline::Link { url, content } => {
                assert!(is_safe(url), "passed on: {url:?}");
                inlines(sources, content, depth + 1);
            }
            Inline::Figure(figure) => {
                let typed = at(sources, figure.kpi.place).chars();
                let kept: String = typed.filter(|c| !c.is_control()).collect();
                assert_eq!(kept, figure.kpi.value);
            }
            Inline::Break | Inline::PlanPeriod => {}
        }
    }
}

/// An address that runs nothing: no scheme but three, however a browser reads it.
fn is_safe(url: &str) -> bool {
    let read: String = url
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let before = read.find(['/', '?', '#']).unwrap_or(read.len());
    let plain = match read[..before].split_once(':') {
        None => true,
        Some((scheme, _)) => matches!(scheme, "http" | "https" | "mailto"),
    };
    // Two slashes lead to another host without saying how.
    plain && !read.starts_with("//") && !read.starts_with("/\\") && !read.contains(['<', '>', '"'])
}

/// The same text behind a front matter: the same tree, every place moved.
fn within_a_file(text: &str, document: &Document) {
    let head = "---\n市: 柏崎\n---\n";
    let (sources, file) = one("b.md", format!("{head}{text}"));
    let whole = &sources.file(file).text;
    let moved = markdown::parse(&whole[head.len()..], &Positions::from(file, head.len()));
    let spans = |document: &Document, base: usize| -> Vec<(u32, u32)> {
        let places = document.items.iter().map(|item| item.place);
        let places = places.chain(document.faults.iter().map(|fault| fault.place));
        places
            .map(|place| (place.span.start + base as u32, place.span.end + base as u32))
            .collect()
    };
    assert_eq!(spans(document, head.len()), spans(&moved, 0));
}
