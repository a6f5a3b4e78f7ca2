//! A text to a department, ready to send: what to hand in, what to mend, what to look at, which ratings to explain.

use super::{Draft, Home, Note, Owed, Question, Spot, State, owed::Item, questions};
use crate::{
    diagnostic::Severity,
    model::{Edition, Publication},
};

/// Findings that say nothing but that something is not there: what is to be handed in says it already.
const ABSENT: [&str; 5] = ["entry-missing", "field-empty", "field-missing", "rating-missing", "series-missing"];

/// `None` when nothing is left to do.
pub(super) fn letter(draft: &Draft, publication: &Publication, edition: &Edition, owed: &Owed) -> Option<String> {
    if owed.state() == State::Done {
        return None;
    }
    let department = publication.department(owed.department);
    let sender = &publication.department(publication.city.contact.department).name;
    let report = format!("{} 進行管理報告書", edition.year.long());
    let mut text = format!(
        "{}　ご担当者様\n\nお疲れさまです。{sender}です。\n{report}（{}）の原稿について、次のとおりお願いいたします。\n",
        department.name,
        draft.label.text()
    );
    let hand_in: Vec<String> = owed.items().filter_map(|item| due(publication, item)).collect();
    let notes = || owed.items().flat_map(|item| &item.notes).chain(&owed.rest).copied();
    let mend = notes().filter(|note| note.severity == Severity::Error && !ABSENT.contains(&note.code));
    let look = notes().filter(|note| note.severity == Severity::Warning);
    section(&mut text, "ご提出いただくもの", hand_in);
    section(&mut text, "直していただくもの", mend.map(told).collect());
    section(&mut text, "ご確認いただくもの", look.map(told).collect());
    let asked = questions(publication, edition).into_iter().filter(|question| {
        question.reason.is_none() && publication.plan.kpi(question.kpi).department == owed.department
    });
    section(
        &mut text,
        "評価の理由を書いていただくもの",
        asked.map(|question| ask(publication, &question)).collect(),
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

fn due(publication: &Publication, item: &Item) -> Option<String> {
    if item.missing.is_empty() {
        return None;
    }
    let what = item.missing.join("、");
    match item.spot {
        Spot::Home(Home::Entry(code, _)) => {
            let measure = publication.plan.measures().find(|measure| measure.code == code)?;
            Some(format!("施策 {} {}：{what}", code.display(), measure.name))
        }
        Spot::Kpi(ix) => Some(format!("KPI「{}」：{what}", publication.plan.kpi(ix).name)),
        _ => None,
    }
}

fn told(note: &Note) -> String {
    format!("{}\n{}\n場所：{}", note.message, note.fix, note.location)
}

fn ask(publication: &Publication, question: &Question) -> String {
    let name = &publication.plan.kpi(question.kpi).name;
    let arithmetic = question.arithmetic.as_ref().map_or_else(String::new, |text| format!("\n{text}"));
    format!("KPI「{name}」：{}{arithmetic}", question.doubt)
}
