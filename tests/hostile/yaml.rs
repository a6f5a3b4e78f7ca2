//! YAML made to multiply, to nest and to be slow.

use std::fs;

use super::{
    support,
    watch::{check, city},
};

/// A size at which whatever grows faster than its input shows, below the bound of a file.
const SIZE: usize = if cfg!(debug_assertions) { 1 << 14 } else { 1020 << 10 };

/// Told by their own name.
const PROMISED: &[&str] = &[
    "a billion laughs",
    "an alias of itself",
    "brackets",
    "braces",
    "dashes",
    "tags",
    "one key again and again",
    "many unknown keys",
];

fn laughs() -> String {
    let mut text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for level in 1..40 {
        let below = format!("*a{}", level - 1);
        text.push_str(&format!("a{level}: &a{level} [{}]\n", [below.as_str(); 9].join(", ")));
    }
    text
}

fn staircase() -> String {
    let mut text = String::new();
    for depth in 0..1000 {
        text.push_str(&format!("{}k:\n", " ".repeat(depth)));
    }
    text
}

#[test]
fn yaml_made_to_hurt() {
    let (_folder, content) = city(&support::small_city());
    let fill = |one: &str| one.repeat(SIZE / one.len());
    let texts = [
        ("a billion laughs", laughs(), "yaml-alias"),
        ("an alias of itself", "title: &a [*a]\n".to_owned(), "yaml-alias"),
        ("merge keys", "a: &a {b: c}\nd: {<<: *a}\n".to_owned(), "yaml-alias"),
        ("many anchors", fill("- &a x\n"), "yaml-alias"),
        ("brackets", fill("["), "yaml-too-deep"),
        ("braces", fill("{a: "), "yaml-too-deep"),
        ("brackets and braces", fill("[{"), "yaml-too-deep"),
        ("dashes", fill("- "), "yaml-too-deep"),
        ("question marks", fill("? "), "yaml-"),
        ("a staircase", staircase(), "yaml-too-deep"),
        ("tags", fill("- !!python/object/apply:os.system [x]\n"), "yaml-tag"),
        ("documents", fill("---\na: b\n"), "yaml-second-document"),
        ("open quotes", fill("a: \"b\n"), "yaml-"),
        ("open brackets on lines", fill("a: [b\n"), "yaml-"),
        ("tabs", fill("\ta: b\n"), "yaml-tab"),
        ("full-width colons", fill("名前：市\n"), "yaml-"),
        ("one key again and again", fill("title: x\n"), "key-duplicate"),
        (
            "many unknown keys",
            (0..SIZE / 12).map(|n| format!("k{n}: x\n")).collect(),
            "key-unknown",
        ),
        (
            "pairs on one line",
            format!("title: {{{}}}\n", fill("a: b, ")),
            "value-shape",
        ),
        (
            "aliases on one line",
            format!("title: [{}]\n", fill("*a, ")),
            "yaml-alias",
        ),
        (
            "odd characters on one line",
            format!("title: \"{}\"\n", fill("㈱\u{E000}")),
            "character-",
        ),
        ("one long line", format!("title: \"{}\"\n", fill("長い")), "key-missing"),
        ("one long key", format!("{}: x\n", fill("k")), ""),
        ("one long block", format!("title: |\n{}", fill("  a\n")), "key-missing"),
        (
            "a list of nothing",
            format!("units: [{}]\n", fill("a, ")),
            "key-missing",
        ),
        ("escapes", format!("title: \"{}\"\n", fill("\\u6f22")), "key-missing"),
        ("directives", fill("%TAG ! tag:x,2000:\n"), "yaml-"),
        ("comments", fill("#\n"), ""),
        ("carriage returns", fill("\r"), ""),
        ("colons", fill(": "), "yaml-"),
        ("stars", fill("*"), "yaml-"),
        ("ampersands", fill("&"), "yaml-"),
        ("indicators", fill("|>-?:,[]{}#&*!%@`"), "yaml-"),
    ];
    for (what, text, code) in texts {
        // What exactly is said of garbage is the business of the rules' own tests.
        let code = if PROMISED.contains(&what) { code } else { "" };
        fs::write(content.join("plan.yaml"), &text).unwrap();
        let run = check(what, &content, code, "plan.yaml");
        if what == "many unknown keys" {
            // Nobody reads on after the first thousand, and the last of them says that there are more.
            assert_eq!(run.out.matches("[key-unknown]").count(), 1000);
            assert_eq!(run.out.matches("同じ指摘が、ほかにもあります").count(), 1);
        }
    }
    fs::write(content.join("plan.yaml"), &support::small_city()["plan.yaml"]).unwrap();
    // What a key belongs to is looked for around it: on a line without end, that is far.
    let far = "x".repeat(SIZE / 4 * 3);
    let many = |one: &str| [one; 1001].join(", ");
    let kpis = format!(
        "kpis: [{}, {{note: {far}}}, {}]\n",
        many("{id: a, target: {year: 2024}}"),
        many("{value: 1}")
    );
    let unknown: String = (0..1000).map(|n| format!(", k{n}: x")).collect();
    for (what, file, text) in [
        ("keys missing and unknown on one line", "kpis.yaml", kpis),
        (
            "unknown keys far behind on one line",
            "dictionary.yaml",
            format!("{{pad: {far}{unknown}}}\n"),
        ),
    ] {
        fs::write(content.join(file), text).unwrap();
        check(what, &content, "key-unknown", file);
        match support::small_city().get(file) {
            Some(before) => fs::write(content.join(file), before).unwrap(),
            None => fs::remove_file(content.join(file)).unwrap(),
        }
    }
    let page = content.join("reports/2021/departments/kikaku.md");
    for (what, front) in [
        ("laughs in front matter", laughs()),
        ("brackets in front matter", "[".repeat(SIZE.min(250 << 10))),
    ] {
        fs::write(&page, format!("---\n{front}\n---\n")).unwrap();
        check(what, &content, "yaml-", "reports/2021/departments/kikaku.md");
    }
}
