//! `yaml-unclosed-quote`: a quote that is never closed.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::{FaultKind, yaml::ProblemKind},
};

pub(super) const RULE: Rule = Rule {
    code: "yaml-unclosed-quote",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let found = context.faults(|kind| matches!(kind, FaultKind::Yaml(ProblemKind::UnclosedQuote)).then_some(()));
    for (place, ()) in found {
        findings
            .at(place, "引用符が閉じていません。")
            .reason("どこまでが値なのか分からず、後の行まで値に含まれてしまいます。")
            .fix("値の終わりに、始まりと同じ半角の引用符を付けてください。")
            .example("unit: \"%\"");
    }
}
