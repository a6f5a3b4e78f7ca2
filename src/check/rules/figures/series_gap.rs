//! `series-gap`: a year left out between the first value and the newest.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "series-gap",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let (Some(basis), Some(baseline)) = (kpi.period, kpi.baseline) else {
            continue;
        };
        if context.may_be_unread_row(&id.value) {
            continue;
        }
        let mut rows: Vec<_> = context.kpi_rows(&id.value).collect();
        rows.sort_by_key(|row| row.year.value);
        let Some(last) = rows.last().copied() else { continue };
        let shown = shown(context, kpi, baseline.value);
        let missing = |year: &u16| {
            let there = rows.iter().any(|row| row.year.value == *year);
            basis.value.has_year(*year) && !there && !shown.contains(year)
        };
        let first = rows
            .first()
            .map_or(baseline.value, |row| row.year.value.min(baseline.value));
        let years: Vec<u16> = (first..last.year.value).filter(missing).collect();
        let Some(first) = years.first() else { continue };
        let before = rows.iter().rev().find(|row| row.year.value < *first).unwrap_or(&last);
        let list: Vec<String> = years.iter().map(|year| context.year_name(kpi, *year)).collect();
        findings
            .at(
                before.place,
                format!(
                    "KPI「{}」に、{}の行がありません。",
                    context.kpi_name(&id.value),
                    list.join("、")
                ),
            )
            .reason("図では間が空き、値がないのか書き漏れたのかを区別できません。")
            .fix("行を加えてください。値がなければ、状態に「なし」と書きます。")
            .example(format!("{},{first},,なし,", id.value))
            .department(context.owner(&id.value))
            .kpi(&id.value);
    }
}

/// The years that a report's columns need: their rows are asked for by `series-missing`.
fn shown(context: &Context, kpi: &crate::manuscript::KpiLines, baseline: u16) -> Vec<u16> {
    let reports = context
        .manuscript
        .editions
        .iter()
        .filter_map(|edition| edition.report.as_ref());
    let lag = kpi.lag.map_or(0, |lag| u16::from(lag.value));
    let actual = reports.filter_map(|report| report.performance_year?.value.checked_sub(lag));
    std::iter::once(baseline)
        .chain(actual.flat_map(|year| [year, year.saturating_sub(1)]))
        .collect()
}
