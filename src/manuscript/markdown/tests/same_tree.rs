//! What is read directly is what the library reads: of the repository's own texts, and of a text with all that is read
//! directly in it after every single slip and after random ones.

use std::path::Path;

use proptest::prelude::*;

use super::super::{read_by_library, simple};
use crate::{
    manuscript::slips,
    source::{FileId, Positions},
};

/// All that is read directly.
const SOUND: &str = "
# 総論

## 1-1-1
### 主な取組と成果

講座を3回開き、12人が学びました。
「産業」の相談は前年度より増え、
IoT の導入は{kpi:iot-users.actual}です。2020年度は
{kpi:a.target}{kpi:b.baseline}
期間は{plan:period}の
2021年度より多い（8.5％）。

{plan:parts}

　字下げをした段落です。
- 一つ
- {kpi:a.actual}（新規）

- 三つ目 A


ABC
DEF
## 2-1-1

- ある事業
### 課題
終わりの行";

/// What breaks Markdown, or means something to it or to a reader.
const SIGNS: [&str; 66] = [
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n \n",
    "\n  ",
    "\n    ",
    "\t",
    "\r",
    "\r\n",
    "#",
    "# ",
    "\n# ",
    "\n##",
    "＃",
    "-",
    "- ",
    "\n- ",
    "\n-",
    "\n---\n",
    "\n===\n",
    "\n- - -\n",
    "\n-\n",
    "+ ",
    "\n+ ",
    "\n1. ",
    "\n1) ",
    "\n12",
    ".",
    ")",
    "*",
    "**",
    "＊＊",
    "_",
    "~",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "[ ] ",
    "](a)",
    "!",
    "<",
    "<b>",
    "&amp;",
    "\\",
    "|",
    "\n|-|\n",
    ":",
    "\n:-:\n",
    "{kpi:a.actual}",
    "{plan:period}",
    "{plan:parts}",
    "{",
    "}",
    "｛",
    "> ",
    "\n> ",
    "・",
    "\u{3000}",
    "\n\u{3000}\n",
    "\u{A0}",
    "\u{FEFF}",
    "\u{2003}",
];

/// Holds what is read directly to the library, and says whether anything was.
fn read_directly(text: &str) -> bool {
    let positions = Positions::from(FileId(0), 7);
    let Some(directly) = simple::read(text, &positions) else {
        return false;
    };
    assert_eq!(directly, read_by_library(text, &positions), "{text:?}");
    true
}

#[test]
fn all_of_the_form_is_read_directly() {
    for text in [
        SOUND,
        "",
        "\n",
        "一行",
        "- 項目",
        "# 見出し",
        "- 項目\n\n\n",
        "\n\n段落\n\n",
    ] {
        assert!(read_directly(text), "{text:?}");
    }
}

#[test]
fn every_slip_reads_alike() {
    let (mut directly, mut all) = (0, 0);
    for text in slips::single(SOUND, &SIGNS) {
        all += 1;
        directly += usize::from(read_directly(&text));
    }
    // What is refused too often says nothing of what is read.
    assert!(5 * directly > all, "{directly} of {all}");
}

proptest! {
    #[test]
    fn slips_together_read_alike(slips in proptest::collection::vec((0..SOUND.len(), 0..6_usize, 0..SIGNS.len()), 1..8)) {
        read_directly(&slips::several(SOUND, &SIGNS, slips));
    }

    /// Few signs that mean anything, so that most of them are read directly.
    #[test]
    fn short_texts_read_alike(pieces in proptest::collection::vec(proptest::sample::select(&[
        "\n", "\n", "\n\n", "- ", "# ", "## ", "あ", "a", "12", " ", "\u{3000}", "。", "（", "-", "#", ".", ")", "\u{FEFF}", "]", "!", ":", "=",
        ">", "+", "\"", "(", "$", "^", "●", "\u{2060}", "\u{2028}", "{kpi:a.actual}", "{plan:parts}",
    ][..]), 0..16)) {
        read_directly(&pieces.concat());
    }
}

#[test]
fn the_shipped_texts_are_of_the_form() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = crate::source::read_folder(&content).unwrap();
    let mut read = 0;
    for (_, source) in sources
        .files()
        .filter(|(_, source)| source.name.contains("/departments/") || source.name.contains("/chapters/"))
    {
        let body = source.text.find("\n---\n").map_or(0, |fence| fence + 5);
        assert!(read_directly(&source.text[body..]), "{}", source.name);
        read += 1;
    }
    assert!(read > 20);
}
