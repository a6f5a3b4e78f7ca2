//! `kpi-percent-kind`: a percentage that is not registered as a rate.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Kind,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-percent-kind",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let (Some(unit), Some(kind)) = (&kpi.unit, kpi.kind) else {
            continue;
        };
        if !matches!(unit.value.as_str(), "%" | "％") || kind.value == Kind::Rate {
            continue;
        }
        findings
            .at(
                kind.place,
                format!(
                    "KPI「{}」の単位は「{}」ですが、値の性質が「{}」です。",
                    context.kpi_name(&id.value),
                    unit.value,
                    context.sources.text(kind.place)
                ),
            )
            .reason("割合は足し合わせることができないため、量や累計とは扱いが違います。")
            .fix("kind を rate に直すか、単位を確かめてください。")
            .example("kind: rate")
            .related(unit.place, "単位はここです。")
            .kpi(&id.value);
    }
}
