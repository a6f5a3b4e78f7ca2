//! Tables: what is written as CSV reads back, from our reader and from our open data.

use ayumi::{
    manuscript::{self, KPI_COLUMNS, Manuscript},
    source::Sources,
};
use proptest::{prelude::*, test_runner::Config};

use super::{config, support};

type Cells = [String; 5];

fn notes() -> impl Strategy<Value = String> {
    prop_oneof!["[あ\",;'=+@＝－ \\-a1\n\r\u{3000}]{0,12}", "\\PC{0,12}",].prop_map(|text| text.trim().to_owned())
}

fn rows() -> impl Strategy<Value = Vec<Cells>> {
    let value = prop_oneof![Just(String::new()), "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?"];
    let status = prop::sample::select(vec!["", "確定", "速報", "未確定", "なし"]);
    let row = ("[a-z]{5,8}", 1926u16..=2100, value, status, notes());
    let row = row.prop_map(|(kpi, year, value, status, note)| [kpi, year.to_string(), value, status.to_owned(), note]);
    prop::collection::vec(row, 0..8)
}

/// As a spreadsheet writes it: quotes where they are needed, or everywhere.
fn written(rows: &[Cells], quote_all: bool, line_end: &str) -> String {
    let cell = |cell: &String| {
        if quote_all || cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let mut text = format!("{}{line_end}", KPI_COLUMNS.join(","));
    for row in rows {
        text.push_str(&row.iter().map(cell).collect::<Vec<_>>().join(","));
        text.push_str(line_end);
    }
    text
}

fn read(text: &str) -> (Manuscript, Sources) {
    let sources = Sources::from_files([("series/kpi.csv", text)]);
    (manuscript::read(&sources), sources)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rows_read_back_with_their_places(rows in rows(), quote_all in any::<bool>(), crlf in any::<bool>(), bom in any::<bool>()) {
        let text = written(&rows, quote_all, if crlf { "\r\n" } else { "\n" });
        let text = if bom { format!("\u{FEFF}{text}") } else { text };
        let (manuscript, sources) = read(&text);
        prop_assert!(manuscript.faults.is_empty(), "{:?}", manuscript.faults);
        let read = manuscript.series.page.unwrap();
        prop_assert_eq!(read.len(), rows.len());
        for (read, [kpi, year, value, status, note]) in read.iter().zip(&rows) {
            prop_assert_eq!(read.kpi.value.as_str(), kpi);
            prop_assert_eq!(sources.text(read.kpi.place).trim_matches('"'), kpi);
            prop_assert_eq!(read.year.value.to_string(), year.as_str());
            let zero = value.trim_start_matches(['-', '0', '.']).is_empty();
            let shown = read.value.map(|value| value.value.to_string()).unwrap_or_default();
            prop_assert_eq!(&shown, if zero { value.trim_start_matches('-') } else { value });
            prop_assert_eq!(read.status.map_or("", |status| status.value.word()), status);
            prop_assert_eq!(read.note.as_ref().map_or("", |note| &note.value), note);
        }
    }

    /// One row that does not fit is told of, and the others are read.
    #[test]
    fn a_row_too_long_or_too_short_stands_alone(rows in rows(), cells in 2usize..12, at in any::<prop::sample::Index>()) {
        // Of the columns behind the value a row may lack those at its end.
        prop_assume!(!(3..=KPI_COLUMNS.len()).contains(&cells));
        let mut lines: Vec<String> = written(&rows, true, "\u{0}").split_terminator('\u{0}').map(str::to_owned).collect();
        let at = 1 + at.index(lines.len());
        lines.insert(at, vec!["x"; cells].join(","));
        let (manuscript, sources) = read(&format!("{}\n", lines.join("\n")));
        let places: Vec<&str> = manuscript.faults.iter().map(|fault| sources.text(fault.place)).collect();
        prop_assert_eq!(places, [lines[at].as_str()]);
        prop_assert_eq!(manuscript.series.page.map(|rows| rows.len()), Some(rows.len()));
    }
}

proptest! {
    // Each of these is a whole report.
    #![proptest_config(Config { cases: 6, ..config() })]

    /// A remark in the series comes out of the open data as it went in, on one line, and never as a formula.
    #[test]
    fn a_note_goes_through_to_the_open_data(note in notes()) {
        let plain = |c: char| !c.is_control() && c != '\u{2028}' && c != '\u{2029}';
        let line: Vec<&str> = note.split(|c| !plain(c) || c == ' ').filter(|word| !word.is_empty()).collect();
        prop_assume!(!note.contains(['<', '\u{FEFF}']));
        let mut files = support::small_city();
        let series = String::from_utf8(files["series/kpi.csv"].clone()).unwrap();
        let cell = format!("\"{}\"", note.replace('"', "\"\""));
        let series = series.replace("members,2020,140,,", &format!("members,2020,140,,{cell}"));
        files.insert("series/kpi.csv".to_owned(), series.into_bytes());
        let sources = Sources::from_files(files);
        let checked = ayumi::check::check(&sources, &manuscript::read(&sources));
        // Characters that no report may hold are findings; that is another test's matter.
        prop_assume!(checked.diagnostics.iter().all(|finding| finding.severity == ayumi::diagnostic::Severity::Warning));
        let site = support::site(&sources);
        let bytes = site.get("2021/data/kpi.csv").unwrap();
        let mut reader = csv::Reader::from_reader(bytes);
        let at = |name: &str, header: &csv::StringRecord| header.iter().position(|known| known == name).unwrap();
        let header = reader.headers().unwrap().clone();
        let (id, year, note_at) = (at("kpi_id", &header), at("year", &header), at("note", &header));
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let row = rows.iter().find(|row| &row[id] == "members" && &row[year] == "2020").unwrap();
        let text = line.join(" ");
        let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        prop_assert_eq!(&row[note_at], if formula { format!("'{text}") } else { text });
    }
}
