//! `restatement-reason`: a correction without a reason.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Id,
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-reason",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for row in context
        .manuscript
        .restatements
        .iter()
        .filter(|row| row.reason.is_none())
    {
        let finding = findings
            .at(
                row.place,
                format!(
                    "KPI「{}」の{}年の訂正に、理由がありません。",
                    row.kpi.value, row.year.value
                ),
            )
            .reason("一度公表した値を変えるときは、いつ、なぜ変えたのかを読む人に示します。")
            .fix("reason の欄に理由を書いてください。")
            .example(format!(
                "{},{},153,155,{},集計の対象に漏れがあったため",
                row.kpi.value, row.year.value, row.date.value
            ));
        if let Some(id) = Id::parse(&row.kpi.value) {
            let _ = finding.department(context.owner(&id)).kpi(&id);
        }
    }
}
