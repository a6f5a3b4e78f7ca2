//! `opinion-about-unknown`: an opinion on a place that the plan does not have.

use std::cell::LazyCell;

use crate::{
    check::{
        Context, Findings, Rule,
        index::Lost,
        nearest::{Known, perhaps},
    },
    diagnostic::Severity,
    model::{Committee, Home, Id},
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "opinion-about-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let lost = Lost::of(context.sources, &context.manuscript.kpis);
    let kpis = LazyCell::new(|| context.index.known_kpis());
    for edition in &context.manuscript.editions {
        let entries = LazyCell::new(|| entries(context, edition.year));
        let entries = LazyCell::new(|| Known::new(entries.iter().map(String::as_str)));
        let opinions = edition.committee.iter().flat_map(|page| &page.opinions);
        for about in opinions.filter_map(|lines| lines.about.as_ref()) {
            if findings.full() {
                return;
            }
            let near = |text: &str| {
                // The number of the paragraph may be right: only what stands before it is compared.
                let (head, number) = text.rsplit_once('-').unwrap_or((text, ""));
                let entry = || entries.nearest(head).map(|near| format!("{near}-{number}"));
                kpis.nearest(text).map(str::to_owned).or_else(entry)
            };
            check(context, about, edition.year, &lost, near, findings);
        }
    }
}

/// What departments report on measures, as their paragraphs' numbers begin.
fn entries(context: &Context, edition: u16) -> Vec<String> {
    let entries = context.index.measures.iter().flat_map(|(code, measure)| {
        let departments = measure.departments_in(edition).iter();
        departments.map(move |department| format!("{code}-{}", department.value))
    });
    entries.collect()
}

fn check(
    context: &Context,
    about: &Spanned<String>,
    edition: u16,
    lost: &Lost,
    near: impl Fn(&str) -> Option<String>,
    findings: &mut Findings,
) {
    let text = about.value.as_str();
    let index = &context.index;
    let kpi = Id::parse(text).is_some_and(|id| context.kpi(&id).is_some_and(|kpi| kpi.is_in(edition)));
    let home = Home::parse(text, |id| index.department(id)).filter(|(home, _)| index.has_home(*home, edition));
    if text == Committee::WHOLE || kpi || home.is_some() || may_be_lost(context, lost, text) {
        return;
    }
    if Id::parse(text).is_some_and(|id| index.kpi(&id).is_some()) {
        findings
            .at(
                about.place,
                format!("KPI「{text}」は、{edition}年度の報告書に載りません。"),
            )
            .reason("意見を、報告書の中の場所に結び付けられません。")
            .fix("about を「全体」にするか、kpis.yaml のこのKPIの from と until を確かめてください。");
        return;
    }
    findings
        .at(about.place, format!("「{text}」という番号の段落も、KPIもありません。"))
        .reason("番号で、意見を報告書の中の場所に結び付けます。")
        .fix(format!(
            "{}案に付いている段落の番号か、KPIの id を書いてください。特定の場所についての意見でなければ「全体」と書きます。",
            perhaps(near(text).as_deref())
        ))
        .example("about: 2-1-1-hoiku-3");
}

/// Whether it only seems unknown because a register could not be read in part.
fn may_be_lost(context: &Context, lost: &Lost, text: &str) -> bool {
    let manuscript = context.manuscript;
    lost.may_have(text) || manuscript.plan.damaged || manuscript.city.damaged
}
