//! `kanji-chinese`: a Chinese form of a kanji.

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{OddKind, is_kanji, japanese_form},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kanji-chinese",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Chinese) {
        let Some(right) = japanese_form(odd.first) else {
            continue;
        };
        if super::allowed_kanji(context).contains(odd.first) {
            continue;
        }
        findings
            .at(
                odd.place,
                format!(
                    "「{}」は、日本では使わない字体の漢字です{}。",
                    odd.first,
                    super::and_more(more)
                ),
            )
            .reason("文字の読み取り、翻訳、中国語の入力などで混ざった字で、検索で見つからず、読み上げも誤ります。")
            .fix(format!("「{right}」に書き換えてください。"));
    }
    for (passage, text) in super::prose_with(context, &AND) {
        for (at, c) in text.match_indices(AND) {
            let (before, after) = (&text[..at], &text[at + c.len()..]);
            let used_as_and = if c == "与" {
                is_chinese_with(before, after)
            } else {
                is_chinese_and(before, after)
            };
            if used_as_and {
                findings
                    .at(
                        passage.place(at..at + c.len()),
                        format!("「{c}」が、「と」の意味で使われています。"),
                    )
                    .reason("「と」を表すこの字は中国語の書き方です。翻訳や文字の読み取りで混ざったと考えられます。")
                    .fix("「と」に書き換えてください。");
            }
        }
    }
}

/// In Chinese.
const AND: [char; 2] = ['与', '和'];

/// 「協議会与連携し」: between two words of kanji, neither of which 与 belongs to.
fn is_chinese_with(before: &str, after: &str) -> bool {
    const GIVING: &str = "給付関賞授貸寄参供投譲天賦所分";
    const GIVEN: &str = "党野件信力奪生条圧那謝論板島五市太三兵作吉勢志次";
    let ends = before
        .chars()
        .next_back()
        .is_some_and(|c| is_kanji(c) && !GIVING.contains(c));
    ends && after.chars().next().is_some_and(|c| is_kanji(c) && !GIVEN.contains(c))
}

/// 「必要性和重要性」: between two words that end alike.
fn is_chinese_and(before: &str, after: &str) -> bool {
    let Some(end) = before.chars().next_back() else {
        return false;
    };
    if !"性化力度者率権策金額感".contains(end)
        || after.starts_with(['食', '風', '室', '紙', '服', '文', '解', '式', '装', '菓', '牛'])
    {
        return false;
    }
    let word: String = after.chars().take_while(|c| is_kanji(*c)).take(8).collect();
    word.chars().skip(1).take(6).any(|c| c == end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_in_chinese() {
        assert!(is_chinese_with("協議会", "連携し"));
        assert!(is_chinese_with("空き家バンク制度", "住まいの支援"));
        assert!(!is_chinese_with("寄", "する"));
        assert!(!is_chinese_with("職員の給", "水準"));
        assert!(!is_chinese_with("新潟県", "板町"));
        assert!(!is_chinese_with("市民に給", "を"));
        assert!(is_chinese_and("必要性", "重要性を"));
        assert!(!is_chinese_and("活性化", "食文化の継承"));
        assert!(!is_chinese_and("緩", "する"));
        assert!(!is_chinese_and("地域の活性化", "を図る"));
    }
}
