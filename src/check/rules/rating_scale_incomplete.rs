//! `rating-scale-incomplete`: a rating scale that lacks a level or has one twice.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Rating,
};

pub(super) const RULE: Rule = Rule {
    code: "rating-scale-incomplete",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(plan) = context.manuscript.plan.page.as_ref() else {
        return;
    };
    let Some(place) = plan
        .rating_place
        .filter(|_| plan.rating_levels.iter().all(|level| level.rating.is_some()))
    else {
        return;
    };
    for rating in Rating::ALL {
        let levels = plan.rating_levels.iter().filter_map(|level| level.rating.as_ref());
        let mut places = levels.filter(|level| level.value == rating).map(|level| level.place);
        let word = rating.word();
        match (places.next(), places.next()) {
            (Some(_), None) => {}
            (None, _) if context.manuscript.plan.damaged => {}
            (None, _) => {
                findings
                    .at(place, format!("評価基準に「{word}」がありません。"))
                    .reason("四つの区分の意味がそろわないと、報告書の評価を読み解けません。")
                    .fix("rating_scale の levels に加えてください。")
                    .example(format!(
                        "    - rating: {word}\n      meaning: |\n        （この区分の意味）"
                    ));
            }
            (Some(first), Some(second)) => {
                findings
                    .at(second, format!("評価基準に「{word}」が二度あります。"))
                    .reason("一つの区分に二つの意味があると、評価を読み解けません。")
                    .fix("どちらかを消してください。")
                    .related(first, "最初はここにあります。");
            }
        }
    }
}
