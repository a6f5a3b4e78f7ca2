//! `unit-unknown`: a unit that the plan does not list.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        index::Lost,
        nearest::{Known, perhaps},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "unit-unknown",
    severity: Severity::Error,
    run,
};

/// So many units are named in a message, which stands as often as there are units that are not known.
const MOST_NAMED: usize = 50;

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = context.manuscript.plan.page.as_ref() else {
        return;
    };
    let units = || plan.units.iter().map(|unit| unit.value.as_str());
    let lost = Lost::of(context.sources, &context.manuscript.plan);
    let known = LazyCell::new(|| Known::new(units()));
    let list: Vec<&str> = units().take(MOST_NAMED).collect();
    let more = if plan.units.len() > MOST_NAMED { "など" } else { "" };
    for (id, kpi) in context.kpis() {
        let Some(unit) = &kpi.unit else { continue };
        if plan.units.iter().any(|known| known.value == unit.value)
            || plan.units.is_empty()
            || lost.may_have(&unit.value)
        {
            continue;
        }
        if findings.full() {
            return;
        }
        findings
            .at(
                unit.place,
                format!("単位「{}」は、plan.yaml の units にありません。", unit.value),
            )
            .reason("同じ単位が「%」と「％」、「人」と「名」のように分かれないよう、使う単位を一か所で決めています。")
            .fix(format!(
                "{}使える単位（{}{more}）に直すか、units に加えてください。",
                perhaps(known.nearest(&unit.value)),
                list.join("、")
            ))
            .kpi(&id.value);
    }
}
