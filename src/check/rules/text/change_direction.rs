//! `change-direction`: 「69件から52件に増加しました」: a word for the change that the two figures beside it belie.

use std::ops::Range;

use crate::{
    check::{Context, Findings, Rule, reading::quantities},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "change-direction",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        if !passage.signs.have_digit() || !text.contains(FROM) {
            continue;
        }
        for (range, word) in belied(text) {
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」とありますが、数値の変化と向きが逆です。", &text[range]),
                )
                .reason("数値と言葉が食い違うと、どちらが正しいか、読む人には分かりません。")
                .fix(format!(
                    "二つの数値の順と「{word}」の、どちらが正しいか確かめてください。"
                ));
        }
    }
}

/// Between the two figures.
const FROM: &str = "から";

const UP: [&str; 7] = ["増", "上昇", "上が", "伸び", "拡大", "引き上げ", "引上げ"];
const DOWN: [&str; 8] = ["減", "低下", "下が", "落ち", "縮小", "下降", "引き下げ", "引下げ"];

fn belied(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let all = quantities(text);
    let pairs = all.windows(2).filter(|pair| pair[0].unit == pair[1].unit);
    pairs
        .filter_map(|pair| {
            let (from, to) = (&pair[0], &pair[1]);
            let between = &text[from.range.end..to.range.start];
            if !matches!(between.strip_prefix(FROM), Some("" | "、")) {
                return None;
            }
            let rest = &text[to.range.end..];
            let rest = ["に", "へと", "へ", "まで"]
                .iter()
                .find_map(|word| rest.strip_prefix(word))?;
            let said = |words: &[&'static str]| words.iter().find(|word| rest.starts_with(**word)).copied();
            let wrong = match (said(&UP), said(&DOWN)) {
                (Some(word), _) if to.amount < from.amount => word,
                (_, Some(word)) if to.amount > from.amount => word,
                _ => return None,
            };
            let end = text.len() - rest.len() + wrong.len();
            Some((from.range.start..end, wrong))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::belied;

    #[test]
    fn words_against_figures() {
        let read = |text: &'static str| {
            belied(text)
                .into_iter()
                .map(|(range, _)| &text[range])
                .collect::<Vec<_>>()
        };
        assert_eq!(read("相談は69件から52件に増加しました。"), ["69件から52件に増"]);
        assert_eq!(
            read("1,353人から13,532人へと減りました。"),
            ["1,353人から13,532人へと減"]
        );
        assert_eq!(read("69件から52件に減少しました。"), [""; 0]);
        assert_eq!(read("5人から10人に増やしました。"), [""; 0]);
        assert_eq!(read("5人から5人に増やしました。"), [""; 0]);
        assert_eq!(read("5人から5人に減らしました。"), [""; 0]);
        assert_eq!(read("10人から5社に増えました。"), [""; 0]);
        assert_eq!(read("43,005人から50,345人までの人口規模"), [""; 0]);
    }
}
