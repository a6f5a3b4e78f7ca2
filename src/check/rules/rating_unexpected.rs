//! `rating-unexpected`: a rating by a department that does not own the KPI.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-unexpected",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for page in context
        .manuscript
        .editions
        .iter()
        .flat_map(|edition| &edition.departments)
    {
        for id in page.ratings.iter().filter_map(|rating| rating.kpi.as_ref()) {
            let Some(owner) = context.kpi(&id.value).and_then(|kpi| kpi.department.as_ref()) else {
                continue;
            };
            let Some(name) = context.index.department_name(&owner.value) else {
                continue;
            };
            // A department that nobody knows is told of already.
            if owner.value == page.department.value || context.index.department(&page.department.value).is_none() {
                continue;
            }
            findings
                .at(
                    id.place,
                    format!("KPI「{}」の担当課は{name}です。この課の評価は載りません。", id.value),
                )
                .reason("一つのKPIを評価するのは、kpis.yaml で決めた担当課だけです。")
                .fix("この行を消すか、担当課が替わったのなら kpis.yaml の department を直してください。")
                .related(owner.place, "担当課はここで決まっています。")
                .kpi(&id.value);
        }
    }
}
