//! Markup in every string of the sources. None of it reaches a page, a chart, the data for search engines, the list of
//! pages, a stylesheet or a message as markup.

use ayumi::{
    check,
    diagnostic::{github, json},
    draft::{Draft, Label},
    manuscript,
    render::{self, Site, Templates},
    source::Sources,
};
use rayon::prelude::*;

use super::{
    support::{Files, html},
    walk::{Leaf, everywhere, full_city, leaves, replaced},
};

/// What no text of the sources can be: `%` becomes the number of the string that holds it.
const MARKUP: &str =
    "pwn%\"'><x-pwn onpwn=\"pwn()\" onpwn='pwn()'>]]></title></style></script><script>pwn()</script><!--&lt;";
/// Other ways in, one after the other.
const WAYS: &[&str] = &[
    "' onpwn='pwn()' x='",
    "\" onpwn=\"pwn()\" x=\"",
    " onpwn=pwn() ",
    "</script><script>pwn()</script>",
    "--><x-pwn>",
    "]]><x-pwn/>",
    "\"} @import url(//pwn.example/); x-pwn{content:\"",
    "\\\"} x-pwn{color:red} \\",
    "*/ x-pwn{} /*",
    "javascript:pwn()",
    "[a](javascript:pwn())",
    "<javascript:pwn()>",
    "![a](//pwn.example/x \"><x-pwn>\")",
    "`<x-pwn>` **<x-pwn>** <x-pwn>",
    "{{ pwn }}{% include \"pwn\" %}{# pwn #}",
    "{kpi:\"><x-pwn>.actual}",
    "\u{0}<\u{0}x-pwn>\u{8}\u{1b}[31m\u{85}\u{2028}",
    "&lt;x-pwn&gt;&#60;x-pwn&#62;&#x3c;x-pwn",
    "＜x-pwn＞\u{202E}＞nwp-x＜",
    "lt;",
    "//pwn.example/",
    "../../../../pwn",
];

/// What comes of some sources: what was found, and the sites.
struct Made {
    findings: usize,
    sites: Vec<Site>,
    errors: bool,
}

fn make(files: &Files) -> Made {
    let sources = Sources::from_files(files.clone());
    let manuscript = manuscript::read(&sources);
    let checked = check::check(&sources, &manuscript);
    messages(&checked.diagnostics, &sources);
    let findings = checked.diagnostics.len();
    let templates = Templates::new(&sources).unwrap();
    let mut sites = Vec::new();
    if let Some(publication) = &checked.publication {
        let label = Label {
            name: "第1回委員会案".to_owned(),
            date: None,
        };
        let draft = Draft::new(label, &sources, &manuscript, publication, &checked.diagnostics);
        sites.push(render::draft(publication, &draft, &templates, &sources).unwrap());
    }
    let report = checked.into_report().ok();
    let errors = report.is_none();
    if let Some((report, _)) = report {
        sites.push(render::render(&report, &templates, &sources).unwrap());
    }
    Made {
        findings,
        sites,
        errors,
    }
}

/// Findings quote what was written; other programs read them.
fn messages(findings: &[ayumi::diagnostic::Diagnostic], sources: &Sources) {
    let list: serde_json::Value = serde_json::from_str(&json::render(findings, sources)).unwrap();
    drop(list);
    // One command a line, none of them from the sources.
    let lines = github::render(findings, sources, "content/");
    assert_eq!(lines.lines().count(), findings.len(), "{lines}");
    assert!(
        lines
            .lines()
            .all(|line| line.starts_with("::error ") || line.starts_with("::warning "))
    );
}

