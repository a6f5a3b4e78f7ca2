//! `restatement-mismatch`: a correction that does not lead to the value of the series.

use std::collections::BTreeMap;

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::RestatementRow,
    model::{Amount, Id},
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-mismatch",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let mut chains: BTreeMap<(&str, u16), Vec<&RestatementRow>> = BTreeMap::new();
    for row in &context.manuscript.restatements {
        chains
            .entry((row.kpi.value.as_str(), row.year.value))
            .or_default()
            .push(row);
    }
    for ((kpi, year), mut chain) in chains {
        let Some(id) = Id::parse(kpi) else { continue };
        let Some(value) = context.kpi_rows(&id).find(|row| row.year.value == year) else {
            continue;
        };
        chain.sort_by_key(|row| row.date.value);
        // Of two on one day none is the first: `restatement-same`.
        if chain.windows(2).any(|pair| pair[0].date.value == pair[1].date.value) {
            continue;
        }
        for pair in chain.windows(2).filter(|pair| !pair[1].damaged) {
            let next = pair[1].before.map(|before| before.value);
            compare(
                context,
                findings,
                &id,
                pair[0],
                ("次の訂正の before", next, pair[1].place),
            );
        }
        let unread = value.value.is_none() && context.unread_value(value);
        if let Some(last) = chain.last().filter(|_| !unread) {
            let newest = value.value.map(|value| value.value);
            compare(
                context,
                findings,
                &id,
                last,
                ("series/kpi.csv の値", newest, value.place),
            );
        }
    }
}

fn compare(
    context: &Context,
    findings: &mut Findings,
    id: &Id,
    row: &RestatementRow,
    (what, meets, place): (&str, Option<Amount>, Place),
) {
    let after = row.after.map(|after| after.value);
    if row.damaged || after == meets {
        return;
    }
    findings
        .at(
            row.after.map_or(row.place, |after| after.place),
            format!(
                "訂正後の値（{}）が、{what}（{}）と合いません。",
                shown(after),
                shown(meets)
            ),
        )
        .reason("series/kpi.csv には最も新しい値を書き、訂正の記録をたどると、その値に行き着くようにします。")
        .fix("訂正の before と after、series/kpi.csv の値のうち、違っているものを直してください。")
        .related(place, "この値と合いません。")
        .department(context.owner(id))
        .kpi(id);
}

fn shown(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "空欄".to_owned(), |amount| amount.to_string())
}
