//! `front-matter-open`: a head that is opened and not closed.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "front-matter-open",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::FrontMatterOpen => Some(()),
        _ => None,
    });
    for (place, ()) in found {
        findings
            .at(place, "先頭の「---」に対する、閉じの「---」がありません。")
            .reason("どこまでが評価の欄で、どこからが本文なのか、分かりません。")
            .fix("評価の欄の終わりに、半角のハイフン三つだけの行を置いてください。")
            .example("---\nratings:\n  - kpi: shops\n    rating: 順調\n---");
    }
}
