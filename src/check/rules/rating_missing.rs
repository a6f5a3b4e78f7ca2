//! `rating-missing`: a KPI that its department has not rated.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        maps::{HashMap, HashSet},
    },
    diagnostic::Severity,
    model::Id,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let known = LazyCell::new(|| context.index.known_kpis());
    for edition in &context.manuscript.editions {
        let ratings = edition.departments.iter().flat_map(|page| &page.ratings);
        let rated: HashSet<_> = ratings
            .filter_map(|rating| rating.kpi.as_ref())
            .map(|id| &id.value)
            .collect();
        // An id that the register lacks is probably one of it, misspelt.
        let mut meant: HashMap<&Id, HashSet<&str>> = HashMap::default();
        for kpi in context.manuscript.kpis.page.iter().flatten() {
            let (Some(id), Some(owner)) = (&kpi.id, kpi.department_in(edition.year)) else {
                continue;
            };
            let earlier = if !kpi.former.is_empty() {
                "担当課が違うなら、kpis.yaml のこのKPIの former の until を確かめてください。"
            } else if context.is_newest(edition) {
                if context.manuscript.editions.len() > 1 {
                    "やめたKPIなら、kpis.yaml のこのKPIに until を書いてください。"
                } else {
                    ""
                }
            } else {
                "後から加えたKPIなら、kpis.yaml に from を、担当課が替わったのなら former に前の担当課を書いてください。"
            };
            let Some(department) = context.index.department_name(&owner.value) else {
                continue;
            };
            if rated.contains(&id.value) || !kpi.is_in(edition.year) {
                continue;
            }
            let page = edition
                .departments
                .iter()
                .find(|page| page.department.value == owner.value);
            let misspelt = page.is_some_and(|page| {
                let meant = meant.entry(&page.department.value).or_insert_with(|| {
                    let ids = page.ratings.iter().filter_map(|rating| rating.kpi.as_ref());
                    let unknown = ids.filter(|id| context.index.kpi(&id.value).is_none());
                    known.meant(unknown.map(|id| id.value.as_str()))
                });
                meant.contains(id.value.as_str())
            });
            let misnamed = page.is_none() && context.misnamed_page(edition, &owner.value);
            if misspelt || misnamed || page.is_some_and(|page| page.damaged) {
                continue;
            }
            let name = kpi.name.as_ref().map_or(id.value.as_str(), |name| name.value.as_str());
            let message = format!("{department}の担当するKPI「{name}」の進捗状況がありません。");
            let finding = match page {
                Some(page) => findings.at(page.department.place, message),
                None => findings.file(format!("{}departments/{}.md", edition.folder, owner.value), message),
            };
            finding
                .reason("進捗状況は担当課が判断するもので、数値からは決められません。")
                .fix(format!(
                    "この課のファイルの先頭（--- と --- の間）の ratings に加えてください。{earlier}"
                ))
                .example(format!("---\nratings:\n  - kpi: {}\n    rating: 順調\n---", id.value))
                .related(owner.place, "担当課はここで決まっています。")
                .department(Some(&owner.value))
                .kpi(&id.value);
        }
    }
}
