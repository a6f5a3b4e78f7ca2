//! `population-size`: a population that is no positive whole number.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Amount,
};

pub(super) const RULE: Rule = Rule {
    code: "population-size",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for row in context.manuscript.population.page.iter().flatten() {
        let value = row.value.value;
        if value > Amount::whole(0) && value.scale() == 0 {
            continue;
        }
        findings
            .at(
                row.value.place,
                format!("{}年の人口「{value}」は、正の整数ではありません。", row.year.value),
            )
            .reason("人口は人の数です。図は、万人や千人ではなく人を単位に描きます。")
            .fix("単位を人にした、小数点や「-」のない数に直してください。");
    }
}
