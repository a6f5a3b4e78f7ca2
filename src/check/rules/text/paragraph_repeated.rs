//! `paragraph-repeated`: a paragraph that another department, measure or last year's edition has word for word, or nearly.

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
        .filter(|passage| passage.is_paragraph() && passage.field.is_some() && passage.text.chars().count() >= SHORTEST)
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
/// the pairs of texts.
fn alike(texts: &[&Passage], may: impl Fn(&Passage, &Passage) -> bool) -> Vec<(usize, (usize, usize))> {
    let sets = sets(texts);
    let mut rare: Vec<(u64, usize)> = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        // Dice ≥ 0.9 leaves less than a fifth of a set unshared (9/11 of the union is shared).
        let count = set.len() - (set.len() * 9).div_ceil(11) + 1;
        rare.extend(set.iter().take(count).map(|member| (*member, number)));
    }
    rare.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for holders in rare.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, number)) in holders.iter().enumerate() {
            // The first ones stand for all: a text that many have is found by them too. A text that has a pair more often
            // than is counted holds it several times, and is not like itself.
            let earlier = holders[..at.min(FEW)].iter().map(|(_, first)| (*number, *first));
            pairs.extend(earlier.filter(|(number, first)| number != first));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut found: Vec<(usize, (usize, usize))> = Vec::new();
    for (number, first) in pairs {
        if found.last().is_some_and(|(told, _)| *told == number) || !may(texts[first], texts[number]) {
            continue;
        }
        let likeness = dice(&sets[first], &sets[number]);
        if likeness >= 90 {
            found.push((number, (first, likeness)));
        }
    }
    found
}

const FEW: usize = 16;

/// The pairs of characters of each text, the rarest of all texts first. One number holds how frequent a pair is (16 bits,
/// of its hash, which is enough for an order), both characters (21 bits each) and which of its kind it is (6 bits).
fn sets(texts: &[&Passage]) -> Vec<Vec<u64>> {
    const SLOTS: usize = 1 << 16;
    let slot = |pair: u64| (pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize;
    let mut frequency = vec![0u16; SLOTS];
    let pairs = |passage: &&Passage| -> Vec<u64> {
        let chars = || passage.text.chars().map(|c| u64::from(u32::from(c)));
        chars().zip(chars().skip(1)).map(|(a, b)| a << 21 | b).collect()
    };
    let mut sets: Vec<Vec<u64>> = texts.iter().map(pairs).collect();
    for pair in sets.iter().flatten() {
        let count = &mut frequency[slot(*pair)];
        *count = count.saturating_add(1);
    }
    for set in &mut sets {
        for member in set.iter_mut() {
            *member = u64::from(frequency[slot(*member)]) << 48 | *member << 6;
        }
        set.sort_unstable();
        let (mut before, mut count) = (u64::MAX, 0);
        for member in set.iter_mut() {
            count = if *member == before { (count + 1).min(63) } else { 0 };
            before = *member;
            *member |= count;
        }
    }
    sets
}

/// In hundredths; both are sorted. Given up, as 0, when it cannot be 0.9 any more: with the rarest first, that is soon.
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

    fn pairs(texts: [&str; 3]) -> Vec<Vec<u64>> {
        let sources = crate::source::Sources::from_files([("reports/2021/chapters/management.md", texts.join("\n\n"))]);
        let manuscript = crate::manuscript::read(&sources);
        let context = Context::new(&sources, &manuscript, None);
        let passages: Vec<&Passage> = context.reading().passages.iter().collect();
        sets(&passages)
    }

    #[test]
    fn the_rarest_pairs_come_first() {
        let of = |a: char, b: char| u64::from(u32::from(a)) << 21 | u64::from(u32::from(b));
        let sets = pairs(["あいうえ", "あいうか", "あいうき"]);
        let pair = |member: u64| member << 16 >> 22;
        assert_eq!(pair(sets[0][0]), of('う', 'え'));
        assert_eq!(pair(sets[2][0]), of('う', 'き'));
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
