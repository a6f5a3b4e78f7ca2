//! What a reader sees of a narrative, and where it stands in its file.

use super::*;
use crate::{check, manuscript, source::Sources};

fn passages(text: &str, test: impl Fn(&[Passage], &Sources)) {
    let name = "reports/2021/chapters/management.md";
    let sources = Sources::from_files([(name, text)]);
    let manuscript = manuscript::read(&sources);
    let context = check::Context::new(&sources, &manuscript, None);
    test(&context.reading().passages, &sources);
}

#[test]
fn a_reader_sees_neither_markup_nor_line_ends() {
    let text = "本市の**計画**は、\n{plan:period}です。\n[市の頁](https://example.jp/a)を*ご覧*ください。\n";
    passages(text, |passages, sources| {
        assert_eq!(passages.len(), 1);
        let passage = &passages[0];
        assert_eq!(passage.text, "本市の計画は、\u{FFFC}です。市の頁をご覧ください。");
        let at = passage.text.find("ご覧").unwrap();
        assert_eq!(sources.text(passage.place(at..at + 6)), "ご覧");
        assert_eq!(passage.sentences.len(), 2);
    });
}

#[test]
fn what_is_escaped_is_seen() {
    passages(
        "参加\\*は\\\\の字\\あ、\n三つです。\\\n四つです。\n",
        |passages, _| {
            assert_eq!(passages[0].text, "参加*は\\の字\\あ、三つです。四つです。");
        },
    );
}

#[test]
fn items_are_passages_of_their_own() {
    let text = "次の二つです。\n\n- 甲の\n  事業\n- 乙の事業\n\n1. 丙\n";
    passages(text, |passages, sources| {
        let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
        assert_eq!(texts, ["次の二つです。", "甲の事業", "乙の事業", "丙"]);
        assert_eq!(passages[0].follows, Follows::List(2));
        let at = passages[1].text.find("事業").unwrap();
        assert_eq!(sources.text(passages[1].place(at..at + 6)), "事業");
    });
}

#[test]
fn an_indent_is_noted_and_left_out() {
    passages("　本市は、海に面しています。\n", |passages, _| {
        assert_eq!(passages[0].text, "本市は、海に面しています。");
        assert_eq!(passages[0].indents.len(), 1);
    });
}
