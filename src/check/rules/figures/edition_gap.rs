//! `edition-gap`: a year between two editions for which there is none.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "edition-gap",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mut years: Vec<_> = context
        .manuscript
        .editions
        .iter()
        .map(|edition| (edition.year, edition))
        .collect();
    years.sort_by_key(|(year, _)| *year);
    for pair in years.windows(2) {
        let [(before, _), (year, edition)] = pair else { continue };
        if year - before <= 1 {
            continue;
        }
        let missing: Vec<String> = (before + 1..*year).map(|year| format!("reports/{year}/")).collect();
        findings
            .file(
                format!("{}report.yaml", edition.folder),
                format!(
                    "{before}年度と{year}年度の報告書の間に、{}がありません。",
                    missing.join("、")
                ),
            )
            .reason("進行管理報告書は毎年度作ります。フォルダーの名前の書き違いか、置き忘れかもしれません。")
            .fix("フォルダーの名前を確かめるか、間の年度の報告書を置いてください。");
    }
}
