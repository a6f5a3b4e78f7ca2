//! The documents say what is true: commands and options exist, paths and links lead somewhere, quoted output is real.

mod support;

use std::collections::BTreeSet;

use support::{commands, options, read, root, run};

const DOCUMENTS: &[&str] = &[
    "README.md",
    "README.ja.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "content/README.md",
    "docs/robustness.md",
    "docs/scale.md",
    "docs/sources.md",
    "benches/README.md",
];

/// Lines within fences, with the fence's language.
fn fenced(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut language = None;
    for line in text.lines() {
        match (line.trim_start().strip_prefix("```"), language) {
            (Some(_), Some(_)) => language = None,
            (Some(opened), None) => language = Some(opened),
            (None, Some(language)) => found.push((language, line)),
            (None, None) => {}
        }
    }
    found
}

/// The text without its examples.
fn outside_fences(text: &str) -> String {
    let mut inside = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            inside = !inside;
        } else if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// What stands between single backticks outside fences.
fn spans(text: &str) -> Vec<String> {
    let text = outside_fences(text);
    let lines = text.lines();
    lines
        .flat_map(|line| {
            line.split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The program's arguments of a command line, however it is called.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches("$ ").trim_start_matches("> ");
    let called = [
        "ayumi ",
        "./ayumi ",
        ".\\ayumi ",
        "cargo run --release -- ",
        "cargo run -- ",
    ];
    let rest = called.iter().find_map(|name| line.strip_prefix(name))?;
    Some(rest.split_whitespace().map(str::to_owned).collect())
}

/// What is wrong with the arguments, going by the program's own help.
fn misuse(arguments: &[String], commands: &[String]) -> Option<String> {
    let command = arguments.first()?;
    if command.starts_with("--") {
        return (!["--help", "--version"].contains(&command.as_str())).then(|| format!("no option {command}"));
    }
    if !commands.contains(command) {
        return Some(format!("no command {command}"));
    }
    let known = options(command);
    let stray = arguments
        .iter()
        .find(|word| word.starts_with("--") && !known.contains(*word))?;
    Some(format!("{command} has no option {stray}"))
}

#[test]
fn commands_in_the_documents_exist() {
    let commands = commands();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for name in DOCUMENTS {
        let text = read(name);
        let lines = fenced(&text).into_iter().map(|(_, line)| line.to_owned());
        for line in lines.chain(spans(&text)) {
            if let Some(arguments) = arguments(&line) {
                seen.insert(arguments[0].clone());
                wrong.extend(misuse(&arguments, &commands).map(|fault| format!("{name}: {line}: {fault}")));
            }
            let environment = |word: &&str| word.starts_with("AYUMI_");
            let words: Vec<&str> = line.split_whitespace().skip_while(environment).collect();
            let cargo = words.join(" ");
            if let Some(rest) = cargo.strip_prefix("cargo ") {
                let mut words = rest.split_whitespace();
                let known = ["run", "test", "bench", "build", "install", "fmt", "clippy", "deny"];
                if !words.next().is_some_and(|word| known.contains(&word)) {
                    wrong.push(format!("{name}: {line}"));
                }
                let there = |test: &str| {
                    let forms = [format!("tests/{test}.rs"), format!("tests/{test}/main.rs")];
                    forms.iter().any(|path| root().join(path).exists())
                };
                let bench = |bench: &str| {
                    let forms = [format!("benches/{bench}.rs"), format!("benches/{bench}/main.rs")];
                    forms.iter().any(|path| root().join(path).exists())
                };
                if let Some(measured) = words.clone().skip_while(|word| *word != "--bench").nth(1)
                    && !bench(measured)
                {
                    wrong.push(format!("{name}: {line}: no benchmark {measured}"));
                }
                if let Some(test) = words.skip_while(|word| *word != "--test").nth(1)
                    && !there(test)
                {
                    wrong.push(format!("{name}: {line}: no test {test}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unsaid: Vec<&String> = commands.iter().filter(|command| !seen.contains(*command)).collect();
    assert!(unsaid.is_empty(), "no document shows {unsaid:?}");
}

/// Whoever opens the README types these two and nothing before them.
#[test]
fn the_readme_opens_with_build_and_test() {
    let text = read("README.md");
    let commands: Vec<&str> = fenced(&text).into_iter().map(|(_, line)| line).take(2).collect();
    assert_eq!(commands, ["cargo run --release -- build", "cargo test"]);
}

#[test]
fn links_and_pictures_lead_somewhere() {
    let mut wrong = Vec::new();
    for name in DOCUMENTS.iter().copied().chain(["docs/diagnostics.md"]) {
        let text = outside_fences(&read(name));
        let folder = root().join(name).parent().unwrap().to_owned();
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap();
            if target.contains("://") || target.starts_with("mailto:") || text[..at].ends_with('`') {
                continue;
            }
            let (path, part) = target.split_once('#').unwrap_or((target, ""));
            let file = if path.is_empty() {
                root().join(name)
            } else {
                folder.join(path)
            };
            if !file.exists() {
                wrong.push(format!("{name}: {target}"));
            } else if !part.is_empty() {
                let page = std::fs::read_to_string(&file).unwrap();
                let headings = page.lines().filter(|line| line.starts_with('#'));
                if !headings.map(slug).any(|slug| slug == part) {
                    wrong.push(format!("{name}: no heading {part} in {}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "links to nowhere:\n{}", wrong.join("\n"));
}

/// A heading's anchor, as code hosts make it.
fn slug(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-' || *c == '_' || *c == 'ー');
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// A path in backticks that begins with a folder of the repository is there.
#[test]
fn paths_in_the_documents_exist() {
    let folders = ["src/", "tests/", "templates/", "docs/", "content/", ".ci/", "schemas/"];
    let mut wrong = Vec::new();
    for name in DOCUMENTS {
        for path in spans(&read(name)) {
            let ours = folders.iter().any(|folder| path.starts_with(folder));
            let plain = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b));
            if ours && plain && !root().join(&path).exists() && !root().join("content").join(&path).exists() {
                // A folder that users make is no folder of the repository.
                let made = ["content/reports/2022", "content/templates/"].contains(&path.as_str());
                if !made {
                    wrong.push(format!("{name}: {path}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "paths that are not there:\n{}", wrong.join("\n"));
}

/// Every room stands in ARCHITECTURE.md, and every file at the top of `tests/` in CONTRIBUTING.md.
#[test]
fn the_maps_are_complete() {
    let names = |folder: &str| -> Vec<String> {
        let items = std::fs::read_dir(root().join(folder)).unwrap();
        items
            .map(|item| item.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let architecture = read("ARCHITECTURE.md");
    let rooms = names("src").into_iter().filter(|name| !name.ends_with(".rs"));
    let missing: Vec<String> = rooms
        .filter(|room| !architecture.contains(&format!("| `src/{room}/` |")))
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md does not describe {missing:?}");
    let contributing = read("CONTRIBUTING.md");
    let tests = names("tests").into_iter().filter(|name| name.ends_with(".rs"));
    let missing: Vec<String> = tests
        .filter(|test| !contributing.contains(&format!("| `tests/{test}` |")))
        .collect();
    assert!(missing.is_empty(), "CONTRIBUTING.md does not describe {missing:?}");
}

/// The pipeline is drawn as in `src/lib.rs`.
#[test]
fn the_pipeline_is_the_librarys() {
    let library = read("src/lib.rs").replace("//! ", "").replace("//!", "");
    let drawn = |text: &str| -> Vec<String> {
        let lines = fenced(text).into_iter().map(|(_, line)| line.to_owned());
        lines.filter(|line| line.contains(" → ")).collect()
    };
    assert_eq!(drawn(&read("ARCHITECTURE.md")), drawn(&library));
}

const BEGIN: &str = "<!-- check: begin -->\n";
const END: &str = "<!-- check: end -->";

/// `AYUMI_BLESS=1 cargo test --test readme` writes the block anew.
#[test]
fn the_quoted_findings_are_those_of_the_example() {
    let text = read("README.md");
    let (before, rest) = text.split_once(BEGIN).expect("the beginning of the block");
    let (block, after) = rest.split_once(END).expect("the end of the block");
    let found = run(&root(), &["check"]);
    let lines = |text: &str| {
        text.lines()
            .map(|line| format!("{}\n", line.trim_end()))
            .collect::<String>()
    };
    let real = format!(
        "```text\n$ ayumi check\n{}{}```\n",
        lines(&found.err),
        lines(&found.out)
    );
    if support::bless() {
        std::fs::write(root().join("README.md"), format!("{before}{BEGIN}{real}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(
        block, real,
        "\nIf this is meant, run AYUMI_BLESS=1 cargo test --test readme."
    );
}

/// Pictures are small enough to be looked at on a slow line.
#[test]
fn pictures_are_small() {
    for (name, bytes) in support::files(&root().join("docs/images")) {
        assert!(name.ends_with(".png") && bytes.starts_with(b"\x89PNG"), "{name}");
        assert!(bytes.len() <= 150 * 1024, "{name} has {} bytes", bytes.len());
    }
}

/// The project speaks of itself alone: no path of a machine, no host but public ones.
#[test]
fn no_document_names_a_machine() {
    for (name, bytes) in support::files(&root().join("docs")).into_iter().chain(texts()) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for word in ["/home/", "/root/", "/tmp/", "localhost:"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}

fn texts() -> Vec<(String, Vec<u8>)> {
    DOCUMENTS
        .iter()
        .map(|name| ((*name).to_owned(), read(name).into_bytes()))
        .collect()
}
