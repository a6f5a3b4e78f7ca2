//! `name-near`: a name that differs from a registered one by a character or two.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use crate::{
    check::{
        Context, Findings, Rule,
        nearest::{Slip, distance, slips},
        reading::{Named, Names, is_hiragana, is_kanji, is_katakana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "name-near",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let names = &context.reading().names;
    let index = Index::new(names);
    for (passage, text) in super::prose(context) {
        for (range, name) in index.near(text, names) {
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」は、登録された名称「{name}」と少し違います。", &text[range]),
                )
                .reason("同じものが二通りの名称で書かれると、別のものと受け取られ、検索でも見つかりません。")
                .fix(format!(
                    "同じものなら「{name}」に直してください。別のものなら、このままで構いません。"
                ));
        }
    }
}

/// Shorter names are too much like ordinary words.
const SHORTEST: usize = 6;

/// What may be meant.
struct Target {
    name: String,
    chars: Vec<char>,
    named: Named,
    /// How many slips are looked for.
    slips: usize,
}

/// Names by three characters at the start of each of their parts: a name with `n` slips keeps one of `n + 1` parts whole.
struct Index {
    targets: Vec<Target>,
    names: HashSet<String>,
    phrases: Vec<Target>,
    /// Phrases by the same starts; they are looked up between 「」 alone.
    phrase_parts: HashMap<[char; 3], Vec<usize>>,
    parts: HashMap<[char; 3], Vec<(usize, Range<usize>)>>,
    /// One bit for each three characters, by their hash: nearly all of a text begins no part.
    known: Vec<u64>,
}

const BITS: usize = 1 << 15;

fn bit(three: &[char]) -> usize {
    let hash = three
        .iter()
        .fold(0u32, |hash, c| (hash ^ u32::from(*c)).wrapping_mul(0x9E37_79B1));
    (hash >> 17) as usize % BITS
}

impl Index {
    fn new(names: &Names) -> Self {
        let mut index = Self {
            targets: Vec::new(),
            names: HashSet::new(),
            phrases: Vec::new(),
            phrase_parts: HashMap::new(),
            parts: HashMap::new(),
            known: vec![0; BITS / 64],
        };
        let city = names
            .all
            .iter()
            .find(|(_, named)| *named == Named::City)
            .map(|(name, _)| *name);
        for (name, named) in &names.all {
            match named {
                // Departments have a rule of their own.
                Named::City | Named::Department => {}
                Named::Phrase => index.add_phrase(name),
                Named::Kpi | Named::Plan => {
                    index.add(name, *named);
                    index.add(before_bracket(name), *named);
                    for run in compounds(name) {
                        index.add(run, *named);
                        if let Some(rest) = city.and_then(|city| run.strip_prefix(city)) {
                            index.add(rest, *named);
                        }
                    }
                }
                Named::Project => index.add(name, *named),
                Named::Program => {
                    index.add(name, *named);
                    index.add(before_bracket(name), *named);
                }
            }
        }
        index
    }

    fn add(&mut self, name: &str, named: Named) {
        let Some(target) = target(name, named) else { return };
        if !self.names.insert(target.name.clone()) {
            return;
        }
        let number = self.targets.len();
        for (start, range) in target.parts() {
            self.known[bit(&start) / 64] |= 1 << (bit(&start) % 64);
            self.parts.entry(start).or_default().push((number, range));
        }
        self.targets.push(target);
    }

    fn add_phrase(&mut self, name: &str) {
        let Some(target) = target(name, Named::Phrase) else {
            return;
        };
        for (start, _) in target.parts() {
            self.phrase_parts.entry(start).or_default().push(self.phrases.len());
        }
        self.phrases.push(target);
    }

    /// Parts of a text that are nearly a name, and the name.
    fn near(&self, text: &str, names: &Names) -> Vec<(Range<usize>, &str)> {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let letters: Vec<char> = chars.iter().map(|(_, c)| *c).collect();
        let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
        let mut found: Vec<(usize, Range<usize>, &Target)> = Vec::new();
        for (at, three) in letters.windows(3).enumerate() {
            let bit = bit(three);
            if self.known[bit / 64] >> (bit % 64) & 1 == 0 {
                continue;
            }
            let Some(parts) = self.parts.get(three) else { continue };
            for (number, part) in parts {
                let target = &self.targets[*number];
                if letters.get(at..at + part.len()) != Some(&target.chars[part.clone()]) {
                    continue;
                }
                if let Some((slips, window)) = target.around(&letters, at, part) {
                    found.push((slips, window, target));
                }
            }
        }
        self.quoted(&letters, &mut found);
        // The longest name with the fewest slips is meant.
        found.sort_by_key(|(slips, window, _)| (*slips, std::cmp::Reverse(window.len()), window.start));
        // From start to end; none overlaps another.
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        let mut told = Vec::new();
        for (slips, window, target) in found {
            let before = taken.range(..window.end).next_back();
            if before.is_some_and(|(_, end)| window.start < *end) {
                continue;
            }
            let bytes = byte(window.start)..byte(window.end);
            if slips == 0 || names.cover(text, &bytes) {
                taken.insert(window.start, window.end);
                continue;
            }
            if plausible(target, &letters[window.clone()])
                && !names.all.iter().any(|(name, _)| *name == &text[bytes.clone()])
            {
                taken.insert(window.start, window.end);
                told.push((bytes, target.name.as_str()));
            }
        }
        told.sort_by_key(|(range, _)| range.start);
        told
    }

