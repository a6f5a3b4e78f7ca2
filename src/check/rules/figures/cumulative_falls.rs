//! `cumulative-falls`: a count since the start that became smaller.

use crate::{
    check::{Context, Findings, Rule, slip},
    diagnostic::Severity,
    model::Kind,
};

pub(super) const RULE: Rule = Rule {
    code: "cumulative-falls",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let Some(kind) = kpi.kind.filter(|kind| kind.value == Kind::Cumulative) else {
            continue;
        };
        let values = context.kpi_values(&id.value);
        let Some([(before, high), (year, low)]) = values.windows(2).find(|pair| pair[1].1.value < pair[0].1.value)
        else {
            continue;
        };
        // A slipped digit is a slip, not a fall.
        if slip::first(&values).is_some() {
            continue;
        }
        findings
            .at(
                low.place,
                format!(
                    "累計のKPI「{}」が、{}の{}から{}の{}に減っています。",
                    context.kpi_name(&id.value),
                    context.year_name(kpi, *before),
                    high.value,
                    context.year_name(kpi, *year),
                    low.value
                ),
            )
            .reason("累計は、はじめからの合計なので、減ることはありません。")
            .fix("値を確かめてください。その年だけの値なら合計に直し、減ることがある量なら kpis.yaml の kind を stock にします。")
            .related(high.place, "前の値です。")
            .related(kind.place, "累計であることは、ここで決まっています。")
            .department(context.owner(&id.value))
            .kpi(&id.value);
    }
}
