//! The questions that the figures raise about ratings ([`Question`]), with everything a rule needs to put one into words.
//! A rating with a reason is not asked about.

use std::borrow::Cow;

use super::{Context, Findings, slip};
use crate::check::maps::HashMap;
use crate::{
    manuscript::{RatingLines, SeriesRow},
    model::{Amount, Better, FiscalYear, Id, Kind, Kpi, Progress, Question, Rating, Status, TargetValue, YearMonth},
    source::Place,
};

/// A question about a rating, of which nothing is worked out that its message alone needs.
pub(crate) struct Raised<'m> {
    question: Question,
    kpi: &'m Id,
    edition: FiscalYear,
    rating: Rating,
    year: u16,
    place: Place,
    month: YearMonth,
}

/// A rating that is asked about.
pub(crate) struct Asked<'m> {
    /// What is asked.
    pub(crate) question: Question,
    /// The KPI.
    pub(crate) kpi: Cow<'m, Kpi>,
    /// The rating.
    pub(crate) rating: Rating,
    /// The year of the actual value.
    pub(crate) year: u16,
    place: Place,
    month: YearMonth,
}

/// Every question of the kind that `pick` takes, one finding each: `message` says what does not fit, the arithmetic is
/// added to it.
pub(crate) fn note(
    context: &Context,
    findings: &mut Findings,
    pick: impl Fn(&Question) -> bool,
    message: impl Fn(&Asked) -> String,
    reason: &str,
) {
    for raised in context.questions().iter().filter(|raised| pick(&raised.question)) {
        let Some(kpi) = context.model(raised.kpi) else { continue };
        let asked = Asked {
            question: raised.question,
            kpi: kpi.in_edition(raised.edition),
            rating: raised.rating,
            year: raised.year,
            place: raised.place,
            month: raised.month,
        };
        let (kpi, word) = (&*asked.kpi, asked.rating.word());
        let mut text = format!("KPI「{}」の進捗状況は「{word}」ですが、{}", kpi.name, message(&asked));
        if let Some(arithmetic) = Progress::as_of(kpi, asked.year, asked.month).arithmetic(kpi, asked.year) {
            text.push_str(&format!("{arithmetic}。"));
        }
        let mut finding = findings
            .at(asked.place, text)
            .reason(reason)
            .fix("評価を見直すか、このまま載せるときは、評価の下に reason で理由を書いてください。理由は報告書に載ります。")
            .example(format!("  - kpi: {}\n    rating: {word}\n    reason: （そう判断した理由）", kpi.id))
            .kpi(&kpi.id);
        if let Some(row) = context.kpi_rows(&kpi.id).find(|row| row.year.value == asked.year) {
            finding = finding.related(row.place, "実績値の行です。");
        }
        let _ = finding;
    }
}

impl Asked<'_> {
    /// The actual value with its unit; a dash where there is none.
    pub(crate) fn actual(&self) -> String {
        self.shown(self.kpi.value_as_of(self.year, self.month))
    }

    /// The baseline's value with its unit.
    pub(crate) fn baseline(&self) -> String {
        self.shown(self.kpi.value_as_of(self.kpi.baseline, self.month))
    }

    /// The target with its unit.
    pub(crate) fn target(&self) -> String {
        match &self.kpi.target.value {
            TargetValue::Figure(amount) => self.kpi.figure(*amount),
            TargetValue::Milestone(event) => event.clone(),
        }
    }

    /// What a fall is measured by: the level to be kept, or the baseline.
    pub(crate) fn level(&self) -> String {
        match self.kpi.better {
            Better::Keep => format!("保つ水準（{}）", self.target()),
            _ => format!("当初（{}）", self.baseline()),
        }
    }

    /// What should be reached by now.
    pub(crate) fn mark(&self) -> String {
        match self.kpi.better {
            Better::Keep => format!("保つ水準（{}）", self.target()),
            _ => format!("目標（{}）への目安", self.target()),
        }
    }

    fn shown(&self, amount: Option<Amount>) -> String {
        amount.map_or_else(|| "－".to_owned(), |amount| self.kpi.figure(amount))
    }
}

