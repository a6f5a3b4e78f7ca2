//! `character-compatibility`: a compatibility ideograph or a radical in place of a kanji.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-compatibility",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Compatibility) {
        let text = context.sources.text(odd.place);
        let composed = super::composed(text);
        let fix = if composed == text {
            "似た形の普通の漢字に打ち直してください。".to_owned()
        } else {
            format!("普通の漢字の「{composed}」に書き換えてください。")
        };
        findings
            .at(
                odd.place,
                format!("「{text}」（U+{:04X}）は、普通の漢字ではなく、形の似た別の文字です{}。", u32::from(odd.first), super::and_more(more)),
            )
            .reason("見た目は漢字でも別の文字として扱われ、検索で見つからず、読み上げもされません。PDFから写したときによく入ります。")
            .fix(fix);
    }
}
