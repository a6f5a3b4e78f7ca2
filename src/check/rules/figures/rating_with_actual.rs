//! `rating-with-actual`: － although there is an actual value.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-with-actual",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::HasActual),
        |asked| format!("実績値（{}）があります。", asked.actual()),
        "「－」は、実績を確認しているか、着手していないことを表します。",
    );
}
