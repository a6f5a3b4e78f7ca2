//! `markdown-bullet`: `・事業` and `-事業`: lists to the eye only.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-bullet",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::Markdown(MarkdownFaultKind::BulletCharacter { bullet }) => Some((*bullet, false)),
        FaultKind::Markdown(MarkdownFaultKind::BulletWithoutSpace { bullet }) => Some((*bullet, true)),
        _ => None,
    });
    for (place, (bullet, without_space)) in found {
        let (message, fix) = if without_space {
            (
                format!("箇条書きの「{bullet}」の後に、半角の空白がありません。"),
                format!("「{bullet}」の後に、半角の空白を一つ入れてください。"),
            )
        } else {
            (
                format!("行が「{bullet}」で始まっています。"),
                format!("箇条書きは、「{bullet}」ではなく「- 」（半角のハイフンと空白）で始めてください。"),
            )
        };
        findings
            .at(place, message)
            .reason("箇条書きと認められず、前後の行とつながった文になります。")
            .fix(fix)
            .example("- 創業支援事業\n- 交流イベント事業");
    }
}
