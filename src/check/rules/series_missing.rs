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
    if manuscript.series.page.is_none() {
        return;
    }
    for edition in &manuscript.editions {
        let Some(performance) = edition.report.as_ref().and_then(|report| report.performance_year) else {
            continue;
        };
        // A year that the report cannot have is told of; its values are not asked for.
        if performance.value >= edition.year {
            continue;
        }
        let kpis = manuscript.kpis.page.iter().flatten();
        if findings.full() {
            return;
        }
        for kpi in kpis.filter(|kpi| kpi.is_in(edition.year)) {
            let (Some(id), Some(basis), Some(baseline)) = (&kpi.id, &kpi.period, &kpi.baseline) else {
                continue;
            };
            // Where the years themselves are in doubt, no row can be called missing.
            let mut years: Vec<u16> = context.kpi_rows(&id.value).map(|row| row.year.value).collect();
            years.sort_unstable();
            let twice = years.windows(2).any(|pair| pair[0] == pair[1]);
            let lag_unread = kpi.lag.is_none() && context.faulty_within(kpi.place);
            if lag_unread || twice || context.may_be_unread_row(&id.value) {
                continue;
            }
            let lag = kpi.lag.map_or(0, |lag| u16::from(lag.value));
            let actual = performance.value - lag;
            for (column, year) in [("当初", baseline.value), ("前年度", actual - 1), ("実績値", actual)] {
                let there = years.binary_search(&year).is_ok();
                if !basis.value.has_year(year) || there {
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
                    .department(kpi.department_in(edition.year).map(|owner| &owner.value))
                    .kpi(&id.value);
            }
        }
    }
}
