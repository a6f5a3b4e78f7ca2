//! `word-doubled`: a particle or a word typed twice, as editing leaves it behind.

use std::{cmp::Reverse, ops::Range};

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{Letters, is_hiragana, is_japanese, is_kanji, is_katakana},
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
        for range in doubled(&passage.letters) {
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

fn doubled(letters: &Letters) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut free = 0;
    for (start, Reverse(length)) in twice(letters, |start, length| is_slip(letters, start, length)) {
        if start >= free {
            free = start + 2 * length;
            found.push(letters.place(start)..letters.place(free));
        }
    }
    found
}

/// Everything that stands twice and is meant, in order, the longest first: where it begins and how long it is, in characters.
fn twice(letters: &Letters, is_meant: impl Fn(usize, usize) -> bool) -> Vec<(usize, Reverse<usize>)> {
    let mut found = Vec::new();
    for length in (1..=LONGEST).filter(|length| may_stand_twice(letters, *length)) {
        let again = |at: usize| letters.get(at + length).is_some_and(|c| *c == letters[at]);
        // Of so many places side by side one is a multiple of the length: the others are looked at around those alone.
        let mut next = 0;
        while let Some(c) = letters.get(next + length) {
            let at = next;
            next += length;
            if *c != letters[at] {
                continue;
            }
            let before = (1..length).take_while(|back| *back <= at && again(at - back)).count();
            let after = (1..length).take_while(|on| again(at + on)).count();
            let starts = at - before..(at + after + 2).saturating_sub(length);
            let meant = starts.filter(|start| is_meant(*start, length));
            found.extend(meant.map(|start| (start, Reverse(length))));
        }
    }
    // Of each length they are in order: this sort looks for such runs.
    found.sort();
    found
}

/// False if nothing so long stands twice: then not even its first two letters do, so far apart.
fn may_stand_twice(letters: &Letters, length: usize) -> bool {
    match length {
        1 => any_again(letters, length),
        _ => any_again(letters.pairs(), length),
    }
}

/// Whether anything stands again so far behind. All are looked at, without a branch: the compiler makes that a look at many
/// at once.
fn any_again<T: PartialEq>(all: &[T], behind: usize) -> bool {
    let later = all.get(behind..).unwrap_or_default();
    all.iter().zip(later).fold(false, |found, (a, b)| found | (a == b))
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
    use super::{LONGEST, Letters, Reverse, twice};

    fn doubled(text: &str) -> Vec<std::ops::Range<usize>> {
        super::doubled(&Letters::of(text))
    }

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
    fn everything_that_stands_twice_is_found_once() {
        for text in [
            "",
            "あ",
            "ああああああああああああああああああ",
            "いあいあいあい",
            "支援支援支援の支援の",
            "ましたました。ましたまし",
        ] {
            let letters: Vec<char> = text.chars().collect();
            let mut plain = Vec::new();
            for length in 1..=LONGEST {
                let words = letters.windows(2 * length).enumerate();
                let words = words.filter(|(_, both)| both[..length] == both[length..]);
                plain.extend(words.map(|(start, _)| (start, Reverse(length))));
            }
            plain.sort_unstable();
            assert_eq!(twice(&Letters::of(text), |_, _| true), plain, "{text}");
        }
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
