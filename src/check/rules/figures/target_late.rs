//! `target-late`: a target long after the plan has ended, mostly a year with its digits exchanged.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "target-late",
    severity: Severity::Warning,
    run,
};

/// The next census may come so many years after the plan's last year.
const FARTHEST: u16 = 5;

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = &context.manuscript.plan.page else {
        return;
    };
    // A plan that ends before it begins is `year-order`.
    let Some(end) = plan.to.filter(|to| plan.from.is_none_or(|from| from.value <= to.value)) else {
        return;
    };
    for (id, kpi) in context.kpis() {
        let years = kpi.targets().filter_map(|target| target.year);
        for year in years.filter(|year| year.value > end.value + FARTHEST) {
            findings
            .at(
                year.place,
                format!(
                    "KPI「{}」の目標の年（{}）が、計画の終わり（{}年度）よりずっと後です。",
                    context.kpi_name(&id.value),
                    year.value,
                    end.value
                ),
            )
            .reason("目標の年が遠いと、進み具合の目安が小さくなり、どの評価も順調に見えます。")
            .fix("年の数字の入れ替わりがないか、確かめてください。計画の後の目標であれば、このKPIに accept と理由を書きます。")
            .related(end.place, "計画の終わりの年度です。")
            .kpi(&id.value);
        }
    }
}
