//! Rules about narrative: wording, names, sentences, characters.

mod bracket_half_width;
mod bracket_unbalanced;
mod change_direction;
mod character_compatibility;
mod character_composite;
mod character_control;
mod character_decomposed;
mod character_garbled;
mod character_half_width_kana;
mod character_invisible;
mod character_private;
mod count_contradicts;
mod department_near;
mod dictionary_test;
mod dictionary_unfinished;
mod dictionary_word;
mod figure_contradicts;
mod guide_left;
mod indent_space;
mod item_end;
mod kanji_chinese;
mod kanji_not_joyo;
mod name_former;
mod name_near;
mod paragraph_repeated;
mod part_exceeds_whole;
mod placeholder_left;
mod punctuation_double;
mod punctuation_foreign;
mod sentence_commas;
mod sentence_end;
mod sentence_long;
mod space_in_text;
mod style_plain;
#[cfg(test)]
mod tests;
mod width_full;
mod word_doubled;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::{
    check::{
        Context, Rule,
        maps::HashSet,
        reading::{Odd, OddKind, Passage, Signs, is_kanji},
    },
    source::FileId,
};

pub(super) static ALL: &[&Rule] = &[
    &character_control::RULE,
    &character_invisible::RULE,
    &character_private::RULE,
    &character_garbled::RULE,
    &character_half_width_kana::RULE,
    &character_decomposed::RULE,
    &character_compatibility::RULE,
    &character_composite::RULE,
    &kanji_chinese::RULE,
    &kanji_not_joyo::RULE,
    &dictionary_word::RULE,
    &dictionary_test::RULE,
    &dictionary_unfinished::RULE,
    &name_near::RULE,
    &name_former::RULE,
    &department_near::RULE,
    &figure_contradicts::RULE,
    &count_contradicts::RULE,
    &part_exceeds_whole::RULE,
    &change_direction::RULE,
    &guide_left::RULE,
    &placeholder_left::RULE,
    &paragraph_repeated::RULE,
    &sentence_long::RULE,
    &sentence_commas::RULE,
    &sentence_end::RULE,
    &item_end::RULE,
    &style_plain::RULE,
    &word_doubled::RULE,
    &punctuation_double::RULE,
    &punctuation_foreign::RULE,
    &bracket_unbalanced::RULE,
    &bracket_half_width::RULE,
    &width_full::RULE,
    &space_in_text::RULE,
    &indent_space::RULE,
];

/// Characters of a sentence, beyond which nobody follows.
const LONGEST_SENTENCE: usize = 120;

/// What people wrote, with its text.
fn prose<'c>(context: &'c Context<'_>) -> impl Iterator<Item = (&'c Passage<'c>, &'c str)> {
    context
        .reading()
        .prose()
        .map(|(_, passage)| (passage, passage.text.as_str()))
}

/// Those of them that may have one of these signs.
fn prose_with<'c>(
    context: &'c Context<'_>,
    signs: &'static [char],
) -> impl Iterator<Item = (&'c Passage<'c>, &'c str)> {
    prose(context).filter(|(passage, _)| passage.signs.may_have(signs))
}

/// Odd characters of a kind: the first of each line, and how many more stand in that line.
fn odd_by_line(context: &Context, kind: OddKind) -> Vec<(Odd, usize)> {
    let mut lines: Vec<(Odd, usize, u32)> = Vec::new();
    for odd in context.odd().iter().filter(|odd| odd.kind == kind) {
        let line = context.sources.line(odd.place);
        // Different Chinese forms are mended differently.
        let same =
            |first: &Odd| first.place.file == odd.place.file && (kind != OddKind::Chinese || first.first == odd.first);
        match lines
            .iter_mut()
            .rev()
            .take_while(|(_, _, at)| *at == line)
            .find(|(first, _, _)| same(first))
        {
            Some((_, more, _)) => *more += 1,
            None => lines.push((*odd, 0, line)),
        }
    }
    lines.into_iter().map(|(odd, more, _)| (odd, more)).collect()
}

