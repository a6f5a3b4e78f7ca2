//! `item-end`: a list item that is a noun and ends with a full stop.

use crate::{
    check::{
        Context, Findings, Rule,
        reading::{Kind, is_kanji, is_katakana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "item-end",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (passage, text) in super::prose(context) {
        if passage.kind != Kind::Item || passage.sentences.len() != 1 {
            continue;
        }
        let Some(body) = text.strip_suffix('。') else { continue };
        let noun = body
            .chars()
            .next_back()
            .is_some_and(|c| is_kanji(c) || is_katakana(c) || matches!(c, '」' | '）'));
        if noun {
            let at = body.len()..text.len();
            findings
                .at(
                    passage.place(at),
                    format!(
                        "名詞で終わる箇条書き「{}」に「。」が付いています。",
                        super::shortened(body)
                    ),
                )
                .reason("箇条書きは、名詞で終わる項目に「。」を付けず、文で終わる項目に付けると、そろって見えます。")
                .fix("「。」を消してください。");
        }
    }
}
