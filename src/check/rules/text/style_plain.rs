//! `style-plain`: だ・である among です・ます.

use crate::{
    check::{
        Context, Findings, Rule,
        maps::HashMap,
        reading::{is_hiragana, is_kanji},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "style-plain",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mut polite = 0;
    let mut by_file: HashMap<_, (usize, Vec<_>)> = HashMap::default();
    for (passage, text) in super::prose(context) {
        if !passage.is_paragraph() {
            continue;
        }
        for range in &passage.sentences {
            let Some(sentence) = text[range.clone()].strip_suffix('。') else {
                continue;
            };
            let entry = by_file.entry(passage.file).or_default();
            if is_plain(sentence) {
                entry.1.push((passage, range.clone()));
            } else if super::is_polite(sentence) {
                entry.0 += 1;
                polite += 1;
            }
        }
    }
    let plain: usize = by_file.values().map(|(_, plain)| plain.len()).sum();
    // A report that is written in だ・である throughout is the city's own choice.
    if polite < plain {
        return;
    }
    for (own, found) in by_file.values() {
        // A whole file in the other style is one slip.
        let told = if *own == 0 && found.len() > 2 {
            &found[..1]
        } else {
            &found[..]
        };
        for (passage, range) in told {
            let end = range.end - '。'.len_utf8();
            let start = passage.text[range.start..end]
                .char_indices()
                .rev()
                .nth(3)
                .map_or(range.start, |(at, _)| range.start + at);
            let more = found.len() - told.len();
            findings
                .at(
                    passage.place(start..range.end),
                    format!(
                        "「{}」は、だ・である調です{}。",
                        &passage.text[start..range.end],
                        super::and_more(more)
                    ),
                )
                .reason(
                    "ほかの文は「です・ます」で書かれています。一つの報告書に二つの調子があると、読み手が戸惑います。",
                )
                .fix("「です」「ます」で終わる文に直してください。");
        }
    }
}

/// Ends in a verb or adjective of the plain form. Nouns and what may be one are let pass.
fn is_plain(sentence: &str) -> bool {
    let ends = |list: &[&str]| list.iter().any(|end| sentence.ends_with(end));
    if super::is_polite(sentence) {
        return false;
    }
    let verb = sentence.ends_with('る')
        && sentence
            .chars()
            .rev()
            .nth(1)
            .is_some_and(|c| is_kanji(c) || is_hiragana(c));
    let past = sentence.ends_with('た') && !ends(&["かた", "あなた", "また", "ふた", "はた"]);
    verb || past
        || ends(&[
            "だ",
            "ない",
            "たい",
            "しい",
            "すべき",
            "んだ",
            "ていく",
            "ておく",
            "という",
            "高い",
            "多い",
            "低い",
            "少ない",
        ])
        || ends(&[
            "行う",
            "思う",
            "伴う",
            "担う",
            "向かう",
            "失う",
            "使う",
            "扱う",
            "補う",
            "養う",
        ])
        || ends(&[
            "目指す",
            "促す",
            "示す",
            "生かす",
            "増やす",
            "減らす",
            "残す",
            "及ぼす",
            "築く",
            "働く",
            "導く",
            "結ぶ",
            "学ぶ",
            "育む",
            "進む",
            "取り組む",
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles() {
        for plain in [
            "計画である",
            "講座を開いた",
            "支援する",
            "検討している",
            "必要だ",
            "課題は多い",
            "改善を図る",
            "参加者が増えた",
            "確保に努める",
            "実施できなかった",
        ] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [
            "支援します",
            "開きました",
            "必要です",
            "できませんでした",
            "次のとおり",
            "事業の見直し",
            "お願いします",
            "ご覧ください",
            "相談や助言など",
            "関係者との話合い",
            "地域のまとまり",
        ] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
