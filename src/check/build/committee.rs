//! The committee's record: meetings by position, opinions with the place they are about.

use super::super::index::Index;
use crate::{
    manuscript::{CommitteePage, OpinionLines},
    model::{Committee, FiscalYear, Home, Id, Meeting, Opinion, Plan, Subject},
    source::Spanned,
};

/// What can be read of it: a meeting without an id has no opinions, an opinion without a text says nothing.
pub(super) fn committee(page: &CommitteePage, edition: FiscalYear, plan: &Plan, index: &Index) -> Committee {
    let subject = |about: &str| subject(about, edition, plan, index);
    let meetings = page.meetings.iter().filter_map(|lines| {
        let id = lines.id.as_ref()?.value.clone();
        let name = lines
            .name
            .as_ref()
            .map_or_else(|| id.to_string(), |name| name.value.clone());
        let date = lines.date.as_ref().map(|date| date.value);
        Some(Meeting { id, name, date })
    });
    let meetings: Vec<Meeting> = meetings.collect();
    let opinions = page
        .opinions
        .iter()
        .filter_map(|lines| opinion(lines, &meetings, &subject));
    Committee {
        print: page.print.as_ref().is_some_and(|print| print.value),
        opinions: opinions.collect(),
        meetings,
    }
}

fn opinion(lines: &OpinionLines, meetings: &[Meeting], subject: &impl Fn(&str) -> Subject) -> Option<Opinion> {
    let value = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.clone());
    let meeting = lines.meeting.as_ref();
    Some(Opinion {
        meeting: meeting.and_then(|id| meetings.iter().position(|meeting| meeting.id == id.value)),
        who: value(&lines.who),
        about: subject(lines.about.as_ref().map_or("", |about| about.value.as_str())),
        text: value(&lines.text)?,
        answer: value(&lines.answer),
        change: value(&lines.change),
    })
}

/// A KPI's id comes first: a paragraph's number never looks like one that somebody registered.
fn subject(about: &str, edition: FiscalYear, plan: &Plan, index: &Index) -> Subject {
    if about == Committee::WHOLE {
        return Subject::Whole;
    }
    let kpi = Id::parse(about).and_then(|id| index.kpi(&id));
    if let Some(ix) = kpi.filter(|ix| plan.kpi(*ix).editions.covers(edition)) {
        return Subject::Kpi(ix);
    }
    match Home::parse(about, |id| index.department(id)) {
        Some((home, number)) if index.has_home(home, edition.year()) => Subject::Paragraph(home, number),
        _ => Subject::Unknown(about.to_owned()),
    }
}
