//! `name-duplicate`: one name registered twice under different ids.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "name-duplicate",
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
        .filter_map(|line| line.name.as_ref());
    let kpis = manuscript
        .kpis
        .page
        .iter()
        .flatten()
        .filter_map(|kpi| kpi.name.as_ref());
    let programs = manuscript
        .programs
        .page
        .iter()
        .flatten()
        .filter_map(|program| program.name.as_ref());
    check("担当課", departments, findings);
    check("KPI", kpis, findings);
    check("事業", programs, findings);
    let plan = || manuscript.plan.page.iter();
    let goals = || plan().flat_map(|plan| &plan.goals);
    let directions = || goals().flat_map(|goal| &goal.directions);
    let measures = directions().flat_map(|direction| &direction.measures);
    let projects = plan().flat_map(|plan| &plan.projects);
    check(
        "重点プロジェクト",
        projects.filter_map(|line| line.name.as_ref()),
        findings,
    );
    check("基本目標", goals().filter_map(|line| line.name.as_ref()), findings);
    check(
        "基本的方向",
        directions().filter_map(|line| line.name.as_ref()),
        findings,
    );
    check("施策", measures.filter_map(|line| line.name.as_ref()), findings);
}

fn check<'m>(what: &str, names: impl Iterator<Item = &'m Spanned<String>>, findings: &mut Findings) {
    let mut seen = std::collections::HashMap::new();
    for name in names {
        if let Some(first) = seen.insert(name.value.as_str(), name.place) {
            findings
                .at(name.place, format!("{what}「{}」が二度登録されています。", name.value))
                .reason("同じ名称のものが二つあると、読む人にも集計にも区別が付きません。")
                .fix("片方を消すか、区別できる名称にしてください。")
                .related(first, "最初はここで登録されています。");
        }
    }
}
