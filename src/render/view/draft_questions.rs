//! 説明を要する評価: the ratings that the figures do not carry, with what they rest on.

use serde::Serialize;

use super::{Link, Views, cover::RatingView, text::GapView};
use crate::{
    draft::{Asked, number},
    model::Cell,
};

/// `questions.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct QuestionsView {
    pub(crate) count: usize,
    /// How many have no reason yet.
    pub(crate) open: usize,
    pub(crate) questions: Vec<QuestionView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct QuestionView {
    pub(crate) id: String,
    /// `I-1 KPI2`.
    pub(crate) place: String,
    pub(crate) link: Link<'static>,
    pub(crate) department: String,
    pub(crate) rating: RatingView,
    pub(crate) doubt: String,
    /// 当初, 前年度, 実績値, 目標値 with their figures.
    pub(crate) figures: Vec<(String, String)>,
    pub(crate) arithmetic: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) gap: Option<GapView>,
}

impl Views<'_> {
    /// Every rating to be explained; a report has none.
    pub(crate) fn questions(self) -> Option<QuestionsView> {
        let questions = self.draft?.questions(self.publication, self.edition);
        Some(QuestionsView {
            count: questions.len(),
            open: questions.iter().filter(|question| question.reason.is_none()).count(),
            questions: questions.into_iter().map(|question| self.question(question)).collect(),
        })
    }

    fn question(self, question: Asked) -> QuestionView {
        let row = self.publication.row(self.edition, question.kpi);
        let kpi = row.kpi;
        let department = self.publication.department(kpi.department).name.clone();
        let cell = |name: &str, cell: Cell| {
            let value = cell
                .value()
                .map_or_else(|| "－".to_owned(), |amount| kpi.figure(amount));
            (format!("{name} {}", cell.period.head()), value)
        };
        let target = format!("目標値 {}", kpi.period(kpi.target.year).head());
        QuestionView {
            id: format!("question-{}", kpi.id),
            place: number::kpi(self.publication, question.kpi),
            link: Link::new(self.kpi_place(question.kpi), kpi.name.clone()),
            rating: question.rating.into(),
            doubt: question.doubt,
            figures: vec![
                cell("当初", row.baseline),
                cell("前年度", row.previous),
                cell("実績値", row.actual),
                (target, kpi.target_text()),
            ],
            arithmetic: question.arithmetic,
            gap: question.reason.is_none().then(|| GapView::reason(&department)),
            reason: question.reason,
            department,
        }
    }
}
