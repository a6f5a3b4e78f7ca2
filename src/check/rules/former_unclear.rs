//! `former-unclear`: what a register says of earlier editions says nothing, or twice.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
    manuscript::{FormerLines, KpiWas},
};

pub(super) const RULE: Rule = Rule {
    code: "former-unclear",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    // Without a name, or departments, the reader has told of it.
    for line in context.manuscript.city.page.iter().flat_map(|city| &city.departments) {
        check(context, &line.former, |_| false, findings);
    }
    for (_, measure) in &context.index.measures {
        check(context, &measure.former, |_| false, findings);
    }
    for kpi in context.manuscript.kpis.page.iter().flatten() {
        let nothing = |was: &KpiWas| was.name.is_none() && was.department.is_none() && was.target.is_none();
        check(context, &kpi.former, nothing, findings);
    }
}

fn check<T>(context: &Context, all: &[FormerLines<T>], says_nothing: impl Fn(&T) -> bool, findings: &mut Findings) {
    let mut seen = HashMap::default();
    for lines in all {
        if says_nothing(&lines.was) && !context.faulty_within(lines.place) {
            findings
                .at(lines.place, "former のこの項目に、前の内容がありません。")
                .reason("その年までの報告書に何を載せるのか、分かりません。")
                .fix("name、department、target のうち、前と違うものを書いてください。")
                .example("former:\n  - { until: 2022, department: nosei }");
        }
        let Some(until) = lines.until else { continue };
        if let Some(first) = seen.insert(until.value, until.place) {
            findings
                .at(
                    until.place,
                    format!("former に、until が{}のものが二つあります。", until.value),
                )
                .reason("その年までの報告書にどちらを載せるのか、決められません。")
                .fix("一つにまとめるか、until を直してください。")
                .related(first, "最初はここにあります。");
        }
    }
}
