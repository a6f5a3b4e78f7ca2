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
    for (edition, page) in context.manuscript.department_pages() {
        for id in page.ratings.iter().filter_map(|rating| rating.kpi.as_ref()) {
            let Some(kpi) = context.kpi(&id.value) else { continue };
            let Some(owner) = kpi.department_in(edition.year) else {
                continue;
            };
            let Some(name) = context.index.department_name(&owner.value) else {
                continue;
            };
            if !kpi.is_in(edition.year) {
                findings
                    .at(
                        id.place,
                        format!("KPI「{}」は、{}年度の報告書には載りません。", id.value, edition.year),
                    )
                    .reason("kpis.yaml の from と until が、このKPIを載せる報告書を決めています。")
                    .fix("この評価を消すか、kpis.yaml の from と until を確かめてください。")
                    .related(
                        kpi.until
                            .filter(|until| until.value < edition.year)
                            .or(kpi.from)
                            .map_or(kpi.place, |year| year.place),
                        "ここで決まっています。",
                    )
                    .kpi(&id.value);
                continue;
            }
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
                .fix("この行を消すか、担当課が替わったのなら kpis.yaml の department を直し、前の担当課を former に残してください。former があるときは、until の年度を確かめてください。")
                .related(owner.place, "担当課はここで決まっています。")
                .kpi(&id.value);
        }
    }
}
