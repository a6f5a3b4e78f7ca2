//! A city's own templates that do not end, or grow without end. Cities' templates are the city's own code and may write
//! markup; what they may not do is hold the machine.

use super::{
    support::{self, Files},
    watch::{self, city},
};

fn with(templates: &[(String, String)]) -> Files {
    let mut files = support::small_city();
    for (name, text) in templates {
        files.insert(format!("templates/{name}"), text.clone().into_bytes());
    }
    files
}

fn loops(depth: usize, inside: &str) -> String {
    let open: String = (0..depth)
        .map(|n| format!("{{% for a{n} in range(end=99999) %}}"))
        .collect();
    format!("{open}{inside}{}", "{% endfor %}".repeat(depth))
}

fn doubling() -> String {
    let sets = "{% set x = x ~ x %}".repeat(60);
    format!("{{% set x = 'aaaaaaaaaaaaaaaa' %}}{sets}{{{{ x }}}}")
}

/// Each includes the next one twice.
fn fans() -> Vec<(String, String)> {
    let name = |at: usize| {
        if at == 0 {
            "goal.html".to_owned()
        } else {
            format!("x{at}.html")
        }
    };
    let page = |at: usize| format!("{{% include '{0}' %}}{{% include '{0}' %}}", name(at + 1));
    let mut all: Vec<_> = (0..40).map(|at| (name(at), page(at))).collect();
    all.push((name(40), String::new()));
    all
}

#[test]
fn templates_that_do_not_end() {
    let one = |text: String| vec![("goal.html".to_owned(), text)];
    let captured = format!("{{% set x %}}{}{{% endset %}}", loops(3, "xxxxxxxxxxxxxxxx"));
    let round = vec![
        ("goal.html".to_owned(), "{% include 'entry.html' %}".to_owned()),
        ("entry.html".to_owned(), "{% include 'goal.html' %}".to_owned()),
    ];
    let brackets = format!("{{{{ {}1{} }}}}", "(".repeat(5000), ")".repeat(5000));
    let conditions = format!("{}{}", "{% if true %}".repeat(5000), "{% endif %}".repeat(5000));
    for (what, templates, place) in [
        ("loops within loops", one(loops(4, "")), "templates/goal.html"),
        ("loops that write", one(loops(3, "xxxxxxxxxxxxxxxx")), "templates/"),
        ("loops into a variable", one(captured), "templates/goal.html"),
        ("a text that doubles", one(doubling()), "templates/goal.html"),
        (
            "includes itself",
            one("{% include 'goal.html' %}".to_owned()),
            "templates/",
        ),
        (
            "extends itself",
            one("{% extends 'goal.html' %}".to_owned()),
            "templates/",
        ),
        ("round about", round, "templates/"),
        ("includes that fan out", fans(), "templates/"),
        ("deep brackets", one(brackets), "templates/goal.html"),
        ("deep conditions", one(conditions), "templates/goal.html"),
        (
            "no such thing",
            one("{{ nothing.at.all }}".to_owned()),
            "templates/goal.html",
        ),
        (
            "no such thing in a part of several pages",
            vec![("entry.html".to_owned(), "{{ nothing.at.all }}".to_owned())],
            "templates/entry.html",
        ),
        ("an open tag", one("{% for".to_owned()), "templates/goal.html"),
    ] {
        let (folder, _) = city(&with(&templates));
        for arguments in [&["build"][..], &["build", "--draft", "案"], &["check"]] {
            let run = watch::run(what, folder.path(), arguments);
            // `check` answers on its output, unless it had to be ended.
            let all = run.out + &run.err;
            let said = watch::start(&all);
            assert_eq!(run.status, 1, "{what}: {said}");
            assert!(all.contains("[template-invalid]"), "{what}: {said}");
            assert!(all.contains(&format!("--> {place}")), "{what}: {said}");
        }
        let left = support::files(folder.path());
        assert!(
            left.keys().all(|name| name.starts_with("content/")),
            "{what}: something was written"
        );
    }
}
