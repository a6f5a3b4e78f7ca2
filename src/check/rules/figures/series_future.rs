//! `series-future`: a value of a year that no report has reached yet.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "series-future",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let Some(actual) = context.actual_of_newest(kpi) else {
            continue;
        };
        let later = |row: &&crate::manuscript::SeriesRow| row.value.is_some() && row.year.value > actual;
        let Some(row) = context.kpi_rows(&id.value).find(later) else {
            continue;
        };
        let name = context.kpi_name(&id.value);
        findings
            .at(
                row.year.place,
                format!(
                    "KPI「{name}」の{}の値は、最も新しい報告書の実績（{}）より先の値です。",
                    context.year_name(kpi, row.year.value),
                    context.year_name(kpi, actual)
                ),
            )
            .reason(
                "年の書き違いであれば、正しい年の値が抜けています。正しければ、まだ公表していない値が図に載ります。",
            )
            .fix("year を確かめてください。次の年度の値であれば、その年度の報告書のフォルダーを先に作ってください。")
            .kpi(&id.value);
    }
}
