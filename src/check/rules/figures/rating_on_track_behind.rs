//! `rating-on-track-behind`: 順調 although less than half of what should be done is done, past the middle of the time.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-on-track-behind",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::OnTrackBehind),
        |asked| {
            format!(
                "実績値（{}）は、目標（{}）への目安の半分に届いていません。",
                asked.actual(),
                asked.target()
            )
        },
        "期間の半分を過ぎて進み具合が目安の半分に満たないときは、目標に達する見込みがあるのかを問われます。",
    );
}
