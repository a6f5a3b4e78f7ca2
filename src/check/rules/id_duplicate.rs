//! `id-duplicate`: one id defined twice in a register.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::Id,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "id-duplicate",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let departments = manuscript
        .city
        .page
        .iter()
        .flat_map(|city| &city.departments)
        .filter_map(|line| line.id.as_ref());
    let kpis = manuscript.kpis.page.iter().flatten().filter_map(|kpi| kpi.id.as_ref());
    let programs = manuscript
        .programs
        .page
        .iter()
        .flatten()
        .filter_map(|program| program.id.as_ref());
    // Meetings are told apart within their year.
    for page in manuscript
        .editions
        .iter()
        .filter_map(|edition| edition.committee.as_ref())
    {
        let meetings = page.meetings.iter().filter_map(|lines| lines.id.as_ref());
        check("委員会の会議", meetings, findings);
    }
    check("担当課", departments, findings);
    check("KPI", kpis, findings);
    check("事業", programs, findings);
}

fn check<'m>(what: &str, ids: impl Iterator<Item = &'m Spanned<Id>>, findings: &mut Findings) {
    let mut seen = crate::check::maps::HashMap::default();
    for id in ids {
        if let Some(first) = seen.insert(&id.value, id.place) {
            findings
                .at(id.place, format!("{what}のid「{}」が二度使われています。", id.value))
                .reason("idは、ページの住所や参照に使うため、一つのものだけを指す必要があります。")
                .fix("どちらかのidを、ほかと重ならないものに変えてください。")
                .related(first, "最初はここで使われています。");
        }
    }
}
