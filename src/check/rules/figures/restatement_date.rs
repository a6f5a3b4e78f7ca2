//! `restatement-date`: a correction dated before there could be a value.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Basis, Date, Id},
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-date",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for row in &context.manuscript.restatements {
        let Some(id) = Id::parse(&row.kpi.value) else { continue };
        let Some(basis) = context.kpi(&id).and_then(|kpi| kpi.period) else {
            continue;
        };
        let month = if basis.value == Basis::Fiscal { 4 } else { 1 };
        let begins = Date::new(row.year.value, month, 1);
        if begins.is_none_or(|begins| row.date.value > begins) {
            continue;
        }
        findings
            .at(
                row.date.place,
                format!(
                    "訂正の日（{}）が、値の時点（{}{}）より前です。",
                    row.date.value.long(),
                    row.year.value,
                    basis.value.word()
                ),
            )
            .reason("訂正の日は、どの報告書に訂正前の値が載っていたかを決めます。")
            .fix("訂正を公表した日に直してください。")
            .department(context.owner(&id))
            .kpi(&id);
    }
}
