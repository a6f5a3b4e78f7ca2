//! `count-contradicts`: a count that the list behind it does not bear out.

use std::ops::Range;

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{Follows, is_kanji, is_katakana},
    },
    diagnostic::Severity,
    model::DataBlock,
};

pub(super) const RULE: Rule = Rule {
    code: "count-contradicts",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        if passage.is_paragraph()
            && let Some(listed) = listed(context, passage.follows)
            && let Some(last) = passage.sentences.last()
            && let Some((range, count)) = announced(text, last.clone())
            && count != listed
        {
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」とありますが、続く並びは{listed}個です。", &text[range]),
                )
                .reason("数と並びが食い違うと、何かが抜けたのか、数が誤りなのか、読む人には分かりません。")
                .fix("並びに抜けや重なりがないか確かめ、正しいほうに合わせてください。");
        }
        if !passage.signs.may_have(&['（']) {
            continue;
        }
        for (range, count, items) in bracketed(text) {
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」は、数が{count}なのに、かっこの中は{items}個です。", super::shortened(&text[range])),
                )
                .reason("数と並びが食い違うと、何かが抜けたのか、数が誤りなのか、読む人には分かりません。")
                .fix("かっこの中に抜けがないか確かめ、正しいほうに合わせてください。一部だけを挙げるときは「など」を付けます。");
        }
    }
}

/// How many things the block behind a paragraph shows.
fn listed(context: &Context, follows: Follows) -> Option<usize> {
    let plan = context.manuscript.plan.page.as_ref();
    match follows {
        Follows::List(items) => Some(items),
        Follows::Data(DataBlock::Parts) => plan.map(|plan| plan.parts.len()),
        Follows::Data(DataBlock::RatingScale) => plan.map(|plan| plan.rating_levels.len()),
        Follows::Data(DataBlock::Projects) => plan.map(|plan| plan.projects.len()),
        Follows::Data(DataBlock::Goals) => plan.map(|plan| plan.goals.len()),
        _ => None,
    }
}

const COUNTERS: [&str; 30] = [
    "つ",
    "点",
    "編",
    "項目",
    "件",
    "種類",
    "プロジェクト",
    "事業",
    "施策",
    "区分",
    "段階",
    "目標",
    "取組",
    "方針",
    "分野",
    "社",
    "団体",
    "本",
    "か所",
    "校",
    "地区",
    "課題",
    "柱",
    "視点",
    "要素",
    "講座",
    "会場",
    "施設",
    "組",
    "案",
];

/// 「次の3編」: the count of the sentence before a list. Without 次の or 以下の it must be what the sentence is about.
fn announced(text: &str, sentence: Range<usize>) -> Option<(Range<usize>, usize)> {
    let body = &text[sentence.clone()];
    for lead in ["次の", "以下の", "下記の", "次に掲げる", "以下に掲げる", "次に示す"] {
        for (at, _) in body.match_indices(lead) {
            let start = at + lead.len();
            if let Some((len, count)) = counted(&body[start..]) {
                return Some((sentence.start + start..sentence.start + start + len, count));
            }
        }
    }
    // 「4つのプロジェクトを推進します。」
    const TOLD: [&str; 8] = [
        "推進します",
        "進めます",
        "掲げます",
        "定めます",
        "取り組みます",
        "あります",
        "からなります",
        "です",
    ];
    let told = TOLD.iter().any(|end| body.trim_end_matches('。').ends_with(end));
    let mut found = None;
    for (at, c) in body.char_indices() {
        let digit = c.is_ascii_digit() || numeral(c).is_some();
        let inside = body[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_digit() || numeral(c).is_some() || is_kanji(c));
        if !digit || inside {
            continue;
        }
        if let Some((len, count)) = counted(&body[at..]) {
            let rest = &body[at + len..];
            let near = body[at..at + len].ends_with('つ') && rest.starts_with('の');
            let short = rest.chars().count() <= 20 && !rest.contains('、');
            if !(near && short && told) || found.is_some() {
                return None;
            }
            found = Some((sentence.start + at..sentence.start + at + len, count));
        }
    }
    found
}

/// A number with its counter at the start of a text: how long, and how many.
fn counted(text: &str) -> Option<(usize, usize)> {
    let (len, count) = number(text)?;
    let counter = COUNTERS
        .iter()
        .filter(|counter| text[len..].starts_with(**counter))
        .max_by_key(|counter| counter.len())?;
    let end = len + counter.len();
    // 「3件目」 is not a count.
    let ordinal = text[end..].starts_with('目') || text[end..].starts_with("年度");
    (!ordinal && count > 1).then_some((end, count))
}

fn number(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if digits > 0 {
        return text[..digits].parse().ok().map(|count| (digits, count));
    }
    let c = text.chars().next()?;
    let next = text.chars().nth(1);
    let simple = next.is_none_or(|next| numeral(next).is_none());
    numeral(c).filter(|_| simple).map(|count| (c.len_utf8(), count))
}

fn numeral(c: char) -> Option<usize> {
    "一二三四五六七八九十"
        .chars()
        .position(|known| known == c)
        .map(|at| at + 1)
}

