//! `department-unknown`: a department's id that the register does not know, anywhere it is referred to.

use std::cell::LazyCell;

use crate::{
    check::{Context, Findings, Rule, index::Lost, nearest::perhaps},
    diagnostic::Severity,
    manuscript::KpiLines,
};

pub(super) const RULE: Rule = Rule {
    code: "department-unknown",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let contact = manuscript
        .city
        .page
        .iter()
        .filter_map(|city| city.contact.as_ref()?.department.as_ref());
    let owners = manuscript.kpis.page.iter().flatten().flat_map(KpiLines::departments);
    let reporting = context
        .index
        .measures
        .iter()
        .flat_map(|(_, measure)| measure.lists().flatten());
    let files = manuscript
        .editions
        .iter()
        .flat_map(|edition| &edition.departments)
        .map(|page| &page.department);
    let lost = Lost::of(context.sources, &manuscript.city);
    let known = LazyCell::new(|| context.index.known_departments());
    for department in contact.chain(owners).chain(reporting).chain(files) {
        let id = department.value.as_str();
        if context.index.department(&department.value).is_some() || lost.may_have(id) {
            continue;
        }
        if findings.full() {
            return;
        }
        findings
            .at(department.place, format!("担当課「{id}」は登録されていません。"))
            .reason("担当課の名称は city.yaml の一か所で決め、ほかでは id で指します。")
            .fix(format!(
                "{}id を直すか、city.yaml の departments に登録してください。",
                perhaps(known.nearest(id))
            ));
    }
}
