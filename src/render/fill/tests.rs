//! What templates may write, and what they are told when they write something else.

use serde::Serialize;

use super::*;

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Block {
    Text { text: String },
    Boxed(Box<Inner>),
}

#[derive(Serialize)]
struct Inner {
    pair: (String, u8),
}

#[derive(Serialize)]
struct Page {
    title: String,
    none: Option<String>,
    some: Option<Inner>,
    flag: bool,
    share: f64,
    empty: Vec<String>,
    zero: u8,
    list: Vec<&'static str>,
    blocks: Vec<Block>,
}

fn page() -> Page {
    let inner = |text: &str, number| Inner {
        pair: (text.to_owned(), number),
    };
    Page {
        title: "<柏崎>".to_owned(),
        none: None,
        some: Some(inner("組", 3)),
        flag: false,
        share: 0.5,
        empty: Vec::new(),
        zero: 0,
        list: vec!["a", "b", "c"],
        blocks: vec![
            Block::Text { text: "文".to_owned() },
            Block::Boxed(Box::new(inner("箱", 7))),
        ],
    }
}

fn filled(texts: &[(&'static str, &'static str)]) -> Result<String, Fault> {
    let mut out = String::new();
    Filler::new(texts)?.fill(texts[0].0, &page(), 100, &mut out)?;
    Ok(out)
}

fn one(text: &'static str) -> Result<String, Fault> {
    filled(&[("one.html", text)])
}

#[test]
fn values_are_escaped_unless_they_are_safe() {
    assert_eq!(one("{{ title }}|{{title|safe}}").unwrap(), "&lt;柏崎&gt;|<柏崎>");
    assert_eq!(one("{{ some.pair[0] }}{{ some.pair[1] }}").unwrap(), "組3");
}

#[test]
fn what_is_empty_does_not_hold() {
    let text = "{% if none %}1{% elif flag %}2{% elif zero %}3{% elif not title %}4{% else %}5{% endif %}";
    assert_eq!(one(text).unwrap(), "5");
    assert_eq!(one("{% if none or list %}1{% endif %}").unwrap(), "1");
    assert_eq!(one("{% if some %}1{% endif %}").unwrap(), "1");
}

#[test]
fn loops_know_their_first_and_names_hold_for_what_follows() {
    let text = "{% for x in list %}{% if not loop.first %}、{% endif %}{% set y = x %}{{ y }}{% endfor %}";
    assert_eq!(one(text).unwrap(), "a、b、c");
    assert_eq!(
        one("{% set t = \"<\" %}{% set title = t %}{{ title }}").unwrap(),
        "&lt;"
    );
    let inner = "{% for x in list %}{% for title in list %}{{ title }}{% endfor %}{{ title | safe }}{% endfor %}";
    assert_eq!(one(inner).unwrap(), "abc<柏崎>".repeat(3));
}

#[test]
fn variants_are_told_by_their_kind() {
    let text = "{% for b in blocks %}{% if b.kind == \"text\" %}{{ b.text }}{% elif b.kind == \"boxed\" %}{{ b.pair[0] }}\
                {% endif %}{% endfor %}";
    assert_eq!(one(text).unwrap(), "文箱");
}

#[test]
fn a_page_extends_its_frame_and_includes_its_parts() {
    let texts = [
        (
            "page.html",
            "{% extends \"base.html\" %}\n{% block content %}[{% include \"part.html\" %}]{% endblock content %}\n",
        ),
        ("base.html", "<{% block content %}{% endblock content %}>"),
        ("part.html", "{{ title }}"),
    ];
    assert_eq!(filled(&texts).unwrap(), "<[&lt;柏崎&gt;]>");
}

/// What is wrong with a template.
fn message(texts: &[(&'static str, &'static str)]) -> String {
    match filled(texts) {
        Err(Fault::Unfit { message, .. }) => message,
        other => panic!("{}: {other:?}", texts[0].1),
    }
}

#[test]
fn what_a_view_has_not_is_a_fault() {
    for (text, missing) in [
        ("{{ titel }}", "titel"),
        ("{% if some.x %}{% endif %}", "some.x"),
        ("{% for x in some.pair[2] %}{% endfor %}", "some.pair[2]"),
        ("{{ none }}", "none"),
        ("{{ list }}", "list"),
        ("{% for x in title %}{% endfor %}", "title"),
        ("{% for x in some %}{% endfor %}", "some"),
        ("{% for x in zero %}{% endfor %}", "zero"),
        ("{% if share %}{% endif %}", "share"),
        ("{{ loop.last }}", "loop.last"),
    ] {
        assert_eq!(message(&[("one.html", text)]), format!("{missing} がありません"));
    }
    assert_eq!(one("{% for x in empty %}{{ x }}{% endfor %}").unwrap(), "");
    let nothing = Filler::new(&[]).unwrap();
    assert!(nothing.fill("x.html", &page(), 100, &mut String::new()).is_err());
}

#[test]
fn what_the_language_has_not_is_a_fault_at_its_place() {
    for (text, at) in [
        ("ab{{ title + 1 }}", 2),
        ("{% if title %}", 0),
        ("a{% endif %}", 1),
        ("{% include \"none.html\" %}", 0),
        ("{{ title", 0),
        ("{% for x of list %}{% endfor %}", 0),
        ("{% if title == 1 %}{% endif %}", 0),
        ("{# a remark #}", 0),
        ("{% block content %}a{% endblock content %}", 0),
        ("{% block other %}{% endblock other %}", 0),
    ] {
        let told = message(&[("one.html", text)]);
        assert!(told.starts_with(&format!("{at}バイト目：")), "{text}: {told}");
    }
}

#[test]
fn frames_are_of_one_level() {
    let page = (
        "page.html",
        "{% extends \"base.html\" %}{% block content %}{% endblock content %}",
    );
    let base = (
        "base.html",
        "{% extends \"whole.html\" %}{% block content %}{% endblock content %}",
    );
    let whole = ("whole.html", "{% block content %}{% endblock content %}");
    assert_eq!(message(&[page, base, whole]), "extends が重なっています");
    let includes = ("one.html", "{% if list %}{% include \"base.html\" %}{% endif %}");
    assert_eq!(message(&[includes, base, whole]), "extends が重なっています");
    // A frame by itself has nothing in it.
    assert_eq!(filled(&[whole]).unwrap(), "");
}

#[test]
fn a_page_ends_at_its_limit() {
    let long = |text| matches!(one(text), Err(Fault::TooLong { limit: 100, .. }));
    let loops = "{% for a in list %}{% for b in list %}{% for c in list %}{% for d in list %}{{ title }}{% endfor %}\
                 {% endfor %}{% endfor %}{% endfor %}";
    assert!(long(loops));
    assert!(!long("{% for a in list %}{{ title }}{% endfor %}"));
}
