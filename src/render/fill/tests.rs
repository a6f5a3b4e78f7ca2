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
fn what_is_missing_is_told_of_the_template_that_asks_for_it() {
    let of = |texts: &[(&'static str, &'static str)]| match filled(texts) {
        Err(Fault::Unfit { template, .. }) => template,
        other => panic!("{other:?}"),
    };
    let frame = "{% block content %}{% endblock content %}";
    let page = |block: &'static str| ("page.html", block);
    let extending =
        page("{% extends \"base.html\" %}{% block content %}{% include \"part.html\" %}{% endblock content %}");
    assert_eq!(
        of(&[extending, ("base.html", frame), ("part.html", "{{ x }}")]),
        "part.html"
    );
    let asking = page("{% extends \"base.html\" %}{% block content %}{{ x }}{% endblock content %}");
    assert_eq!(of(&[asking, ("base.html", frame)]), "page.html");
    let base = ("base.html", "{% block content %}{% endblock content %}{{ x }}");
    assert_eq!(of(&[extending, base, ("part.html", "")]), "base.html");
}

#[test]
fn what_the_language_has_not_is_a_fault_in_its_line() {
    for (text, line) in [
        ("a\nb{{ title + 1 }}", 2),
        ("{% if title %}", 1),
        ("a{% endif %}", 1),
        ("{% include \"none.html\" %}", 1),
        ("{{ title", 1),
        ("\n\n{% for x of list %}{% endfor %}", 3),
        ("{% for a, b in list %}{% endfor %}", 1),
        ("{% set a.b = title %}", 1),
        ("{% if title == 1 %}{% endif %}", 1),
        ("{% if title %}{% else %}\n{% else %}{% endif %}", 2),
        ("{% if title %}{% else %}\n{% elif title %}{% endif %}", 2),
        ("{# a remark #}", 1),
        ("{% block content %}a{% endblock content %}", 1),
        ("{% block other %}{% endblock other %}", 1),
        (
            "\n{% if title %}{% block content %}{% endblock content %}{% endif %}",
            2,
        ),
        ("a\n{% extends \"none.html\" %}", 2),
    ] {
        let told = message(&[("one.html", text)]);
        assert!(told.starts_with(&format!("{line}行目：")), "{text}: {told}");
    }
}

#[test]
fn a_template_that_extends_is_its_block() {
    let base = ("base.html", "{% block content %}{% endblock content %}");
    let one = "extends のあるテンプレートには、block が一つだけ要ります";
    for text in [
        "{% extends \"base.html\" %}",
        "{% extends \"base.html\" %}a{% block content %}{% endblock content %}",
        "{% extends \"base.html\" %}{% block content %}{% endblock content %}{{ title }}",
    ] {
        assert!(message(&[("page.html", text), base]).ends_with(one), "{text}");
    }
    let twice =
        "{% extends \"base.html\" %}{% block content %}{% endblock content %}{% block content %}{% endblock content %}";
    assert!(message(&[("page.html", twice), base]).contains("block content"));
}

#[test]
fn frames_are_of_one_level_and_nothing_goes_round() {
    let page = (
        "page.html",
        "{% extends \"base.html\" %}{% block content %}{% endblock content %}",
    );
    let base = (
        "base.html",
        "{% extends \"whole.html\" %}{% block content %}{% endblock content %}",
    );
    let whole = ("whole.html", "{% block content %}{% endblock content %}");
    let deep = "extends が重なっています";
    assert_eq!(message(&[page, base, whole]), deep);
    let includes = ("one.html", "{% if list %}{% include \"base.html\" %}{% endif %}");
    assert_eq!(message(&[includes, base, whole]), deep);
    let frame = (
        "one.html",
        "{% for x in list %}{% include \"whole.html\" %}{% endfor %}",
    );
    assert_eq!(message(&[frame, whole]), deep);
    let round = "include が重なりすぎています";
    assert_eq!(message(&[("one.html", "{% include \"one.html\" %}")]), round);
    // A frame by itself has nothing in it.
    assert_eq!(filled(&[whole]).unwrap(), "");
}

#[test]
fn a_page_ends_at_its_limit() {
    let length = |text: &'static str| {
        let mut out = String::new();
        let filled = Filler::new(&[("one.html", text)])
            .unwrap()
            .fill("one.html", &page(), 100, &mut out);
        (filled.is_ok(), out.len())
    };
    let loops = "{% for a in list %}{% for b in list %}{% for c in list %}{% for d in list %}{{ title }}{% endfor %}\
                 {% endfor %}{% endfor %}{% endfor %}";
    // The step that goes beyond it is the last.
    assert_eq!(length(loops), (false, 112));
    assert_eq!(
        length("0123456789{% for a in list %}012345678901234567890123456789{% endfor %}"),
        (true, 100)
    );
    assert_eq!(
        length("01234567890{% for a in list %}012345678901234567890123456789{% endfor %}"),
        (false, 101)
    );
    assert_eq!(one("{% for a in list %}{{ title }}{% endfor %}").unwrap().len(), 42);
}
