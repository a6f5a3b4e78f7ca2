//! 推進委員会の意見と市の対応: what was said of a draft, and what came of it.

use super::{Date, Home, Id, KpiIx};

/// What a committee said of one year's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committee {
    /// Whether the report has a chapter of it.
    pub print: bool,
    /// In the order of the file.
    pub meetings: Vec<Meeting>,
    /// In the order of the file.
    pub opinions: Vec<Opinion>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// By which opinions refer to it.
    pub id: Id,
    /// 第1回推進委員会.
    pub name: String,
    /// When it met.
    pub date: Option<Date>,
}

/// An opinion, with the city's answer. Texts are plain: nobody's words are read as markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Position in [`Committee::meetings`]; `None` in a draft that names an unknown one.
    pub meeting: Option<usize>,
    /// In general terms: 会長, 委員, 公募委員.
    pub who: Option<String>,
    /// On what.
    pub about: Subject,
    /// What was said.
    pub text: String,
    /// What the city says to it.
    pub answer: Option<String>,
    /// What the city changed.
    pub change: Option<String>,
}

/// What an opinion is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The report as a whole.
    Whole,
    /// A numbered paragraph. The number is that of the draft which the committee had.
    Paragraph(Home, usize),
    /// A KPI.
    Kpi(KpiIx),
    /// Something that the plan does not have; only in drafts.
    Unknown(String),
}

impl Committee {
    /// The title of its chapter.
    pub const TITLE: &'static str = "委員会の意見と対応";

    /// The word for the report as a whole.
    pub const WHOLE: &'static str = "全体";

    /// Whether the report has a chapter of it: where nothing was said there is nothing to print.
    pub fn is_printed(&self) -> bool {
        self.print && !self.opinions.is_empty()
    }

    /// Whether it may be published: known meetings and places, and an answer to everything that is printed.
    pub fn is_complete(&self) -> bool {
        let known = |opinion: &Opinion| opinion.meeting.is_some() && !matches!(opinion.about, Subject::Unknown(_));
        let answered = |opinion: &Opinion| !self.print || opinion.answer.is_some();
        self.opinions.iter().all(|opinion| known(opinion) && answered(opinion))
            && self.meetings.iter().all(|meeting| meeting.date.is_some())
    }
}
