//! `restatement-unknown`: a correction of a value that the series does not have.

use std::cell::LazyCell;

use crate::{
    check::{Context, Findings, Rule, index::Lost, nearest::perhaps},
    diagnostic::Severity,
    model::Id,
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let lost = Lost::of(context.sources, &context.manuscript.kpis);
    let known = LazyCell::new(|| context.index.known_kpis());
    for row in &context.manuscript.restatements {
        if findings.full() {
            return;
        }
        let typed = row.kpi.value.as_str();
        let registered = Id::parse(typed).filter(|id| context.index.kpi(id).is_some());
        let reason = "訂正は、KPIと年で値を指します。指す値がないと、訂正したことを示せません。";
        match registered {
            None if lost.may_have(typed) => {}
            None => {
                findings
                    .at(row.kpi.place, format!("訂正されたKPI「{typed}」は登録されていません。"))
                    .reason(reason)
                    .fix(format!("{}id を直してください。", perhaps(known.nearest(typed))));
            }
            Some(id) => {
                let there = context.kpi_rows(&id).any(|known| known.year.value == row.year.value);
                if there || context.may_be_unread_row(&id) {
                    continue;
                }
                findings
                    .at(
                        row.year.place,
                        format!(
                            "KPI「{typed}」の{}年の値は、series/kpi.csv にありません。",
                            row.year.value
                        ),
                    )
                    .reason(reason)
                    .fix("年を直すか、series/kpi.csv に訂正後の値の行を加えてください。")
                    .department(context.owner(&id))
                    .kpi(&id);
            }
        }
    }
}
