//! `former-unused`: what a register says of earlier editions, or of now, that no edition shows.

use crate::{
    check::{Context, Findings, Rule, maps::HashSet},
    diagnostic::Severity,
    manuscript::{FormerLines, KpiLines, KpiWas, TargetLines},
    model::Id,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "former-unused",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let years = context.manuscript.editions.iter().map(|edition| edition.year);
    let (Some(first), Some(newest)) = (years.clone().min(), years.max()) else {
        return;
    };
    let editions = (first, newest);
    for line in context.manuscript.city.page.iter().flat_map(|city| &city.departments) {
        let now = line.name.as_ref().map(|name| name.value.as_str());
        let same = |was: &Option<Spanned<String>>| was.as_ref().map(|name| Some(name.value.as_str()) == now);
        check(editions, &line.former, same, findings);
    }
    for (_, measure) in &context.index.measures {
        let ids = |list: &[Spanned<Id>]| list.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
        let now = ids(&measure.departments);
        check(editions, &measure.former, |was| Some(ids(was) == now), findings);
    }
    let pages = context
        .manuscript
        .editions
        .iter()
        .flat_map(|edition| &edition.departments);
    let ratings = pages.flat_map(|page| &page.ratings);
    let rated: HashSet<&Id> = ratings.filter_map(|rating| Some(&rating.kpi.as_ref()?.value)).collect();
    for (id, kpi) in context.kpis() {
        check(editions, &kpi.former, |was| is_same(was, kpi), findings);
        if is_nowhere(context, &id.value, kpi, &rated) {
            findings
                .at(id.place, format!("KPI「{}」は、まだどの報告書にも載りません。", id.value))
                .reason("kpis.yaml の from と until が、KPIを載せる報告書を決めています。")
                .fix("次の年の報告書を用意しているところなら、このままで構いません。そうでなければ、from と until を確かめてください。")
                .kpi(&id.value);
        }
    }
}

/// Whether all that is said of a KPI as it was is what it is; `None` if nothing is said.
fn is_same(was: &KpiWas, kpi: &KpiLines) -> Option<bool> {
    let told = |target: &TargetLines| Some((target.year?.value, target.value.as_ref()?.value.clone()));
    let name = was.name.as_ref();
    let name = name.map(|was| kpi.name.as_ref().is_some_and(|now| now.value == was.value));
    let owner = was.department.as_ref();
    let owner = owner.map(|was| kpi.department.as_ref().is_some_and(|now| now.value == was.value));
    let target = was.target.as_ref();
    let target = target.map(|was| kpi.target.as_ref().and_then(told) == told(was));
    [name, owner, target]
        .into_iter()
        .flatten()
        .reduce(|all, one| all && one)
}

/// Whether no edition has a KPI, where that is not told otherwise: by who rates it, or by years in an order that cannot be.
fn is_nowhere(context: &Context, id: &Id, kpi: &KpiLines, rated: &HashSet<&Id>) -> bool {
    let editions = || context.manuscript.editions.iter();
    let in_order = kpi
        .from
        .zip(kpi.until)
        .is_none_or(|(from, until)| from.value <= until.value);
    in_order && !editions().any(|edition| kpi.is_in(edition.year)) && !rated.contains(id)
}

/// `same` says whether it is what is said now; `None` if it says nothing.
fn check<T>(
    (first, newest): (u16, u16),
    all: &[FormerLines<T>],
    same: impl Fn(&T) -> Option<bool>,
    findings: &mut Findings,
) {
    for lines in all {
        let (Some(until), Some(same)) = (lines.until, same(&lines.was)) else {
            continue;
        };
        // Two of one year are told of.
        let untils = all.iter().filter_map(|lines| lines.until);
        if untils.filter(|other| other.value == until.value).count() > 1 {
            continue;
        }
        // What held before that may well be what is said now.
        let last = all
            .iter()
            .filter_map(|lines| lines.until)
            .all(|other| other.value <= until.value);
        let (message, reason, fix) = if same && last {
            (
                "former の内容が、今の内容と同じです。".to_owned(),
                "前の内容と今の内容を取り違えると、公表した報告書の内容が変わります。",
                "前の内容を書くか、変わっていなければ、この項目を消してください。".to_owned(),
            )
        } else if until.value < first {
            (
                format!(
                    "{}年度までの報告書がないため、この内容はどこにも載りません。",
                    until.value
                ),
                "公表した報告書に、今の内容が載ります。",
                format!("until は、前の内容で載る最後の報告書の年度です。最も古い報告書は {first} です。"),
            )
        } else if until.value >= newest {
            (
                format!("{newest}年度の報告書まで前の内容で載るため、今の内容は、まだどこにも載りません。"),
                "until の年度を一つ間違えると、新しい報告書に前の内容が載ります。",
                format!(
                    "次の年の報告書を用意しているところなら、このままで構いません。{newest}年度の報告書から変わったのなら、until を {} にします。",
                    newest - 1
                ),
            )
        } else {
            continue;
        };
        findings.at(until.place, message).reason(reason).fix(fix);
    }
}
