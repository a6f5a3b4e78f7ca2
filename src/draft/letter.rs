//! A text to a department, ready to send: what to hand in, what to mend, what to look at, which ratings to explain.

use std::collections::HashSet;

use super::{Asked, Draft, Home, Note, Owed, Spot, State, questions::CODES};
use crate::{
    diagnostic::Severity,
    model::{Edition, Publication},
};

/// Findings that say nothing but that something is not there: what is to be handed in says it already.
pub(super) const ABSENT: [&str; 5] = [
    "entry-missing",
    "field-empty",
    "field-missing",
    "rating-missing",
    "series-missing",
];

/// `None` when nothing is left to do.
pub(super) fn letter(draft: &Draft, publication: &Publication, edition: &Edition, owed: &Owed) -> Option<String> {
    if owed.state() == State::Done {
        return None;
    }
    let department = publication.department(owed.department);
    let sender = &publication.department(publication.city.contact.department).name;
    let report = format!("{} 進行管理報告書", edition.year.long());
    let date = draft
        .label
        .date
        .map_or_else(String::new, |date| format!("（{}）", date.long()));
    let mut text = format!(
        "{}　ご担当者様\n\nお疲れさまです。{sender}です。\n{report}「{}」{date}の原稿について、次のとおりお願いいたします。\n",
        department.name, draft.label.name
    );
    let hand_in = owed.items().filter_map(|item| {
        let what = item.missing.join("、");
        (!what.is_empty()).then(|| format!("{}：{what}", named(publication, item.spot)))
    });
    let notes = || owed.items().flat_map(|item| &item.notes).chain(&owed.rest).copied();
    let wrong = || notes().filter(|note| note.severity == Severity::Error && !ABSENT.contains(&note.code));
    let look = notes().filter(|note| note.severity == Severity::Warning && !CODES.contains(&note.code));
    // What cannot be read has a finding at its place; where it has none, the place alone is told.
    let unread = owed
        .items()
        .flat_map(|item| item.unread.iter().map(move |(name, at)| (item.spot, *name, at)));
    let found: HashSet<&str> = wrong().map(|note| note.location.as_str()).collect();
    let unread = unread.filter(|(_, _, at)| !found.contains(at.as_str()));
    let unread =
        unread.map(|(spot, name, at)| format!("{}：{name}が読めません。\n場所：{at}", named(publication, spot)));
    section(&mut text, "ご提出いただくもの", hand_in.collect());
    section(
        &mut text,
        "直していただくもの",
        wrong().map(told).chain(unread).collect(),
    );
    section(&mut text, "ご確認いただくもの", look.map(told).collect());
    // Its ratings are those of its KPIs, in the order of the plan.
    let asked = owed.ratings.iter().filter_map(|item| match item.spot {
        Spot::Kpi(ix) => draft.question(publication, edition, ix),
        _ => None,
    });
    let asked = asked.filter(|asked| asked.reason.is_none());
    section(
        &mut text,
        "評価の理由を書いていただくもの",
        asked.map(|asked| ask(publication, &asked)).collect(),
    );
    text.push_str(&format!(
        "\n原稿のファイル：reports/{}/departments/{}.md\nお手数をおかけしますが、よろしくお願いいたします。\n",
        edition.year.year(),
        department.id
    ));
    Some(text)
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n■ {title}（{}件）\n", lines.len()));
    for (number, line) in (1..).zip(lines) {
        text.push_str(&format!("{number}. {}\n", line.replace('\n', "\n   ")));
    }
}

/// A piece as a letter names it: in full.
fn named(publication: &Publication, spot: Spot) -> String {
    match spot {
        Spot::Home(Home::Entry(code, _)) => {
            let measure = publication.plan.measure(code);
            format!(
                "施策 {} {}",
                code.display(),
                measure.map_or("", |measure| measure.name.as_str())
            )
        }
        Spot::Kpi(ix) => format!("KPI「{}」", publication.plan.kpi(ix).name),
        _ => String::new(),
    }
}

fn told(note: &Note) -> String {
    format!("{}\n{}\n場所：{}", note.message, note.fix, note.location)
}

fn ask(publication: &Publication, asked: &Asked) -> String {
    let name = &publication.plan.kpi(asked.kpi).name;
    let arithmetic = asked
        .arithmetic
        .as_ref()
        .map_or_else(String::new, |text| format!("\n{text}"));
    format!("KPI「{name}」：{}{arithmetic}", asked.doubt)
}
