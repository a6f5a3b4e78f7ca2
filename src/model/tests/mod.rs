//! A small publication made by hand, for the tests beside this file.

mod cases;
mod former;

use super::*;

fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap()
}

fn text(words: &str) -> Prose {
    let paragraph = |words: &str| Block::Paragraph(vec![Inline::Text(words.to_owned())]);
    Prose {
        blocks: words.split_whitespace().map(paragraph).collect(),
    }
}

/// A KPI of fiscal years from 2018 on; `-` is a year without a value.
fn kpi(id: &str, lag: u16, values: &[&str]) -> Kpi {
    let rows = (2018..).zip(values).map(|(year, value)| Observation {
        year,
        value: Amount::parse(value).ok(),
        status: if *value == "-" { Status::Pending } else { Status::Final },
        note: None,
    });
    Kpi {
        id: Id::parse(id).unwrap(),
        name: "数".to_owned(),
        unit: Some("%".to_owned()),
        decimals: 1,
        department: DepartmentIx(1),
        better: Better::Higher,
        kind: Kind::Rate,
        basis: Basis::Fiscal,
        lag,
        baseline: 2018,
        target: Target {
            year: 2024,
            value: TargetValue::Figure(amount("20.0")),
        },
        formula: None,
        source: None,
        note: None,
        series: Series::new(rows.collect()),
        restatements: Vec::new(),
        editions: Lasting::default(),
        former: FormerKpi::default(),
    }
}

fn code(text: &str) -> MeasureCode {
    MeasureCode::parse(text).unwrap()
}

fn entry(measure: &str, department: usize) -> Entry {
    Entry {
        measure: code(measure),
        department: DepartmentIx(department),
        achievements: Slot::Filled(text("一 二")),
        challenges: Slot::Empty(Gap::Missing),
        outlook: Slot::Filled(text("三")),
        programs: Slot::Filled(vec![ProgramIx(0)]),
    }
}

fn edition(year: u16) -> Edition {
    let chapter = |kind| Chapter {
        kind,
        title: "章".to_owned(),
        body: Prose {
            blocks: vec![Block::Data(DataBlock::Goals)],
        },
        gap: None,
    };
    let rated = |kpi, rating| {
        Some(Rated {
            kpi: KpiIx(kpi),
            rating: Slot::Filled(rating),
            reason: None,
        })
    };
    Edition {
        year: FiscalYear::new(year).unwrap(),
        performance: FiscalYear::new(year - 1).unwrap(),
        published: YearMonth::new(year, 9).unwrap(),
        chapters: vec![chapter(ChapterKind::Projects), chapter(ChapterKind::Goals)],
        entries: vec![entry("1-1-1", 0), entry("1-1-1", 1), entry("1-1-2", 0)],
        ratings: vec![
            rated(0, Rating::OnTrack),
            rated(1, Rating::Delayed),
            rated(2, Rating::OnTrack),
        ],
        committee: None,
        front_gap: None,
    }
}

fn publication() -> Publication {
    let department = |id: &str, name: &str| Department {
        id: Id::parse(id).unwrap(),
        name: name.to_owned(),
        former_names: Former::default(),
    };
    let mut opened = kpi("opened", 0, &["-", "-"]);
    opened.target.value = TargetValue::Milestone("開設".to_owned());
    let measure = |text| Measure {
        code: code(text),
        name: "施策".to_owned(),
        departments: vec![DepartmentIx(0), DepartmentIx(1)],
        former_departments: Former::default(),
    };
    let direction = Direction {
        name: "方向".to_owned(),
        kpis: vec![KpiIx(2), KpiIx(1)],
        measures: vec![measure("1-1-1"), measure("1-1-2")],
    };
    Publication {
        city: City {
            name: "見本市".to_owned(),
            code: MunicipalityCode::parse("152056").unwrap(),
            contact: Contact {
                department: DepartmentIx(0),
                phone: None,
                mail: None,
                url: None,
            },
            licence: Licence::None,
            base_url: None,
            departments: vec![department("nosei", "農政課"), department("hoiku", "保育課")],
        },
        plan: Plan {
            title: "総合戦略".to_owned(),
            short_title: "戦略".to_owned(),
            from: FiscalYear::new(2020).unwrap(),
            to: FiscalYear::new(2024).unwrap(),
            top_goal: "目標".to_owned(),
            parts: Vec::new(),
            rating_note: text(""),
            rating_levels: Vec::new(),
            projects: vec![PriorityProject {
                name: "重点".to_owned(),
                description: text(""),
                kpis: vec![KpiIx(0)],
            }],
            goals: vec![Goal {
                name: "目標".to_owned(),
                introduction: text(""),
                directions: vec![direction],
            }],
            kpis: vec![
                kpi("rate", 0, &["10.0", "12.5", "11.0", "14.0"]),
                kpi("late", 1, &["10.0", "12.5", "-", "13.0"]),
                opened,
            ],
            programs: vec![Program {
                id: Id::parse("market").unwrap(),
                name: "市場事業".to_owned(),
            }],
        },
        population: Population {
            points: [
                (2020, PopulationKind::Actual),
                (2025, PopulationKind::Actual),
                (2060, PopulationKind::Projection),
            ]
            .map(|(year, kind)| PopulationPoint {
                year,
                kind,
                value: Amount::whole(100),
                note: None,
            })
            .to_vec(),
        },
        readings: [].into(),
        editions: [edition(2019), edition(2021)].into(),
    }
}

fn committee(print: bool, answer: Option<&str>) -> Committee {
    Committee {
        print,
        meetings: vec![Meeting {
            id: Id::parse("first").unwrap(),
            name: "第1回".to_owned(),
            date: Date::new(2021, 8, 20),
        }],
        opinions: vec![Opinion {
            meeting: Some(0),
            who: None,
            about: Subject::Whole,
            text: "意見".to_owned(),
            answer: answer.map(str::to_owned),
            change: None,
        }],
    }
}