/// Everything of a site that somebody's program reads.
fn sound(what: &str, site: &Site) {
    for (path, bytes) in site.files() {
        let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| panic!("{what}: {path} is not UTF-8"));
        match path.rsplit('.').next() {
            Some("html") => {
                let page = html::page(&text).unwrap_or_else(|fault| panic!("{what}: {path}: {fault}"));
                element(&format!("{what}: {path}"), &page);
            }
            Some("css") => stylesheet(&format!("{what}: {path}"), &text),
            Some("xml") => {
                let tags = ["<?xml ", "<urlset ", "</urlset>", "<url>", "</url>", "<loc>", "</loc>"];
                let known = |at: usize| tags.iter().any(|tag| text[at..].starts_with(tag));
                assert!(
                    text.match_indices('<').all(|(at, _)| known(at)),
                    "{what}: {path}: {text}"
                );
            }
            Some("json") => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap()),
            Some("csv") => {
                let mut rows = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
                rows.records()
                    .for_each(|row| drop(row.unwrap_or_else(|fault| panic!("{what}: {path}: {fault}"))));
            }
            _ => panic!("{what}: what is {path}?"),
        }
    }
}

fn element(at: &str, element: &html::Element) {
    let name = element.name.as_str();
    assert!(!name.contains("pwn"), "{at}: <{name}>");
    for (key, value) in &element.attributes {
        assert!(!key.starts_with("on") && key != "style", "{at}: <{name} {key}>");
        if ["href", "src", "action", "xlink:href"].contains(&key.as_str()) {
            let scheme = value
                .find([':', '/', '?', '#'])
                .filter(|end| value[*end..].starts_with(':'));
            let scheme = scheme.map(|end| &value[..end]);
            assert!(
                matches!(scheme, None | Some("https" | "http" | "mailto" | "tel")),
                "{at}: <{name} {key}={value:?}>"
            );
            assert!(!value.starts_with("//"), "{at}: {value}");
        }
    }
    for child in &element.children {
        match child {
            html::Node::Element(child) => self::element(at, child),
            html::Node::Text(text) if name == "script" => {
                assert_eq!(element.attribute("type"), Some("application/ld+json"), "{at}");
                assert!(!text.contains('<'), "{at}: {text}");
                serde_json::from_str::<serde_json::Value>(text).unwrap_or_else(|fault| panic!("{at}: {fault}"));
            }
            html::Node::Text(text) if name == "style" => stylesheet(at, text),
            // What HTML forbids in a text.
            html::Node::Text(text) => {
                assert!(
                    !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'),
                    "{at}: {text:?}"
                );
            }
        }
    }
}

/// What is not within a string or a comment of a stylesheet is not from the sources.
fn stylesheet(at: &str, text: &str) {
    let mut outside = String::new();
    let mut rest = text;
    while let Some(open) = rest.find(['"', '\'', '/', '\\']) {
        outside.push_str(&rest[..open]);
        let quote = rest[open..].chars().next().unwrap();
        rest = &rest[open + 1..];
        match quote {
            '/' if rest.starts_with('*') => rest = rest.find("*/").map_or("", |end| &rest[end + 2..]),
            '"' | '\'' => loop {
                let end = rest
                    .find([quote, '\\', '\n'])
                    .unwrap_or_else(|| panic!("{at}: an open string"));
                assert!(!rest[end..].starts_with('\n'), "{at}: a string over the line's end");
                let escaped = rest[end..].starts_with('\\');
                rest = &rest[end + 1..];
                if !escaped {
                    break;
                }
                rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
            },
            _ => {}
        }
    }
    outside.push_str(rest);
    assert!(!outside.contains("pwn"), "{at}: {outside}");
    assert!(!text.contains("</"), "{at}: an end tag");
}

fn marked(number: usize) -> String {
    MARKUP.replace('%', &number.to_string())
}