    /// Goals and measures are phrases that prose may use freely; between 「」 they are names.
    fn quoted<'i>(&'i self, letters: &[char], found: &mut Vec<(usize, Range<usize>, &'i Target)>) {
        let mut open = None;
        for (at, c) in letters.iter().enumerate() {
            match c {
                '「' => open = Some(at + 1),
                '」' => {
                    let Some(start) = open.take() else { continue };
                    let inside = &letters[start..at];
                    let starts = inside.windows(3).filter_map(|three| self.phrase_parts.get(three));
                    let mut phrases: Vec<usize> = starts.flatten().copied().collect();
                    phrases.sort_unstable();
                    phrases.dedup();
                    let near = phrases
                        .into_iter()
                        .map(|number| &self.phrases[number])
                        .map(|phrase| (distance(&phrase.chars, inside, phrase.slips), phrase));
                    if let Some((slips, phrase)) = near.filter(|(d, phrase)| *d <= phrase.slips).min_by_key(|(d, _)| *d)
                    {
                        found.push((slips, start..at, phrase));
                    }
                }
                _ => {}
            }
        }
    }
}

impl Target {
    /// The parts of which one stays whole, each with its first three characters.
    fn parts(&self) -> impl Iterator<Item = ([char; 3], Range<usize>)> {
        let (len, parts) = (self.chars.len(), self.slips + 1);
        (0..parts).map(move |part| {
            let range = len * part / parts..len * (part + 1) / parts;
            let start = range.start;
            ([self.chars[start], self.chars[start + 1], self.chars[start + 2]], range)
        })
    }

    /// The window around a part that stands in a text: how many slips, and where. It begins and ends where words do.
    fn around(&self, letters: &[char], at: usize, part: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let (left, right) = (&self.chars[..part.start], &self.chars[part.end..]);
        let behind = at + part.len();
        let lengths = |len: usize| len.saturating_sub(self.slips)..=len + self.slips;
        let starts = lengths(left.len())
            .filter_map(|len| at.checked_sub(len))
            .filter(|start| begins_word(letters, *start));
        let start = starts
            .map(|start| (distance(left, &letters[start..at], self.slips), start))
            .min()?;
        let ends = lengths(right.len())
            .map(|len| behind + len)
            .filter(|end| *end <= letters.len() && ends_word(letters, *end));
        let end = ends
            .map(|end| (distance(right, &letters[behind..end], self.slips), end))
            .min()?;
        let slips = start.0 + end.0;
        (slips <= self.slips).then_some((slips, start.1..end.1))
    }
}

fn target(name: &str, named: Named) -> Option<Target> {
    let chars: Vec<char> = name.chars().collect();
    // Three characters of each part are looked up, so two slips need nine.
    let two = match named {
        Named::Phrase => 9,
        _ => 12,
    };
    let slips = if chars.len() >= two { 2 } else { 1 };
    (chars.len() >= SHORTEST).then(|| Target {
        name: name.to_owned(),
        chars,
        named,
        slips,
    })
}

fn before_bracket(name: &str) -> &str {
    name.split('（').next().unwrap_or(name)
}

/// Long runs of kanji and katakana, such as the plan's name within a KPI's.
fn compounds(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !(is_kanji(c) || is_katakana(c) || c == '・'))
        .filter(|run| run.chars().count() >= 8)
}

/// Two characters of one kind side by side belong to one word.
fn same_word(a: char, b: char) -> bool {
    let class = |c: char| match c {
        '・' | 'ー' => 2,
        c if is_kanji(c) => 1,
        c if is_katakana(c) => 2,
        c if c.is_ascii_alphanumeric() => 3,
        _ => 0,
    };
    class(a) != 0 && class(a) == class(b)
}

fn begins_word(letters: &[char], at: usize) -> bool {
    at == 0 || letters.get(at).is_some_and(|c| !same_word(letters[at - 1], *c))
}

fn ends_word(letters: &[char], at: usize) -> bool {
    at > 0 && letters.get(at).is_none_or(|c| !same_word(letters[at - 1], *c))
}

