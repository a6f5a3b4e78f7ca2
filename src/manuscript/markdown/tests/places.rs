//! Every place is a place in the file, byte by byte.

use super::super::{Content, parse};
use super::faults;
use crate::{
    model::{Block, Inline},
    source::{FileId, Positions, Span},
};

#[test]
fn items_without_indentation_and_line_ends() {
    let text = "  ## 見出し ##\r\n\r\n本文\n続き  \n\n  - A\n    - B\n\n\n  {plan:parts}\n";
    let at = |item: &super::super::Item| text[item.place.span.start as usize..item.place.span.end as usize].to_owned();
    let items = super::read(text).items;
    assert_eq!(
        items.iter().map(at).collect::<Vec<_>>(),
        ["## 見出し ##", "本文\n続き", "- A\n    - B", "{plan:parts}"]
    );
}

#[test]
fn behind_joiners_that_were_put_in() {
    let text = "は**「A」**の**「B」**と~~「C」~~の{kpi:x.y}、**「D」**{foo:bar}";
    let found: Vec<_> = faults(text).into_iter().map(|(at, _)| at).collect();
    assert_eq!(found, ["{kpi:x.y}", "{foo:bar}"]);
}

#[test]
fn behind_escapes_entities_and_controls() {
    let text = "\\*&amp;「\u{1}」\t<br>\\_{a:b}&#123;**\u{2060}「A」**\u{2060}の**";
    let found: Vec<_> = faults(text).into_iter().map(|(at, _)| at).collect();
    assert_eq!(found, ["<br>", "{a:b}", "**"]);
}

#[test]
fn the_id_of_a_figure() {
    let text = "は**「A」**の{kpi:local_hire-x.actual}です";
    let document = super::read(text);
    let Content::Block(Block::Paragraph(content)) = &document.items[0].content else {
        panic!("{document:?}")
    };
    let figure = content.iter().find_map(|inline| match inline {
        Inline::Figure(figure) => Some(figure),
        _ => None,
    });
    let span = figure.unwrap().kpi.place.span;
    assert_eq!(&text[span.start as usize..span.end as usize], "local_hire-x");
}

#[test]
fn in_a_text_put_together_from_lines() {
    // note: |\n  は**「A」**の\n  <b>\n
    let positions = Positions::pieces(FileId(3), vec![(0, 10), (18, 30)]);
    let document = parse("は**「A」**の\n<b>\n", &positions);
    assert_eq!(document.items[0].place.span, Span { start: 10, end: 33 });
    assert_eq!(document.faults[0].place.span, Span { start: 30, end: 33 });
    assert_eq!(document.faults[0].place.file, FileId(3));
}

#[test]
fn faults_come_in_reading_order() {
    let text = "**\n\n> <b>\n\n[a]: b\n\n![c](d)\n\n前{plan:parts}{x:y}";
    let starts: Vec<_> = super::read(text)
        .faults
        .iter()
        .map(|fault| fault.place.span.start)
        .collect();
    assert!(starts.is_sorted() && starts.len() == 7, "{starts:?}");
}
