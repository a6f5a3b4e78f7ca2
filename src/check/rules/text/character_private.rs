//! `character-private`: a private-use character (外字): every machine shows another one, or none.

use crate::{
    check::{Context, Findings, Rule, reading::OddKind},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "character-private",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (odd, more) in super::odd_by_line(context, OddKind::PrivateUse) {
        // Word's bullets at the start of a line have advice of their own.
        if context.manuscript.faults.iter().any(|fault| fault.place == odd.place) {
            continue;
        }
        findings
            .at(
                odd.place,
                format!(
                    "外字（U+{:04X}）が入っています{}。",
                    u32::from(odd.first),
                    super::and_more(more)
                ),
            )
            .reason("外字は、登録した機械でしか表示できません。ほかの人には、空白や別の記号に見えます。")
            .fix("同じ意味の普通の文字に書き換えてください。人名や地名の外字は、常用漢字などの字体で書きます。");
    }
}
