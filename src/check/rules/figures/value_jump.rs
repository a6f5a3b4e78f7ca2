//! `value-jump`: a value about 10, 100 or 1000 times its neighbour: a slipped digit or a unit in thousands.

use crate::{
    check::{Context, Finding, Findings, Rule, slip},
    diagnostic::Severity,
    model::{Amount, PopulationKind},
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "value-jump",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let values = context.kpi_values(&id.value);
        let name = context.kpi_name(&id.value);
        if let Some(slip) = slip::first(&values) {
            let ((year, value), (other, near)) = (slip.value, slip.neighbour);
            let (year, other) = (context.year_name(kpi, year), context.year_name(kpi, other));
            let message = format!(
                "KPI「{name}」の{year}の値「{}」は、{other}の値「{}」の約{}です。",
                value.value, near.value, slip.factor
            );
            let _ = note(findings, value.place, message)
                .related(near.place, format!("{other}の値です。"))
                .department(context.owner(&id.value))
                .kpi(&id.value);
            continue;
        }
        let Some((year, last)) = values.last() else { continue };
        for target in kpi.targets().filter_map(|target| target.value.as_ref()) {
            let amount = Amount::parse(&target.value).ok();
            let Some(factor) = amount.and_then(|amount| slip::factor(amount, last.value)) else {
                continue;
            };
            let year = context.year_name(kpi, *year);
            let message = format!(
                "KPI「{name}」の目標値「{}」は、{year}の値「{}」の約{factor}です。",
                target.value, last.value
            );
            let _ = note(findings, target.place, message)
                .related(last.place, format!("{year}の値です。"))
                .kpi(&id.value);
        }
    }
    let rows = context.manuscript.population.page.iter().flatten();
    // What is no count of people was said to be none.
    let counted = rows.filter(|row| row.kind.value == PopulationKind::Actual && row.value.value.scale() == 0);
    let mut values: Vec<slip::Dated> = counted.map(|row| (row.year.value, row.value)).collect();
    values.sort_by_key(|(year, _)| *year);
    if let Some(slip) = slip::first(&values) {
        let ((year, value), (other, near)) = (slip.value, slip.neighbour);
        let message = format!(
            "{year}年の人口「{}」は、{other}年の人口「{}」の約{}です。",
            value.value, near.value, slip.factor
        );
        let _ = note(findings, value.place, message).related(near.place, format!("{other}年の人口です。"));
    }
}

fn note<'f>(findings: &'f mut Findings, place: Place, message: String) -> Finding<'f> {
    findings
        .at(place, message)
        .reason("けたの書き違いや、千円と円、人と万人のような単位の取り違えのときに起こります。")
        .fix("元の資料で値と単位を確かめてください。KPIの正しい値であれば、kpis.yaml のこのKPIに accept と理由を書きます。")
}
