//! `markdown-list-line`: a line right below an item of a list, which goes on with the item.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, markdown::MarkdownFaultKind},
};

pub(super) const RULE: Rule = Rule {
    code: "markdown-list-line",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Markdown(MarkdownFaultKind::LineInItem)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "この行は、すぐ上の箇条書きの続きになります。")
            .reason("箇条書きのすぐ下の行は、最後の項目につながって印刷されます。")
            .fix("一覧の後の文であれば、間に空の行を1行入れてください。項目の続きであれば、行の頭に半角の空白を二つ入れます。")
            .example("- 農業\n- 林業\n\nこれらを通じて、就農を促しました。");
    }
}
