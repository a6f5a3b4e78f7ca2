//! `rating-unchanged-below`: 現状維持 although the value is far behind the baseline.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-unchanged-below",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::UnchangedBelow),
        |asked| {
            format!(
                "実績値（{}）は、{}より大きく後退しています。",
                asked.actual(),
                asked.level()
            )
        },
        "「現状維持」は変化が現れていないことを表します。当初から目標までの幅（保つことが目標のKPIでは、目標値）の1割を超えて後退したときは、その理由を問われます。",
    );
}
