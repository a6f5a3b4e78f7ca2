//! 委員会の意見と対応: the last chapter of a report that prints it, and in drafts every opinion at its place.

use std::{
    collections::{BTreeMap, HashMap},
    ops::RangeBounds,
};

use serde::Serialize;

use super::{Extent, Views};
use crate::{
    model::{Committee, Home, KpiIx, Opinion, Spot, Subject, number},
    render::address,
};

/// The chapter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CommitteeView {
    /// Of its heading.
    pub(crate) level: u8,
    /// Of the chapter; a draft's list of what will not be printed has none.
    pub(crate) number: Option<usize>,
    pub(crate) title: &'static str,
    /// Those with opinions.
    pub(crate) meetings: Vec<MeetingView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct MeetingView {
    /// Of its heading.
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) date: Option<String>,
    pub(crate) opinions: Vec<OpinionView>,
}

/// An opinion. Texts come line by line: they are nobody's markup.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpinionView {
    pub(crate) meeting: String,
    pub(crate) who: Option<String>,
    pub(crate) place: PlaceView,
    pub(crate) text: Vec<String>,
    pub(crate) answer: Vec<String>,
    pub(crate) change: Vec<String>,
}

/// What an opinion is about, with a link where there is something to see.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PlaceView {
    pub(crate) title: String,
    pub(crate) href: Option<String>,
}

/// Where among a committee's opinions those on a place are: pages ask for each paragraph.
pub(super) struct Opinions {
    paragraphs: HashMap<Home, BTreeMap<usize, Vec<usize>>>,
    kpis: HashMap<KpiIx, Vec<usize>>,
}

impl Opinions {
    fn new(committee: &Committee) -> Self {
        let mut opinions = Self {
            paragraphs: HashMap::new(),
            kpis: HashMap::new(),
        };
        for (at, opinion) in committee.opinions.iter().enumerate() {
            let found = match opinion.about {
                Subject::Paragraph(home, number) => {
                    opinions.paragraphs.entry(home).or_default().entry(number).or_default()
                }
                Subject::Kpi(ix) => opinions.kpis.entry(ix).or_default(),
                Subject::Whole | Subject::Unknown(_) => continue,
            };
            found.push(at);
        }
        opinions
    }
}

