//! Series: whatever rows they are made of, and what an earlier report knew of them.

use std::collections::BTreeMap;

use ayumi::model::{
    Amount, Basis, Better, Date, FormerKpi, Id, Kind, Kpi, Lasting, Observation, Restatement, Series, Status, Target,
    TargetValue, YearMonth,
};
use proptest::prelude::*;

use super::{config, department};

fn rows() -> impl Strategy<Value = Vec<Observation>> {
    let row = (2010u16..2026, prop::option::of(0i32..1_000)).prop_map(|(year, value)| Observation {
        year,
        value: value.map(Amount::whole),
        status: if value.is_some() {
            Status::Final
        } else {
            Status::Pending
        },
        note: value.map(|value| value.to_string()),
    });
    prop::collection::vec(row, 0..20)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn years_ascend_and_the_first_row_of_a_year_counts(rows in rows()) {
        let series = Series::new(rows.clone());
        let mut first = BTreeMap::new();
        for row in &rows {
            first.entry(row.year).or_insert(row);
        }
        let expected: Vec<&Observation> = first.values().copied().collect();
        prop_assert_eq!(series.rows().iter().collect::<Vec<_>>(), expected);
        for year in 2008..2030 {
            prop_assert_eq!(series.at(year), first.get(&year).copied());
            prop_assert_eq!(series.value(year), first.get(&year).and_then(|row| row.value));
        }
        prop_assert_eq!(Series::new(series.rows().to_vec()), series);
    }

    /// Corrections that follow each other: each report of each month sees the value that stood when it was printed.
    #[test]
    fn every_report_keeps_the_value_it_printed(values in prop::collection::vec(prop::option::of(0i32..100), 1..6), months in prop::collection::btree_set(1u8..=11, 5)) {
        let amounts: Vec<Option<Amount>> = values.iter().map(|value| value.map(Amount::whole)).collect();
        let months: Vec<u8> = months.into_iter().collect();
        let corrections = amounts.windows(2).zip(&months).map(|(pair, month)| Restatement {
            year: 2019,
            before: pair[0],
            after: pair[1],
            date: Date::new(2021, *month, 15).unwrap(),
            reason: "訂正".to_owned(),
        });
        let kpi = Kpi {
            id: Id::parse("a").unwrap(),
            name: "数".to_owned(),
            unit: None,
            decimals: 0,
            department: department(),
            better: Better::Higher,
            kind: Kind::Stock,
            basis: Basis::Fiscal,
            lag: 0,
            baseline: 2018,
            target: Target { year: 2024, value: TargetValue::Figure(Amount::whole(1)) },
            formula: None,
            source: None,
            note: None,
            series: Series::new(vec![Observation { year: 2019, value: *amounts.last().unwrap(), status: Status::Final, note: None }]),
            restatements: corrections.collect(),
            editions: Lasting::default(),
 former: FormerKpi::default(),
        };
        for month in 1..=12 {
            let done = months.iter().take(amounts.len() - 1).filter(|known| **known <= month).count();
            let report = YearMonth::new(2021, month).unwrap();
            prop_assert_eq!(kpi.value_as_of(2019, report), amounts[done], "{}", report);
            prop_assert_eq!(kpi.value_as_of(2020, report), None);
        }
    }
}
