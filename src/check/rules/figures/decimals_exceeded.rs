//! `decimals-exceeded`: more digits after the point than the KPI has.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "decimals-exceeded",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let Some(decimals) = kpi.decimals else { continue };
        let values = context.kpi_rows(&id.value).filter_map(|row| row.value);
        let restated = context.index.restatements.get(id.value.as_str());
        let restated = restated.into_iter().flatten();
        let restated = restated.flat_map(|row| [row.before, row.after].into_iter().flatten());
        for value in kpi.target_figures().chain(values).chain(restated) {
            if value.value.scale() <= decimals.value {
                continue;
            }
            let wanted = match decimals.value {
                0 => "整数".to_owned(),
                digits => format!("小数点以下{digits}けた"),
            };
            findings
                .at(
                    value.place,
                    format!(
                        "KPI「{}」の値は{wanted}ですが、「{}」と書かれています。",
                        context.kpi_name(&id.value),
                        value.value
                    ),
                )
                .reason("一つのKPIの値は、同じけた数でそろえて表と図に載せます。")
                .fix("四捨五入などの決まりに沿ってけた数をそろえるか、kpis.yaml の decimals を直してください。")
                .related(decimals.place, "けた数はここで決まっています。")
                .department(context.owner(&id.value))
                .kpi(&id.value);
        }
    }
}
