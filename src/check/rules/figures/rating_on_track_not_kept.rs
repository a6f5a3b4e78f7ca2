//! `rating-on-track-not-kept`: 順調 although the level to be kept is not kept.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-on-track-not-kept",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::OnTrackNotKept),
        |asked| {
            format!(
                "実績値（{}）は、保つ水準（{}）を下回っています。",
                asked.actual(),
                asked.target()
            )
        },
        "水準を保つことが目標なので、下回っているのに「順調」とするときは、その理由を問われます。",
    );
}
