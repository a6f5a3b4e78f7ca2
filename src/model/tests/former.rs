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
