//! What is read directly is what the library reads: of the repository's own sources, and of a source with all that is read
//! directly in it after every single slip and after random ones.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::manuscript::slips;

/// All that is read directly.
const SOUND: &str = "\
# 注記
title: 総合戦略   # 名称
period: { from: 2020, to: 2024 } # 年度
units: [人, 千円, \"%\", '件']
parts:
  - name: 総論
    url: https://example.jp/a#b
    note: |
      一行目: 「引用」
        字下げ

      三行目 # 文

  # 間の注記
  - name: \"人口: ビジョン\"
    empty:
    goals:
    - id: a-1
      tests: [{ text: 取組, found: true }, { text: 'a, b', found: no }]
    -   id: b
        values: []
list:
- 若者
-  時刻 12:30
";

/// What breaks YAML, or means something to it.
const SIGNS: [&str; 46] = [
    " ", "  ", "\n", "\n\n", "\n  ", "\t", "\r", ":", ": ", ":\n", "：", "#", " #", " # ", "-", "- ", "\n- ", "---\n",
    "...\n", "\"", "'", "''", "\\", "[", "]", "{", "}", ",", ", ", "|", "|\n", ">", "&a ", "*a", "!t ", "? ", "%", "@",
    "`", "~", "<<", "、", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{2003}",
];

/// Holds what is read directly to the library, and says whether anything was.
fn same(text: &str, range: std::ops::Range<usize>) -> bool {
    let Some(root) = simple::read(text, range.clone(), FileId(0)) else {
        return false;
    };
    let library = read_by_library(text, range, FileId(0));
    assert!(
        !library.damaged && library.problems.is_empty(),
        "{:?} in\n{text}",
        library.problems
    );
    let told = |root: Option<&Node>| format!("{root:?}");
    let (library, directly) = (told(library.root.as_ref()), told(Some(&root)));
    assert!(library == directly, "{library}\n{directly}\n{text}");
    true
}

fn read_directly(text: &str) -> bool {
    same(text, 0..text.len())
}

#[test]
fn all_of_the_form_is_read_directly() {
    let sound = SOUND;
    assert!(read_directly(sound));
    // Within a file, as at the head of a department's.
    let text = format!("---\n{sound}---\n## 1-1-1\n");
    assert!(same(&text, 4..4 + sound.len()));
    let text = "---\nnote: |\n  abc\n\n---\n## 1-1-1";
    assert!(
        same(text, 4..text.find("---\n##").unwrap()),
        "whatever the file ends with"
    );
    // Of the last line's end nothing is known.
    assert!(!read_directly(sound.trim_end()));
}

#[test]
fn every_slip_reads_alike() {
    let (mut directly, mut all) = (0, 0);
    for text in slips::single(SOUND, &SIGNS) {
        all += 1;
        directly += usize::from(read_directly(&text));
    }
    // Most signs mean nothing where they stand: what is refused too often says nothing of what is read.
    assert!(4 * directly > all, "{directly} of {all}");
}

#[test]
fn what_is_too_deep_is_left_to_the_library() {
    let deep: String = (0..40).map(|level| format!("{}- a:\n", "  ".repeat(level))).collect();
    let brackets = format!("a: {}{}\n", "[".repeat(40), "]".repeat(40));
    let pairs: String = (0..40).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    for text in [deep, brackets, pairs] {
        assert!(!read_directly(&text));
    }
}

proptest! {
    #[test]
    fn slips_together_read_alike(slips in proptest::collection::vec((0..SOUND.len(), 0..6_usize, 0..SIGNS.len()), 1..8)) {
        read_directly(&slips::several(SOUND, &SIGNS, slips));
    }
}

#[test]
fn the_shipped_sources_are_of_the_form() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = crate::source::read_folder(&content).unwrap();
    let mut read = 0;
    for (_, source) in sources.files() {
        let text = source.text.as_str();
        let range = match source.name.rsplit_once('.') {
            Some((_, "yaml")) => 0..text.len(),
            Some((_, "md")) if text.starts_with("---\n") => 4..text.find("\n---\n").unwrap() + 1,
            _ => continue,
        };
        assert!(same(text, range), "{}", source.name);
        read += 1;
    }
    assert!(read > 20);
}
