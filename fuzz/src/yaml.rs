//! `manuscript::yaml`: the tree and its problems.

use ayumi::{
    manuscript::yaml::{self, Document, Node, Shape, Style},
    source::{Sources, Span},
};

use crate::places::{at, one};

/// Holds for every text.
pub fn holds(text: &str) {
    let (sources, file) = one("city.yaml", text);
    // What the reader gets: without a byte order mark.
    let text = sources.file(file).text.as_str();
    let read = || yaml::read(text, 0..text.len(), file);
    let document = read();
    assert_eq!(
        format!("{document:?}"),
        format!("{:?}", read()),
        "the same text, another tree"
    );
    let library = yaml::read_by_library(text, 0..text.len(), file);
    assert_eq!(format!("{document:?}"), format!("{library:?}"), "read directly, another tree");
    // The same at the head of a file that goes on, with or without an end of its last line.
    let file_with = format!("---\n{text}---\n## 1-1-1");
    let range = 4..4 + text.len();
    let (directly, library) = (
        yaml::read(&file_with, range.clone(), file),
        yaml::read_by_library(&file_with, range, file),
    );
    assert_eq!(format!("{directly:?}"), format!("{library:?}"), "within a file, another tree");
    places(&sources, &document);
    if document.root.is_none() {
        // Control characters are blanks to the reader; a rule of its own tells of them.
        let blank = text.lines().all(|line| {
            let line = line.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_control());
            // An empty text, however it is written, is nothing either: `|`, `~`, `''`.
            !line.contains(char::is_alphabetic) || ["#", "%", "---", "..."].iter().any(|start| line.starts_with(start))
        });
        assert!(blank || !document.problems.is_empty(), "lost without a word: {text:?}");
    }
    if document.damaged {
        assert!(!document.problems.is_empty(), "damaged by nothing: {text:?}");
    }
    quoted_reads_back(text);
}

fn places(sources: &Sources, document: &Document) {
    let mut last = None;
    for problem in &document.problems {
        at(sources, problem.place);
        assert!(last <= Some(problem.place), "problems out of order: {document:?}");
        last = Some(problem.place);
    }
    if let Some(root) = &document.root {
        node(sources, root, &document.mended, 0);
    }
}

fn node(sources: &Sources, node_: &Node, mended: &[Span], depth: usize) {
    assert!(depth < 200, "deeper than the reader says it goes");
    let text = at(sources, node_.place);
    match &node_.shape {
        Shape::Scalar(scalar) => {
            if scalar.style == Style::Plain && !text.contains(['\n', '\r']) && !scalar.text.is_empty() {
                // What was put into a line to read on may have ended up in a text there; the line is told.
                let span = node_.place.span;
                let is_mended = mended
                    .iter()
                    .any(|line| line.start <= span.end && span.start <= line.end);
                let simple = !is_mended && !scalar.text.contains(' ');
                // A place ends at the last visible character, whatever blanks the library leaves to the text.
                assert!(
                    !simple || text.contains(scalar.text.trim_end()),
                    "{:?} does not stand in {text:?}",
                    scalar.text
                );
            }
            for (offset, c) in scalar.text.char_indices() {
                at(sources, scalar.positions.place(offset..offset + c.len_utf8()));
            }
        }
        Shape::List(items) => items.iter().for_each(|item| node(sources, item, mended, depth + 1)),
        Shape::Map(pairs) => {
            for pair in pairs {
                at(sources, pair.place);
                node(sources, &pair.value, mended, depth + 1);
            }
        }
    }
}

/// Any text in JSON's quotes is a YAML value that says the same.
fn quoted_reads_back(text: &str) {
    let plain = |c: char| {
        c == '\n'
            || c == '\t'
            || !(c.is_control() || matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}'))
    };
    if !text.chars().all(plain) {
        return;
    }
    let json = serde_json::to_string(text).expect("a text");
    let (sources, file) = one("city.yaml", format!("name: {json}\nother: 1\n"));
    let source = &sources.file(file).text;
    let document = yaml::read(source, 0..source.len(), file);
    assert!(document.problems.is_empty(), "{json}: {:?}", document.problems);
    let Some(Node {
        shape: Shape::Map(pairs),
        ..
    }) = document.root
    else {
        panic!("{json}: no mapping");
    };
    let Shape::Scalar(scalar) = &pairs[0].value.shape else {
        panic!("{json}: no scalar");
    };
    assert_eq!(scalar.text, text);
}
