//! `baseline-late`: a baseline that is not before the actual value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "baseline-late",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let (Some(baseline), Some(actual)) = (kpi.baseline, context.newest_actual(kpi)) else {
            continue;
        };
        if baseline.value < actual {
            continue;
        }
        findings
            .at(
                baseline.place,
                format!(
                    "KPI「{}」の当初の年（{}）が、実績の年（{actual}）より前ではありません。",
                    context.kpi_name(&id.value),
                    baseline.value
                ),
            )
            .reason("当初からどれだけ進んだかを示せません。")
            .fix("baseline を確かめてください。計画を作ったときの値の年を書きます。")
            .kpi(&id.value);
    }
}
