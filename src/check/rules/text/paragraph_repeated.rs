//! `paragraph-repeated`: a paragraph that another department, measure or last year's edition has word for word, or nearly.

use std::cell::OnceCell;

use crate::{
    check::{Context, Findings, Rule, reading::Passage},
    diagnostic::Severity,
    model::Field,
};

pub(super) const RULE: Rule = Rule {
    code: "paragraph-repeated",
    severity: Severity::Warning,
    run,
};

/// Shorter ones are alike by nature.
const SHORTEST: usize = 30;

fn run(context: &Context, findings: &mut Findings) {
    let years: Vec<u16> = context.manuscript.editions.iter().map(|edition| edition.year).collect();
    let texts: Vec<&Passage> = super::prose(context)
        .map(|(passage, _)| passage)
        .filter(|passage| passage.is_paragraph() && passage.field.is_some() && passage.letters.len() >= SHORTEST)
        .collect();
    let near_years = |a: u16, b: u16| {
        let at = |year| years.iter().position(|known| *known == year);
        at(a).zip(at(b)).is_some_and(|(a, b)| a.abs_diff(b) <= 1)
    };
    for (number, (first, likeness)) in alike(&texts, |a, b| match (a.year, b.year) {
        (Some(a), Some(b)) => near_years(a, b),
        _ => false,
    }) {
        let (passage, first) = (texts[number], texts[first]);
        let whose = whose(context, passage, first);
        let how = if likeness == 100 {
            "同じ"
        } else {
            "ほとんど同じ"
        };
        findings
            .at(
                passage.place(0..passage.text.len()),
                format!("{whose}と{how}段落「{}」です。", super::shortened(&passage.text)),
            )
            .reason("同じ文章では、この課がこの施策で何をしたのかが伝わりません。写したまま直し忘れたとも見られます。")
            .fix("この課の、この年度の、この施策に即した内容に書き直してください。")
            .related(first.place(0..first.text.len()), "ここに、同じような段落があります。");
    }
}

/// Where the first one stands, in words.
fn whose(context: &Context, passage: &Passage, first: &Passage) -> String {
    let name = |field: Field| match field {
        Field::Achievements => "主な取組と成果",
        Field::Challenges => "課題",
        Field::Outlook => "今後の展開",
        Field::Programs => "主な事業",
    };
    let mut words = String::new();
    if passage.year != first.year
        && let Some(year) = first.year
    {
        words.push_str(&format!("{year}年の報告書の、"));
    }
    if passage.department != first.department
        && let Some(department) = first.department.and_then(|id| context.index.department_name(id))
    {
        words.push_str(&format!("{department}の"));
    }
    if let Some((code, field)) = first.field {
        words.push_str(&format!("施策 {} の{}", code.display(), name(field)));
    }
    words
}

/// For each text the first one before it that it is like, with how much (Dice of character pairs, at least 0.9).
///
/// Two sets so alike share one of their rarest members: only those are looked up, so time grows with the text, not with
/// the pairs of texts. Whole sets are made only of texts that share one.
fn alike(texts: &[&Passage], may: impl Fn(&Passage, &Passage) -> bool) -> Vec<(usize, (usize, usize))> {
    let frequencies = frequencies(texts);
    let mut rare: Vec<(u64, usize)> = Vec::new();
    let mut members = Vec::new();
    for (number, passage) in texts.iter().enumerate() {
        let pairs = numbers(passage);
        members.clear();
        // What stands nowhere else is shared with none, and rarer than anything that may be.
        for pair in pairs {
            let times = frequencies[usize::from(*pair)];
            if times > 1 {
                members.push(member(times, *pair));
            }
        }
        let alone = pairs.len() - members.len();
        let shared = rarest(&mut members, prefix(pairs.len()).saturating_sub(alone));
        // A text that has a pair more often than is counted holds it several times.
        rare.extend(shared.chunk_by(|a, b| a == b).map(|same| (same[0], number)));
    }
    let sets: Vec<OnceCell<Vec<u64>>> = vec![OnceCell::new(); texts.len()];
    let set = |number: usize| sets[number].get_or_init(|| set(&texts[number].letters));
    rare.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut many = MANY;
    for holders in rare.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, number)) in holders.iter().enumerate() {
            // The first ones stand for all: a text that many have is found by them too.
            let earlier = holders[..at.min(FEW)].iter();
            pairs.extend(earlier.map(|(_, first)| (*number, *first)));
        }
        // Long texts share thousands: the list is to be as long as there are texts that share any.
        if pairs.len() > many {
            pairs.sort_unstable();
            pairs.dedup();
            many = MANY.max(2 * pairs.len());
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut found: Vec<(usize, (usize, usize))> = Vec::new();
    for (number, first) in pairs {
        let told = found.last().is_some_and(|(told, _)| *told == number);
        if told || !may_be_alike(texts[first], texts[number]) || !may(texts[first], texts[number]) {
            continue;
        }
        let likeness = dice(set(first), set(number));
        if likeness >= 90 {
            found.push((number, (first, likeness)));
        }
    }
    found
}

