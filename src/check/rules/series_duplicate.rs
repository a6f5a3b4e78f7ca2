//! `series-duplicate`: two rows for one KPI and year.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "series-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mut seen = crate::check::maps::HashMap::default();
    for row in context.manuscript.series.page.iter().flatten() {
        if let Some(first) = seen.insert((&row.kpi.value, row.year.value), row.place) {
            findings
                .at(
                    row.place,
                    format!("KPI「{}」の{}年の行が二つあります。", row.kpi.value, row.year.value),
                )
                .reason("どちらの値を載せるのか決められません。")
                .fix("正しい行だけを残してください。")
                .related(first, "最初の行です。")
                .department(context.owner(&row.kpi.value))
                .kpi(&row.kpi.value);
        }
    }
    let mut seen = crate::check::maps::HashMap::default();
    for row in context.manuscript.population.page.iter().flatten() {
        if let Some(first) = seen.insert((row.year.value, row.kind.value), row.place) {
            findings
                .at(
                    row.place,
                    format!(
                        "人口の{}年の「{}」の行が二つあります。",
                        row.year.value,
                        row.kind.value.label()
                    ),
                )
                .reason("どちらの値を載せるのか決められません。")
                .fix("正しい行だけを残してください。")
                .related(first, "最初の行です。");
        }
    }
}
