//! `kpi-unknown`: a KPI's id that the register does not know, anywhere it is referred to.

use std::cell::LazyCell;

use crate::{
    check::{Context, Findings, Rule, index, nearest::perhaps, texts},
    diagnostic::Severity,
    model::Id,
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
    let referred = projects.chain(goals).chain(series).chain(ratings);
    let unknown = referred.filter(|kpi| context.index.kpi(&kpi.value).is_none());
    let unknown = unknown.map(|kpi| (kpi.value.as_str(), kpi.place));
    let texts = texts::all(context);
    let figures = texts
        .iter()
        .flat_map(|text| &text.written.blocks)
        .flat_map(|block| block.block.figures());
    let is_known = |id: &str| Id::parse(id).is_some_and(|id| context.index.kpi(&id).is_some());
    let in_texts = figures.filter(|figure| !is_known(&figure.kpi.value));
    let in_texts = in_texts.map(|figure| (figure.kpi.value.as_str(), figure.kpi.place));

    let lost = index::Lost::of(context.sources, &manuscript.kpis);
    let known = LazyCell::new(|| context.index.known_kpis());
    let given_up = if manuscript.editions.len() > 1 {
        "途中でやめたKPIなら、kpis.yaml に残し、until を書きます。"
    } else {
        ""
    };
    for (id, place) in unknown.chain(in_texts) {
        if findings.full() {
            return;
        }
        if lost.may_have(id) {
            continue;
        }
        findings
            .at(place, format!("KPI「{id}」は登録されていません。"))
            .reason("KPIの名称と単位は kpis.yaml の一か所で決め、ほかでは id で指します。")
            .fix(format!(
                "{}id を直すか、kpis.yaml に登録してください。{given_up}",
                perhaps(known.nearest(id))
            ));
    }
}