/// Odd characters of a kind, file by file.
fn odd_by_file(context: &Context, kind: OddKind) -> Vec<(FileId, Vec<Odd>)> {
    let mut files: Vec<(FileId, Vec<Odd>)> = Vec::new();
    for odd in context.odd().iter().filter(|odd| odd.kind == kind) {
        match files.last_mut() {
            Some((file, list)) if *file == odd.place.file => list.push(*odd),
            _ => files.push((odd.place.file, vec![*odd])),
        }
    }
    files
}

/// A remark for a finding that stands for several.
fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!("（ほかに{more}か所）"),
    }
}

/// In ordinary characters.
fn composed(text: &str) -> String {
    text.nfkc().collect()
}

/// Kanji beyond 常用漢字 that the city's dictionary allows.
fn allowed_kanji(context: &Context) -> Allowed {
    let page = context.manuscript.dictionary.page.as_ref();
    let text = page
        .and_then(|page| page.kanji.as_ref())
        .map_or("", |kanji| kanji.value.as_str());
    Allowed(text.chars().filter(|c| is_kanji(*c)).collect())
}

struct Allowed(HashSet<char>);

impl Allowed {
    fn contains(&self, c: char) -> bool {
        self.0.contains(&c)
    }
}

/// For a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 24;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Ends as a sentence in です・ます ends.
fn is_polite(text: &str) -> bool {
    const ENDS: [&str; 10] = [
        "です",
        "ます",
        "ました",
        "ません",
        "でした",
        "ください",
        "ましょう",
        "でしょう",
        "ますか",
        "ですか",
    ];
    ENDS.iter().any(|end| text.ends_with(end))
}

/// Marks that are put for what is not known yet, several of them side by side.
const MARKS: [char; 11] = ['○', '〇', '◯', '●', '△', '×', '■', '□', 'Ｘ', 'ｘ', '？'];

/// Stand-ins for text to come.
fn placeholders(text: &str, signs: &Signs) -> Vec<Range<usize>> {
    const ALONE: [&str; 11] = [
        "未定",
        "検討中",
        "作成中",
        "調整中",
        "記入中",
        "要確認",
        "確認中",
        "未記入",
        "同上",
        "ここに本文",
        "本文",
    ];
    const STARTS: [&str; 3] = ["後日記入", "後で書", "あとで書"];
    const WORDS: [&str; 8] = ["TODO", "FIXME", "TBD", "XX", "xxx", "???", "ダミー文", "仮テキスト"];
    /// Each of the words has one of these.
    const OF_WORDS: [char; 7] = ['T', 'F', 'X', 'x', '?', '文', '仮'];
    let whole = text
        .trim_end_matches('。')
        .trim_matches(['（', '）', '(', ')', '【', '】']);
    if ALONE.contains(&whole) || STARTS.iter().any(|start| whole.starts_with(start)) {
        let all = 0..text.len();
        return Vec::from([all]);
    }
    let mut found = Vec::new();
    let may_have = |word: &&str| word.chars().all(|c| signs.may_have(&[c])) && text.contains(word);
    let has_word = || signs.may_have(&OF_WORDS) && WORDS.iter().any(may_have);
    if !signs.may_have(&MARKS) && !has_word() {
        return found;
    }
    let mut free = 0;
    for (at, c) in text.char_indices() {
        if at < free {
            continue;
        }
        let rest = &text[at..];
        if MARKS.contains(&c) {
            let len = rest.find(|other| other != c).unwrap_or(rest.len());
            if len > c.len_utf8() {
                found.push(at..at + len);
            }
            free = at + len;
        } else if let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) {
            let mut end = at + word.len();
            end += text[end..].find(|other| other != c).unwrap_or(text.len() - end);
            let letter = |other: Option<char>| other.is_some_and(|other| other.is_ascii_alphabetic());
            if !(letter(text[..at].chars().next_back()) || letter(text[end..].chars().next())) {
                found.push(at..end);
            }
            free = end;
        }
    }
    found
}
