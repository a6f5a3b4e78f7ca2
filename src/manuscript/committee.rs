//! `committee.yaml` as written: meetings, opinions, and what the city answered and changed.

use super::{
    faults::Faults,
    fields::Fields,
    yaml::{Document, Node},
};
use crate::{
    model::{Date, Id},
    source::{FileId, Place, Spanned},
};

/// The committee's record of one year.
#[derive(Debug)]
pub struct CommitteePage {
    /// Its file.
    pub file: FileId,
    /// Whether the report prints it.
    pub print: Option<Spanned<bool>>,
    /// In the order written.
    pub meetings: Vec<MeetingLines>,
    /// In the order written.
    pub opinions: Vec<OpinionLines>,
    /// True when a part of it could not be read.
    pub damaged: bool,
}

/// A meeting.
#[derive(Debug)]
pub struct MeetingLines {
    /// By which opinions refer to it.
    pub id: Option<Spanned<Id>>,
    /// 第1回推進委員会.
    pub name: Option<Spanned<String>>,
    /// When it met.
    pub date: Option<Spanned<Date>>,
}

/// An opinion. Texts are plain, line by line.
#[derive(Debug)]
pub struct OpinionLines {
    /// The whole entry.
    pub place: Place,
    /// At which meeting.
    pub meeting: Option<Spanned<Id>>,
    /// In general terms.
    pub who: Option<Spanned<String>>,
    /// A paragraph's number, a KPI's id, or 全体.
    pub about: Option<Spanned<String>>,
    /// What was said.
    pub text: Option<Spanned<String>>,
    /// What the city says to it.
    pub answer: Option<Spanned<String>>,
    /// What the city changed.
    pub change: Option<Spanned<String>>,
}

pub(super) fn read(document: &Document, file: FileId, faults: &mut Faults) -> Option<CommitteePage> {
    let before = faults.count();
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let mut page = CommitteePage {
        file,
        print: fields.word("print"),
        meetings: fields.list("meetings", meeting),
        opinions: fields.list("opinions", opinion),
        damaged: !document.problems.is_empty(),
    };
    fields.finish();
    page.damaged |= faults.count() > before;
    Some(page)
}

fn meeting(node: &Node, faults: &mut Faults) -> Option<MeetingLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = MeetingLines {
        id: fields.id("id"),
        name: fields.text("name"),
        date: fields.date("date"),
    };
    fields.finish();
    Some(lines)
}

fn opinion(node: &Node, faults: &mut Faults) -> Option<OpinionLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = OpinionLines {
        place: node.place,
        meeting: fields.id("meeting"),
        who: fields.optional_text("who"),
        about: fields.text("about"),
        text: fields.text("text"),
        answer: fields.optional_text("answer"),
        change: fields.optional_text("change"),
    };
    fields.finish();
    Some(lines)
}
