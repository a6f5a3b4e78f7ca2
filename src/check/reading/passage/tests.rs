//! What a reader sees of a narrative, and where it stands in its file.

use super::*;
use crate::{check, manuscript, source::Sources};

fn passages(text: &str, test: impl FnOnce(&[Passage], &Sources)) {
    let name = "reports/2021/chapters/management.md";
    let sources = Sources::from_files([(name, text)]);
    let manuscript = manuscript::read(&sources);
    let context = check::Context::new(&sources, &manuscript);
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

#[test]
fn lines_are_joined_as_they_are_read() {
    let read = |text: &str| {
        let mut read = Vec::new();
        passages(text, |passages, _| {
            read = passages.iter().map(|passage| passage.text.clone()).collect()
        });
        read
    };
    assert_eq!(read("柏崎\n市の\n"), ["柏崎市の"]);
    assert_eq!(read("Open\nData\n"), ["Open Data"]);
    assert_eq!(read("{plan:period}\nOpen\n"), ["\u{FFFC} Open"]);
    assert_eq!(read("Open\n{plan:period}\n"), ["Open\u{FFFC}"]);
    assert_eq!(read("柏崎\nOpen\n"), ["柏崎Open"]);
    assert_eq!(read("- 甲\n  -乙\n"), ["甲-乙"]);
}

#[test]
fn addresses_and_references_are_one_sign() {
    passages(
        "詳しくはhttps://example.jp/a?b=cを、http://example.jpもご覧ください。\n",
        |passages, _| {
            assert_eq!(passages[0].text, "詳しくは\u{FFFC}を、\u{FFFC}もご覧ください。");
        },
    );
    passages(
        "甲{注:柏崎}乙、{丙}丁、{{kpi:a.b}}です。\n",
        |passages, _| {
            assert_eq!(passages[0].text, "甲{注:柏崎}乙、{丙}丁、{\u{FFFC}}です。");
        },
    );
}

#[test]
fn every_part_leads_back_to_the_file() {
    passages(
        "前文です。\n\n- 甲の事業\n- 乙の**事業**\n",
        |passages, sources| {
            assert!(passages[0].is_paragraph() && !passages[1].is_paragraph());
            let item = &passages[2];
            assert_eq!(sources.text(item.place(0..item.text.len())), "乙の**事業");
            assert_eq!(sources.text(item.place(0..3)), "乙");
            let empty = item.place(0..0).span;
            assert_eq!(empty.start, empty.end);
        },
    );
}
