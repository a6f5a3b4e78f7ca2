//! `value-jump`: a value about 10, 100 or 1000 times its neighbour: a slipped digit or a unit in thousands.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Amount, PopulationKind},
    source::{Place, Spanned},
};

pub(super) const RULE: Rule = Rule {
    code: "value-jump",
    severity: Severity::Warning,
    run,
};

type Dated = (u16, Spanned<Amount>);

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let values = context.kpi_values(&id.value);
        let name = context.kpi_name(&id.value);
        if let Some((at, factor)) = slipped(&values) {
            // The other neighbour tells which of two stands out.
            let ((year, value), (other, near)) = (values[at], values[if at == 0 { 1 } else { at - 1 }]);
            let _ = note(
                findings,
                value.place,
                format!(
                    "KPI「{name}」の{year}年の値「{}」は、{other}年の値「{}」の約{factor}です。",
                    value.value, near.value
                ),
            )
            .related(near.place, format!("{other}年の値です。"))
            .department(context.owner(&id.value))
            .kpi(&id.value);
            continue;
        }
        let target = kpi.target.as_ref().and_then(|target| target.value.as_ref());
        let Some((target, (year, last))) = target.zip(values.last()) else {
            continue;
        };
        let amount = Amount::parse(&target.value).ok();
        let Some(factor) = amount.and_then(|amount| factor(amount, last.value)) else {
            continue;
        };
        let _ = note(
            findings,
            target.place,
            format!(
                "KPI「{name}」の目標値「{}」は、{year}年の値「{}」の約{factor}です。",
                target.value, last.value
            ),
        )
        .related(last.place, format!("{year}年の値です。"))
        .kpi(&id.value);
    }
    let rows = context.manuscript.population.page.iter().flatten();
    let counted = rows.filter(|row| row.kind.value == PopulationKind::Actual);
    let mut values: Vec<Dated> = counted.map(|row| (row.year.value, row.value)).collect();
    values.sort_by_key(|(year, _)| *year);
    if let Some((at, factor)) = slipped(&values) {
        let ((year, value), (other, near)) = (values[at], values[if at == 0 { 1 } else { at - 1 }]);
        let _ = note(
            findings,
            value.place,
            format!(
                "{year}年の人口「{}」は、{other}年の人口「{}」の約{factor}です。",
                value.value, near.value
            ),
        )
        .related(near.place, format!("{other}年の人口です。"));
    }
}

fn note<'f>(findings: &'f mut Findings, place: Place, message: String) -> crate::check::Finding<'f> {
    findings
        .at(place, message)
        .reason("けたの書き違いや、千円と円、人と万人のような単位の取り違えのときに起こります。")
        .fix("元の資料で値と単位を確かめてください。正しい値であれば、kpis.yaml のこのKPIに accept と理由を書きます。")
}

/// The first value that stands out against its neighbours, and by what factor.
fn slipped(values: &[Dated]) -> Option<(usize, &'static str)> {
    let (at, against) = (1..values.len()).find_map(|at| {
        let against = factor(values[at].1.value, values[at - 1].1.value)?;
        Some((at, against))
    })?;
    // When the first value alone differs from those that follow, it is the one.
    let first = at == 1 && values.len() > 2 && factor(values[2].1.value, values[1].1.value).is_none();
    match first.then(|| factor(values[0].1.value, values[1].1.value)).flatten() {
        Some(against) => Some((0, against)),
        None => Some((at, against)),
    }
}

/// `10倍`, `100分の1`, if `value` is about that of `other`. Counts below ten may well grow tenfold.
fn factor(value: Amount, other: Amount) -> Option<&'static str> {
    const FACTORS: [(i32, &str, &str); 3] = [
        (10, "10倍", "10分の1"),
        (100, "100倍", "100分の1"),
        (1000, "1000倍", "1000分の1"),
    ];
    let (large, small) = if value.abs() >= other.abs() {
        (value, other)
    } else {
        (other, value)
    };
    if small.digits().unsigned_abs() < 10 {
        return None;
    }
    let ratio = large.abs().over(small.abs())?;
    let near = |factor: i32| {
        let of = |percent: i32| Amount::whole(factor * percent).over(Amount::whole(100));
        of(80)
            .zip(of(125))
            .is_some_and(|(least, most)| ratio >= least && ratio <= most)
    };
    let (_, times, part) = FACTORS.into_iter().find(|(factor, ..)| near(*factor))?;
    Some(if value.abs() >= other.abs() { times } else { part })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn against(value: &str, other: &str) -> Option<&'static str> {
        factor(Amount::parse(value).unwrap(), Amount::parse(other).unwrap())
    }

    #[test]
    fn about_ten_a_hundred_a_thousand() {
        assert_eq!(against("13407", "1353"), Some("10倍"));
        assert_eq!(against("2.2", "22.0"), Some("10分の1"));
        assert_eq!(against("2847000", "2835"), Some("1000倍"));
        assert_eq!(against("143", "14300"), Some("100分の1"));
    }

    #[test]
    fn growth_is_no_slip() {
        assert_eq!(against("10", "1"), None, "counts below ten");
        assert_eq!(against("18713", "10800"), None);
        assert_eq!(against("7.5", "2.2"), None);
        assert_eq!(against("7000", "1000"), None);
        assert_eq!(against("0", "120"), None);
    }
}
