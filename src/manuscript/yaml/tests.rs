//! Slips and what is made of them: the kind that is told, where, and what is read on.

use super::*;

fn problems(text: &str) -> Vec<(ProblemKind, u32)> {
    let found = read(text, 0..text.len(), FileId(0)).problems;
    found.into_iter().map(|p| (p.kind, p.place.span.start)).collect()
}

fn kinds(text: &str) -> Vec<ProblemKind> {
    problems(text).into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn text_behind_a_hash_sign() {
    use ProblemKind::TextInComment;
    assert_eq!(
        problems("a: 計画どおり #1の区間  \nb: x #2"),
        [(TextInComment, 19), (TextInComment, 38)]
    );
    assert_eq!(kinds("- 一 #メモ\n"), [TextInComment]);
    for sound in [
        "a: 計画 # 1の区間\n",
        "a: 計画#1\n",
        "a: x ##\n",
        "a: x #\n",
        "a: \"x\" #1\n",
        "a: #1\n",
        "a:\n  #1\n  b: c\n",
    ] {
        assert_eq!(kinds(sound), [], "{sound}");
    }
}

#[test]
fn good_yaml_has_no_problems() {
    assert_eq!(kinds("a: 1\nb:\n  - x\n  - y: z\nc: |\n  本文：ここは文\n"), []);
    assert_eq!(kinds(""), []);
    assert_eq!(kinds("# only a comment\n"), []);
}

#[test]
fn japanese_traps_have_their_own_names() {
    assert_eq!(problems("a: 1\nb：2\nc: 3\n"), [(ProblemKind::FullWidthColon, 6)]);
    assert_eq!(kinds("a: 1\nb:\n　- x\n"), [ProblemKind::FullWidthSpace]);
    assert_eq!(kinds("unit: %\nb: 1\n"), [ProblemKind::SpecialStart('%')]);
    assert_eq!(kinds("unit: @a\nb: 1\n"), [ProblemKind::SpecialStart('@')]);
    assert_eq!(kinds("unit: *重要\nb: 1\n"), [ProblemKind::SpecialStart('*')]);
    assert_eq!(kinds("name: [仮称] 計画\nb: 1\n"), [ProblemKind::SpecialStart('[')]);
    assert_eq!(
        problems("a: { b: 1、c: 2， d: 3 }\n"),
        [(ProblemKind::FullWidthComma, 9)],
        "all of a line are one slip"
    );
    assert_eq!(kinds("a: { b: 一、二, c: 三，四 }\n"), []);
    assert_eq!(kinds("a: &x y\n"), [ProblemKind::Alias]);
    assert_eq!(kinds("a: !x y\n"), [ProblemKind::Tag]);
    for code in ["\\u202E", "\\e", "\\0", "\\uFEFF", "\\uE000", "\\U000F0000"] {
        let text = format!("a: \"市{code}町\"\n");
        assert_eq!(kinds(&text), [ProblemKind::Escape], "{code}");
        assert_eq!(value(&text, "a").as_deref(), Some("市町"));
    }
    assert_eq!(kinds("a: \"市\\n\\t\\u5e02\\\\\"\n"), []);
    assert_eq!(kinds("a: >\n  x\n  y\n"), [ProblemKind::Folded]);
    assert_eq!(kinds("a: \"x\nb: 1\n"), [ProblemKind::UnclosedQuote]);
    assert_eq!(kinds("a:\n\t- x\n"), [ProblemKind::Tab]);
}

/// The value of a key of the root, after mending.
fn value(text: &str, key: &str) -> Option<String> {
    let Shape::Map(pairs) = read(text, 0..text.len(), FileId(0)).root?.shape else {
        return None;
    };
    let pair = pairs.into_iter().find(|pair| pair.key == key)?;
    match pair.value.shape {
        Shape::Scalar(scalar) => Some(scalar.text.into_owned()),
        Shape::List(_) | Shape::Map(_) => Some(String::from("…")),
    }
}

#[test]
fn a_colon_without_a_space_is_recognised_and_its_value_kept() {
    for text in [
        "name:見本市\ncode: x\n",
        "code: x\nname:見本市\n",
        "name:見本市\n",
        "name：見本市\n",
        "code: x\nname:　見本市\nb: 1\n",
    ] {
        assert_eq!(kinds(text).len(), 1, "{text}");
        assert_eq!(value(text, "name").as_deref(), Some("見本市"), "{text}");
    }
    assert_eq!(problems("a: 1\nname:x\n"), [(ProblemKind::ColonWithoutSpace, 9)]);
    assert_eq!(
        kinds("d:\n  - id:x\n    name: y\n  - id: z\n"),
        [ProblemKind::ColonWithoutSpace]
    );
    assert_eq!(kinds("p: { from:2020, to：2024 }\n"), [ProblemKind::ColonWithoutSpace]);
    assert_eq!(kinds("c:\n  department:kikaku\n"), [ProblemKind::ColonWithoutSpace]);
    assert_eq!(kinds("- https://example.jp/\n"), []);
}

#[test]
fn ideographic_spaces_are_found_where_yaml_says_nothing() {
    let text = "d:\n  - id: x\n　　name: y\nb: 1\n";
    assert_eq!(problems(text), [(ProblemKind::FullWidthSpace, 13)]);
    assert_eq!(value(text, "name"), None, "it belongs to the entry again");
    let text = "name: 見本市　# 市の名称\nb: 1\n";
    assert_eq!(kinds(text), [ProblemKind::FullWidthSpace]);
    assert_eq!(value(text, "name").as_deref(), Some("見本市"));
}

#[test]
fn what_is_right_in_a_text_is_not_accused_of_a_slip_nearby() {
    let text = "a: |\n  KPI：指標\n  　字下げ\nb: %\n";
    assert_eq!(kinds(text), [ProblemKind::SpecialStart('%')]);
    let text = "a: 1  # 例: \"x\nb: \"y\nc: 1\n";
    assert_eq!(problems(text), [(ProblemKind::UnclosedQuote, 19)]);
}

#[test]
fn values_survive_the_signs_of_yaml() {
    for (text, kind, expected) in [
        ("u: %\nb: 1\n", ProblemKind::SpecialStart('%'), "%"),
        (
            "u: [仮称] 計画 # 注\nb: 1\n",
            ProblemKind::SpecialStart('['),
            "[仮称] 計画",
        ),
        (
            "u: \"若者\"の計画\nb: 1\n",
            ProblemKind::SpecialStart('"'),
            "\"若者\"の計画",
        ),
        ("u: !重要 x\nb: 1\n", ProblemKind::SpecialStart('!'), "!重要 x"),
        ("u: 重点: 若者\nb: 1\n", ProblemKind::ColonInValue, "重点: 若者"),
        ("u: \"x\nb: 1\n", ProblemKind::UnclosedQuote, "x"),
        ("u: [人, %]\nb: 1\n", ProblemKind::SpecialStart('%'), "…"),
        ("u: [人, 組\nb: 1\nc: 2\n", ProblemKind::UnclosedBracket, "…"),
        ("u: [人, 組}\nb: 1\n", ProblemKind::UnclosedBracket, "…"),
        ("u:\n\t- x\n\t- y\nb: 1\n", ProblemKind::Tab, "…"),
        ("u:\n　- x\n　- y\nb: 1\n", ProblemKind::FullWidthSpace, "…"),
        ("u:\n  - x\n - y\nb: 1\n", ProblemKind::Indentation, "…"),
        ("b: 1\n  u: x\nc: 1\n", ProblemKind::Indentation, "x"),
        ("u: -\nb: 1\n", ProblemKind::SpecialStart('-'), ""),
    ] {
        assert_eq!(kinds(text), [kind], "{text}");
        assert_eq!(value(text, "u").as_deref(), Some(expected), "{text}");
        assert_eq!(value(text, "b").as_deref(), Some("1"), "{text}");
    }
}

#[test]
fn nothing_written_is_an_empty_value() {
    assert_eq!(value("a:\nb: ~\n", "a").as_deref(), Some(""));
    assert_eq!(value("a:\nb: ~\n", "b").as_deref(), Some(""));
}

#[test]
fn a_line_without_a_colon_goes_alone() {
    let text = "a: 1\nx y\nb: 1\n";
    assert_eq!(problems(text), [(ProblemKind::Other, 5)]);
    assert_eq!(value(text, "b").as_deref(), Some("1"));
    assert!(read(text, 0..text.len(), FileId(0)).damaged);
}

#[test]
fn what_follows_from_a_slip_is_not_told() {
    let text = "title 計画\nb: 1\nc: 2\n";
    assert_eq!(problems(text), [(ProblemKind::Other, 0)], "the line without a colon");
    assert_eq!(value(text, "b").as_deref(), Some("1"));
    let text = "k:\nあ   id: x\n    name: y\n    unit: z\n    kind: w\nb: 1\n";
    assert_eq!(kinds(text).len(), 1, "{:?}", problems(text));
    let text = "d:\n  - id: x\n   - y: z\nb: 1\n";
    let document = read(text, 0..text.len(), FileId(0));
    assert_eq!(document.mended.len(), document.problems.len());
}

#[test]
fn one_slip_hides_no_other() {
    let text = "a：1\nb: %\nc:\n  - d: 1\n    e：2\n";
    assert_eq!(
        kinds(text),
        [
            ProblemKind::FullWidthColon,
            ProblemKind::SpecialStart('%'),
            ProblemKind::FullWidthColon
        ]
    );
}

#[test]
fn what_is_mended_is_read_on() {
    let text = "a：甲\nb: 乙\n";
    let document = read(text, 0..text.len(), FileId(0));
    let Some(Node {
        shape: Shape::Map(pairs),
        ..
    }) = document.root
    else {
        panic!("no map")
    };
    let keys: Vec<&str> = pairs.iter().map(|pair| pair.key.as_ref()).collect();
    assert_eq!(keys, ["a", "b"]);
    assert!(!document.damaged);
}

#[test]
fn a_last_line_without_its_end_stays_within_the_file() {
    for text in ["a: |\n  市", "a: >\n  市", "a: >\n  市\n  町"] {
        let document = read(text, 0..text.len(), FileId(0));
        let Some(Shape::Map(root)) = document.root.map(|root| root.shape) else {
            panic!("{text:?}: no map")
        };
        let Shape::Scalar(scalar) = &root[0].value.shape else {
            panic!("{text:?}: no scalar")
        };
        let end = scalar.positions.place(0..scalar.text.len()).span.end as usize;
        assert!(end <= text.len() && text.is_char_boundary(end), "{text:?}: {end}");
    }
}

#[test]
fn literal_blocks_keep_exact_positions() {
    let text = "intro:\n  body: |\n\n    一行目\n      字下げ\n\n    三行目\n";
    let document = read(text, 0..text.len(), FileId(0));
    let Some(Node {
        shape: Shape::Map(root),
        ..
    }) = document.root
    else {
        panic!("no map")
    };
    let Shape::Map(inner) = &root[0].value.shape else {
        panic!("no inner map")
    };
    let Shape::Scalar(scalar) = &inner[0].value.shape else {
        panic!("no scalar")
    };
    for word in ["一行目", "字下げ", "三行目"] {
        let at = scalar.text.find(word).unwrap();
        assert_eq!(scalar.positions.offset(at) as usize, text.find(word).unwrap(), "{word}");
    }
}

#[test]
fn deep_nesting_and_bombs_end() {
    let deep = "[".repeat(10_000);
    assert_eq!(kinds(&deep), [ProblemKind::TooDeep]);
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    assert!(kinds(bomb).iter().all(|kind| *kind == ProblemKind::Alias));
}

#[test]
fn front_matter_keeps_the_offsets_of_its_file() {
    let text = "---\na: 1\nb: %\n---\n";
    let found = read(text, 4..14, FileId(0)).problems;
    assert_eq!(
        &text[found[0].place.span.start as usize..found[0].place.span.end as usize],
        "%"
    );
}

/// What the places of parts of a value lead to: the parts, or the whole value if it is not written as it reads.
#[test]
fn no_place_splits_a_character_or_leaves_the_file() {
    for (typed, reads, part) in [
        ("市町", "市町", "町"),
        ("'市町'", "市町", "町"),
        ("\"\\\\市町\"", "\\市町", "\"\\\\市町\""),
        ("\"\\u5e02町\"", "市町", "\"\\u5e02町\""),
        ("'市''町'", "市'町", "'市''町'"),
        ("市\n  町", "市 町", "市\n  町"),
        ("|\n  市\n  町", "市\n町", "町"),
        ("|\n  市\n  町\n", "市\n町\n", "町"),
        ("|\n\n\n\n  市\n  町\n", "\n\n\n市\n町\n", "町"),
    ] {
        let text = format!("a: {typed}");
        let Some(Shape::Map(pairs)) = read(&text, 0..text.len(), FileId(0)).root.map(|root| root.shape) else {
            panic!("{text}");
        };
        let Shape::Scalar(scalar) = &pairs[0].value.shape else {
            panic!("{text}")
        };
        assert_eq!(scalar.text, reads);
        let at = reads.find('町').unwrap();
        let span = scalar.positions.place(at..at + 3).span;
        assert_eq!(&text[span.start as usize..span.end as usize], part, "{text}");
        let whole = scalar.positions.place(0..reads.len()).span;
        assert!(text.get(whole.start as usize..whole.end as usize).is_some(), "{text}");
    }
}

/// Found by the fuzz target: a place ended within the space that two others had taken the place of.
#[test]
fn places_end_between_characters() {
    for text in [
        "a:\n \u{3000}",
        "a:\n \u{3000}b: c\n",
        "a:\u{3000}b\nc: \u{3000}\n",
        "a：\u{3000}\n",
    ] {
        let found = read(text, 0..text.len(), FileId(0));
        let spans = found.problems.iter().map(|problem| problem.place.span);
        for span in spans.chain(found.root.iter().map(|root| root.place.span)) {
            assert!(
                text.get(span.start as usize..span.end as usize).is_some(),
                "{text:?} {span:?}"
            );
        }
    }
}

/// Found by the fuzz target: the value was put in quotes in every round, and every round doubled those within it.
#[test]
fn a_value_that_quotes_do_not_mend_is_not_mended_for_ever() {
    for odd in ['\0', '\u{e}', '\u{7f}', '\u{85}', '\u{9f}', '\u{fffe}', '\u{ffff}'] {
        let text = format!("a: x{odd}{odd}'n: b\nc: 1\n");
        assert_eq!(kinds(&text).len(), 1, "{odd:?}");
    }
    assert_eq!(kinds("a: x\0\0'n: b\n"), [ProblemKind::ColonInValue]);
    assert_eq!(value("a: x\0y\nb: 1\u{1b}\n", "b").as_deref(), Some("1"));
}
