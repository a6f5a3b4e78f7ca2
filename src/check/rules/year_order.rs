//! `year-order`: years in an order that cannot be: plan, KPI and edition.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "year-order",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    if let Some((from, to)) = manuscript
        .plan
        .page
        .as_ref()
        .and_then(|plan| plan.from.zip(plan.to))
        .filter(|(f, t)| f.value > t.value)
    {
        findings
            .at(
                to.place,
                format!(
                    "計画の終わり（{}年度）が、始まり（{}年度）より前です。",
                    to.value, from.value
                ),
            )
            .reason("計画の期間は、表紙や本文にそのまま載ります。")
            .fix("period の from と to を確かめてください。");
    }
    for kpi in manuscript.kpis.page.iter().flatten() {
        if let Some((from, until)) = kpi.from.zip(kpi.until).filter(|(from, until)| from.value > until.value) {
            findings
                .at(
                    until.place,
                    format!(
                        "KPIを載せる最後の報告書（{}年度）が、最初（{}年度）より前です。",
                        until.value, from.value
                    ),
                )
                .reason("このKPIは、どの報告書にも載りません。")
                .fix("from と until を確かめてください。")
                .related(from.place, "最初の報告書です。");
        }
        let (Some(id), Some(baseline)) = (&kpi.id, kpi.baseline) else {
            continue;
        };
        let years = kpi.targets().filter_map(|target| target.year);
        for year in years.filter(|year| year.value <= baseline.value) {
            findings
                .at(
                    year.place,
                    format!(
                        "目標の年（{}）が、当初の年（{}）より後になっていません。",
                        year.value, baseline.value
                    ),
                )
                .reason("当初から目標までの時間が、進み具合の計算の土台になります。")
                .fix("baseline と target の year を確かめてください。")
                .related(baseline.place, "当初の年です。")
                .kpi(&id.value);
        }
    }
    for edition in &manuscript.editions {
        let Some(performance) = edition.report.as_ref().and_then(|report| report.performance_year) else {
            continue;
        };
        if performance.value >= edition.year {
            findings
                .at(
                    performance.place,
                    format!(
                        "実績の年度（{}）が、報告書の年度（{}）より前ではありません。",
                        performance.value, edition.year
                    ),
                )
                .reason("報告書は、終わった年度の実績を次の年度に公表するものです。")
                .fix(format!(
                    "多くは {} です。フォルダーの名前（{}）と合わせて確かめてください。",
                    edition.year - 1,
                    edition.folder
                ));
        }
    }
}
