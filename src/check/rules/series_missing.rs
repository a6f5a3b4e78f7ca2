//! `series-missing`: a column of the report for which the series has no row.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "series-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let Some(rows) = manuscript.series.page.as_ref() else {
        return;
    };
    let unread = context.has_unread_rows();
    for edition in &manuscript.editions {
        let Some(performance) = edition.report.as_ref().and_then(|report| report.performance_year) else {
            continue;
        };
        for kpi in manuscript.kpis.page.iter().flatten() {
            let (Some(id), Some(basis), Some(baseline)) = (&kpi.id, &kpi.period, &kpi.baseline) else {
                continue;
            };
            let lag = kpi.lag.map_or(0, |lag| u16::from(lag.value));
            let actual = performance.value - lag;
            for (column, year) in [("当初", baseline.value), ("前年度", actual - 1), ("実績値", actual)] {
                let row = |row: &crate::manuscript::SeriesRow| row.kpi.value == id.value && row.year.value == year;
                if !basis.value.has_year(year) || rows.iter().any(row) || unread {
                    continue;
                }
                let name = kpi.name.as_ref().map_or(id.value.as_str(), |name| name.value.as_str());
                findings
                    .file(
                        manuscript.series.name,
                        format!("KPI「{name}」の{year}年の行がありません（{column}の欄）。"),
                    )
                    .reason("値がないのか、書き漏れたのかを区別できません。")
                    .fix("行を加えてください。値がまだ分からなければ「未確定」、もともとなければ「なし」と書きます。")
                    .example(format!("{},{year},,未確定,", id.value))
                    .department(kpi.department.as_ref().map(|owner| &owner.value))
                    .kpi(&id.value);
            }
        }
    }
}
