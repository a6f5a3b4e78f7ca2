//! `series-order`: rows of a series that do not go from the oldest year to the newest, one KPI after the other.

use std::collections::HashSet;

use crate::{
    check::{Context, Findings, Rule},
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
    let mut last: Option<(&Id, u16)> = None;
    let mut begun: HashSet<&Id> = HashSet::new();
    let mut noted: HashSet<&Id> = HashSet::new();
    for row in context.manuscript.series.page.iter().flatten() {
        let (id, year) = (&row.kpi.value, row.year.value);
        let follows = last.filter(|(before, _)| *before == id);
        let back = follows.is_some_and(|(_, before)| year < before);
        let apart = follows.is_none() && begun.contains(id);
        if (back || apart) && noted.insert(id) {
            let message = match follows {
                Some((_, before)) if back => format!("{year}年の行が、{before}年の行より後にあります。"),
                _ => format!("KPI「{}」の行が、離れた所に分かれています。", context.kpi_name(id)),
            };
            note(findings, row.place, message, Some(id));
        }
        begun.insert(id);
        last = Some((id, year));
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
        .fix("KPIごとにまとめ、古い年から順に並べてください。");
    if let Some(kpi) = kpi {
        finding = finding.kpi(kpi);
    }
    let _ = finding;
}
