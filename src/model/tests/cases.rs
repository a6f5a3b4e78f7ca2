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
    assert_eq!((row.ix, row.rating()), (KpiIx(1), Some(Rating::Delayed)));
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
        &|edition| edition.ratings[0].as_mut().unwrap().rating = Slot::Empty(Gap::Missing)
    ));
    let answered = |answer: Option<&str>| complete(&|edition| edition.committee = Some(committee(true, answer)));
    assert!(answered(Some("はい")) && !answered(None));
    let mut publication = publication();
    assert!(Report::new(publication.clone()).is_err());
    publication.editions = [whole()].into();
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
    let of_edition = |committee| Edition {
        committee,
        ..edition(2021)
    };
    assert!(of_edition(Some(committee(true, None))).printed_committee().is_some());
    assert!(of_edition(Some(committee(false, None))).printed_committee().is_none());
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

#[test]
fn a_kpis_target_and_differences() {
    let publication = publication();
    let kpi = &publication.plan.kpis[0];
    assert_eq!((kpi.target_text(), kpi.is_milestone()), ("20.0%".to_owned(), false));
    let event = &publication.plan.kpis[2];
    assert_eq!((event.target_text(), event.is_milestone()), ("開設".to_owned(), true));
    let differences = ["1.5", "-7.5", "0"].map(|text| kpi.difference(amount(text)));
    assert_eq!(differences, ["＋1.5ポイント", "－7.5ポイント", "±0ポイント"]);
    let worse = |better, value, than| Kpi { better, ..kpi.clone() }.is_worse(amount(value), amount(than));
    assert!(worse(Better::Higher, "1", "2") && worse(Better::Lower, "2", "1") && worse(Better::Keep, "1", "2"));
    assert!(!worse(Better::Higher, "1", "1.0") && !worse(Better::Lower, "1", "1.0"));
}

/// Each word of a closed list is read, and written as it was read; no two are the same.
#[test]
fn words_and_codes() {
    for (word, status) in Status::WORDS {
        assert_eq!(status.word(), *word);
    }
    let codes = Status::WORDS.iter().map(|(_, status)| status.code());
    assert_eq!(codes.collect::<Vec<_>>(), ["final", "provisional", "pending", "absent"]);
    let kinds = PopulationKind::WORDS
        .iter()
        .map(|(word, kind)| (*word, kind.code(), kind.label()));
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [
            ("実績", "actual", "実績"),
            ("推計", "projection", "推計（現状のまま推移した場合）"),
            ("展望下限", "vision-low", "展望（下限）"),
            ("展望上限", "vision-high", "展望（上限）"),
        ]
    );
    let ratings = Rating::ALL.map(|rating| (rating.word(), rating.spoken(), rating.code(), rating.mark()));
    assert_eq!(
        ratings,
        [
            ("順調", "順調", "on-track", "●"),
            ("現状維持", "現状維持", "unchanged", "■"),
            ("遅延", "遅延", "delayed", "▲"),
            ("－", "評価なし", "not-rated", "－"),
        ]
    );
    for (word, rating) in Rating::WORDS {
        assert_eq!(rating.word(), *word);
    }
    for (word, field) in Field::WORDS {
        assert_eq!(field.label(), *word);
    }
    let steps = [Basis::Fiscal, Basis::Calendar, Basis::Census].map(|basis| (basis.step(), basis.word()));
    assert_eq!(steps, [(1, "年度"), (1, "年"), (5, "年")]);
}

#[test]
fn readings_hold_no_markup() {
    assert!(Reading::new("柏崎", "かしわざき").is_some());
    for (word, reading) in [
        ("", "か"),
        ("柏", ""),
        ("柏<", "か"),
        ("柏", "か&"),
        ("柏;", "か"),
        ("柏\"", "か"),
        ("柏'", "か"),
        ("柏>", "か"),
        ("柏\n", "か"),
        ("lt", "か"),
    ] {
        assert!(Reading::new(word, reading).is_none(), "{word} {reading}");
    }
}

#[test]
fn narratives() {
    let figure = |kpi| {
        Inline::Figure(Figure {
            kpi,
            field: FigureField::Actual,
        })
    };
    let plain = |text: &str| Inline::Text(text.to_owned());
    let link = Inline::Link {
        url: "https://www.example.jp/".to_owned(),
        content: vec![plain("窓口"), figure("a")],
    };
    let inner = vec![
        Inline::Strong(vec![plain("強"), figure("b")]),
        Inline::Emphasis(vec![link]),
        Inline::Deleted(vec![Inline::Code("x".to_owned()), Inline::Break, Inline::PlanPeriod]),
    ];
    let prose = Prose {
        blocks: vec![
            Block::Section(vec![plain("節")]),
            Block::List {
                first: Some(1),
                items: vec![vec![Block::Paragraph(inner)]],
            },
            Block::Data(DataBlock::Parts),
        ],
    };
    assert!(!prose.is_empty() && Prose::<&str> { blocks: Vec::new() }.is_empty());
    let named: Vec<&str> = prose
        .blocks
        .iter()
        .flat_map(|block| block.figures())
        .map(|figure| figure.kpi)
        .collect();
    assert_eq!(named, ["b", "a"]);
    assert_eq!(
        prose.plain(&|figure| format!("<{}>", figure.kpi)),
        "節\n強<b>窓口<a>x\n"
    );
    let list = prose.blocks[1].with_names(&|kpi| (*kpi == "a").then_some(7));
    let renamed = Prose { blocks: vec![list] };
    assert_eq!(renamed.plain(&|figure| figure.kpi.to_string()), "強窓口7x");
    for block in &prose.blocks {
        assert_eq!(block.with_names(&|kpi| Some(*kpi)), *block);
    }
    assert!(
        [
            Block::Paragraph::<&str>(Vec::new()),
            Block::List {
                first: None,
                items: Vec::new()
            }
        ]
        .iter()
        .all(number::is_counted)
    );
    assert!(!number::is_counted(&prose.blocks[0]) && !number::is_counted(&prose.blocks[2]));
    for (data, chapter) in [
        (DataBlock::Parts, ChapterKind::Management),
        (DataBlock::RatingScale, ChapterKind::Management),
        (DataBlock::PolicyTree, ChapterKind::PolicyTree),
        (DataBlock::Projects, ChapterKind::Projects),
        (DataBlock::Goals, ChapterKind::Goals),
        (DataBlock::Population, ChapterKind::Population),
    ] {
        assert_eq!(data.chapter(), chapter);
    }
}
