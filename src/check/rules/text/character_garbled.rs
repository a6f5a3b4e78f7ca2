//! `character-garbled`: what garbled text leaves behind.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-garbled",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Garbled) {
        findings
            .at(
                odd.place,
                format!(
                    "文字化けの跡（U+{:04X}）が残っています{more}。",
                    u32::from(odd.first),
                    more = super::and_more(more)
                ),
            )
            .reason("元の文字が失われていて、このままでは報告書に「�」などと印刷されます。")
            .fix("元の原稿を見て、正しい文字に打ち直してください。");
    }
}
