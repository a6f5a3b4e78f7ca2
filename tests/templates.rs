//! How the embedded templates become code: what may be written in them, and what is said of anything else.

#[path = "../build/parse.rs"]
mod parse;
#[path = "../build/write.rs"]
mod write;

use std::collections::BTreeMap;

const FRAME: &str = "{% block content %}{% endblock content %}";

/// Where and why a template cannot be read.
fn refused(text: &str) -> (usize, String) {
    parse::parse(text).map(|_| text).expect_err("it is refused")
}

/// The code of the first.
fn code(texts: &[(&str, &str)]) -> Result<String, String> {
    let read = |(name, text): &(&str, &str)| (name.to_string(), parse::parse(text).unwrap());
    let templates: BTreeMap<_, _> = texts.iter().map(read).collect();
    write::code(texts[0].0, &templates)
}

#[test]
fn what_the_language_has_not_is_refused_where_it_stands() {
    for text in [
        "a\nb¦{{ title + 1 }}",
        "¦{% if title %}",
        "a¦{% endif %}",
        "¦{{ title",
        "\n\n¦{% for x of list %}{% endfor %}",
        "¦{% for a, b in list %}{% endfor %}",
        "¦{% set a.b = title %}",
        "¦{% if title == 1 %}{% endif %}",
        "¦{{ title | upper }}",
        "{% if title %}{% else %}\n¦{% else %}{% endif %}",
        "{% if title %}{% else %}\n¦{% elif title %}{% endif %}",
        "¦{# a remark #}",
        "¦{% include title %}",
        "¦{% block content %}a{% endblock content %}",
        "¦{% block other %}{% endblock other %}",
        "\n{% if title %}¦{% block content %}{% endblock content %}{% endif %}",
        "{{ title }}¦{% extends \"base.html\" %}",
    ] {
        let at = text.find('¦').unwrap();
        assert_eq!(refused(&text.replace('¦', "")).0, at, "{text}");
    }
}

#[test]
fn a_template_that_extends_is_its_block() {
    for text in [
        "{% extends \"base.html\" %}",
        "{% extends \"base.html\" %}a{% block content %}{% endblock content %}",
        "{% extends \"base.html\" %}{% block content %}{% endblock content %}{{ title }}",
    ] {
        assert!(refused(text).1.contains("one block"), "{text}");
    }
    let page = "{% extends \"base.html\" %}\n{% block content %}within{% endblock content %}\n";
    let framed = code(&[("page.html", page), ("base.html", &format!("<{FRAME}>"))]).unwrap();
    let texts: Vec<&str> = framed.split("out.text(\"").skip(1).collect();
    assert!(texts[0].starts_with('<') && texts[1].starts_with("within") && texts[2].starts_with('>'));
    // A frame by itself has nothing in it.
    assert!(!code(&[("base.html", FRAME)]).unwrap().contains("out."));
}

#[test]
fn nothing_goes_round_and_what_is_named_is_there() {
    let round = code(&[("one.html", "{% if a %}{% include \"one.html\" %}{% endif %}")]);
    assert_eq!(
        round.unwrap_err(),
        "templates/one.html: templates include each other without end"
    );
    let frame = code(&[("one.html", "{% include \"base.html\" %}"), ("base.html", FRAME)]);
    assert_eq!(
        frame.unwrap_err(),
        "templates/one.html: templates include each other without end"
    );
    let none = code(&[("one.html", "a{% include \"none.html\" %}")]);
    assert_eq!(
        none.unwrap_err(),
        "templates/one.html: there is no template `none.html`"
    );
    let page = "{% extends \"base.html\" %}{% block content %}{% endblock content %}";
    let extending = code(&[
        ("one.html", "{% include \"page.html\" %}"),
        ("page.html", page),
        ("base.html", FRAME),
    ]);
    assert_eq!(
        extending.unwrap_err(),
        "templates/page.html: what extends another cannot be included"
    );
}

#[test]
fn names_are_local_and_all_else_is_of_the_view() {
    let text = "{% for row in page.rows %}{% set cell = row.cell %}{{ cell }}{% endfor %}{{ row }}";
    let code = code(&[("one.html", text)]).unwrap();
    assert!(code.contains("Some(&view.page)") && code.contains("Some(the_row)") && code.contains("Some(the_cell)"));
    // Behind its loop the name is the view's again.
    assert!(code.contains("Some(&view.row)"));
}

#[test]
fn the_kind_of_a_block_is_its_variant() {
    let text = "{% for block in blocks %}{% if block.kind == \"goal-list\" %}{{ block.goals }}{% endif %}{% endfor %}";
    let code = code(&[("one.html", text)]).unwrap();
    assert!(
        code.contains("if let crate::render::view::BlockView::GoalList(the_block) = the_block {"),
        "{code}"
    );
}
