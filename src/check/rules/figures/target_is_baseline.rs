//! `target-is-baseline`: a target that is the baseline's own value although the KPI is to change.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Better,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "target-is-baseline",
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
            if !matches!(better.value, Better::Higher | Better::Lower) || target != start.value {
                continue;
            }
            findings
                .at(
                    place,
                    format!(
                        "KPI「{}」の目標値「{target}」は、当初の値と同じです。",
                        context.kpi_name(&id.value)
                    ),
                )
                .reason("当初と目標が同じでは、どれだけ進んだかを計算できません。")
                .fix("目標値を確かめてください。水準を保つことが目標であれば、better を keep にします。")
                .example("better: keep")
                .related(start.place, "当初の値です。")
                .kpi(&id.value);
        }
    }
}
