//! The three tables of `series/`: what is read, and that it reads back when it is written again.

use ayumi::{
    manuscript::{self, KPI_COLUMNS, Manuscript, POPULATION_COLUMNS, RESTATEMENT_COLUMNS},
    source::{Place, Sources},
};

use crate::places::at;

const NAMES: [(&str, &[&str]); 3] = [
    ("series/kpi.csv", KPI_COLUMNS),
    ("series/population.csv", POPULATION_COLUMNS),
    ("series/restatements.csv", RESTATEMENT_COLUMNS),
];

/// Holds for every text: as the whole file, and below the header that the file must have.
pub fn holds(text: &str) {
    for (name, columns) in NAMES {
        read(&Sources::from_files([(name, text)]));
        let below = format!("{}\n{text}", columns.join(","));
        read(&Sources::from_files([(name, below)]));
    }
}

fn read(sources: &Sources) {
    let manuscript = manuscript::read(sources);
    assert_eq!(format!("{manuscript:?}"), format!("{:?}", manuscript::read(sources)));
    for fault in &manuscript.faults {
        at(sources, fault.place);
    }
    places(sources, &manuscript);
    reads_back(&manuscript);
}

fn places(sources: &Sources, manuscript: &Manuscript) {
    let mut last = 0;
    let mut row = |place: Place| {
        assert!(!at(sources, place).is_empty());
        assert!(last <= place.span.start, "rows out of order");
        last = place.span.end;
    };
    manuscript.series.page.iter().flatten().for_each(|line| row(line.place));
    manuscript
        .population
        .page
        .iter()
        .flatten()
        .for_each(|line| row(line.place));
    for line in manuscript.series.page.iter().flatten() {
        let value = at(sources, line.value_place);
        assert_eq!(
            value.trim_matches(['"', ' ', '\u{3000}']).is_empty() && line.value.is_some(),
            false
        );
        // An id that needs little mending is read on mended, and told of.
        let typed = at(sources, line.kpi.place).replace('"', "");
        let mended = manuscript.faults.iter().any(|fault| fault.place == line.kpi.place);
        assert!(mended || typed.trim() == line.kpi.value.as_str(), "{typed:?}");
        let inside = |place: Place| line.place.span.start <= place.span.start && place.span.end <= line.place.span.end;
        assert!(inside(line.kpi.place) && inside(line.year.place) && inside(line.value_place));
        at(sources, line.year.place);
    }
}

/// Rows written as CSV, with quotes about every cell, are the same rows.
fn reads_back(manuscript: &Manuscript) {
    let rows = rows(manuscript);
    if rows.is_empty() {
        return;
    }
    let mut text = format!("{}\r\n", KPI_COLUMNS.join(","));
    for row in &rows {
        let cells = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push_str("\r\n");
    }
    let again = manuscript::read(&Sources::from_files([("series/kpi.csv", text.as_str())]));
    assert_eq!(rows, self::rows(&again), "{text:?}");
}

fn rows(manuscript: &Manuscript) -> Vec<[String; 5]> {
    let rows = manuscript.series.page.iter().flatten();
    rows.map(|row| {
        let status = row.status.map(|status| status.value.word().to_owned());
        [
            row.kpi.value.to_string(),
            row.year.value.to_string(),
            row.value.map(|value| value.value.to_string()).unwrap_or_default(),
            status.unwrap_or_default(),
            row.note.as_ref().map(|note| note.value.clone()).unwrap_or_default(),
        ]
    })
    .collect()
}
