//! `kpi-unknown`: a KPI's id that the register does not know, anywhere it is referred to.

use crate::{
    check::{
        Context, Findings, Rule, index,
        nearest::{nearest, perhaps},
        texts,
    },
    diagnostic::Severity,
    model::Id,
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let plan = manuscript.plan.page.as_ref();
    let projects = plan
        .iter()
        .flat_map(|plan| &plan.projects)
        .flat_map(|project| &project.kpis);
    let goals = plan
        .iter()
        .flat_map(|plan| index::directions(&plan.goals))
        .flat_map(|(_, direction)| &direction.kpis);
    let series = manuscript.series.page.iter().flatten().map(|row| &row.kpi);
    let pages = manuscript.editions.iter().flat_map(|edition| &edition.departments);
    let ratings = pages
        .flat_map(|page| &page.ratings)
        .filter_map(|rating| rating.kpi.as_ref());
    for kpi in projects.chain(goals).chain(series).chain(ratings) {
        if context.index.kpi(&kpi.value).is_none() {
            note(context, kpi.value.as_str(), kpi.place, findings);
        }
    }
    for text in texts::all(context) {
        for figure in text.written.blocks.iter().flat_map(|block| block.block.figures()) {
            let known = Id::parse(&figure.kpi.value).is_some_and(|id| context.index.kpi(&id).is_some());
            if !known {
                note(context, &figure.kpi.value, figure.kpi.place, findings);
            }
        }
    }
}

fn note(context: &Context, id: &str, place: Place, findings: &mut Findings) {
    if findings.full() || index::may_be_lost(context.sources, &context.manuscript.kpis, id) {
        return;
    }
    let given_up = if context.manuscript.editions.len() > 1 {
        "途中でやめたKPIなら、kpis.yaml に残し、until を書きます。"
    } else {
        ""
    };
    let near = nearest(id, context.index.kpis.iter().map(|known| known.as_str()));
    findings
        .at(place, format!("KPI「{id}」は登録されていません。"))
        .reason("KPIの名称と単位は kpis.yaml の一か所で決め、ほかでは id で指します。")
        .fix(format!(
            "{}id を直すか、kpis.yaml に登録してください。{given_up}",
            perhaps(near)
        ));
}
