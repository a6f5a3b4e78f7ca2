//! `rating-delayed-ahead`: 遅延 although the value is not behind the time that has passed.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-delayed-ahead",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::DelayedAhead),
        |asked| format!("実績値（{}）は、{}に達しています。", asked.actual(), asked.mark()),
        "目安どおりに進んでいるのに「遅延」とするときは、この先の見通しを問われます。",
    );
}
