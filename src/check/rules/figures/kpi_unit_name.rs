//! `kpi-unit-name`: a name that counts people with a unit that does not, or the other way round.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kpi-unit-name",
    severity: Severity::Warning,
    run,
};

/// Ends of names that count people.
const PEOPLE: [&str; 6] = ["者数", "人数", "会員数", "客数", "児童数", "生徒数"];

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let Some(name) = &kpi.name else { continue };
        let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
        let people = unit.is_some_and(|unit| unit.contains(['人', '名']));
        let heads = heads(&name.value);
        let ends = |words: &[&str]| heads.iter().any(|head| words.iter().any(|word| head.ends_with(word)));
        // 「登録件数」 of companies is counted in 社: only people are no 件数.
        let what = if ends(&PEOPLE) && !people {
            "人を数える名称"
        } else if ends(&["件数"]) && !ends(&PEOPLE) && people {
            "件を数える名称"
        } else {
            continue;
        };
        // A unit that is there but cannot be read was reported.
        if kpi.unit.is_none() && context.faulty_within(kpi.place) {
            continue;
        }
        let (place, said) = match &kpi.unit {
            Some(unit) => (unit.place, format!("単位が「{}」です", unit.value)),
            None => (name.place, "単位がありません".to_owned()),
        };
        findings
            .at(place, format!("KPI「{}」は{what}ですが、{said}。", name.value))
            .reason("名称と単位が食い違うと、何を数えた値なのか分かりません。")
            .fix("元の資料で何を数えているかを確かめ、名称か単位を直してください。このままでよければ、このKPIに accept と理由を書きます。")
            .example("accept:\n  - code: kpi-unit-name\n    reason: （このままでよい理由）")
            .related(name.place, "名称はここです。")
            .kpi(&id.value);
    }
}

/// What a name counts: its end, and the end of a remark in brackets behind it.
fn heads(name: &str) -> Vec<&str> {
    match name
        .strip_suffix(['）', ')'])
        .and_then(|rest| rest.rsplit_once(['（', '(']))
    {
        Some((main, remark)) => vec![main, remark],
        None => vec![name],
    }
}
