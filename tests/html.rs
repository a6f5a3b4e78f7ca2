//! Every page of the example, the small city and a reorganised one: sound markup, headings that form a tree, addresses
//! that lead somewhere.

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use ayumi::{
    changes, check,
    draft::{Draft, Label, Since},
    manuscript,
    render::{self, Site},
    source::Sources,
};
use support::{
    Files,
    html::{Element, level, page},
};

/// The example, the small city, and two years between which a city was reorganised: the report and the draft of it.
fn sites() -> [(&'static str, Site); 4] {
    let reorganised = Sources::from_files(support::reorganised());
    [
        ("content", support::shipped_site()),
        ("small", support::small_site()),
        ("reorganised", support::site(&reorganised)),
        ("draft", draft_of_left_overs()),
    ]
}

/// A draft, with its changes, of a reorganised city in which a department's file was left that nobody asked for.
fn draft_of_left_overs() -> Site {
    let mut files = support::reorganised();
    let left = "reports/2022/departments/norin-suisan.md";
    files.insert(
        left.to_owned(),
        files["reports/2021/departments/norin-suisan.md"].clone(),
    );
    let publication = |files: Files| {
        let sources = Sources::from_files(files);
        let manuscript = manuscript::read(&sources);
        let checked = check::check(&sources, &manuscript);
        (sources, manuscript, checked)
    };
    let (sources, manuscript, checked) = publication(files);
    let new = checked.publication.unwrap();
    let label = Label {
        name: "第1回案".to_owned(),
        date: None,
    };
    let mut draft = Draft::new(label, &sources, &manuscript, &new, &checked.diagnostics);
    let old = publication(support::two_years("")).2.publication.unwrap();
    draft.since = Some(Since {
        name: "前の案".to_owned(),
        changes: changes::between(&old, &new),
    });
    let templates = render::Templates::new(&sources).unwrap();
    render::draft(&new, &draft, &templates, &sources).unwrap()
}

/// All pages of these cities, read once.
fn pages() -> &'static [(String, Element)] {
    static PAGES: OnceLock<Vec<(String, Element)>> = OnceLock::new();
    PAGES.get_or_init(read_pages)
}

fn read_pages() -> Vec<(String, Element)> {
    let mut all = Vec::new();
    for (city, site) in sites() {
        for (path, bytes) in site.files().filter(|(path, _)| path.ends_with(".html")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let read = page(text).unwrap_or_else(|fault| panic!("{city}/{path}: {fault}"));
            all.push((format!("{city}/{path}"), read));
        }
    }
    all
}

