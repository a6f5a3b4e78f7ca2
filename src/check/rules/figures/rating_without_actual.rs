//! `rating-without-actual`: a judgement although there is no actual value yet.

use crate::{
    check::{Context, Findings, Rule, asked},
    diagnostic::Severity,
    model::Question,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-without-actual",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    asked::note(
        context,
        findings,
        |question| matches!(question, Question::NoActual),
        |_| "実績値がまだありません。".to_owned(),
        "値がないのに評価すると、読む人は何を見て判断したのか分かりません。評価基準では、実績を確認している間は「－」です。",
    );
}
