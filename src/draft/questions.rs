//! 要説明: the ratings that the figures alone do not carry, each with its arithmetic and the department's reason or none.

use crate::model::{Edition, KpiIx, KpiRow, Progress, Publication, Rating, Standing};

/// A rating to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Of which KPI.
    pub kpi: KpiIx,
    /// The department's judgement; it stays.
    pub rating: Rating,
    /// What a reader of the figures would ask.
    pub doubt: String,
    /// The arithmetic, where there is any.
    pub arithmetic: Option<String>,
    /// What the department says.
    pub reason: Option<String>,
}

/// The ratings to be explained, in the order of the plan.
pub fn questions(publication: &Publication, edition: &Edition) -> Vec<Question> {
    let rows = publication.plan.kpis().map(|(ix, _)| publication.row(edition, ix));
    rows.filter_map(|row| {
        let rating = *row.rated.rating.filled()?;
        Some(Question {
            kpi: row.ix,
            rating,
            doubt: doubt(&row, rating)?.to_owned(),
            arithmetic: arithmetic(&row),
            reason: row.rated.reason.clone(),
        })
    })
    .collect()
}

fn doubt(row: &KpiRow, rating: Rating) -> Option<&'static str> {
    match (rating, &row.progress, row.progress.standing()) {
        (_, Progress::Milestone, _) | (Rating::NotRated, Progress::NoActual, _) => None,
        (_, Progress::NoActual, _) => Some("実績値がまだありませんが、評価されています。"),
        (Rating::NotRated, ..) => Some("実績値がありますが、評価されていません。"),
        (Rating::OnTrack, _, Some(Standing::BelowBaseline)) => Some("当初より後退していますが、「順調」です。"),
        (Rating::Unchanged, _, Some(Standing::BelowBaseline)) => Some("当初より後退していますが、「現状維持」です。"),
        (Rating::Delayed, _, Some(Standing::Reached | Standing::Ahead)) => {
            Some("期間の経過からみた目安に届いていますが、「遅延」です。")
        }
        _ => None,
    }
}

fn arithmetic(row: &KpiRow) -> Option<String> {
    let Progress::Measured { progress, expected, .. } = &row.progress else {
        return None;
    };
    let done = format!("進み具合 {}%", progress.percent().grouped(1));
    Some(match expected {
        Some(expected) => format!("{done}（期間の経過からみた目安 {}%）", expected.percent().grouped(1)),
        None => done,
    })
}
