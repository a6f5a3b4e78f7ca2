//! `character-control`: a control character, which no keyboard types and nothing prints.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-control",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::Control) {
        findings
            .at(odd.place, format!("画面に出ない制御文字（U+{:04X}）が入っています{more}。", u32::from(odd.first), more = super::and_more(more)))
            .reason("制御文字は見えませんが、ファイルに残り、検索や読み上げを妨げます。ほかのソフトから貼り付けたときによく入ります。")
            .fix("この位置の前後を消して、打ち直してください。");
    }
}