/// Whether the differences look like slips, not like another thing with a similar name.
fn plausible(target: &Target, written: &[char]) -> bool {
    // 事業 and 計画 at the end say what a thing is.
    if target.named != Named::Phrase && target.chars.last() != written.last() {
        return false;
    }
    let slips = slips(&target.chars, written);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let counts = slips.iter().any(|slip| match slip {
        Slip::Other(a, b) => number(*a) || number(*b),
        Slip::More(c) | Slip::Less(c) => number(*c),
        Slip::Swapped => false,
    });
    let alone = slips.len() == 1 && target.chars.len() >= 8;
    !counts
        && match target.named {
            Named::Phrase => true,
            _ => slips.iter().all(|slip| is_slip(slip, alone)),
        }
}

fn is_slip(slip: &Slip, alone: bool) -> bool {
    const PARTICLES: &str = "のをにがはとやもでへか";
    // One more or one less of these makes it another thing.
    const TELLING: &str = "新旧前後大小中高上下内外国県市区町村男女老若子親非不未無再副準元各両全他第費";
    match slip {
        Slip::Swapped => true,
        Slip::More(c) | Slip::Less(c) => match c {
            '等' | 'ー' | '・' | '的' => true,
            c if is_hiragana(*c) => !PARTICLES.contains(*c),
            c if is_kanji(*c) => alone && !TELLING.contains(*c),
            _ => false,
        },
        Slip::Other(a, b) => {
            let kana_for_kanji = (is_hiragana(*a) && is_kanji(*b)) || (is_kanji(*a) && is_hiragana(*b));
            let kana = is_katakana(*a) && is_katakana(*b);
            kana_for_kanji || kana || a.eq_ignore_ascii_case(b) || mistaken(*a, *b)
        }
    }
}

/// Kanji that are taken for each other.
fn mistaken(a: char, b: char) -> bool {
    const PAIRS: &str = "附付 製制 績積 侯候 講構 検験 祉社 己巳 末未 促速 健建 康庸 観歓 復複 低底 裁栽 徴微 承継 環還 域城 崎埼 育有 義議 \
        務勤 側測 率卒 録緑 職識 員貝 協脅 推椎 施旋 策索 設説 備構 援緩 支枝 興與 基其 整正 開関 宅宛 護獲 療僚 慮虜";
    PAIRS
        .split_ascii_whitespace()
        .any(|pair| pair.contains(a) && pair.contains(b) && a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> (Names<'static>, Index) {
        let names = Names::of(&[
            ("柏崎市", Named::City),
            ("柏崎市創業支援等事業計画に基づく創業者数（累計）", Named::Kpi),
            ("創業支援事業", Named::Program),
            ("事業承継支援事業", Named::Program),
            ("柏崎シティセールス推進事業", Named::Program),
            ("工業振興事業", Named::Program),
            ("第2期総合戦略", Named::Plan),
            ("若者の暮らしを支援する", Named::Phrase),
            ("地域人材の育成", Named::Phrase),
        ]);
        let index = Index::new(&names);
        (names, index)
    }

    fn near(text: &str) -> Vec<(String, String)> {
        let (names, index) = index();
        let found = index.near(text, &names);
        found
            .into_iter()
            .map(|(range, name)| (text[range].to_owned(), name.to_owned()))
            .collect()
    }

    #[test]
    fn slips_are_found() {
        for (text, written, name) in [
            (
                "創業支援事業計画により支援しました。",
                "創業支援事業計画",
                "創業支援等事業計画",
            ),
            (
                "柏崎市創業支援事業計画により支援しました。",
                "柏崎市創業支援事業計画",
                "柏崎市創業支援等事業計画",
            ),
            (
                "今後は事業継承支援事業を進めます。",
                "事業継承支援事業",
                "事業承継支援事業",
            ),
            (
                "柏崎シティセルス推進事業を行いました。",
                "柏崎シティセルス推進事業",
                "柏崎シティセールス推進事業",
            ),
            (
                "「若者のくらしを支援する」を進めます。",
                "若者のくらしを支援する",
                "若者の暮らしを支援する",
            ),
        ] {
            assert_eq!(near(text), [(written.to_owned(), name.to_owned())], "{text}");
        }
    }

    #[test]
    fn other_things_are_let_pass() {
        for text in [
            "創業支援事業を進めました。",
            "柏崎市創業支援等事業計画により支援しました。",
            "柏崎シティセールス推進協議会と連携しました。",
            "県の農業振興事業を活用しました。",
            "第1期総合戦略を振り返りました。",
            "地域の人材の育成に努めました。",
            "若者のくらしを支援しています。",
            "県の創業支援課と協議しました。",
            "工業の振興事業を進めました。",
        ] {
            assert_eq!(near(text), [], "{text}");
        }
    }
}
