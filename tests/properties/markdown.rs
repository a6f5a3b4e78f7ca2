//! Narrative: texts that are put together from known parts come apart into the same parts, each at its place.

use ayumi::{
    manuscript::markdown::{Content, Document, TypedInline, parse},
    model::{Block, Inline},
    source::{FileId, Positions, Sources},
};
use proptest::prelude::*;

use super::config;

fn file() -> FileId {
    Sources::from_files([("a.md", "")]).find("a.md").unwrap()
}

fn read(text: &str, base: usize) -> Document<'_> {
    parse(text, &Positions::from(file(), base))
}

/// A part of a text: what is typed, and what a reader sees of it.
#[derive(Debug, Clone)]
enum Part {
    Paragraph(Vec<(String, String)>),
    Heading(usize, String),
    List(Vec<String>),
}

/// Words that mean nothing to Markdown, beside Japanese punctuation.
fn word() -> impl Strategy<Value = String> {
    "[「（]?[あ-こ漢字市]{1,6}[。、」）]?"
}

fn inline() -> impl Strategy<Value = (String, String)> {
    let marks = prop::sample::select(vec!["", "**", "~~", "`"]);
    (marks, word()).prop_map(|(mark, word)| (format!("{mark}{word}{mark}"), word))
}

fn part() -> impl Strategy<Value = Part> {
    // Plain text between two marked words, so that their marks do not meet.
    let paragraph = prop::collection::vec((inline(), "[さ-と]{1,3}"), 1..5);
    prop_oneof![
        paragraph.prop_map(|parts| {
            let pieces = parts
                .into_iter()
                .flat_map(|(marked, plain)| [marked, (plain.clone(), plain)]);
            Part::Paragraph(pieces.collect())
        }),
        (1usize..=6, word()).prop_map(|(level, text)| Part::Heading(level, text)),
        prop::collection::vec(word(), 1..4).prop_map(Part::List),
    ]
}

fn typed(part: &Part) -> String {
    match part {
        Part::Paragraph(pieces) => pieces.iter().map(|(typed, _)| typed.as_str()).collect(),
        Part::Heading(level, text) => format!("{} {text}", "#".repeat(*level)),
        Part::List(items) => items
            .iter()
            .map(|item| format!("- {item}"))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn seen(content: &[TypedInline]) -> String {
    let one = |inline: &TypedInline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => seen(inner),
        Inline::Link { content, .. } => seen(content),
        Inline::Figure(figure) => format!("{{{}}}", figure.kpi.value),
        Inline::Break | Inline::PlanPeriod => String::new(),
    };
    content.iter().map(one).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn parts_come_apart_each_at_its_place(parts in prop::collection::vec(part(), 1..6), base in 0usize..1_000, crlf in any::<bool>()) {
        // Two lists in a row are one list.
        prop_assume!(!parts.windows(2).any(|pair| matches!(pair, [Part::List(_), Part::List(_)])));
        let line_end = if crlf { "\r\n" } else { "\n" };
        let typed: Vec<String> = parts.iter().map(|part| typed(part).replace('\n', line_end)).collect();
        let text = typed.join(&line_end.repeat(2));
        let document = read(&text, base);
        prop_assert_eq!(&document.faults, &[], "{}", &text);
        prop_assert_eq!(document.items.len(), parts.len(), "{}", &text);
        for ((item, part), typed) in document.items.iter().zip(&parts).zip(&typed) {
            let (start, end) = (item.place.span.start as usize - base, item.place.span.end as usize - base);
            prop_assert_eq!(&text[start..end], typed);
            match (&item.content, part) {
                (Content::Heading { level, title }, Part::Heading(typed, word)) => {
                    prop_assert_eq!((usize::from(*level), &*title.text()), (*typed, &**word));
                }
                (Content::Block(Block::Paragraph(content)), Part::Paragraph(pieces)) => {
                    let expected: String = pieces.iter().map(|(_, seen)| seen.as_str()).collect();
                    prop_assert_eq!(seen(content), expected);
                    let marked = content.iter().filter(|inline| !matches!(inline, Inline::Text(_))).count();
                    prop_assert_eq!(marked, pieces.iter().filter(|(typed, seen)| typed != seen).count(), "{}", &text);
                }
                (Content::Block(Block::List { first: None, items }), Part::List(words)) => {
                    let items: Vec<String> = items.iter().map(|item| match &item[..] {
                        [Block::Paragraph(content)] => seen(content),
                        other => format!("{other:?}"),
                    }).collect();
                    prop_assert_eq!(&items, words);
                }
                (content, part) => prop_assert!(false, "{:?} is not {:?}", content, part),
            }
        }
    }

    #[test]
    fn a_reference_knows_where_its_name_stands(before in word(), id in "[a-z]{1,8}(-[a-z0-9]{1,4})?", mark in prop::sample::select(vec!["", "**", "~~"]), after in word()) {
        let text = format!("{before}は\n{mark}{{kpi:{id}.actual}}{mark}で、{after}");
        let document = read(&text, 0);
        prop_assert_eq!(&document.faults, &[]);
        let Content::Block(Block::Paragraph(content)) = &document.items[0].content else {
            panic!("{document:?}")
        };
        let flat = |inline: &TypedInline| match inline {
            Inline::Strong(inner) | Inline::Deleted(inner) => inner.clone(),
            other => vec![other.clone()],
        };
        let figures: Vec<_> = content.iter().flat_map(flat).filter_map(|inline| match inline {
            Inline::Figure(figure) => Some(figure.kpi),
            _ => None,
        }).collect();
        prop_assert_eq!(figures.len(), 1, "{}", text);
        let span = figures[0].place.span;
        prop_assert_eq!(&text[span.start as usize..span.end as usize], &id);
        prop_assert_eq!(&figures[0].value, &id);
    }

    #[test]
    fn any_text_at_all_has_its_places_in_order(text in "([あ*_~`「」（）。 \\-#>|\\[\\](){}<!:=1a\n\u{3000}]|\\{kpi:a\\.actual\\}|\\PC){0,40}", base in 0usize..100) {
        let document = read(&text, base);
        let items = document.items.iter().map(|item| item.place);
        for place in items.chain(document.faults.iter().map(|fault| fault.place)) {
            let (start, end) = (place.span.start as usize, place.span.end as usize);
            prop_assert!(start >= base && text.get(start - base..end - base).is_some_and(|at| !at.is_empty()), "{:?}", place);
        }
        prop_assert!(document.items.windows(2).all(|pair| pair[0].place.span.end <= pair[1].place.span.start));
        prop_assert!(document.faults.is_sorted_by_key(|fault| fault.place.span.start));
    }
}
