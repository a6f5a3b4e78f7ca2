//! `part-exceeds-whole`: 「74名のうち82名」: a part that is more than what it is a part of.

use crate::{
    check::{Context, Findings, Rule, reading::quantities},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "part-exceeds-whole",
    severity: Severity::Warning,
    run,
};

const AMONG: [&str; 3] = ["のうち", "の内、", "中、"];

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        if !passage.signs.have_digit() || !AMONG.iter().any(|word| text.contains(word)) {
            continue;
        }
        for sentence in &passage.sentences {
            let body = &text[sentence.clone()];
            if !AMONG.iter().any(|word| body.contains(word)) {
                continue;
            }
            let all = quantities(body);
            for (at, whole) in all.iter().enumerate() {
                let rest = &body[whole.range.end..];
                let Some(among) = AMONG.iter().find(|word| rest.starts_with(**word)) else {
                    continue;
                };
                let Some(part) = all[at + 1..].iter().find(|part| part.unit == whole.unit) else {
                    continue;
                };
                let between = &body[whole.range.end + among.len()..part.range.start];
                // 延べ counts otherwise, and a comparison is no part.
                let other = ["延べ", "より", "比べ", "合わせ", "合計", "計", "に対し", "から"];
                if part.amount <= whole.amount || other.iter().any(|word| between.contains(word)) {
                    continue;
                }
                let place = |range: &std::ops::Range<usize>| {
                    passage.place(sentence.start + range.start..sentence.start + range.end)
                };
                findings
                    .at(
                        place(&part.range),
                        format!(
                            "「{}」のうち「{}」とありますが、一部が全体より多くなっています。",
                            &body[whole.range.clone()],
                            &body[part.range.clone()]
                        ),
                    )
                    .reason("どちらかの数が誤りで、読む人にはどちらが正しいか分かりません。")
                    .fix("二つの数を、元の資料で確かめてください。")
                    .related(place(&whole.range), "全体の数です。");
            }
        }
    }
}
