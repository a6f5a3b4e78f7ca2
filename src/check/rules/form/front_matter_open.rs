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
        FaultKind::FrontMatterOpen => Some((
            "先頭の「---」に対する、閉じの「---」がありません。",
            "評価の欄の終わりに、半角のハイフン三つだけの行を置いてください。",
        )),
        FaultKind::FrontMatterUnopened => Some((
            "評価の欄が、「---」の行で始まっていません。",
            "1行目を、半角のハイフン三つだけの行にしてください。その上には何も書きません。",
        )),
        _ => None,
    });
    for (place, (message, fix)) in found {
        findings
            .at(place, message)
            .reason("どこまでが評価の欄で、どこからが本文なのか、分かりません。")
            .fix(fix)
            .example("---\nratings:\n  - kpi: shops\n    rating: 順調\n---");
    }
}
