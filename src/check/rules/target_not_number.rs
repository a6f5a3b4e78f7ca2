//! `target-not-number`: a target that is no number although the KPI is no milestone.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Amount, Better},
};

pub(super) const RULE: Rule = Rule {
    code: "target-not-number",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for kpi in context.manuscript.kpis.page.iter().flatten() {
        let Some(better) = kpi.better else { continue };
        for value in kpi.targets().filter_map(|target| target.value.as_ref()) {
            if better.value == Better::Milestone || Amount::parse(&value.value).is_ok() {
                continue;
            }
            let mut finding = findings
            .at(value.place, format!("目標値「{}」は数値ではありません。", value.value))
            .reason("目標値は、グラフの目標線と進み具合の計算に使います。")
            .fix("半角の数字だけで書いてください。桁区切りのコンマと単位は、自動で付きます。出来事が目標なら better を milestone にします。")
            .example("target: { year: 2024, value: 10800 }");
            if let Some(id) = &kpi.id {
                finding = finding.kpi(&id.value);
            }
            let _ = finding;
        }
    }
}
