//! `population-vision`: a lower end of the vision above its upper end.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
    manuscript::PopulationRow,
    model::PopulationKind,
};

pub(super) const RULE: Rule = Rule {
    code: "population-vision",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let rows = || context.manuscript.population.page.iter().flatten();
    let mut highs: HashMap<u16, &PopulationRow> = HashMap::default();
    for high in rows().filter(|row| row.kind.value == PopulationKind::VisionHigh) {
        highs.entry(high.year.value).or_insert(high);
    }
    for low in rows().filter(|row| row.kind.value == PopulationKind::VisionLow) {
        let high = highs.get(&low.year.value);
        let Some(high) = high.filter(|high| high.value.value < low.value.value) else {
            continue;
        };
        findings
            .at(
                low.value.place,
                format!(
                    "{}年の展望の下限（{}）が、上限（{}）より大きくなっています。",
                    low.year.value, low.value.value, high.value.value
                ),
            )
            .reason("展望は、下限から上限までの幅として図に描かれます。")
            .fix("展望下限と展望上限の値が入れ替わっていないか確かめてください。")
            .related(high.value.place, "上限はここです。");
    }
}
