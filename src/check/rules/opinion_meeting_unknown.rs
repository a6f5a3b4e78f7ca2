//! `opinion-meeting-unknown`: an opinion from a meeting that the file does not list.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        maps::HashSet,
        nearest::{Known, perhaps},
    },
    diagnostic::Severity,
    model::Id,
};

pub(super) const RULE: Rule = Rule {
    code: "opinion-meeting-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let pages = context
        .manuscript
        .editions
        .iter()
        .filter_map(|edition| edition.committee.as_ref());
    for page in pages {
        let meetings = || page.meetings.iter().filter_map(|lines| lines.id.as_ref());
        // One whose id could not be read may be the one that is meant.
        if page.meetings.iter().any(|lines| lines.id.is_none()) {
            continue;
        }
        let known = LazyCell::new(|| Known::new(meetings().map(|known| known.value.as_str())));
        let there: HashSet<&Id> = meetings().map(|known| &known.value).collect();
        for meeting in page.opinions.iter().filter_map(|lines| lines.meeting.as_ref()) {
            if there.contains(&meeting.value) {
                continue;
            }
            if findings.full() {
                return;
            }
            let id = meeting.value.as_str();
            findings
                .at(meeting.place, format!("会議「{id}」は、meetings に書かれていません。"))
                .reason("どの会議で出た意見かが分からないと、名前と日付を載せられません。")
                .fix(format!(
                    "{}id を直すか、会議を meetings に加えてください。",
                    perhaps(known.nearest(id))
                ))
                .example("meetings:\n  - id: first\n    name: 第1回推進委員会\n    date: 2021-08-20");
        }
    }
}
