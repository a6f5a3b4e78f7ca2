//! `rating-on-track-falling`: 順調 although the value went back within the year.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::{Basis, Question},
};

pub(super) const RULE: Rule = Rule {
    code: "rating-on-track-falling",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::OnTrackFalling { .. }),
        |asked| match asked.question {
            Question::OnTrackFalling { previous } => {
                let before = match asked.kpi.basis {
                    Basis::Fiscal => "前年度",
                    Basis::Calendar => "前年",
                    Basis::Census => "前回の調査",
                };
                let previous = asked.kpi.figure(previous);
                format!(
                    "実績値（{}）は、{before}（{previous}）より後退しています。",
                    asked.actual()
                )
            }
            _ => String::new(),
        },
        "前の値より後退しているのに「順調」とするときは、その理由を問われます。",
    );
}