#[test]
fn the_fixture_holds_every_field() {
    let files = full_city();
    let made = make(&files);
    assert!(!made.errors, "{} findings", made.findings);
    let all = leaves(&files);
    assert!(all.len() > 200, "{} strings", all.len());
    // Every key that the schemas know is there.
    for (schema, name) in [
        ("city", "city.yaml"),
        ("plan", "plan.yaml"),
        ("kpis", "kpis.yaml"),
        ("programs", "programs.yaml"),
        ("dictionary", "dictionary.yaml"),
        ("report", "reports/2021/report.yaml"),
        ("committee", "reports/2021/committee.yaml"),
        ("department", "reports/2021/departments/sangyo.md"),
    ] {
        let schema = super::support::read(&format!("schemas/{schema}.schema.json"));
        let mut keys = Vec::new();
        properties(&serde_json::from_str(&schema).unwrap(), &mut keys);
        let text = super::walk::text(&files, name);
        for key in keys {
            assert!(text.contains(&format!("{key}:")), "{name} has no {key}");
        }
    }
}

fn properties(value: &serde_json::Value, keys: &mut Vec<String>) {
    if let Some(map) = value.get("properties").and_then(|properties| properties.as_object()) {
        keys.extend(map.keys().cloned());
    }
    match value {
        serde_json::Value::Object(map) => map.values().for_each(|value| properties(value, keys)),
        serde_json::Value::Array(list) => list.iter().for_each(|value| properties(value, keys)),
        _ => {}
    }
}

/// One string after the other: it is refused, or it is text on every page. Drafts show what is refused as well; those are
/// many, and a run of every day takes a part of them (`AYUMI_EVERY_STRING=1` takes all).
#[test]
fn markup_in_every_string() {
    let files = full_city();
    let all = leaves(&files);
    let free = everywhere(&files, marked);
    println!("{} strings, {} of them free text", all.len(), free.len());
    assert!(free.len() > 40, "{} of {} strings are free", free.len(), all.len());
    let refused = |text: &&Leaf| !free.iter().any(|(leaf, _)| leaf == *text);
    let step = if std::env::var_os("AYUMI_EVERY_STRING").is_some() {
        1
    } else {
        12
    };
    let refused: Vec<&Leaf> = all.iter().filter(refused).step_by(step).collect();
    refused.par_iter().for_each(|leaf| {
        let made = make(&replaced(&files, &[((*leaf).clone(), marked(0))]));
        assert!(made.findings > 0, "{}: neither refused nor accepted", leaf.name(&files));
        made.sites.iter().for_each(|site| sound(&leaf.name(&files), site));
    });
    let made = make(&replaced(&files, &free));
    assert!(!made.errors);
    made.sites.iter().for_each(|site| sound("all", site));
    // They were all there: what this shows is not that nothing was shown.
    let everything: String = made
        .sites
        .iter()
        .flat_map(|site| site.files())
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    let unseen: Vec<String> = free
        .iter()
        .filter(|(_, payload)| !everything.contains(&payload[..payload.find('"').unwrap()]))
        .map(|(leaf, _)| leaf.name(&files))
        .filter(|name| !UNSEEN.iter().any(|known| name.contains(known)))
        .collect();
    assert_eq!(unseen, Vec::<String>::new());
}

/// Strings that no page has.
const UNSEEN: &[&str] = &[
    "accept",
    "reason",
    "dictionary.yaml",
    "series/restatements.csv",
    "同じ数え方のため",
    // Of editions before the first.
    "暮らしやすさ",
];

/// Every way in, into all strings that are free text at once.
#[test]
fn other_ways_in() {
    let files = full_city();
    // Found before the threads begin: one that waits for it while it is being found by all of them would wait for ever.
    super::walk::free();
    WAYS.par_iter().for_each(|way| {
        let free = everywhere(&files, |_| (*way).to_owned());
        // What nobody can see is refused everywhere, also as a code.
        let unseen = way.contains('\0');
        assert_eq!(free.len() > 5, !unseen, "{way:?}: {} strings", free.len());
        let made = make(&replaced(&files, &free));
        made.sites.iter().for_each(|site| sound(&format!("{way:?}"), site));
    });
}
