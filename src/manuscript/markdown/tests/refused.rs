//! What a report cannot carry: HTML, treacherous links and constructs without a place.

use super::super::{Construct::*, LinkRefusal, MarkdownFaultKind::*};
use super::{assert_clean, assert_one, faults, html, read};

#[test]
fn html_never_passes() {
    assert_one("前<br>後", "<br>", RawHtml);
    assert_one("前<!-- 秘密 -->後", "<!-- 秘密 -->", RawHtml);
    assert_one(
        "<script>\nalert(1)\n</script>\n\n本文",
        "<script>\nalert(1)\n</script>",
        RawHtml,
    );
    assert_one("<!-- メモ\n続き -->\n\n本文", "<!-- メモ\n続き -->", RawHtml);
    assert_one("<div>\n本文", "<div>\n本文", RawHtml);
    assert_one("a <?php x ?> b", "<?php x ?>", RawHtml);
    assert_one("a <![CDATA[x]]> b", "<![CDATA[x]]>", RawHtml);
    assert_one("- A\n- <hr>", "<hr>", RawHtml);
    assert_eq!(
        faults("<b>強調</b>"),
        [("<b>".to_owned(), RawHtml), ("</b>".to_owned(), RawHtml)]
    );
    assert_eq!(html("<b>強調</b>です"), "<p>強調です</p>");
    assert_eq!(html("前\n\n<div onclick=x>\n\n後"), "<p>前</p><p>後</p>");
    assert_eq!(
        html("a<img src=x **「b」**>c"),
        html("a<img src=x **「b」**>c").replace("<img", "")
    );
    for text in ["<メモ>です", "A社<B社", "1 < 2 > 0", r"\<br>", "`<br>`", "&lt;br&gt;"] {
        assert_clean(text);
    }
    assert_eq!(html("&lt;br&gt;<!-- x"), "<p>&lt;br&gt;&lt;!-- x</p>");
}

#[test]
fn links_that_are_fine() {
    for (typed, expected) in [
        (
            "[市](https://www.example.jp/a?b=1&amp;c=2)",
            "<a https://www.example.jp/a?b=1&amp;c=2>市</a>",
        ),
        ("[市](<goal-1.html#kpi-a>)", "<a goal-1.html#kpi-a>市</a>"),
        ("[前年](../2020/index.html)", "<a ../2020/index.html>前年</a>"),
        ("<https://example.jp>", "<a https://example.jp>https://example.jp</a>"),
        (
            "<kikaku@example.jp>",
            "<a mailto:kikaku@example.jp>kikaku@example.jp</a>",
        ),
        (
            "[**「A」**と`b`](#c)",
            "<a #c><strong>「A」</strong>と<code>b</code></a>",
        ),
    ] {
        assert_clean(typed);
        assert_eq!(html(typed), format!("<p>{expected}</p>"));
    }
}

#[test]
fn treacherous_links_keep_only_their_text() {
    for target in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "javascript&colon;alert(1)",
        "java&#x73;cript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "<java\tscript:alert(1)>",
        r"javascript\:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "//evil.example",
        "&#47;/evil.example",
        r"\/\\evil.example",
        "../../x",
    ] {
        let typed = format!("前[**文**字]({target})後");
        let found = faults(&typed);
        assert!(matches!(&found[..], [(_, UnsafeLink { .. })]), "{typed}: {found:?}");
        assert_eq!(found[0].0, format!("[**文**字]({target})"));
        assert_eq!(html(&typed), "<p>前<strong>文</strong>字後</p>");
    }
    let url = "javascript:x".to_owned();
    assert_one(
        "<javascript:x>",
        "<javascript:x>",
        UnsafeLink {
            url,
            why: LinkRefusal::Scheme,
        },
    );
    assert_one(
        "[a]()",
        "[a]()",
        UnsafeLink {
            url: String::new(),
            why: LinkRefusal::Incomplete,
        },
    );
    assert_eq!(faults("[a]\n\n[a]: javascript:x").len(), 2);
}

#[test]
fn constructs_without_a_place() {
    for (typed, at, construct) in [
        ("前![図](a.png)後", "![図](a.png)", Image),
        ("```\nA\n```\n", "```\nA\n```", FencedCode),
        ("~~~\nA\n\n", "~~~\nA", FencedCode),
        ("前\n\n    字下げ\n\n後", "字下げ", IndentedCode),
        ("> 引用\n> > 二重\n\n後", "> 引用\n> > 二重", Quote),
        ("前\n\n---\n\n後", "---", Rule),
        ("注[^1]です", "[^1]", Footnote),
        ("前\n\n[^1]: 説明です。\n", "[^1]: 説明です。", Footnote),
        ("前\n\n[注]: 説明です。\n", "[注]: 説明です。", LinkDefinition),
        ("- [ ] 確認", "[ ]", TaskList),
        ("- [x] 確認", "[x]", TaskList),
        ("[a](b.html \"題\")", "[a](b.html \"題\")", LinkTitle),
        ("前です。\n---\n\n後", "---", Underline),
        ("前です。\n二です。\n  ===", "===", Underline),
        ("前です。\n- \n", "-", Underline),
        ("- # 見出し", "# 見出し", HeadingInList),
    ] {
        assert_one(typed, at, Unsupported(construct));
    }
    assert_eq!(html("前![図](a.png)後"), "<p>前図後</p>");
    assert_eq!(html("> 引用"), "<p>引用</p>");
    assert_eq!(html("- # 見出し"), "<ul><li><p>見出し</p></li></ul>");
    for fine in ["[確認]", "[^]", r"\[^1]", "`[^1]`", "a[ ]b"] {
        assert_clean(fine);
    }
}

#[test]
fn depth_is_bounded() {
    let list = |depth: usize| {
        (0..depth)
            .map(|level| format!("{}- 段{level}\n", "  ".repeat(level)))
            .collect::<String>()
    };
    assert_clean(&list(8));
    let deep = faults(&list(12));
    assert_eq!(deep.len(), 1);
    assert!(
        deep[0].0.starts_with("- 段8\n") && deep[0].0.ends_with("段11"),
        "{deep:?}"
    );
    assert!(!html(&list(12)).contains("段8"));
    let nested = format!("{}文{}", "*a **b ".repeat(20), " b** a*".repeat(20));
    assert_eq!(
        read(&nested)
            .faults
            .iter()
            .filter(|fault| fault.kind == NestingTooDeep)
            .count(),
        1
    );
    assert!(html(&nested).contains('文'));
}
