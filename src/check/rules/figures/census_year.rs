//! `census-year`: a year without a census where a KPI comes from the census.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Basis, Id},
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "census-year",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        if kpi.period.is_none_or(|period| period.value != Basis::Census) {
            continue;
        }
        let baseline = kpi.baseline.map(|year| ("当初の年", year));
        let targets = kpi.targets().filter_map(|target| Some(("目標の年", target.year?)));
        let rows = context.kpi_rows(&id.value).map(|row| ("値の年", row.year));
        for (what, year) in baseline.into_iter().chain(targets).chain(rows) {
            if !Basis::Census.has_year(year.value) {
                note(
                    findings,
                    context.kpi_name(&id.value),
                    &id.value,
                    what,
                    (year.value, year.place),
                );
            }
        }
    }
}

fn note(findings: &mut Findings, name: &str, id: &Id, what: &str, (year, place): (u16, Place)) {
    let before = year - year % 5;
    findings
        .at(
            place,
            format!("{year}年は国勢調査の年ではありません（KPI「{name}」の{what}）。"),
        )
        .reason("国勢調査は、西暦が5で割り切れる年に行われます。ほかの年の値はありません。")
        .fix(format!(
            "調査の年（{before}か{}）に直すか、国勢調査の値でなければ kpis.yaml の period を直してください。",
            before + 5
        ))
        .kpi(id);
}