/// 「三庭園（A・B）」: counts right before brackets that hold another number of items.
fn bracketed(text: &str) -> Vec<(Range<usize>, usize, usize)> {
    const THINGS: [&str; 24] = [
        "つ",
        "社",
        "校",
        "園",
        "庭園",
        "名園",
        "地区",
        "団体",
        "大学",
        "市町村",
        "施設",
        "会場",
        "課",
        "店舗",
        "か国",
        "か所",
        "事業",
        "項目",
        "分野",
        "路線",
        "地域",
        "高校",
        "公園",
        "病院",
    ];
    let mut found = Vec::new();
    for (open, _) in text.match_indices('（') {
        let before = &text[..open];
        let Some(thing) = THINGS
            .iter()
            .filter(|thing| before.ends_with(**thing))
            .max_by_key(|thing| thing.len())
        else {
            continue;
        };
        let head = &before[..before.len() - thing.len()];
        let digits = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let start = match head.chars().next_back() {
            _ if digits < head.len() => digits,
            Some(c) if numeral(c).is_some() => head.len() - c.len_utf8(),
            _ => continue,
        };
        let joined = head[..start]
            .chars()
            .next_back()
            .is_some_and(|c| numeral(c).is_some() || c == '第' || is_katakana(c));
        let Some((_, count)) = number(&head[start..]).filter(|(_, count)| *count > 1 && !joined) else {
            continue;
        };
        let Some(inside) = inside(&text[open..]) else { continue };
        let partial = ["など", "等", "ほか", "うち", "各", "計", "以下", "及び", "並びに", "と"]
            .iter()
            .any(|word| inside.contains(word));
        if partial || inside.contains(|c: char| c.is_ascii_digit() || numeral(c).is_some()) {
            continue;
        }
        let (by_dot, by_comma) = (items(inside, '・'), items(inside, '、'));
        if by_dot.max(by_comma) > 1 && by_dot != count && by_comma != count && by_dot.min(by_comma) == 1 {
            let end = open + '（'.len_utf8() + inside.len() + '）'.len_utf8();
            found.push((start..end, count, by_dot.max(by_comma)));
        }
    }
    found
}

/// What stands between the bracket that a text begins with and its partner.
fn inside(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '（' => depth += 1,
            '）' if depth == 1 => return text.get('（'.len_utf8()..at),
            '）' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// How many parts a mark makes outside brackets.
fn items(text: &str, mark: char) -> usize {
    let (mut count, mut depth) = (1, 0usize);
    for c in text.chars() {
        match c {
            '（' | '「' => depth += 1,
            '）' | '」' => depth = depth.saturating_sub(1),
            c if c == mark && depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_before_a_list() {
        let read = |text: &'static str| announced(text, 0..text.len()).map(|(range, count)| (&text[range], count));
        assert_eq!(read("計画は、次の3編からなります。"), Some(("3編", 3)));
        assert_eq!(read("次の四つの視点で進めます。"), Some(("四つ", 4)));
        assert_eq!(read("4つのプロジェクトを推進します。"), Some(("4つ", 4)));
        assert_eq!(read("2つの会場で、講座を開きました。"), None);
        assert_eq!(read("令和2（2020）年度は、次のとおりです。"), None);
        assert_eq!(read("次の事業を進めます。"), None);
        assert_eq!(read("一つの方法として、次の図を示します。"), None);
        assert_eq!(read("次の3つの視点で進めます。"), Some(("3つ", 3)));
        assert_eq!(read("次の3つを進めます。"), Some(("3つ", 3)));
        assert_eq!(read("3つの視点で、次の事業を進めます。"), None);
        assert_eq!(read("12つのプロジェクトを推進します。"), Some(("12つ", 12)));
        assert_eq!(read("令和2つのプロジェクトを推進します。"), None);
        assert_eq!(read("4つのプロジェクトと3つの視点で進めます。"), None);
        assert_eq!(read("4つの柱、目標を推進します。"), None);
        assert_eq!(read("4つのプロジェクトを振り返った結果をまとめたものです。"), None);
        assert_eq!(read("4つのプロジェクトを振り返りました。"), None);
        assert_eq!(read("4点のプロジェクトを推進します。"), None);
        let second = "前文です。4つのプロジェクトを推進します。";
        let start = "前文です。".len();
        assert_eq!(announced(second, start..second.len()), Some((start..start + 4, 4)));
    }

    #[test]
    fn numbers_with_their_counters() {
        assert_eq!(counted("3件の"), Some((4, 3)));
        assert_eq!(counted("1件の"), None);
        assert_eq!(counted("3件目の"), None);
        assert_eq!(counted("3本年度"), None);
        assert_eq!(counted("二十件"), None);
    }

    #[test]
    fn counts_before_brackets() {
        let read = |text: &str| {
            bracketed(text)
                .into_iter()
                .map(|(_, count, items)| (count, items))
                .collect::<Vec<_>>()
        };
        assert_eq!(read("三庭園（松雲山荘・秋幸苑（飯塚邸）・貞観園）を巡りました。"), []);
        assert_eq!(read("三庭園（松雲山荘・貞観園）を巡りました。"), [(3, 2)]);
        assert_eq!(read("市内3校（甲校、乙校）で開きました。"), [(3, 2)]);
        assert_eq!(read("市内3校（小学校2校、中学校1校）で開きました。"), []);
        assert_eq!(read("市内3校（甲校、乙校など）で開きました。"), []);
        assert_eq!(read("三校（甲校（本校（北））・乙校）で開きました。"), [(3, 2)]);
        assert_eq!(
            read("三庭園（松雲山荘・秋幸苑（本館・別館）・貞観園）を巡りました。"),
            []
        );
        for text in [
            "第3校（甲校、乙校）",
            "二十三校（甲校、乙校）",
            "グループ3校（甲校、乙校）",
            "1校（甲校、乙校）",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(read("二大学（甲大学・乙大学）に交付しました。"), []);
        assert_eq!(read("2地区（U・Iターン者の多い地区）です。"), []);
    }
}