const FEW: usize = 16;

/// More than the texts of a large city have.
const MANY: usize = 1 << 16;

/// The pairs of a text, by their numbers; its last character begins none.
fn numbers<'p>(passage: &'p Passage) -> &'p [u16] {
    let pairs = passage.letters.pairs();
    &pairs[..pairs.len().saturating_sub(1)]
}

/// How often pairs are in all texts, by their numbers. Those that share one are held for the same until whole sets are made.
fn frequencies(texts: &[&Passage]) -> Vec<u16> {
    let mut frequencies = vec![0u16; 1 << 16];
    for pair in texts.iter().flat_map(|passage| numbers(passage)) {
        let times = &mut frequencies[usize::from(*pair)];
        *times = times.saturating_add(1);
    }
    frequencies
}

/// One number holds how frequent a pair is (16 bits), which one it is (16 bits) and, once it is numbered, which of its kind
/// (6 bits).
fn member(times: u16, pair: u16) -> u64 {
    u64::from(times) << 22 | u64::from(pair) << 6
}

/// The pairs of a text, in any order that all sets have.
fn set(letters: &[char]) -> Vec<u64> {
    let code = |c: char| u64::from(u32::from(c));
    let pairs = letters.windows(2);
    let mut members: Vec<u64> = pairs.map(|pair| code(pair[0]) << 32 | code(pair[1])).collect();
    members.sort_unstable();
    members
}

/// False if Dice cannot be 0.9: one of two texts has so much more, or too many characters are only in one of them. Each of
/// those stands in a pair of its own that is not shared, but for the last of a text that has none of the other's.
fn may_be_alike(a: &Passage, b: &Passage) -> bool {
    let (least, both) = (a.letters.len().min(b.letters.len()), a.letters.len() + b.letters.len());
    20 * least >= 9 * both && a.signs.apart(&b.signs) <= both / 10 + 2
}

/// How many of the members of a set are so many that another set, with which Dice is 0.9 or more, has one of them: less than
/// a fifth of the set is unshared (9/11 of the union is shared).
fn prefix(members: usize) -> usize {
    members - (members * 9).div_ceil(11) + 1
}

/// So many of the rarest members of a set.
fn rarest(members: &mut [u64], count: usize) -> &[u64] {
    let count = count.min(members.len());
    if let Some(last) = count.checked_sub(1) {
        members.select_nth_unstable(last);
    }
    let rarest = &mut members[..count];
    rarest.sort_unstable();
    numbered(rarest);
    rarest
}

/// Numbers those that are the same, which stand side by side.
fn numbered(members: &mut [u64]) {
    let (mut before, mut count) = (u64::MAX, 0);
    for member in members {
        count = if *member == before { (count + 1).min(63) } else { 0 };
        before = *member;
        *member |= count;
    }
}

/// In hundredths; both are sorted. Given up, as 0, when it cannot be 0.9 any more.
fn dice(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0usize);
    let alone = (a.len() + b.len()) / 10;
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        if i + j - 2 * shared > alone {
            return 0;
        }
    }
    200 * shared / (a.len() + b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarest_pairs_come_first() {
        let text = ["あいうえ", "あいうか", "あいうき"].join("\n\n");
        let sources = crate::source::Sources::from_files([("reports/2021/chapters/management.md", text)]);
        let manuscript = crate::manuscript::read(&sources);
        let context = Context::new(&sources, &manuscript);
        let passages: Vec<&Passage> = context.reading().passages.iter().collect();
        let frequencies = frequencies(&passages);
        let times = |passage: &Passage| {
            numbers(passage)
                .iter()
                .map(|pair| frequencies[usize::from(*pair)])
                .collect()
        };
        let times: Vec<Vec<u16>> = passages.iter().map(|passage| times(passage)).collect();
        assert_eq!(times, [[3, 3, 1]; 3]);
        assert!(member(1, u16::MAX) < member(3, 0));
    }

    #[test]
    fn the_rarest_of_a_set_are_its_first() {
        for length in 0..40u64 {
            let mut members: Vec<u64> = (0..length).map(|at| (at * 7 % length.max(1) / 3) << 6).collect();
            let mut set = members.clone();
            set.sort_unstable();
            numbered(&mut set);
            let count = prefix(members.len());
            let rarest = rarest(&mut members, count);
            assert_eq!(rarest, &set[..rarest.len()], "{length}");
            assert!(11 * (set.len() - rarest.len()) < 9 * set.len().max(1), "{length}");
        }
    }

    #[test]
    fn likeness_in_hundredths() {
        let [a, b]: [Vec<u64>; 2] = [(0..20).collect(), (0..18).chain([30, 31]).collect()];
        assert_eq!(dice(&a, &a), 100);
        assert_eq!(dice(&a, &b), 90);
        // Given up: nobody asks how little alike they are.
        let half: Vec<u64> = (10..30).collect();
        assert_eq!(dice(&a, &half), 0);
        assert_eq!(dice(&[], &[]), 0);
    }
}
