//! `published-year`: a month of publication outside the edition's fiscal year.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "published-year",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        let Some(published) = edition.report.as_ref().and_then(|report| report.published) else {
            continue;
        };
        let fiscal = published.value.fiscal_year().map(|fiscal| fiscal.year());
        if fiscal == Some(edition.year) {
            continue;
        }
        let (year, next) = (edition.year, edition.year.saturating_add(1));
        findings
            .at(
                published.place,
                format!("公表の年月（{}）が、{year}年度の外にあります。", published.value.long()),
            )
            .reason("公表の年月は表紙に載り、フォルダーの名前の年度と食い違うと、どの年度の報告書か分かりません。")
            .fix(format!(
                "{year}-04 から {next}-03 までの年月か、フォルダーの名前を直してください。"
            ))
            .example(format!("published: {year}-09"));
    }
}
