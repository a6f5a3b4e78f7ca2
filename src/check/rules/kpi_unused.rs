//! `kpi-unused`: a KPI that no project and no direction lists.

use crate::{
    check::{Context, Findings, Rule, index, nearest::nearest},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-unused",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = context
        .manuscript
        .plan
        .page
        .as_ref()
        .filter(|_| !context.manuscript.plan.damaged)
    else {
        return;
    };
    let projects = plan.projects.iter().flat_map(|project| &project.kpis);
    let directions = index::directions(&plan.goals).flat_map(|(_, direction)| &direction.kpis);
    let listed: std::collections::HashSet<_> = projects.chain(directions).map(|id| &id.value).collect();
    // An id that the register lacks is probably one of it, misspelt.
    let known = || context.index.kpis.iter().map(|id| id.as_str());
    let unknown = listed.iter().filter(|id| context.index.kpi(id).is_none());
    let misspelt: std::collections::HashSet<_> = unknown.filter_map(|id| nearest(id.as_str(), known())).collect();
    for id in context
        .manuscript
        .kpis
        .page
        .iter()
        .flatten()
        .filter_map(|kpi| kpi.id.as_ref())
    {
        if !listed.contains(&id.value) && !misspelt.contains(id.value.as_str()) {
            findings
                .at(
                    id.place,
                    format!("KPI「{}」は、計画のどこにも挙げられていません。", id.value),
                )
                .reason("重点プロジェクトか基本的方向に挙げたKPIだけが、報告書に載ります。")
                .fix("plan.yaml の kpis に加えるか、使わないKPIなら kpis.yaml から消してください。")
                .kpi(&id.value);
        }
    }
}
