//! `kpi-cumulative-name`: a name that says 累計 for what is not registered as cumulative.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Kind,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-cumulative-name",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let (Some(name), Some(kind)) = (&kpi.name, kpi.kind) else {
            continue;
        };
        if !name.value.contains("累計") || kind.value == Kind::Cumulative {
            continue;
        }
        findings
            .at(
                kind.place,
                format!(
                    "KPI「{}」は累計ですが、値の性質が「{}」です。",
                    name.value,
                    context.sources.text(kind.place)
                ),
            )
            .reason("累計として登録すると、値が減ったときに知らせます。")
            .fix("kind を cumulative に直すか、名称を確かめてください。")
            .example("kind: cumulative")
            .related(name.place, "名称はここです。")
            .kpi(&id.value);
    }
}
