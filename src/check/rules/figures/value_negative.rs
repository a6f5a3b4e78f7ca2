//! `value-negative`: a value below zero of something that is counted.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "value-negative",
    severity: Severity::Warning,
    run,
};

/// In names of what may well be below zero.
const SIGNED: [&str; 9] = ["差", "増", "減", "収支", "超過", "純", "変化", "伸", "成長"];

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let name = context.kpi_name(&id.value);
        let percent = kpi
            .unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.value.as_str(), "%" | "％"));
        if percent || SIGNED.iter().any(|word| name.contains(word)) {
            continue;
        }
        for value in context.kpi_rows(&id.value).filter_map(|row| row.value) {
            if !value.value.is_negative() {
                continue;
            }
            findings
                .at(value.place, format!("KPI「{name}」の値「{}」が、0より小さくなっています。", value.value))
                .reason("数や量を数えた値は、0より小さくなりません。")
                .fix("余分な「-」がないか確かめてください。差や増減のように負になる値であれば、kpis.yaml のこのKPIに accept と理由を書きます。")
                .department(context.owner(&id.value))
                .kpi(&id.value);
        }
    }
}
