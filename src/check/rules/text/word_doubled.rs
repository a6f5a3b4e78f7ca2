//! `word-doubled`: a particle or a word typed twice, as editing leaves it behind.

use std::ops::Range;

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
    let mut found = Vec::new();
    let mut candidates = again_soon(text);
    if candidates.is_empty() {
        return found;
    }
    let chars: Vec<char> = text.chars().collect();
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let mut free = 0;
    candidates.sort_unstable();
    candidates.dedup();
    for at in candidates {
        if at < free {
            continue;
        }
        let doubled = |length: &usize| {
            let (once, again) = (chars.get(at..at + length), chars.get(at + length..at + 2 * length));
            once.zip(again).is_some_and(|(a, b)| a == b) && is_slip(&chars, at, *length)
        };
        if let Some(length) = (1..=LONGEST).rev().find(doubled) {
            found.push(bytes[at]..bytes[at + 2 * length]);
            free = at + 2 * length;
        }
    }
    found
}

/// Where a character stands that comes again within the longest word, as what is said twice begins: by its number in the
/// text. A few others may be among them.
fn again_soon(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // Where one of a slot's characters last stood, counted from 1, and where one stood before those of the last few places.
    let mut last = [0; 256];
    let mut before = [0; LONGEST];
    for (at, c) in (1..).zip(text.chars()) {
        let slot = &mut last[u32::from(c) as usize % 256];
        let mut earlier = *slot;
        while earlier > 0 && at - earlier <= LONGEST {
            found.push(earlier - 1);
            earlier = before[earlier % LONGEST];
        }
        before[at % LONGEST] = *slot;
        *slot = at;
    }
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
        assert_eq!(doubled(text), [0..text.len() - "。".len()]);
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
