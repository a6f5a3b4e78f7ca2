//! Headings, paragraphs, lists, line ends and references.

use super::super::{Content, MarkdownFaultKind};
use super::{assert_clean, assert_one, faults, html, read};

fn headings(text: &str) -> Vec<(u8, String)> {
    let heading = |item: super::super::Item| match item.content {
        Content::Heading { level, title } => Some((level, title.text().into_owned())),
        Content::Block(_) => None,
    };
    read(text).items.into_iter().filter_map(heading).collect()
}

#[test]
fn a_department_file() {
    let text = "## 1-1-1\n\n### 課題\n\n一つめの文です。\n二つめです。\n\n次の段落です。\n\n### 主な事業\n\n- 工業振興事業\n- IoT推進事業\n";
    assert_clean(text);
    assert_eq!(
        html(text),
        "<h2>1-1-1</h2><h3>課題</h3><p>一つめの文です。二つめです。</p><p>次の段落です。</p><h3>主な事業</h3>\
         <ul><li><p>工業振興事業</p></li><li><p>IoT推進事業</p></li></ul>"
    );
}

#[test]
fn headings_have_their_sign() {
    let text = "# 一 #\n## **二**と`x`\n###### 六";
    let expected = [(1, "一"), (2, "二とx"), (6, "六")];
    assert_eq!(headings(text), expected.map(|(level, text)| (level, text.to_owned())));
    assert_eq!(headings("## \u{3000}課題\u{3000}"), [(2, "課題".to_owned())]);
    assert_eq!(
        headings("## {kpi:a.actual}と{plan:period}"),
        [(2, "{kpi:a.actual}と{plan:period}".to_owned())]
    );
    assert_eq!(headings("##"), [(2, String::new())]);
}

#[test]
fn lists() {
    assert_eq!(html("3. A\n4. B"), "<ol 3><li><p>A</p></li><li><p>B</p></li></ol>");
    assert_eq!(
        html("- A\n  - B\n\n  本文\n- \n- C"),
        "<ul><li><p>A</p><ul><li><p>B</p></li></ul><p>本文</p></li><li></li><li><p>C</p></li></ul>"
    );
    assert_eq!(
        html("本文\n- A\n\n本文"),
        "<p>本文</p><ul><li><p>A</p></li></ul><p>本文</p>"
    );
}

#[test]
fn line_ends() {
    for (typed, expected) in [
        ("日本\n語", "日本語"),
        ("です。\nIoT", "です。IoT"),
        ("（注）\nABC", "（注）ABC"),
        ("カナ\n（注）", "カナ（注）"),
        ("ｶﾅ\nＡ", "ｶﾅＡ"),
        ("①\n②", "①②"),
        ("日本\nIoT", "日本 IoT"),
        ("IoT\n日本", "IoT 日本"),
        ("a\nb", "a b"),
        ("日本 \n語", "日本語"),
        ("日本\r\n語", "日本語"),
        ("**日本**\n**語**", "<strong>日本</strong><strong>語</strong>"),
        ("**a**\n**b**", "<strong>a</strong> <strong>b</strong>"),
        ("*a\nb*", "<em>a b</em>"),
        ("`a`\n`b`", "<code>a</code> <code>b</code>"),
        ("[a\n](b.html)c", "<a b.html>a</a> c"),
        ("実績は\n{kpi:a.actual}\nです", "実績は<figure a actual>です"),
        ("a\n{plan:period}", "a <period>"),
        ("日本  \n語", "日本<br>語"),
        ("日本\\\n語", "日本<br>語"),
        ("a\n<b>\nb", "a b"),
    ] {
        assert_eq!(html(typed), format!("<p>{expected}</p>"), "{typed:?}");
    }
    assert_eq!(html("日本\n語\n---"), "<p>日本語</p>");
}

#[test]
fn references() {
    for (typed, expected) in [
        ("{kpi:patents.actual}件", "<figure patents actual>件"),
        ("**{kpi:a.change}**", "<strong><figure a change></strong>"),
        ("{kpi:a.target}{kpi:b.previous}", "<figure a target><figure b previous>"),
        ("{kpi:local_hire_x.baseline}", "<figure local_hire_x baseline>"),
        ("[{kpi:a.actual}](b.html)", "<a b.html><figure a actual></a>"),
        ("期間は{plan:period}です", "期間は<period>です"),
        ("{{kpi:a.actual}}", "{<figure a actual>}"),
        (
            "<https://a.jp/{kpi:a.actual}>",
            "<a https://a.jp/{kpi:a.actual}>https://a.jp/{kpi:a.actual}</a>",
        ),
        (r"\{kpi:a.actual}", "{kpi:a.actual}"),
        (r"{kpi\:a.actual}", "{kpi:a.actual}"),
        ("&#123;kpi:a.actual}", "{kpi:a.actual}"),
        (r"\{{kpi:a.actual}", "{<figure a actual>"),
        ("{注}、{注:A}、{}", "{注}、{注:A}、{}"),
    ] {
        assert_clean(typed);
        assert_eq!(html(typed), format!("<p>{expected}</p>"), "{typed}");
    }
}

#[test]
fn a_reference_in_backquotes_is_told() {
    let text = "{kpi:a.actual}".to_owned();
    assert_one(
        "`{kpi:a.actual}`",
        "`{kpi:a.actual}`",
        MarkdownFaultKind::ReferenceInCode { text },
    );
    assert_clean("`{注}`");
}

#[test]
fn references_that_mean_nothing() {
    for typed in [
        "{kpi:a}",
        "{kpi:a.actuals}",
        "{plan:years}",
        "{chart:x}",
        "{foo:bar}",
        "{kpi: a.actual}",
        "｛kpi:a.actual｝",
        "{kpi:a_b_c.x}",
    ] {
        assert_one(
            &format!("前{typed}後"),
            typed,
            MarkdownFaultKind::UnknownReference { text: typed.to_owned() },
        );
        assert_eq!(html(typed), format!("<p>{typed}</p>"));
    }
    let text = "{kpi:a.actual".to_owned();
    assert_one(
        "前{kpi:a.actual 件",
        "{kpi:a.actual",
        MarkdownFaultKind::UnclosedReference { text },
    );
}

#[test]
fn places_for_data() {
    assert_eq!(html("前\n\n{plan:parts}\n\n後"), "<p>前</p><data plan:parts><p>後</p>");
    assert_eq!(html("  {chart:population}\u{3000}"), "<data chart:population>");
    assert_clean("{plan:rating-scale}");
    let within = MarkdownFaultKind::DataBlockInText { name: "plan:parts" };
    for typed in [
        "前{plan:parts}",
        "**{plan:parts}**",
        "- {plan:parts}",
        "## {plan:parts}",
        "前\n{plan:parts}",
    ] {
        assert_one(typed, "{plan:parts}", within.clone());
    }
    assert_eq!(html("前{plan:parts}"), "<p>前{plan:parts}</p>");
    assert_eq!(faults("{plan:parts}\n{plan:goals}").len(), 2);
    assert_clean(r"\{plan:parts}");
    assert_eq!(html(r"\{plan:parts}"), "<p>{plan:parts}</p>");
}

#[test]
fn control_characters_are_left_out() {
    assert_eq!(html("a\u{0}b\u{8}c\u{85}d\te`x\u{7}y`"), "<p>abcd e<code>xy</code></p>");
    assert_eq!(html("&#8;a&#10;b"), "<p>ab</p>");
    assert_eq!(html("{kpi:a\u{1}.actual}"), "<p><figure a actual></p>");
}
