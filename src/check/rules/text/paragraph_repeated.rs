//! `paragraph-repeated`: a paragraph that another department, measure or last year's edition has word for word, or nearly.

use std::collections::HashMap;

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
        let how = if likeness >= 1.0 {
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
fn alike(texts: &[&Passage], may: impl Fn(&Passage, &Passage) -> bool) -> Vec<(usize, (usize, f64))> {
    let mut rarity: HashMap<(char, char), u32> = HashMap::new();
    let mut sets: Vec<Vec<(char, char, u16)>> = Vec::with_capacity(texts.len());
    for passage in texts {
        let mut seen: HashMap<(char, char), u16> = HashMap::new();
        let chars: Vec<char> = passage.text.chars().collect();
        let pairs = chars.windows(2).map(|pair| {
            let count = seen.entry((pair[0], pair[1])).or_default();
            *count += 1;
            (pair[0], pair[1], *count)
        });
        let set: Vec<_> = pairs.collect();
        for (a, b, _) in &set {
            *rarity.entry((*a, *b)).or_default() += 1;
        }
        sets.push(set);
    }
    for set in &mut sets {
        set.sort_unstable_by_key(|(a, b, count)| (rarity[&(*a, *b)], *a, *b, *count));
    }
    let mut holders: HashMap<(char, char, u16), Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        // Dice ≥ 0.9 leaves less than a fifth of a set unshared (9/11 of the union is shared).
        let rare = set.len() - (set.len() * 9).div_ceil(11) + 1;
        let mut candidates: Vec<usize> = Vec::new();
        for member in set.iter().take(rare) {
            let known = holders.entry(*member).or_default();
            candidates.extend(known.iter());
            known.push(number);
        }
        candidates.sort_unstable();
        candidates.dedup();
        let best = candidates
            .into_iter()
            .filter(|other| may(texts[*other], texts[number]))
            .map(|other| (other, dice(&sets[other], set)))
            .find(|(_, likeness)| *likeness >= 0.9);
        found.extend(best.map(|best| (number, best)));
    }
    found
}

fn dice(a: &[(char, char, u16)], b: &[(char, char, u16)]) -> f64 {
    let known: std::collections::HashSet<_> = a.iter().collect();
    let shared = b.iter().filter(|member| known.contains(member)).count();
    2.0 * shared as f64 / (a.len() + b.len()).max(1) as f64
}
