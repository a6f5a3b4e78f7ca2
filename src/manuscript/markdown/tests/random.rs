//! Texts put together at random from pieces that mean something: what must hold for every text.

use pulldown_cmark::{Event, Parser, Tag};

use super::super::{
    Content, Document, MarkdownFaultKind, TypedBlock, TypedInline, blocks::OPTIONS, japanese::Prepared,
};
use super::read;
use crate::model::{Block, Inline};

/// Parted by `¦`.
const PIECES: &str = "*¦*¦**¦**¦~¦~~¦_¦`¦「¦」¦（¦）¦。¦、¦%¦・¦あ¦強調¦A¦1¦ ¦\u{3000}¦\n¦\n\n¦\r\n¦\\¦[¦]¦(¦)¦](¦<¦>¦<b>¦<!--¦-->¦\
    &amp;¦&#42;¦{kpi:a.actual}¦{plan:parts}¦{x:y}¦{¦}¦#¦## ¦＃¦- ¦1. ¦\n- ¦\n  - ¦> ¦|¦---¦```¦~~~¦\u{2060}¦\u{0}¦\t¦\x20   ¦!¦:¦\
    [a]: ¦[^1]¦https://a.jp/¦=¦\"¦😀¦か\u{3099}";

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn text(&mut self) -> String {
        let pieces: Vec<_> = PIECES.split('¦').collect();
        let count = 1 + self.below(24);
        (0..count).map(|_| pieces[self.below(pieces.len())]).collect()
    }
}

fn texts() -> impl Iterator<Item = String> {
    let count = std::env::var("AYUMI_RANDOM_TEXTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20_000);
    let mut random = Random(7);
    (0..count).map(move |_| random.text())
}

#[test]
fn every_place_is_in_the_text() {
    for text in texts() {
        let document = read(&text);
        let places = document
            .items
            .iter()
            .map(|item| item.place)
            .chain(document.faults.iter().map(|fault| fault.place));
        for place in places {
            let range = place.span.start as usize..place.span.end as usize;
            assert!(
                text.get(range.clone()).is_some_and(|at| !at.is_empty()),
                "{text:?} {range:?} {document:?}"
            );
        }
    }
}

#[test]
fn what_a_fault_names_stands_at_its_place() {
    for text in texts() {
        for fault in read(&text).faults {
            let (MarkdownFaultKind::UnknownReference { text: named }
            | MarkdownFaultKind::UnclosedReference { text: named }
            | MarkdownFaultKind::LeftoverEmphasis { marks: named }) = fault.kind
            else {
                continue;
            };
            let at = &text[fault.place.span.start as usize..fault.place.span.end as usize];
            let kept: String = at.replace('\t', " ").chars().filter(|c| !c.is_control()).collect();
            assert_eq!(kept, named, "{text:?}");
        }
    }
}

#[test]
fn only_typed_joiners_come_out() {
    for text in texts() {
        let mut seen = String::new();
        visible(&read(&text), &mut seen);
        let count = |text: &str| text.matches('\u{2060}').count();
        assert!(count(&seen) <= count(&text), "{text:?} {seen:?}");
        assert!(!seen.contains(|c: char| c.is_control()), "{text:?} {seen:?}");
    }
}

/// Joiners change where emphasis begins and ends, and nothing else; quotes that begin with a mark are refused anyway.
#[test]
fn blocks_code_and_links_are_those_of_the_typed_text() {
    for text in texts().filter(|text| ![">*", ">~"].iter().any(|quote| text.contains(quote))) {
        let prepared = Prepared::new(&text);
        assert_eq!(shape(&text), shape(&prepared.text), "{text:?}");
    }
}

fn shape(text: &str) -> Vec<String> {
    let mut shape = Vec::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough) => {}
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                shape.push(joinerless(&format!("link {dest_url} {title}")))
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                shape.push(joinerless(&format!("image {dest_url} {title}")))
            }
            Event::Start(Tag::CodeBlock(_)) => shape.push("code block".to_owned()),
            Event::Start(tag) => shape.push(format!("{tag:?}")),
            Event::Code(code) => shape.push(joinerless(&code)),
            Event::InlineHtml(html) | Event::Html(html) => shape.push(joinerless(&html)),
            Event::Rule | Event::HardBreak | Event::SoftBreak => shape.push(format!("{event:?}")),
            _ => {}
        }
    }
    shape
}

fn joinerless(text: &str) -> String {
    text.replace('\u{2060}', "")
}

fn visible(document: &Document, out: &mut String) {
    for item in &document.items {
        match &item.content {
            Content::Heading { title, .. } => inlines(&title.clone().into_content(), out),
            Content::Block(content) => block(content, out),
        }
    }
}

fn block(block_: &TypedBlock, out: &mut String) {
    match block_ {
        Block::Paragraph(content) | Block::Section(content) => inlines(content, out),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| block(inner, out)),
        Block::Data(_) => {}
    }
}

fn inlines(content: &[TypedInline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => inlines(inner, out),
            Inline::Link { url, content } => {
                out.push_str(url);
                inlines(content, out);
            }
            Inline::Break | Inline::Figure(_) | Inline::PlanPeriod => {}
        }
    }
}