/// Fails with everything that is wrong, page by page.
fn judge(check: impl Fn(&Element) -> Vec<String>) {
    let wrong: Vec<String> = pages()
        .iter()
        .flat_map(|(name, page)| check(page).into_iter().map(move |fault| format!("{name}: {fault}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Values that stand more than once.
fn repeated<'v>(values: impl IntoIterator<Item = &'v str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values
        .into_iter()
        .filter(|value| !seen.insert(*value))
        .map(str::to_owned)
        .collect()
}

#[test]
fn tags_are_balanced() {
    assert!(!pages().is_empty());
}

#[test]
fn ids_are_unique() {
    judge(|page| {
        let ids = page.all();
        let twice = repeated(ids.iter().filter_map(|element| element.attribute("id")));
        twice.iter().map(|id| format!("the id {id} stands twice")).collect()
    });
}

#[test]
fn one_first_heading() {
    judge(|page| match page.named("h1").len() {
        1 => Vec::new(),
        count => vec![format!("{count} h1")],
    });
}

#[test]
fn no_heading_level_is_skipped() {
    judge(|page| {
        let mut last = 0;
        let mut wrong = Vec::new();
        for element in page.all() {
            let Some(level) = level(element) else { continue };
            if level > last + 1 {
                wrong.push(format!("h{level} behind h{last}: {}", element.text()));
            }
            last = level;
        }
        wrong
    });
}

#[test]
fn no_two_headings_read_alike() {
    judge(|page| {
        let headings = page.all();
        let texts: Vec<String> = headings
            .into_iter()
            .filter(|element| level(element).is_some())
            .map(Element::text)
            .collect();
        repeated(texts.iter().map(String::as_str))
            .iter()
            .map(|text| format!("two headings say {text}"))
            .collect()
    });
}

#[test]
fn every_page_says_its_language_and_title() {
    judge(|page| {
        let mut wrong = Vec::new();
        if page.attribute("lang") != Some("ja") {
            wrong.push("lang is not ja".to_owned());
        }
        let title = page
            .elements()
            .find(|element| element.name == "head")
            .map(|head| head.named("title"));
        if title.is_none_or(|found| found.len() != 1 || found[0].text().is_empty()) {
            wrong.push("not exactly one title".to_owned());
        }
        wrong
    });
}

#[test]
fn tables_have_captions_and_scopes() {
    judge(|page| {
        let mut wrong = Vec::new();
        for table in page.named("table") {
            match table.named("caption")[..] {
                [caption] if !caption.text().is_empty() => {}
                _ => wrong.push(format!("a table without caption: {}", table.text())),
            }
            let heads = table.named("th");
            wrong.extend(
                heads
                    .iter()
                    .filter(|head| head.attribute("scope").is_none())
                    .map(|head| format!("a th without scope: {}", head.text())),
            );
        }
        wrong
    });
}

#[test]
fn pictures_have_a_name() {
    judge(|page| {
        let mut wrong = Vec::new();
        for svg in page
            .named("svg")
            .iter()
            .filter(|svg| svg.attribute("aria-hidden") != Some("true"))
        {
            if svg.attribute("role") != Some("img") || svg.attribute("aria-labelledby").is_none() {
                wrong.push(format!("a chart without role and name: {:?}", svg.attribute("id")));
            }
        }
        wrong.extend(
            page.named("img")
                .iter()
                .filter(|img| img.attribute("alt").is_none())
                .map(|_| "an img without alt".to_owned()),
        );
        wrong
    });
}

/// `aria-labelledby` and the like name ids of the same page.
#[test]
fn names_by_id_exist() {
    judge(|page| {
        let all = page.all();
        let ids: BTreeSet<&str> = all.iter().filter_map(|element| element.attribute("id")).collect();
        let named = |element: &&Element| {
            ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"]
                .iter()
                .filter_map(|key| element.attribute(key))
                .flat_map(str::split_whitespace)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let names: Vec<String> = all.iter().flat_map(named).collect();
        names
            .iter()
            .filter(|id| !ids.contains(id.as_str()))
            .map(|id| format!("no id {id}"))
            .collect()
    });
}

/// What a strict content-security policy refuses, the stand-alone file's styles excepted.
#[test]
fn nothing_that_a_strict_policy_refuses() {
    for (name, page) in pages() {
        for element in page.all() {
            // A block of data is no script: no browser runs it, and no policy is asked.
            let data = element.attribute("type") == Some("application/ld+json");
            assert!(element.name != "script" || data, "{name}: a script");
            assert!(
                element.name != "style" || name.ends_with("standalone.html"),
                "{name}: a style element"
            );
            for (key, value) in &element.attributes {
                assert!(key != "style" && !key.starts_with("on"), "{name}: {key}={value}");
                let loads = matches!(key.as_str(), "src" | "srcset") || (element.name == "link" && key == "href");
                assert!(!loads || !value.contains("//"), "{name}: loads {value}");
            }
        }
    }
}

#[test]
fn links_lead_to_a_page_and_a_part_of_it() {
    for (city, site) in sites() {
        let ids = ids_of(&site);
        let mut wrong = Vec::new();
        for (path, bytes) in site.files().filter(|(path, _)| path.ends_with(".html")) {
            let read = page(std::str::from_utf8(bytes).unwrap()).unwrap();
            for element in read.all() {
                let Some(href) = element.attribute("href") else {
                    continue;
                };
                if href.starts_with("http") || href.starts_with("mailto:") {
                    continue;
                }
                let (file, part) = href.split_once('#').unwrap_or((href, ""));
                let target = if file.is_empty() {
                    path.to_owned()
                } else {
                    resolve(path, file)
                };
                let found = site.get(&target).is_some()
                    && (part.is_empty() || ids.get(&target).is_some_and(|ids| ids.contains(part)));
                if !found {
                    wrong.push(format!("{path}: {href}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{city}: links to nowhere:\n{}", wrong.join("\n"));
    }
}

fn ids_of(site: &Site) -> BTreeMap<String, BTreeSet<String>> {
    let pages = site.files().filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| {
            let read = page(std::str::from_utf8(bytes).unwrap()).unwrap();
            let ids = read
                .all()
                .iter()
                .filter_map(|element| element.attribute("id").map(str::to_owned))
                .collect();
            (path.to_owned(), ids)
        })
        .collect()
}

/// A relative address as seen from a page.
fn resolve(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// These tests are worth what their reader refuses.
#[test]
fn the_reader_is_strict() {
    let within = |body: &str| {
        page(&format!(
            "<!doctype html>\n<html lang=\"ja\"><body>{body}</body></html>\n"
        ))
    };
    assert_eq!(
        within("<p id=\"a\">1 &lt; 2<br></p><circle r=\"1\"/>").unwrap().text(),
        "1 < 2"
    );
    for faulty in [
        "<p>",
        "</p>",
        "<p><b></p></b>",
        "<p id=a></p>",
        "<p id=\"a\" id=\"b\"></p>",
        "<p id=\"a></p>",
        "a & b",
        "&nbsp;",
        "a > b",
        "<!-- note -->",
        "<p",
    ] {
        assert!(within(faulty).is_err(), "{faulty}");
    }
    assert!(page("<html></html>").is_err());
    assert!(page("<!doctype html><p></p>").is_err());
}