/// Every question. Rules ask [`Context::questions`], which looks once for all of them.
pub(super) fn all<'m>(context: &Context<'m>) -> Vec<Raised<'m>> {
    let mut all = Vec::new();
    for folder in &context.manuscript.editions {
        let report = folder.report.as_ref();
        let performance = report.and_then(|report| report.performance_year).map(|year| year.value);
        let published = report.and_then(|report| report.published).map(|month| month.value);
        // What is not written there is asked for by its rule; the usual is taken until then.
        let performance = FiscalYear::new(performance.unwrap_or(folder.year.saturating_sub(1)));
        let month = published.or_else(|| YearMonth::new(folder.year, 4));
        let (Some(edition), Some(performance), Some(month)) = (FiscalYear::new(folder.year), performance, month) else {
            continue;
        };
        let mut times: HashMap<&Id, usize> = HashMap::default();
        let ratings = folder.departments.iter().flat_map(|page| &page.ratings);
        for id in ratings.filter_map(|lines| lines.kpi.as_ref()) {
            *times.entry(&id.value).or_default() += 1;
        }
        for page in &folder.departments {
            for lines in page.ratings.iter().filter(|lines| lines.reason.is_none()) {
                let RatingLines {
                    kpi: Some(id),
                    rating: Some(rating),
                    ..
                } = lines
                else {
                    continue;
                };
                // A rating by another department than the KPI's own is not printed.
                let lines = context.kpi(&id.value).filter(|lines| lines.is_in(folder.year));
                let owner = lines.and_then(|lines| lines.department_in(folder.year));
                if owner.is_none_or(|owner| owner.value != page.department.value) {
                    continue;
                }
                let Some(kpi) = context.model(&id.value) else {
                    continue;
                };
                let year = kpi.actual_year(performance);
                // Which of two counts is open.
                if times.get(&id.value).is_some_and(|count| *count > 1) {
                    continue;
                }
                // A value that is there but cannot be read is not missing, and one without a row is asked for by its rule.
                let row = context.kpi_rows(&id.value).find(|row| row.year.value == year);
                let explained = |row: &SeriesRow| {
                    let status = row.status.map(|status| status.value);
                    matches!(status, Some(Status::Pending | Status::Absent)) && !context.unread_value(row)
                };
                let unread = row.is_none_or(|row| row.value.is_some() == explained(row));
                if unread && kpi.basis.has_year(year) {
                    continue;
                }
                let kpi = kpi.in_edition(edition);
                // What it is measured by may be what could not be read.
                let baseline = context.kpi_rows(&id.value).find(|row| row.year.value == kpi.baseline);
                let lost = baseline.is_some_and(|row| row.value.is_none() && context.unread_value(row));
                if lost || doubtful(context, &kpi) {
                    continue;
                }
                let question = Question::of(&kpi, rating.value, year, month);
                all.extend(question.map(|question| Raised {
                    question,
                    kpi: &id.value,
                    edition,
                    rating: rating.value,
                    year,
                    place: rating.place,
                    month,
                }));
            }
        }
    }
    all
}

/// Whether the figures themselves are in question: what they say of the rating is then no news.
fn doubtful(context: &Context, kpi: &Kpi) -> bool {
    let values = context.kpi_values(&kpi.id);
    let accepted = |code: &str| {
        let lines = context.kpi(&kpi.id).into_iter();
        lines
            .flat_map(|lines| &lines.accept)
            .any(|accept| accept.code.value == code)
    };
    let falls = kpi.kind == Kind::Cumulative && values.windows(2).any(|pair| pair[1].1.value < pair[0].1.value);
    let whole = Amount::whole(100);
    let share = context.kpi(&kpi.id).is_some_and(|lines| context.is_share(lines));
    let beyond = share && values.iter().any(|(_, value)| value.value > whole);
    falls || (beyond && !accepted("percent-range")) || (slip::first(&values).is_some() && !accepted("value-jump"))
}
