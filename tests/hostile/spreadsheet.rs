//! What is opened in a spreadsheet: no cell that we write starts a formula, and numbers stay numbers.

use ayumi::{check, committee, data, manuscript, source::Sources};

use super::walk::{everywhere, full_city, replaced};

const FORMULAS: &[&str] = &[
    "=HYPERLINK(\"http://pwn.example/\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u{3000}=1",
    "\u{a0}=1",
    "\u{200b}=1",
    "\u{feff}=1",
    "\"=1\"",
    "'=1",
    "\"\",=1",
    "a\r\n=1",
    "a\",=1,\"",
    "a;=1",
    "＝1",
    "－1",
    "−1",
    "%0A=1",
];

/// What a spreadsheet may do with a cell: look behind white space, marks that nobody sees and the quotes of a text.
fn is_formula(cell: &str) -> bool {
    let nothing =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
    let start = cell.trim_start_matches(nothing);
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && start.parse::<f64>().is_err()
        || cell.starts_with(['\t', '\r', '\n'])
}

#[test]
fn no_cell_starts_a_formula() {
    let files = full_city();
    for formula in FORMULAS {
        let free = everywhere(&files, |_| (*formula).to_owned());
        // White space before it is dropped or refused in some places.
        assert!(free.len() > 5, "{formula:?}: {}", free.len());
        let sources = Sources::from_files(replaced(&files, &free));
        let checked = check::check(&sources, &manuscript::read(&sources));
        let (report, _) = checked
            .into_report()
            .unwrap_or_else(|faults| panic!("{formula:?}: {faults:#?}"));
        let mut tables = data::files(&report, report.newest());
        tables.push(("committee.csv".to_owned(), committee::sheet(&report, report.newest())));
        let mut cells = 0;
        for (name, bytes) in tables.iter().filter(|(name, _)| name.ends_with(".csv")) {
            let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
            for row in rows.records() {
                for cell in row.unwrap().iter() {
                    let cell = cell.trim_start_matches('\u{FEFF}');
                    assert!(!is_formula(cell), "{name}: {cell:?} of {formula:?}");
                    cells += 1;
                }
            }
        }
        assert!(cells > 200, "{cells} cells");
    }
}

#[test]
fn negative_numbers_stay_numbers() {
    let mut files = full_city();
    let series = String::from_utf8(files["series/kpi.csv"].clone()).unwrap();
    let series = series
        .replace("members,2020,140", "members,2020,-12")
        .replace("satisfaction,2020,64.0", "satisfaction,2020,-0.5");
    files.insert("series/kpi.csv".to_owned(), series.into_bytes());
    let sources = Sources::from_files(files);
    let checked = check::check(&sources, &manuscript::read(&sources));
    let (report, _) = checked.into_report().unwrap_or_else(|faults| panic!("{faults:#?}"));
    for (name, bytes) in data::files(&report, report.newest()) {
        if !["kpi.csv", "kpi-excel.csv"].contains(&name.as_str()) {
            continue;
        }
        let mut rows = csv::Reader::from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes));
        let cells: Vec<String> = rows
            .records()
            .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        for number in ["-12", "-0.5"] {
            assert!(cells.iter().any(|cell| cell == number), "{name}: no {number}");
        }
    }
}
