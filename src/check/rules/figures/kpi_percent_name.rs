//! `kpi-percent-name`: a share or rate that is not given in percent.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-percent-name",
    severity: Severity::Warning,
    run,
};

/// Rates that are no percentage: per woman, per thousand, a multiple.
const OTHER_RATES: [&str; 6] = ["出生率", "死亡率", "婚姻率", "離婚率", "自然増減率", "倍率"];

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let Some(name) = &kpi.name else { continue };
        let main = name
            .value
            .strip_suffix(['）', ')'])
            .and_then(|rest| rest.rsplit_once(['（', '(']));
        let main = main.map_or(name.value.as_str(), |(main, _)| main);
        let share = main.ends_with("割合") || main.ends_with('率');
        let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
        if !share || OTHER_RATES.iter().any(|rate| main.ends_with(rate)) || matches!(unit, Some("%" | "％" | "‰")) {
            continue;
        }
        // A unit that is there but cannot be read was reported.
        if kpi.unit.is_none() && context.faulty_within(kpi.place) {
            continue;
        }
        let (place, said) = match &kpi.unit {
            Some(unit) => (unit.place, format!("単位が「{}」です", unit.value)),
            None => (name.place, "単位がありません".to_owned()),
        };
        findings
            .at(place, format!("KPI「{}」は割合を表す名称ですが、{said}。", name.value))
            .reason("割合の単位が「%」でないと、値の読み方が分からず、差を「ポイント」で示すこともできません。")
            .fix("unit を \"%\" に直すか、名称を確かめてください。ほかの単位で表す率であれば、このKPIに accept と理由を書きます。")
            .example("unit: \"%\"")
            .kpi(&id.value);
    }
}
