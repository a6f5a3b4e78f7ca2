//! `rating-on-track-below`: 順調 although the value went back behind the baseline.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-on-track-below",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::OnTrackBelow),
        |asked| {
            format!(
                "実績値（{}）は、当初（{}）より後退しています。",
                asked.actual(),
                asked.baseline()
            )
        },
        "当初より後退しているのに「順調」とするときは、なぜ目標に達する見込みなのかを問われます。",
    );
}
