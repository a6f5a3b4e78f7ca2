//! `rating-duplicate`: one KPI rated twice in one edition.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        let mut seen = crate::check::maps::HashMap::default();
        let rated = edition.departments.iter().flat_map(|page| {
            let ids = page.ratings.iter().filter_map(|rating| rating.kpi.as_ref());
            // A rating by a department that does not own the KPI is told of already.
            ids.filter(|id| {
                let owner = context.kpi(&id.value).and_then(|kpi| kpi.department_in(edition.year));
                owner.is_none_or(|owner| owner.value == page.department.value)
            })
        });
        for id in rated {
            if let Some(first) = seen.insert(&id.value, id.place) {
                findings
                    .at(id.place, format!("KPI「{}」の進捗状況が二度書かれています。", id.value))
                    .reason("どちらの評価を載せるのか決められません。")
                    .fix("どちらかを消してください。")
                    .related(first, "最初はここに書かれています。")
                    .kpi(&id.value);
            }
        }
    }
}
