//! `target-past`: a target of a year that is over.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Better,
};

pub(super) const RULE: Rule = Rule {
    code: "target-past",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        // What was to happen by a year stays worth telling after it.
        if kpi.better.is_none_or(|better| better.value == Better::Milestone) {
            continue;
        }
        let year = kpi.target.as_ref().and_then(|target| target.year);
        let (Some(year), Some(actual)) = (year, context.newest_actual(kpi)) else {
            continue;
        };
        // A target not after the baseline is `year-order`.
        if year.value >= actual || kpi.baseline.is_some_and(|baseline| year.value <= baseline.value) {
            continue;
        }
        findings
            .at(
                year.place,
                format!(
                    "KPI「{}」の目標の年（{}）は、実績の年（{actual}）より前です。",
                    context.kpi_name(&id.value),
                    year.value
                ),
            )
            .reason("期限の過ぎた目標に向かって進み具合を示すことになります。")
            .fix("目標の年を確かめてください。計画を改めたのなら、新しい目標の年と値を書きます。")
            .kpi(&id.value);
    }
}
