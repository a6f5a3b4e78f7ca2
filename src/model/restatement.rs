//! Values corrected after they were printed: what stood there before, since when it does not, and why. The series holds
//! the newest value; an earlier edition is rebuilt by undoing the restatements that came after it.

use super::{Amount, Date, Kpi, Observation, Series, Status, YearMonth};

/// One correction of one year's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restatement {
    /// Whose value, on the KPI's own basis.
    pub year: u16,
    /// What earlier editions printed; `None` for a dash.
    pub before: Option<Amount>,
    /// What stands there since; `None` for a value that was withdrawn.
    pub after: Option<Amount>,
    /// Since when.
    pub date: Date,
    /// Why, for the reader of the list of corrections.
    pub reason: String,
}

impl Kpi {
    /// The value of a year as a report of that month printed it: later restatements undone. One of the same month is
    /// taken to have been known to the report.
    pub fn value_as_of(&self, year: u16, month: YearMonth) -> Option<Amount> {
        let later = |row: &&Restatement| row.year == year && row.date.year_month() > month;
        match self.restatements.iter().filter(later).min_by_key(|row| row.date) {
            Some(first) => first.before,
            None => self.series.value(year),
        }
    }
}

impl Kpi {
    /// The series up to a year, each value as a report of that month printed it.
    pub(super) fn series_known_to(&self, last: u16, month: YearMonth) -> Series {
        let rows = self.series.rows().iter().filter(|row| row.year <= last).map(|row| {
            let value = self.value_as_of(row.year, month);
            let status = match (value, row.value) {
                // It printed a dash where a value stands today: it was still to come.
                (None, Some(_)) => Status::Pending,
                (Some(_), None) => Status::Final,
                _ => row.status,
            };
            Observation {
                value,
                status,
                ..row.clone()
            }
        });
        Series::new(rows.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Basis, Better, DepartmentIx, FormerKpi, Id, Kind, Lasting, Target, TargetValue};
    use super::*;

    fn kpi(restatements: Vec<Restatement>) -> Kpi {
        let series = Series::new(vec![Observation {
            year: 2019,
            value: Some(Amount::whole(158)),
            status: Status::Final,
            note: None,
        }]);
        Kpi {
            id: Id::parse("patents").unwrap(),
            name: "特許保有件数".to_owned(),
            unit: Some("件".to_owned()),
            decimals: 0,
            department: DepartmentIx(0),
            better: Better::Higher,
            kind: Kind::Stock,
            basis: Basis::Fiscal,
            lag: 0,
            baseline: 2018,
            target: Target {
                year: 2024,
                value: TargetValue::Figure(Amount::whole(200)),
            },
            formula: None,
            source: None,
            note: None,
            series,
            restatements,
            editions: Lasting::default(),
            former: FormerKpi::default(),
        }
    }

    fn restatement(before: Option<i32>, after: i32, date: &str) -> Restatement {
        Restatement {
            year: 2019,
            before: before.map(Amount::whole),
            after: Some(Amount::whole(after)),
            date: Date::parse(date).unwrap(),
            reason: "集計の誤り".to_owned(),
        }
    }

    #[test]
    fn an_earlier_edition_keeps_what_it_printed() {
        let rows = vec![
            restatement(Some(155), 158, "2022-07-01"),
            restatement(Some(153), 155, "2021-10-15"),
            restatement(None, 153, "2020-11-01"),
        ];
        let kpi = kpi(rows);
        let printed = |month| kpi.value_as_of(2019, YearMonth::parse(month).unwrap());
        assert_eq!(printed("2020-09"), None);
        assert_eq!(printed("2021-09"), Some(Amount::whole(153)));
        assert_eq!(printed("2021-10"), Some(Amount::whole(155)));
        assert_eq!(printed("2022-09"), Some(Amount::whole(158)));
        assert_eq!(kpi.value_as_of(2018, YearMonth::parse("2021-09").unwrap()), None);
    }
}
