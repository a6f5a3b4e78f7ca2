//! `name-duplicate`: one name registered twice under different ids.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
    manuscript::KpiLines,
    source::{Place, Spanned},
};

pub(super) const RULE: Rule = Rule {
    code: "name-duplicate",
    severity: Severity::Error,
    run,
};

const DEPARTMENT: &str = "担当課";
const FIX: &str = "片方を消すか、区別できる名称にしてください。";
/// Departments that are no more stay in the register.
const OF_DEPARTMENT: &str = "片方を消すか、区別できる名称にしてください。なくなった課の名称を使うときは、なくなった課を「旧福祉課」のような名称に変え、前の名称を former に残します。";

fn run(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let departments = manuscript
        .city
        .page
        .iter()
        .flat_map(|city| &city.departments)
        .filter_map(|line| line.name.as_ref());
    let programs = manuscript
        .programs
        .page
        .iter()
        .flatten()
        .filter_map(|program| program.name.as_ref());
    check(DEPARTMENT, departments, findings);
    kpis(context, findings);
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

/// Two KPIs may have one name where no edition has both.
fn kpis(context: &Context, findings: &mut Findings) {
    let manuscript = context.manuscript;
    let editions: Vec<u16> = manuscript.editions.iter().map(|edition| edition.year).collect();
    let together = |a: &KpiLines, b: &KpiLines| {
        editions.is_empty() || editions.iter().any(|year| a.is_in(*year) && b.is_in(*year))
    };
    let mut seen: HashMap<&str, Vec<&KpiLines>> = HashMap::default();
    for kpi in manuscript.kpis.page.iter().flatten() {
        let Some(name) = &kpi.name else { continue };
        if !editions.is_empty() && !editions.iter().any(|year| kpi.is_in(*year)) {
            continue;
        }
        if findings.full() {
            return;
        }
        let namesakes = seen.entry(name.value.as_str()).or_default();
        let first = namesakes.iter().rev().find(|first| together(first, kpi));
        if let Some(first) = first.and_then(|first| first.name.as_ref()) {
            note("KPI", name, first.place, findings);
        }
        namesakes.push(kpi);
    }
}

fn check<'m>(what: &str, names: impl Iterator<Item = &'m Spanned<String>>, findings: &mut Findings) {
    let mut seen = HashMap::default();
    for name in names {
        if let Some(first) = seen.insert(name.value.as_str(), name.place) {
            note(what, name, first, findings);
        }
    }
}

fn note(what: &str, name: &Spanned<String>, first: Place, findings: &mut Findings) {
    findings
        .at(name.place, format!("{what}「{}」が二度登録されています。", name.value))
        .reason("同じ名称のものが二つあると、読む人にも集計にも区別が付きません。")
        .fix(if what == DEPARTMENT { OF_DEPARTMENT } else { FIX })
        .related(first, "最初はここで登録されています。");
}
