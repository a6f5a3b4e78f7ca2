//! `performance-year`: results of an older year than the one just ended.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "performance-year",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        let Some(performance) = edition.report.as_ref().and_then(|report| report.performance_year) else {
            continue;
        };
        // The other side, a year not ended yet, is `year-order`.
        if performance.value.saturating_add(1) >= edition.year {
            continue;
        }
        let usual = edition.year - 1;
        findings
            .at(
                performance.place,
                format!(
                    "{}年度の報告書なのに、実績の年度が{}です。前の年度は{usual}です。",
                    edition.year, performance.value
                ),
            )
            .reason("前の年度の原稿を写したときに直し忘れると、表と図がすべて1年ずれます。")
            .fix(format!("{usual} に直してください。"))
            .example(format!("performance_year: {usual}"));
    }
}
