//! Slips that clerks make, each found where it stands.

use super::super::{Construct, MarkdownFaultKind::*};
use super::{assert_clean, assert_one, faults, html};

#[test]
fn headings_without_their_space() {
    assert_one("本文\n##1-1-1\n", "##", HeadingWithoutSpace { level: 2 });
    assert_one("###課題", "###", HeadingWithoutSpace { level: 3 });
    assert_one("##\u{3000}課題", "##", HeadingWithoutSpace { level: 2 });
    assert_one("#1-1-1", "#", HeadingWithoutSpace { level: 1 });
    assert_one("  ##課題", "##", HeadingWithoutSpace { level: 2 });
    assert_one("- ##課題", "##", HeadingWithoutSpace { level: 2 });
    assert_one("####### 七", "#######", HeadingWithoutSpace { level: 7 });
    assert_one("＃＃ 1-1-1", "＃＃", FullWidthHash { level: 2 });
    assert_one("#＃課題", "#＃", FullWidthHash { level: 2 });
    assert_eq!(html("##1-1-1"), "<p>##1-1-1</p>");
    for fine in [
        "# 課題",
        "本文#課題",
        "本文＃＃",
        r"\##課題",
        "#7119に電話",
        "＃8000です",
        "**#課題**",
        "`##課題`",
    ] {
        assert_clean(fine);
    }
}

#[test]
fn bullets_that_make_no_list() {
    assert_one("・工業振興事業", "・", BulletCharacter { bullet: '・' });
    assert_one("本文\n\u{3000}･工業", "･", BulletCharacter { bullet: '･' });
    assert_one("- ・工業", "・", BulletCharacter { bullet: '・' });
    assert_one("• 工業", "•", BulletCharacter { bullet: '•' });
    assert_one("-工業振興事業", "-", BulletWithoutSpace { bullet: '-' });
    assert_one("*工業振興事業", "*", BulletWithoutSpace { bullet: '*' });
    assert_one("-\u{3000}工業", "-", BulletWithoutSpace { bullet: '-' });
    assert_eq!(faults("・A\n・B\n・C").len(), 3);
    for fine in [
        "環境・エネルギー",
        "- 工業",
        "-3.2%でした",
        "*1 速報値",
        "## ・",
        r"\-工業",
        "+αの効果",
    ] {
        assert_clean(fine);
    }
}

#[test]
fn emphasis_left_over() {
    let left = |marks: &str| LeftoverEmphasis {
        marks: marks.to_owned(),
    };
    assert_one("これは**強調です", "**", left("**"));
    assert_one("これは__強調です", "__", left("__"));
    assert_one("これは~~廃止です", "~~", left("~~"));
    assert_eq!(faults("は** 強調 **です").len(), 2);
    assert_eq!(faults("は__強調__です").len(), 2);
    assert_one("****強調** です", "**", left("**"));
    assert_one("**A**と**", "**", left("**"));
    for fine in [
        r"\*\*A",
        r"*\*A",
        "`**`",
        "a&#42;&#42;b",
        "氏名____様",
        "a*b",
        "<https://a.jp/b__c>",
        "10~20",
    ] {
        assert_clean(fine);
    }
    let text = "は＊＊強調＊＊です";
    assert_eq!(
        faults(text),
        [
            ("＊＊".to_owned(), FullWidthEmphasis),
            ("＊＊".to_owned(), FullWidthEmphasis)
        ]
    );
    assert_clean("5＊3");
}

#[test]
fn lines_that_only_look_blank() {
    assert_one("一です。\n\u{3000}\n二です。", "\u{3000}", FullWidthSpaceLine);
    assert_one(
        "一です。\n\n\u{3000}\u{3000}\n\n二です。",
        "\u{3000}\u{3000}",
        FullWidthSpaceLine,
    );
    assert_eq!(
        html("一です。\n\n\u{3000}\n\n二です。"),
        "<p>一です。</p><p>二です。</p>"
    );
    assert_clean("\u{3000}字下げです。");
}

#[test]
fn tables_pasted() {
    let table = "|課|件数|\n|---|---:|\n|農政課|3|";
    assert_one(&format!("前\n\n{table}\n\n後"), table, Unsupported(Construct::Table));
    assert_one(
        "課|件数\n--|--\n農政課|3",
        "課|件数\n--|--\n農政課|3",
        Unsupported(Construct::Table),
    );
    assert_one("|課|件数|\n|農政課|3|", "|", Unsupported(Construct::Table));
    assert_eq!(html(&format!("前\n\n{table}\n\n後")), "<p>前</p><p>後</p>");
    assert_clean("A|B");
    assert_one("前\n\n年\t件数\n2020\t12", "\t", Unsupported(Construct::Tab));
    assert_eq!(html("年\t件数\n2020\t12"), "<p>年 件数 2020 12</p>");
    assert_clean("一です。\t\n二です。");
    assert_clean("- 一\n\t- 二");
}
