//! `restatement-same`: a correction that changes nothing, or two of one day.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
    model::Id,
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-same",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mut seen = HashMap::default();
    for row in context.manuscript.restatements.iter().filter(|row| !row.damaged) {
        let (kpi, year) = (&row.kpi.value, row.year.value);
        let (before, after) = (row.before.map(|value| value.value), row.after.map(|value| value.value));
        let twin = seen.insert((kpi, year, row.date.value.to_string()), row);
        let finding = match twin {
            Some(twin) => findings
                .at(
                    row.place,
                    format!("KPI「{kpi}」の{year}年の値に、同じ日の訂正が二つあります。"),
                )
                .reason("どちらが先か決められず、そのときの値をたどれません。")
                .fix("一つにまとめるか、日付を直してください。")
                .related(twin.place, "もう一つの訂正です。"),
            None if before == after => findings
                .at(
                    row.place,
                    format!("KPI「{kpi}」の{year}年の訂正は、前と後の値が同じです。"),
                )
                .reason("変わらない値は、訂正として示すことができません。")
                .fix("before に公表していた値、after に訂正後の値を書くか、この行を消してください。"),
            None => continue,
        };
        if let Some(id) = Id::parse(kpi) {
            let _ = finding.department(context.owner(&id)).kpi(&id);
        }
    }
}
