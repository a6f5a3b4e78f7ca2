//! `plan-empty`: a plan, goal, direction or measure with nothing below it.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "plan-empty",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = context
        .manuscript
        .plan
        .page
        .as_ref()
        .filter(|_| !context.manuscript.plan.damaged)
    else {
        return;
    };
    for goal in &plan.goals {
        let Some(name) = &goal.name else { continue };
        if goal.directions.is_empty() && !context.faulty_below(name.place) {
            note(
                findings,
                name.place,
                format!("基本目標「{}」に基本的方向がありません。", name.value),
                "directions",
            );
        }
        for direction in &goal.directions {
            let Some(name) = &direction.name else { continue };
            if direction.measures.is_empty() && !context.faulty_below(name.place) {
                note(
                    findings,
                    name.place,
                    format!("基本的方向「{}」に施策がありません。", name.value),
                    "measures",
                );
            }
            for measure in &direction.measures {
                let Some(name) = &measure.name else { continue };
                if measure.departments.is_empty() && measure.former.is_empty() && !context.faulty_below(name.place) {
                    note(
                        findings,
                        name.place,
                        format!("施策「{}」に、報告する課がありません。", name.value),
                        "departments",
                    );
                }
            }
        }
    }
}

fn note(findings: &mut Findings, place: Place, message: String, key: &str) {
    findings
        .at(place, message)
        .reason("中身のない見出しだけが、報告書に印刷されます。")
        .fix(match key {
            "departments" => "departments に一つ以上書いてください。やめた施策なら、[] のままにして、前に報告した課を former に残します。".to_owned(),
            _ => format!("{key} に一つ以上書いてください。"),
        });
}
