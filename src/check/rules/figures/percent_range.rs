//! `percent-range`: a percentage below 0 or above 100.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Amount,
};

pub(super) const RULE: Rule = Rule {
    code: "percent-range",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        if !context.is_share(kpi) {
            continue;
        }
        let name = context.kpi_name(&id.value);
        let rows = context.kpi_rows(&id.value).filter_map(|row| row.value);
        for value in kpi.target_figures().chain(rows) {
            let share = Amount::whole(0)..=Amount::whole(100);
            if share.contains(&value.value) {
                continue;
            }
            findings
                .at(value.place, format!("KPI「{name}」の値「{}%」は、0から100までの外にあります。", value.value))
                .reason("全体に対する割合は、0%から100%までの値です。")
                .fix("小数点の位置と、分子・分母を確かめてください。100を超えることのある率であれば、kpis.yaml のこのKPIに accept と理由を書きます。")
                .department(context.owner(&id.value))
                .kpi(&id.value);
        }
    }
}
