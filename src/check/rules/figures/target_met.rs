//! `target-met`: a target that the baseline had met already.

use crate::{
    check::{Context, Findings, Rule, slip},
    diagnostic::Severity,
    model::Better,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "target-met",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let (Some(better), Some(baseline)) = (kpi.better, kpi.baseline) else {
            continue;
        };
        let values = context.kpi_values(&id.value);
        let start = values
            .iter()
            .find(|(year, _)| *year == baseline.value)
            .map(|(_, value)| *value);
        let Some(start) = start else { continue };
        for Spanned { value: target, place } in kpi.target_figures() {
            let (met, way) = match better.value {
                Better::Higher => (target < start.value, "増やす（higher）"),
                Better::Lower => (target > start.value, "減らす（lower）"),
                Better::Keep | Better::Milestone => continue,
            };
            // A slipped digit is `value-jump`.
            if !met
                || values
                    .last()
                    .is_some_and(|(_, last)| slip::factor(target, last.value).is_some())
            {
                continue;
            }
            findings
                .at(
                    place,
                    format!(
                        "KPI「{}」は{way}ことが目標ですが、目標値「{target}」は、当初の値「{}」で既に達しています。",
                        context.kpi_name(&id.value),
                        start.value
                    ),
                )
                .reason("向きが逆のままでは、良くなるほど後退したように計算されます。")
                .fix("目標値と、望ましい向き（better）を確かめてください。")
                .related(start.place, "当初の値です。")
                .related(better.place, "望ましい向きはここです。")
                .kpi(&id.value);
        }
    }
}
