//! `unit-unknown`: a unit that the plan does not list.

use crate::{
    check::{
        Context, Findings, Rule, index,
        nearest::{nearest, perhaps},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "unit-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = context.manuscript.plan.page.as_ref() else {
        return;
    };
    for (id, kpi) in context.kpis() {
        let Some(unit) = &kpi.unit else { continue };
        let known = || plan.units.iter().map(|unit| unit.value.as_str());
        if known().any(|known| known == unit.value)
            || plan.units.is_empty()
            || index::may_be_lost(context.sources, &context.manuscript.plan, &unit.value)
        {
            continue;
        }
        let list: Vec<&str> = known().collect();
        findings
            .at(
                unit.place,
                format!("単位「{}」は、plan.yaml の units にありません。", unit.value),
            )
            .reason("同じ単位が「%」と「％」、「人」と「名」のように分かれないよう、使う単位を一か所で決めています。")
            .fix(format!(
                "{}使える単位（{}）に直すか、units に加えてください。",
                perhaps(nearest(&unit.value, known())),
                list.join("、")
            ))
            .kpi(&id.value);
    }
}
