//! `series-order`: rows of a series that do not go from the oldest year to the newest.

use crate::{
    check::{
        Context, Findings, Rule,
        maps::{HashMap, HashSet},
    },
    diagnostic::Severity,
    model::Id,
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "series-order",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    // A new year's rows may stand together at the end: only years that run backwards hide what is missing.
    let mut newest: HashMap<&Id, u16> = HashMap::default();
    let mut noted: HashSet<&Id> = HashSet::default();
    for row in context.manuscript.series.page.iter().flatten() {
        let (id, year) = (&row.kpi.value, row.year.value);
        let before = newest.get(id).copied().unwrap_or(0);
        if year < before && noted.insert(id) {
            let name = context.kpi_name(id);
            let message = format!("KPI「{name}」の{year}年の行が、{before}年の行より後にあります。");
            note(findings, row.place, message, Some(id));
        }
        newest.insert(id, before.max(year));
    }
    let population = context.manuscript.population.page.iter().flatten();
    let years: Vec<_> = population.map(|row| (row.year.value, row.place)).collect();
    if let Some([(before, _), (year, place)]) = years.windows(2).find(|pair| pair[1].0 < pair[0].0) {
        note(
            findings,
            *place,
            format!("人口の{year}年の行が、{before}年の行より後にあります。"),
            None,
        );
    }
}

fn note(findings: &mut Findings, place: Place, message: String, kpi: Option<&Id>) {
    let mut finding = findings
        .at(place, message)
        .reason("報告書は年の順に並べ直しますが、原稿の行が乱れていると、書き漏れや重なりを見落とします。")
        .fix("同じKPIの行を、古い年から順に並べてください。");
    if let Some(kpi) = kpi {
        finding = finding.kpi(kpi);
    }
    let _ = finding;
}
