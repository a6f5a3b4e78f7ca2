//! `kpi-unused`: a KPI that no project and no direction lists.

use crate::{
    check::{Context, Findings, Rule, index, maps::HashSet},
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
    let listed: HashSet<_> = projects.chain(directions).map(|id| &id.value).collect();
    // An id that the register lacks is probably one of it, misspelt.
    let unknown = listed.iter().filter(|id| context.index.kpi(id).is_none());
    let misspelt = context.index.known_kpis().meant(unknown.map(|id| id.as_str()));
    for (id, kpi) in context.kpis() {
        let fix = if kpi.until.is_some() {
            "前の報告書に載っているKPIです。plan.yaml の kpis に戻してください。"
        } else {
            "plan.yaml の kpis に加えるか、どの報告書にも使わないKPIなら kpis.yaml から消してください。"
        };
        if !listed.contains(&id.value) && !misspelt.contains(id.value.as_str()) {
            findings
                .at(
                    id.place,
                    format!("KPI「{}」は、計画のどこにも挙げられていません。", id.value),
                )
                .reason("重点プロジェクトか基本的方向に挙げたKPIだけが、報告書に載ります。")
                .fix(fix)
                .kpi(&id.value);
        }
    }
}
