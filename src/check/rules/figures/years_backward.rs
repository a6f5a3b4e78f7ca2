//! `years-backward`: 「令和4年度から令和2年度まで」: a span of years whose end lies before its beginning.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "years-backward",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for pair in context.years().windows(2) {
        let ((words, from), (others, to)) = (&pair[0], &pair[1]);
        if words.place != others.place || from.span.end > to.span.start {
            continue;
        }
        let between = &words.text[from.span.end..to.span.start];
        let span = matches!(between, "から" | "から、" | "～" | "〜" | "~" | "－" | "-");
        let (Some(first), Some(last)) = (from.year(), to.year()) else {
            continue;
        };
        if !span || last >= first {
            continue;
        }
        let (text, place) = words.part(from.span.start..to.span.end);
        findings
            .at(place, format!("「{text}」は、終わりの年が始まりより前です。"))
            .reason("期間の始まりと終わりが入れ替わっているか、年のどちらかが誤りです。")
            .fix("二つの年を確かめ、早い年から順に書いてください。");
    }
}
