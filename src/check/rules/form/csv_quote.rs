//! `csv-quote`: a quote in a table that is never closed.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::FaultKind,
};

pub(super) const RULE: Rule = Rule {
    code: "csv-quote",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| match kind {
        FaultKind::CsvQuote => Some(()),
        _ => None,
    });
    for (place, ()) in found {
        findings
            .at(place, "表の中の引用符「\"」が閉じていません。")
            .reason("後の行まで、一つの値に含まれてしまいます。")
            .fix("値の終わりにも半角の引用符「\"」を付けるか、始まりの引用符を消してください。");
    }
}
