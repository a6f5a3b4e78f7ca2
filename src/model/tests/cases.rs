//! What editions, rows, figures, numbers and the committee's record say of a small publication.

use std::num::NonZeroU8;

use super::*;

fn figure(publication: &Publication, kpi: usize, field: FigureField) -> String {
    let kpi = KpiIx(kpi);
    publication.figure(publication.newest(), &Figure { kpi, field })
}

#[test]
fn a_row_shows_the_years_of_its_edition() {
    let publication = publication();
    let years = |kpi| {
        let row = publication.row(publication.newest(), KpiIx(kpi));
        let cells = [row.baseline, row.previous, row.actual];
        (cells.map(|cell| cell.period.year), cells.map(|cell| cell.value()))
    };
    let shown = |values: [&str; 3]| values.map(|value| Amount::parse(value).ok());
    assert_eq!(years(0), ([2018, 2019, 2020], shown(["10.0", "12.5", "11.0"])));
    // A statistic that is one year behind.
    assert_eq!(years(1), ([2018, 2018, 2019], shown(["10.0", "10.0", "12.5"])));
    let row = publication.row(publication.newest(), KpiIx(1));
    assert_eq!((row.ix, row.rated.rating.filled()), (KpiIx(1), Some(&Rating::Delayed)));
    assert_eq!(row.actual.status(), Status::Final);
    let nothing = Cell {
        period: row.actual.period,
        observation: None,
    };
    assert_eq!((nothing.status(), nothing.value()), (Status::Absent, None));
}

#[test]
fn figures_by_reference() {
    use FigureField::*;
    let publication = publication();
    let shown = |kpi| [Baseline, Previous, Actual, Target, Change].map(|field| figure(&publication, kpi, field));
    assert_eq!(shown(0), ["10.0%", "12.5%", "11.0%", "20.0%", "－1.5ポイント"]);
    assert_eq!(shown(1), ["10.0%", "10.0%", "12.5%", "20.0%", "＋2.5ポイント"]);
    assert_eq!(shown(2), ["－", "－", "－", "開設", "－"]);
}

#[test]
fn an_edition_knows_what_was_known_when_it_appeared() {
    let mut publication = publication();
    publication.plan.kpis[0].restatements = vec![Restatement {
        year: 2019,
        before: Some(amount("12.0")),
        after: Some(amount("12.5")),
        date: Date::new(2022, 1, 10).unwrap(),
        reason: "訂正".to_owned(),
    }];
    let rows = |known: &Publication, kpi: usize| -> Vec<(u16, Option<String>, Status)> {
        let rows = known.plan.kpis[kpi].series.rows().iter();
        rows.map(|row| (row.year, row.value.map(|value| value.to_string()), row.status))
            .collect()
    };
    let of = |year, value: &str| (year, Some(value.to_owned()), Status::Final);
    let known = publication.known_to(publication.newest());
    assert_eq!(rows(&known, 0), [of(2018, "10.0"), of(2019, "12.0"), of(2020, "11.0")]);
    assert_eq!(rows(&known, 1), [of(2018, "10.0"), of(2019, "12.5")]);
    let years = |known: &Publication| {
        known
            .population
            .points
            .iter()
            .map(|point| point.year)
            .collect::<Vec<_>>()
    };
    assert_eq!(years(&known), [2020, 2060]);
    let first = publication.known_to(&publication.editions[0]);
    assert_eq!((rows(&first, 0), years(&first)), (vec![of(2018, "10.0")], vec![2060]));
}

/// A dash that was printed where a value stands today, and a value that was withdrawn.
#[test]
fn what_was_to_come_is_to_come_in_the_earlier_edition() {
    let mut kpi = kpi("rate", 0, &["10.0", "12.5", "-"]);
    let date = Date::new(2022, 1, 10).unwrap();
    let change = |year, before: Option<&str>, after: Option<&str>| Restatement {
        year,
        before: before.map(amount),
        after: after.map(amount),
        date,
        reason: "訂正".to_owned(),
    };
    kpi.restatements = vec![change(2019, None, Some("12.5")), change(2020, Some("13.0"), None)];
    let rows = kpi.series_known_to(2020, YearMonth::new(2021, 9).unwrap());
    let status: Vec<_> = rows
        .rows()
        .iter()
        .map(|row| (row.value.is_some(), row.status))
        .collect();
    assert_eq!(
        status,
        [(true, Status::Final), (false, Status::Pending), (true, Status::Final)]
    );
}

#[test]
fn the_edition_before_is_the_last_one_before_a_gap() {
    let publication = publication();
    let [first, newest] = &publication.editions[..] else {
        panic!()
    };
    assert_eq!(publication.newest().year, newest.year);
    assert_eq!(publication.before(newest).map(|edition| edition.year), Some(first.year));
    assert_eq!(publication.before(first), None);
}

