//! 要説明: the ratings that the figures alone do not carry, each with its arithmetic and the department's reason or none.

use super::Draft;
use crate::model::{Basis, Edition, KpiIx, KpiRow, Progress, Publication, Question, Rating};

/// The findings that ask about a rating. A reason answers them, so the board counts them among the reasons.
pub(super) const CODES: [&str; 8] = [
    "rating-delayed-ahead",
    "rating-on-track-behind",
    "rating-on-track-below",
    "rating-on-track-falling",
    "rating-on-track-not-kept",
    "rating-unchanged-below",
    "rating-with-actual",
    "rating-without-actual",
];

/// A rating to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
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

impl Draft {
    /// The ratings to be explained, in the order of the plan.
    pub fn questions(&self, publication: &Publication, edition: &Edition) -> Vec<Asked> {
        let kpis = publication.plan.kpis_in(edition.year);
        kpis.filter_map(|(ix, _)| self.question(publication, edition, ix))
            .collect()
    }

    /// What is to be explained about one rating; `None` where the figures carry it, or are not there yet.
    pub fn question(&self, publication: &Publication, edition: &Edition, ix: KpiIx) -> Option<Asked> {
        let row = publication.row(edition, ix);
        let rating = row.rating()?;
        let year = row.actual.period.year;
        let years = [row.baseline.period.year, row.previous.period.year, year];
        if years.iter().any(|year| self.value_gap(ix, *year).is_some()) {
            return None;
        }
        let question = Question::of(row.kpi, rating, year, edition.published)?;
        let progress = Progress::as_of(row.kpi, year, edition.published);
        Some(Asked {
            kpi: ix,
            rating,
            doubt: doubt(question, &row),
            arithmetic: progress.arithmetic(row.kpi, year),
            reason: row.reason().map(str::to_owned),
        })
    }
}

fn doubt(question: Question, row: &KpiRow) -> String {
    let word = row.rating().map_or("", Rating::word);
    let found = match question {
        Question::NoActual => "実績値がまだありません".to_owned(),
        Question::HasActual => "実績値があります".to_owned(),
        Question::OnTrackBelow => "実績値は当初より後退しています".to_owned(),
        Question::OnTrackNotKept => "実績値は保つ水準を下回っています".to_owned(),
        Question::OnTrackFalling { previous } => {
            let before = match row.kpi.basis {
                Basis::Fiscal => "前年度",
                Basis::Calendar => "前年",
                Basis::Census => "前回の調査",
            };
            format!("実績値は{before}（{}）より後退しています", row.kpi.figure(previous))
        }
        Question::OnTrackBehind => "進み具合は、期間の経過からみた目安の半分に届いていません".to_owned(),
        Question::UnchangedBelow => "実績値は、当初より大きく後退しています".to_owned(),
        Question::DelayedAhead => "実績値は、期間の経過からみた目安に達しています".to_owned(),
    };
    format!("評価は「{word}」ですが、{found}。")
}
