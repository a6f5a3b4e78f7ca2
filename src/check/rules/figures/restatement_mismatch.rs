//! `restatement-mismatch`: a correction that does not lead to the value of the series.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::RestatementRow,
    model::{Amount, Id},
};

pub(super) const RULE: Rule = Rule {
    code: "restatement-mismatch",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let rows = &context.manuscript.restatements;
    for row in rows.iter().filter(|row| !row.damaged) {
        let Some(id) = Id::parse(&row.kpi.value) else { continue };
        let Some(value) = context.kpi_rows(&id).find(|known| known.year.value == row.year.value) else {
            continue;
        };
        // Of two on one day none is the first: `restatement-same`.
        let on_day = |other: &&RestatementRow| {
            (&other.kpi.value, other.year.value, other.date.value) == (&row.kpi.value, row.year.value, row.date.value)
        };
        if rows.iter().filter(on_day).count() > 1 {
            continue;
        }
        let after = row.after.map(|after| after.value);
        let next = rows
            .iter()
            .filter(|other| follows(other, row))
            .min_by_key(|other| other.date.value);
        let (meets, place, where_, what) = match next {
            Some(next) if next.damaged => continue,
            Some(next) => (
                next.before.map(|value| value.value),
                next.place,
                "次の訂正の before",
                "次の訂正です。",
            ),
            None if value.value.is_none() && context.unread_value(value) => continue,
            None => {
                let newest = value.value.map(|value| value.value);
                (newest, value.place, "series/kpi.csv の値", "今の値はここです。")
            }
        };
        if after == meets {
            continue;
        }
        findings
            .at(
                row.after.map_or(row.place, |after| after.place),
                format!(
                    "訂正後の値（{}）が、{where_}（{}）と合いません。",
                    shown(after),
                    shown(meets)
                ),
            )
            .reason("series/kpi.csv には最も新しい値を書き、訂正の記録をたどると、その値に行き着くようにします。")
            .fix("訂正の before と after、series/kpi.csv の値のうち、違っているものを直してください。")
            .related(place, what)
            .department(context.owner(&id))
            .kpi(&id);
    }
}

fn follows(other: &RestatementRow, row: &RestatementRow) -> bool {
    other.kpi.value == row.kpi.value && other.year.value == row.year.value && other.date.value > row.date.value
}

fn shown(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "空欄".to_owned(), |amount| amount.to_string())
}
