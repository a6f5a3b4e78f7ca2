//! Addresses and names: nothing typed leads out of a folder, and no two pages share a name.

use std::collections::BTreeSet;

use ayumi::{
    check, manuscript,
    manuscript::markdown::{Content, TypedInline, parse},
    model::{Block, DirectionCode, GoalCode, Id, Inline, MeasureCode},
    source::{Positions, Sources},
};
use proptest::{prelude::*, test_runner::Config};

use super::{config, support};

fn links(content: &[TypedInline], found: &mut Vec<String>) {
    for inline in content {
        match inline {
            Inline::Link { url, content } => {
                found.push(url.clone());
                links(content, found);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => links(inner, found),
            _ => {}
        }
    }
}

/// As a browser reads it: white space and control characters dropped, no case.
fn scheme(url: &str) -> Option<String> {
    let read: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let before = read.find(['/', '?', '#']).unwrap_or(read.len());
    read[..before]
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_id_is_a_file_name_on_every_system(text in "[-a-z0-9A-Z./\\\\: か]{0,12}|con|prn|aux|nul|com[0-9]|lpt[0-9]|[a-z]{60,70}") {
        let Some(id) = Id::parse(&text) else {
            return Ok(());
        };
        prop_assert_eq!(id.as_str(), &text);
        prop_assert!(!text.is_empty() && text.len() <= 64);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        prop_assert!(!text.starts_with('-') && !text.ends_with('-'));
        let device = ["con", "prn", "aux", "nul"].contains(&text.as_str())
            || (["com", "lpt"].iter().any(|port| text.strip_prefix(port).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())));
        prop_assert!(!device);
    }

    #[test]
    fn a_plain_word_is_an_id(text in "[a-z]{1,2}|[a-z]{5,20}(-[a-z0-9]{1,10}){0,3}") {
        prop_assert!(Id::parse(&text).is_some());
    }

    #[test]
    fn codes_read_back(goal in 1u8..=99, direction in 1u8..=99, number in 1u8..=99) {
        let of = |number: u8| number.try_into().unwrap();
        let code = MeasureCode {
            direction: DirectionCode { goal: GoalCode(of(goal)), number: of(direction) },
            number: of(number),
        };
        prop_assert_eq!(MeasureCode::parse(&code.to_string()), Some(code));
        // What people read says the same: the Roman numeral, read by the rule for it.
        let shown = code.display();
        let (roman, rest) = shown.split_once('-').unwrap();
        let values: Vec<i32> = roman.chars().map(|c| match c { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 10_000 }).collect();
        let sum: i32 = values.iter().enumerate().map(|(at, value)| if values.get(at + 1).is_some_and(|next| next > value) { -value } else { *value }).sum();
        prop_assert_eq!(sum, i32::from(goal));
        prop_assert_eq!(rest, format!("{direction}-({number})"));
    }

    #[test]
    fn codes_are_read_strictly(text in "[0-9０-９]{0,3}(-[0-9]{0,3}){0,4}") {
        prop_assert!(MeasureCode::parse(&text).is_none_or(|code| code.to_string() == text));
    }

    #[test]
    fn no_link_runs_anything(url in "(?i)(java|vb)?script[ \t:：/&#;a-z0-9]{0,12}|[a-z+.-]{0,10}:?/{0,3}[a-z.@?#%0-9]{0,12}|[ -~]{0,20}") {
        let text = format!("[相談窓口]({url})、<{url}>、[あ](<{url}>)");
        let (sources, name) = (Sources::from_files([("a.md", text.as_str())]), "a.md");
        let document = parse(&text, &Positions::from(sources.find(name).unwrap(), 0));
        let mut found = Vec::new();
        for item in &document.items {
            if let Content::Block(Block::Paragraph(content)) = &item.content {
                links(content, &mut found);
            }
        }
        for url in found {
            prop_assert!(scheme(&url).is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str())), "{:?}", url);
            prop_assert!(!url.starts_with("//") && !url.starts_with("/\\"), "{:?}", url);
        }
    }
}

proptest! {
    // Each of these is a whole report.
    #![proptest_config(Config { cases: 6, ..config() })]

    #[test]
    fn every_page_has_a_safe_name_of_its_own(department in "[a-z]{5,12}(-[a-z0-9]{1,4}){0,2}", kpi in "[a-z][a-z0-9]{4,10}(-[a-z0-9]{1,4}){0,2}") {
        prop_assume!(!["sangyo", "satisfaction", "center", "members"].contains(&department.as_str()) && department != kpi);
        let mut files = support::small_city();
        for bytes in files.values_mut() {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replace("kikaku", &department).replace("shops", &kpi).into_bytes();
        }
        let page = files.remove("reports/2021/departments/kikaku.md").unwrap();
        files.insert(format!("reports/2021/departments/{department}.md"), page);
        let site = support::site(&Sources::from_files(files));
        let mut names = BTreeSet::new();
        for (path, _) in site.files() {
            prop_assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)), "{}", path);
            prop_assert!(path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.')), "{}", path);
            prop_assert!(names.insert(path.to_lowercase()), "{} differs from another by case only", path);
        }
        for page in [format!("2021/department-{department}.html"), format!("2021/kpi-{kpi}.html")] {
            prop_assert!(names.contains(&page), "{}", page);
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 24, ..config() })]

    /// A file of any name is read, passed over or found fault with; never a page, never a panic.
    #[test]
    fn a_file_of_any_name(name in "(reports/(2021/)?(chapters/|departments/)?|series/|templates/)?[-a-zA-Z0-9._/\\\\: か\u{202E}\n]{0,16}(\\.md|\\.yaml|\\.csv)?") {
        let mut files = support::small_city();
        prop_assume!(!files.contains_key(&name));
        files.insert(name.clone(), "本文です。\n".into());
        let sources = Sources::from_files(files);
        let checked = check::check(&sources, &manuscript::read(&sources));
        // A misnamed folder is spoken of once, by its own name.
        for finding in &checked.diagnostics {
            prop_assert!(name.starts_with(&finding.file) || finding.code != "file-name-unknown", "{:?}: {:?}", name, finding);
        }
    }
}
