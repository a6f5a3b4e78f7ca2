//! `population-year`: a counted population of a year after the last one projected.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::PopulationKind,
};

pub(super) const RULE: Rule = Rule {
    code: "population-year",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let rows = || context.manuscript.population.page.iter().flatten();
    let planned = rows().filter(|row| row.kind.value != PopulationKind::Actual);
    let Some(last) = planned.map(|row| row.year.value).max() else {
        return;
    };
    for row in rows().filter(|row| row.kind.value == PopulationKind::Actual && row.year.value > last) {
        findings
            .at(
                row.year.place,
                format!(
                    "{}年の人口の実績が、推計と展望の最後の年（{last}年）より後にあります。",
                    row.year.value
                ),
            )
            .reason("推計と展望は、実績の先の年を示すものです。")
            .fix("実績の年と、推計と展望の年を確かめてください。");
    }
}
