//! `word-doubled`: a particle or a word typed twice, as editing leaves it behind.

use std::{cmp::Reverse, ops::Range};

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{is_hiragana, is_japanese, is_kanji, is_katakana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "word-doubled",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        for range in doubled(text) {
            let written = &text[range.clone()];
            let once = &written[..written.len() / 2];
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{once}」が、二度続いています。"),
                )
                .reason("書き直したときに、前の言葉が残ったと見られます。")
                .fix(format!("一つを消して「{once}」にしてください。"));
        }
    }
}

/// The longest word that is looked for, in characters.
const LONGEST: usize = 8;

fn doubled(text: &str) -> Vec<Range<usize>> {
    let twice = twice(text);
    if twice.is_empty() {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().collect();
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let mut found = Vec::new();
    let mut free = 0;
    for (start, Reverse(length)) in twice {
        if start >= free && is_slip(&chars, start, length) {
            free = start + 2 * length;
            found.push(bytes[start]..bytes[free]);
        }
    }
    found
}

/// Everything that stands twice, in order, the longest first: where it begins and how long it is, in characters.
fn twice(text: &str) -> Vec<(usize, Reverse<usize>)> {
    let mut found = Vec::new();
    // Characters are counted from 1. Where one of a slot's last stood; for those of the last places, which it is and
    // where one of its slot stood before.
    let mut last = [0; 256];
    // A place there is overwritten by the one LONGEST after it, when that one has looked at it.
    let mut near = [('\0', 0); LONGEST];
    // For each distance, up to where characters are those so far before them, and how many they are.
    let mut runs = [(0, 0); LONGEST];
    for (at, c) in (1..).zip(text.chars()) {
        let slot = &mut last[u32::from(c) as usize % 256];
        let mut before = *slot;
        while before > 0 && at - before <= LONGEST {
            let (known, earlier) = near[before % LONGEST];
            let length = at - before;
            if known == c {
                let (end, count) = &mut runs[length - 1];
                *count = if *end == at - 1 { *count + 1 } else { 1 };
                *end = at;
                if *count >= length {
                    found.push((at - 2 * length, Reverse(length)));
                }
            }
            before = earlier;
        }
        near[at % LONGEST] = (c, *slot);
        *slot = at;
    }
    found.sort_unstable();
    found
}

/// Whether what stands there twice is no word that is said twice: 一つ一つ, ますます, ともに behind と.
fn is_slip(chars: &[char], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).map(|before| chars[before]);
    let after = chars.get(at + 2 * length).copied();
    let word = &chars[at..at + length];
    match *word {
        ['を'] => true,
        [particle] => {
            "がにでのはとも".contains(particle)
                && before.is_some_and(|c| is_kanji(c) || is_katakana(c) || matches!(c, '」' | '）'))
                && after.is_some_and(|c| !is_hiragana(c))
        }
        [a, b] => {
            is_kanji(a)
                && is_kanji(b)
                && a != b
                && !"一二三四五六七八九十々".contains(a)
                && b != '々'
                && before.is_none_or(|c| !is_kanji(c))
                && after.is_some_and(is_hiragana)
        }
        _ => {
            let said_twice = word[0] == '一' || word.starts_with(&['ひ', 'と']);
            let katakana = word.iter().all(|c| is_katakana(*c));
            word.iter().all(|c| is_japanese(*c)) && !said_twice && !katakana && word.iter().any(|c| *c != word[0])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::doubled;

    #[test]
    fn what_editing_leaves_behind() {
        let read = |text: &'static str| doubled(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(read("育児への意識をを育てます。"), ["をを"]);
        assert_eq!(read("市民のの参加を促しました。"), ["のの"]);
        assert_eq!(read("市のの支援を広げました。"), ["のの"]);
        assert_eq!(read("育むことができましたました。"), ["ましたました"]);
        assert_eq!(read("今後も支援支援を続けます。"), ["支援支援"]);
        assert_eq!(read("必要があります必要があります。"), ["必要があります必要があります"]);
    }

    #[test]
    fn characters_of_one_slot_hide_no_word() {
        // U+3042, U+4E42 and U+5042 share theirs.
        let text = "あ乂偂はれあ乂偂はれ。";
        let found: Vec<&str> = doubled(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["あ乂偂はれあ乂偂はれ"]);
    }

    #[test]
    fn what_is_said_twice() {
        for text in [
            "地域とともに歩み、一つ一つ進めます。",
            "ますます増え、様々な世代の中でできることを広げました。",
            "ひとりひとりが、ひとつひとつ確かめました。",
            "少なかったものの、地域ににぎわいが戻りました。",
            "新潟大学大学院と連携しました。",
            "人とともに、もののけ祭りを楽しみました。",
            "ワクワク体験を広げ、子どももももの節句を祝いました。",
            "年々、少しずつ、いろいろな、それぞれの、日々の。",
        ] {
            assert!(doubled(text).is_empty(), "{text}");
        }
    }
}