#[test]
fn an_edition_is_complete_when_nothing_is_missing() {
    let whole = || {
        let mut edition = edition(2021);
        for entry in &mut edition.entries {
            entry.challenges = Slot::Filled(text("課題"));
        }
        edition
    };
    let complete = |change: &dyn Fn(&mut Edition)| {
        let mut edition = whole();
        change(&mut edition);
        edition.is_complete()
    };
    assert!(complete(&|_| {}));
    assert!(!complete(&|edition| edition.front_gap = Some(Gap::Missing)));
    assert!(!complete(&|edition| edition.chapters[1].gap = Some(Gap::Missing)));
    assert!(!complete(
        &|edition| edition.entries[2].programs = Slot::Empty(Gap::Missing)
    ));
    assert!(!complete(
        &|edition| edition.ratings[0].rating = Slot::Empty(Gap::Missing)
    ));
    let answered = |answer: Option<&str>| complete(&|edition| edition.committee = Some(committee(true, answer)));
    assert!(answered(Some("はい")) && !answered(None));
    let mut publication = publication();
    assert!(Report::new(publication.clone()).is_err());
    publication.editions = vec![whole()];
    assert!(Report::new(publication).is_ok());
}

#[test]
fn parts_of_an_edition() {
    let edition = edition(2021);
    let found = edition.entry(code("1-1-1"), DepartmentIx(1)).unwrap();
    assert_eq!((found.measure, found.department), (code("1-1-1"), DepartmentIx(1)));
    assert_eq!(edition.entry(code("1-1-2"), DepartmentIx(1)), None);
    assert_eq!(found.gaps().collect::<Vec<_>>(), [(Field::Challenges, &Gap::Missing)]);
    assert_eq!((edition.count(Rating::OnTrack), edition.count(Rating::Delayed)), (2, 1));
    assert_eq!(edition.number(ChapterKind::Goals), Some(2));
    assert_eq!(edition.number(ChapterKind::Management), None);
    assert!(edition.chapters[0].has(DataBlock::Goals) && !edition.chapters[0].has(DataBlock::Parts));
    assert_eq!(ChapterKind::PolicyTree.id(), "policy-tree");
}

#[test]
fn a_committees_record() {
    assert!(committee(true, None).is_printed() && !committee(false, None).is_printed());
    let nothing = Committee {
        opinions: Vec::new(),
        ..committee(true, None)
    };
    assert!(!nothing.is_printed() && nothing.is_complete());
    assert!(committee(true, Some("はい")).is_complete() && committee(false, None).is_complete());
    let with = |change: fn(&mut Committee)| {
        let mut record = committee(true, Some("はい"));
        change(&mut record);
        record.is_complete()
    };
    assert!(!with(|record| record.opinions[0].meeting = None));
    assert!(!with(
        |record| record.opinions[0].about = Subject::Unknown("x".to_owned())
    ));
    assert!(!with(|record| record.meetings[0].date = None));
}

#[test]
fn numbers_and_their_names() {
    let publication = publication();
    let edition = publication.newest();
    let entry = edition.entry(code("1-1-1"), DepartmentIx(1)).unwrap();
    let firsts = Field::ALL.map(|field| number::first(entry, field));
    // Two paragraphs, a gap that keeps one number for itself, one paragraph, one list of programmes.
    assert_eq!(firsts, [1, 3, 4, 5]);
    let goal = GoalCode(NonZeroU8::MIN);
    for (home, key, short, label) in [
        (
            Home::Entry(code("1-1-1"), DepartmentIx(1)),
            "1-1-1-hoiku-3",
            "3",
            "I-1-(1) 保育課",
        ),
        (Home::Chapter(ChapterKind::Goals), "goals-3", "3", "第2章"),
        (Home::Goal(goal), "goal-1-3", "3", "基本目標I"),
        (Home::Project(2), "project-2-3", "3", "重点プロジェクト2"),
        (Home::Part(1), "part-1-3", "3", "計画 第1編"),
        (Home::RatingNote, "rating-3", "評3", "進捗状況の考え方"),
        (
            Home::Level(Rating::Delayed),
            "rating-delayed-3",
            "3",
            "進捗状況「遅延」",
        ),
    ] {
        assert_eq!(home.key(&publication, 3), key);
        assert_eq!(home.anchor(&publication, 3), format!("p-{key}"));
        assert_eq!(
            (home.short(3).as_str(), home.label(&publication, edition).as_str()),
            (short, label)
        );
        let department = |id: &Id| {
            publication
                .departments()
                .find(|(_, known)| known.id == *id)
                .map(|(ix, _)| ix)
        };
        assert_eq!(Home::parse(key, department), Some((home, 3)), "{key}");
    }
    let rows = [0, 1, 2].map(|ix| number::kpi(&publication, KpiIx(ix)));
    assert_eq!(rows, ["重点1 KPI1", "I-1 KPI2", "I-1 KPI1"]);
    let mut unplaced = publication.clone();
    unplaced.plan.goals.clear();
    assert_eq!(number::kpi(&unplaced, KpiIx(1)), "KPI2");
}

#[test]
fn the_plan_in_order() {
    let plan = publication().plan;
    assert_eq!(plan.period(), "令和2（2020）年度から令和6（2024）年度まで");
    assert_eq!(
        plan.goal_codes().map(|code| code.to_string()).collect::<Vec<_>>(),
        ["1"]
    );
    assert_eq!(
        plan.measures().map(|measure| measure.code).collect::<Vec<_>>(),
        [code("1-1-1"), code("1-1-2")]
    );
    assert_eq!(
        plan.kpis().map(|(ix, kpi)| (ix, kpi.id.to_string())).last(),
        Some((KpiIx(2), "opened".to_owned()))
    );
    assert_eq!(
        plan.programs().map(|(ix, program)| (ix, &program.name)).next(),
        Some((ProgramIx(0), &plan.program(ProgramIx(0)).name))
    );
}
