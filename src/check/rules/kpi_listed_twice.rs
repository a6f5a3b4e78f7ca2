//! `kpi-listed-twice`: one KPI listed under two projects or directions.

use crate::{
    check::{Context, Findings, Rule, index},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-listed-twice",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = &context.manuscript.plan.page else {
        return;
    };
    let projects = plan.projects.iter().flat_map(|project| &project.kpis);
    let directions = index::directions(&plan.goals).flat_map(|(_, direction)| &direction.kpis);
    let mut seen = crate::check::maps::HashMap::default();
    for id in projects.chain(directions) {
        if let Some(first) = seen.insert(&id.value, id.place) {
            findings
                .at(id.place, format!("KPI「{}」が、計画に二度挙げられています。", id.value))
                .reason("同じ行とグラフが二か所に載り、ページの中の住所が重なります。")
                .fix("どちらかの kpis から消してください。")
                .related(first, "最初はここに挙げられています。")
                .kpi(&id.value);
        }
    }
}
