//! The committee's record: meetings by position, opinions with the place they are about.

use super::super::index::Index;
use crate::{
    manuscript::{CommitteePage, OpinionLines},
    model::{Committee, Home, Id, Meeting, Opinion, Subject},
    source::Spanned,
};

/// What can be read of it: a meeting without an id has no opinions, an opinion without a text says nothing.
pub(super) fn committee(page: &CommitteePage, edition: u16, index: &Index) -> Committee {
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
        .filter_map(|lines| opinion(lines, &meetings, edition, index));
    Committee {
        print: page.print.as_ref().is_some_and(|print| print.value),
        opinions: opinions.collect(),
        meetings,
    }
}

fn opinion(lines: &OpinionLines, meetings: &[Meeting], edition: u16, index: &Index) -> Option<Opinion> {
    let value = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.clone());
    let meeting = lines.meeting.as_ref();
    Some(Opinion {
        meeting: meeting.and_then(|id| meetings.iter().position(|meeting| meeting.id == id.value)),
        who: value(&lines.who),
        about: subject(
            lines.about.as_ref().map_or("", |about| about.value.as_str()),
            edition,
            index,
        ),
        text: value(&lines.text)?,
        answer: value(&lines.answer),
        change: value(&lines.change),
    })
}

/// A KPI's id comes first: a paragraph's number never looks like one that somebody registered.
fn subject(about: &str, edition: u16, index: &Index) -> Subject {
    if about == Committee::WHOLE {
        return Subject::Whole;
    }
    if let Some(ix) = Id::parse(about).and_then(|id| index.kpi(&id)) {
        return Subject::Kpi(ix);
    }
    match Home::parse(about, |id| index.department(id)) {
        Some((home, number)) if index.has_home(home, edition) => Subject::Paragraph(home, number),
        _ => Subject::Unknown(about.to_owned()),
    }
}
