//! Registers that change between editions.

use super::*;

/// A register that says something else now.
#[test]
fn what_changed_later_is_not_known_to_an_earlier_edition() {
    let mut publication = publication();
    let (first, newest) = (publication.editions[0].clone(), publication.newest().clone());
    let until = first.year.year();
    publication.city.departments[0].former_names = Former::new(vec![(until, "前の課".to_owned())]);
    let direction = &mut publication.plan.goals[0].directions[0];
    direction.measures[0].former_departments = Former::new(vec![(until, vec![DepartmentIx(1)])]);
    let target = Target {
        year: 2023,
        value: TargetValue::Figure(amount("9.0")),
    };
    publication.plan.kpis[1].former = FormerKpi {
        names: Former::new(vec![(until, "前の名称".to_owned())]),
        departments: Former::new(vec![(until, DepartmentIx(1))]),
        targets: Former::new(vec![(until, target.clone())]),
    };
    publication.plan.kpis[2].editions.from = Some(newest.year);
    let now = publication.known_to(&newest);
    assert_eq!(now.city, publication.city);
    assert_eq!(now.plan.goals, publication.plan.goals);
    let then = publication.known_to(&first);
    assert_eq!(then.city.departments[0].name, "前の課");
    let direction = &then.plan.goals[0].directions[0];
    assert_eq!(direction.measures[0].departments, [DepartmentIx(1)]);
    assert_eq!(
        direction.measures[1].departments,
        now.plan.goals[0].directions[0].measures[1].departments
    );
    assert_eq!(direction.kpis, [KpiIx(1)], "the other came later");
    let kpi = &then.plan.kpis[1];
    assert_eq!(
        (kpi.name.as_str(), kpi.department, &kpi.target),
        ("前の名称", DepartmentIx(1), &target)
    );
    let has = |edition: &Edition| {
        publication
            .plan
            .kpis_in(edition.year)
            .map(|(ix, _)| ix)
            .collect::<Vec<_>>()
    };
    assert_eq!(has(&first), [KpiIx(0), KpiIx(1)]);
    assert_eq!(has(&newest), [KpiIx(0), KpiIx(1), KpiIx(2)]);
}

#[test]
fn a_kpi_is_what_it_was_in_each_of_its_parts() {
    let year = FiscalYear::new(2021).unwrap();
    let plain = kpi("rate", 0, &["10.0"]);
    let was = |former: FormerKpi| {
        let kpi = Kpi {
            former,
            ..plain.clone()
        };
        let then = kpi.in_edition(year).into_owned();
        (then.name, then.department, then.target.year)
    };
    let same = (plain.name.clone(), plain.department, plain.target.year);
    assert_eq!(was(FormerKpi::default()), same);
    let names = Former::new(vec![(2021, "前の名称".to_owned())]);
    let of = FormerKpi {
        names,
        ..FormerKpi::default()
    };
    assert_eq!(was(of), ("前の名称".to_owned(), same.1, same.2));
    let departments = Former::new(vec![(2021, DepartmentIx(1))]);
    let of = FormerKpi {
        departments,
        ..FormerKpi::default()
    };
    assert_eq!(was(of), (same.0.clone(), DepartmentIx(1), same.2));
    let mut target = plain.target.clone();
    target.year = 2030;
    let targets = Former::new(vec![(2021, target)]);
    let of = FormerKpi {
        targets,
        ..FormerKpi::default()
    };
    assert_eq!(was(of), (same.0, same.1, 2030));
}

#[test]
fn who_reports_to_an_edition() {
    let mut publication = publication();
    let edition = publication.newest().clone();
    let reporting = |publication: &Publication, edition: &Edition| {
        let all = publication.reporting(edition);
        all.map(|(ix, _)| ix.0).collect::<Vec<_>>()
    };
    assert_eq!(reporting(&publication, &edition), [0, 1]);
    let with = |departments: &[usize]| {
        let entries = edition.entries.iter();
        Edition {
            entries: entries
                .filter(|entry| departments.contains(&entry.department.0))
                .cloned()
                .collect(),
            ..edition.clone()
        }
    };
    // The second owns all KPIs.
    assert_eq!(reporting(&publication, &with(&[])), [1]);
    assert_eq!(reporting(&publication, &with(&[0])), [0, 1]);
    for kpi in &mut publication.plan.kpis {
        kpi.editions.until = FiscalYear::new(edition.year.year() - 1);
    }
    assert_eq!(reporting(&publication, &with(&[])), [0; 0]);
    assert_eq!(reporting(&publication, &with(&[0])), [0]);
    let measure = &mut publication.plan.goals[0].directions[0].measures[0];
    assert_eq!(measure.departments_in(edition.year), [DepartmentIx(0), DepartmentIx(1)]);
    measure.former_departments = Former::new(vec![(edition.year.year(), vec![DepartmentIx(1)])]);
    assert_eq!(measure.departments_in(edition.year), [DepartmentIx(1)]);
}

#[test]
fn what_is_known_of_a_rating() {
    let publication = publication();
    let mut edition = publication.newest().clone();
    let rated = edition.ratings[1].as_mut().unwrap();
    rated.reason = Some("人手の不足".to_owned());
    let row = publication.row(&edition, KpiIx(1));
    assert_eq!((row.reason(), row.rating_gap()), (Some("人手の不足"), None));
    assert_eq!(edition.rating(KpiIx(1)), Some(Rating::Delayed));
    edition.ratings[1].as_mut().unwrap().rating = Slot::Empty(Gap::Missing);
    let row = publication.row(&edition, KpiIx(1));
    assert_eq!((row.rating(), row.rating_gap()), (None, Some(&Gap::Missing)));
    // The edition does not have it: nothing is missing.
    edition.ratings[1] = None;
    let row = publication.row(&edition, KpiIx(1));
    assert_eq!((row.rating(), row.rating_gap(), row.reason()), (None, None, None));
    assert_eq!((edition.rating(KpiIx(1)), edition.count(Rating::Delayed)), (None, 0));
}

#[test]
fn a_direction_of_which_nothing_is_left() {
    let direction = publication().plan.goals[0].directions[0].clone();
    let left = |kpis: usize, measures: usize| {
        let mut direction = direction.clone();
        direction.kpis.truncate(kpis);
        direction.measures.truncate(measures);
        direction.is_empty()
    };
    assert!(left(0, 0));
    assert!(!left(1, 0) && !left(0, 1) && !left(1, 1));
}