impl Views<'_> {
    /// The chapter with its heading at `level`; `None` if there is no record.
    pub(crate) fn committee(self, level: u8) -> Option<CommitteeView> {
        let committee = self.edition.committee.as_ref()?;
        let meetings = committee.meetings.iter().enumerate().map(|(at, meeting)| MeetingView {
            level: level + 1,
            id: format!("meeting-{}", meeting.id),
            name: meeting.name.clone(),
            date: meeting.date.map(|date| date.long()),
            opinions: self.opinions_of(committee, Some(at)),
        });
        let unknown = MeetingView {
            level: level + 1,
            id: "meeting".to_owned(),
            name: "会議が分からない意見".to_owned(),
            date: None,
            opinions: self.opinions_of(committee, None),
        };
        Some(CommitteeView {
            level,
            number: committee.is_printed().then(|| self.edition.chapters.len() + 1),
            title: Committee::TITLE,
            meetings: meetings
                .chain([unknown])
                .filter(|meeting| !meeting.opinions.is_empty())
                .collect(),
        })
    }

    /// Its title with its number.
    pub(crate) fn committee_title(self) -> String {
        match self.edition.printed_committee() {
            Some(_) => format!("{} {}", self.edition.chapters.len() + 1, Committee::TITLE),
            None => Committee::TITLE.to_owned(),
        }
    }

    /// What a draft shows at paragraphs; a report shows nothing there.
    pub(crate) fn opinions_at(self, home: Home, numbers: impl RangeBounds<usize>) -> Vec<OpinionView> {
        self.opinions_among(|opinions| {
            let Some(numbered) = opinions.paragraphs.get(&home) else {
                return Vec::new();
            };
            let found = numbered.range(numbers).flat_map(|(_, found)| found);
            let mut found: Vec<usize> = found.copied().collect();
            // In the order of the file, whatever their paragraphs.
            found.sort_unstable();
            found
        })
    }

    /// The same at a KPI.
    pub(crate) fn opinions_on_kpi(self, ix: KpiIx) -> Vec<OpinionView> {
        self.opinions_among(|opinions| opinions.kpis.get(&ix).cloned().unwrap_or_default())
    }

    fn opinions_among(self, find: impl FnOnce(&Opinions) -> Vec<usize>) -> Vec<OpinionView> {
        let Some(committee) = self.edition.committee.as_ref().filter(|_| self.draft.is_some()) else {
            return Vec::new();
        };
        let found = find(self.parts.opinions.get_or_init(|| Opinions::new(committee)));
        let found = found.into_iter().map(|at| &committee.opinions[at]);
        found.map(|opinion| self.opinion(committee, opinion)).collect()
    }

    fn opinions_of(self, committee: &Committee, meeting: Option<usize>) -> Vec<OpinionView> {
        let opinions = committee.opinions.iter().filter(|opinion| opinion.meeting == meeting);
        opinions.map(|opinion| self.opinion(committee, opinion)).collect()
    }

    fn opinion(self, committee: &Committee, opinion: &Opinion) -> OpinionView {
        let meeting = opinion.meeting.and_then(|at| committee.meetings.get(at));
        OpinionView {
            meeting: meeting.map_or_else(|| "会議不明".to_owned(), |meeting| meeting.name.clone()),
            who: opinion.who.clone(),
            place: self.subject(&opinion.about),
            text: lines(Some(&opinion.text)),
            answer: lines(opinion.answer.as_deref()),
            change: lines(opinion.change.as_deref()),
        }
    }

    fn subject(self, about: &Subject) -> PlaceView {
        let (title, spot) = match about {
            Subject::Whole => (Committee::WHOLE.to_owned(), None),
            Subject::Unknown(text) => (text.clone(), None),
            Subject::Kpi(ix) => (format!("KPI「{}」", self.plan().kpi(*ix).name), Some(Spot::Kpi(*ix))),
            Subject::Paragraph(home, number) => {
                let label = home.label(self.publication, self.edition);
                // Only a draft shows numbers; they are those of the draft that the committee had.
                match self.draft {
                    Some(_) if self.has_number(*home, *number) => {
                        (format!("{label} {number}"), Some(Spot::Paragraph(*home, *number)))
                    }
                    Some(_) => (format!("{label} {number}（今はありません）"), Some(Spot::Home(*home))),
                    None => (label, Some(Spot::Home(*home))),
                }
            }
        };
        PlaceView {
            title,
            href: spot.and_then(|spot| self.place(spot)),
        }
    }

    /// Whether a paragraph of this number is there to be linked to.
    fn has_number(self, home: Home, number: usize) -> bool {
        match home {
            Home::Entry(code, department) => {
                let entry = self.edition.entry(code, department);
                entry.is_some_and(|entry| number <= number::first(entry, crate::model::Field::Programs))
            }
            _ => true,
        }
    }

    /// Where a place stands, seen from the page at hand: on the complete page it is on that page.
    fn place(self, spot: Spot) -> Option<String> {
        let (_, href) = self.spot(spot)?;
        if self.extent == Extent::Part {
            return Some(href);
        }
        let id = match spot {
            Spot::Kpi(ix) => address::kpi(self.plan().kpi(ix)),
            Spot::Paragraph(home, number) => home.anchor(self.publication, number),
            Spot::Home(Home::Entry(code, department)) => address::entry(self.publication, code, department),
            Spot::Home(Home::Chapter(kind)) => kind.id().to_owned(),
            Spot::Home(Home::Goal(code)) => format!("goal-{code}"),
            Spot::Home(Home::Project(number)) => format!("project-{number}"),
            Spot::Home(Home::Part(_) | Home::RatingNote | Home::Level(_)) => "management".to_owned(),
            Spot::Department(_) | Spot::Front | Spot::Nowhere => return None,
        };
        Some(format!("#{id}"))
    }
}

/// Written lines; blank ones separate nothing that paragraphs do not separate anyway.
fn lines(text: Option<&str>) -> Vec<String> {
    let lines = text.into_iter().flat_map(str::lines);
    lines
        .map(str::to_owned)
        .filter(|line| !line.trim().is_empty())
        .collect()
}
