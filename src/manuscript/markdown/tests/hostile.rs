//! Texts made to hurt: nothing may take more than linear time, overflow the stack or panic.

use std::time::{Duration, Instant};

use super::{super::MarkdownFaultKind, read};

/// Repeated to the wanted size, with a line end after each repetition where the second says so.
const PATTERNS: &[(&str, bool)] = &[
    ("*", false),
    ("**", true),
    ("*a", false),
    ("*a ", false),
    ("**「", false),
    ("」**", false),
    ("**「a」**の", false),
    ("a*「b", false),
    ("*a **b ", false),
    ("*a_b~~c", false),
    ("~~a ", false),
    ("~", false),
    ("_a", false),
    ("[", false),
    ("[a](", false),
    ("![", false),
    ("]", false),
    ("[a]", false),
    ("[a](javascript:b)", false),
    ("[a]: b", true),
    ("[^", false),
    ("[^1]", false),
    ("<", false),
    ("<a", false),
    ("<!--", false),
    ("<b>", false),
    ("<?", false),
    ("<a@b.c>", false),
    ("`", false),
    ("`a``", false),
    ("\\", false),
    ("\\*", false),
    ("&amp;", false),
    ("&", false),
    ("{", false),
    ("{kpi:", false),
    ("{kpi:a.actual}", false),
    ("{kpi:a.actual} ", true),
    ("{a:b\\", false),
    ("{plan:parts}\n", true),
    (">", false),
    (">", true),
    ("> > > > a", true),
    ("- ", false),
    ("- ", true),
    ("- a", true),
    ("1. ", false),
    ("* * * a", true),
    ("#", false),
    ("##a", true),
    ("・a", true),
    ("|", false),
    ("|a", true),
    ("|-", true),
    ("a|b\n-|-", true),
    ("\u{3000}", true),
    ("\u{2060}", false),
    ("*\u{2060}", false),
    ("`*「\u{2060}", false),
    ("\u{0}", false),
    ("\t", false),
    ("a", true),
    ("字", true),
    ("a  ", true),
    ("```", true),
    ("~~~a", true),
    ("    a", true),
    ("---", true),
    ("a\n---", true),
    ("＊", false),
    ("- * ", false),
    ("> - ", false),
    ("[a](b \"", false),
    ("[a](<b", false),
    ("<a href=\"", false),
    ("&#", false),
    ("*_", false),
    ("*「_」", false),
    ("[[a]](b)", false),
    ("[a]: <", true),
    ("[a]: b 'c", true),
    ("[^a]: b", true),
    ("\\\n", false),
    ("- a\n\n", true),
    ("-a", true),
];

fn repeated(pattern: &str, lines: bool, size: usize) -> String {
    let one = if lines {
        format!("{pattern}\n")
    } else {
        pattern.to_owned()
    };
    one.repeat(size / one.len())
}

/// Lists within lists, each two spaces deeper: the text is quadratic in its depth.
fn staircase(size: usize) -> String {
    let mut text = String::new();
    for depth in 0.. {
        if text.len() > size {
            break;
        }
        text.push_str(&" ".repeat(2 * depth));
        text.push_str("- a\n");
    }
    text
}

fn texts(size: usize) -> Vec<(String, String)> {
    let mut texts: Vec<_> = PATTERNS
        .iter()
        .map(|(p, lines)| (format!("{p:?} {lines}"), repeated(p, *lines, size)))
        .collect();
    let half = size / 6;
    texts.push(("staircase".to_owned(), staircase(size)));
    texts.push((
        "nested emphasis".to_owned(),
        format!("{}b{}", "*a ".repeat(half), " a*".repeat(half)),
    ));
    texts.push((
        "nested strong".to_owned(),
        format!("{}b{}", "**「".repeat(half / 3), "」**".repeat(half / 3)),
    ));
    texts.push((
        "nested images".to_owned(),
        format!("{}b{}", "![".repeat(half), "](c)".repeat(half)),
    ));
    texts.push(("one long reference".to_owned(), format!("{{kpi:{}", "a".repeat(size))));
    texts.push((
        "braces before a long text".to_owned(),
        format!("{}{}", "{kpi:".repeat(half / 5), "a".repeat(half)),
    ));
    texts.push(("one long code".to_owned(), format!("`{}`", "*「".repeat(size / 4))));
    texts
}

#[test]
fn small_enough_for_every_run() {
    for (name, text) in texts(100_000) {
        let start = Instant::now();
        let document = read(&text);
        drop(document);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{name}: {took:?}");
    }
}

/// `cargo test --release -- --ignored --nocapture ten_megabytes` prints the figures.
#[test]
#[ignore = "takes a minute; for release builds"]
fn ten_megabytes() {
    let mut slow = Vec::new();
    for (name, text) in texts(10_000_000) {
        let start = Instant::now();
        let document = read(&text);
        let took = start.elapsed();
        println!("{took:>10.2?} {:>8} faults  {name}", document.faults.len());
        if took > Duration::from_secs(20) {
            slow.push(name);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

/// A rule tells a thousand and asks for one more, to know that there are more. What was meant as a heading is never left out.
#[test]
fn faults_are_bounded_kind_by_kind() {
    let text = format!(
        "{}###課題\n\n{}",
        "<b>\n\n・甲\n\n".repeat(1500),
        "##乙\n\n".repeat(1500)
    );
    let faults = read(&text).faults;
    let count = |is: fn(&MarkdownFaultKind) -> bool| faults.iter().filter(|fault| is(&fault.kind)).count();
    assert_eq!(count(|kind| matches!(kind, MarkdownFaultKind::RawHtml)), 1001);
    assert_eq!(
        count(|kind| matches!(kind, MarkdownFaultKind::BulletCharacter { .. })),
        1001
    );
    assert_eq!(count(MarkdownFaultKind::is_of_heading), 1501);
}
