//! The committee's sheet: what is written into it comes back, and goes into `committee.yaml` without a change.

use ayumi::{
    check,
    committee::{self, Row},
    manuscript::{self, CommitteePage},
    model::Date,
    source::Sources,
};
use proptest::prelude::*;

use super::{config, support};

const NAME: &str = "reports/2021/committee.yaml";

/// What people type: lines, quotes, YAML's and Excel's own signs. Cells have nothing blank around them.
fn texts(least: &'static str) -> impl Strategy<Value = String> {
    let typed = format!("[あ\"'#:,\\[\\]{{}}&*!|>%@`=+＝－ \\-a1\n\t\u{3000}？。\\\\]{{{least},16}}");
    let typed = prop::string::string_regex(&typed).unwrap();
    // Line separators cannot be seen, and nothing brings them back.
    let seen = |text: String| text.replace(['\u{2028}', '\u{2029}'], "");
    prop_oneof![typed, "\\PC{1,12}"].prop_map(move |text| seen(text).trim().to_owned())
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let about = prop::sample::select(vec!["全体", "shops", "management-1", "1-1-1-sangyo-2"]);
    let meeting = prop::sample::select(vec!["第1回", "第2回：臨時", "書面（8月） #2"]);
    let row = (about, meeting, texts("0"), texts("1")).prop_filter_map(
        "an opinion says something",
        |(about, meeting, who, text)| {
            let row = Row {
                line: 0,
                about: about.to_owned(),
                meeting: meeting.to_owned(),
                who,
                text,
            };
            (!row.text.is_empty() && !row.who.contains('\n')).then_some(row)
        },
    );
    prop::collection::vec(row, 1..6)
}

fn page(text: &str) -> CommitteePage {
    let sources = Sources::from_files([(NAME, text)]);
    let manuscript = manuscript::read(&sources);
    let faults: Vec<_> = manuscript
        .faults
        .iter()
        .filter(|fault| sources.file(fault.place.file).name == NAME)
        .collect();
    assert!(faults.is_empty(), "{text}\n{faults:?}");
    manuscript.editions.into_iter().next().unwrap().committee.unwrap()
}

fn opinions(page: &CommitteePage) -> Vec<[String; 4]> {
    let name = |opinion: &manuscript::OpinionLines| {
        let id = opinion.meeting.as_ref().map(|id| &id.value);
        let meeting = page
            .meetings
            .iter()
            .find(|meeting| meeting.id.as_ref().map(|id| &id.value) == id);
        meeting
            .and_then(|meeting| meeting.name.clone())
            .map_or(String::new(), |name| name.value)
    };
    let text = |value: &Option<ayumi::source::Spanned<String>>| {
        value.as_ref().map_or(String::new(), |value| value.value.clone())
    };
    page.opinions
        .iter()
        .map(|opinion| {
            [
                name(opinion),
                text(&opinion.about),
                text(&opinion.who),
                text(&opinion.text),
            ]
        })
        .collect()
}

fn said(rows: &[Row]) -> Vec<[String; 4]> {
    let mut known = Vec::new();
    for row in rows {
        let row = [
            row.meeting.clone(),
            row.about.clone(),
            row.who.clone(),
            row.text.clone(),
        ];
        if !known.contains(&row) {
            known.push(row);
        }
    }
    known
}

/// As Excel saves it.
fn csv(rows: &[Row]) -> String {
    let mut text = "\u{FEFF}番号,場所,文章,会議,委員,意見\r\n".to_owned();
    for row in rows {
        let cells = [&row.about, "", "", &row.meeting, &row.who, &row.text];
        let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text.push_str(&format!("{}\r\n", cells.join(",")));
    }
    text
}

/// What the sheet drops: the apostrophe that keeps a text from being a formula.
fn guarded(text: &str) -> bool {
    text.starts_with('\'')
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_into_the_sheet_comes_out_of_it(rows in rows()) {
        prop_assume!(rows.iter().all(|row| !guarded(&row.text) && !guarded(&row.who)));
        let read = committee::read(csv(&rows).as_bytes()).unwrap();
        prop_assert_eq!(said(&read), said(&rows));
        prop_assert_eq!(read.len(), rows.len());
    }

    #[test]
    fn opinions_go_into_the_file_and_nothing_is_added_twice(rows in rows(), more in rows()) {
        let date = Date::new(2021, 8, 20);
        let once = committee::merge(None, &rows, None, date).unwrap();
        prop_assert_eq!(opinions(&page(&once.text)), said(&rows));
        let again = committee::merge(Some(&once.text), &rows, None, date).unwrap();
        prop_assert_eq!((&again.text, again.added, again.known), (&once.text, 0, rows.len()));
        let both = committee::merge(Some(&once.text), &more, None, date).unwrap();
        let all: Vec<Row> = rows.iter().chain(&more).cloned().collect();
        prop_assert_eq!(opinions(&page(&both.text)), said(&all));
    }

    #[test]
    fn no_bytes_upset_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..60), cells in "[\",\n\r番号会議委員意見a=']{0,40}") {
        let _ = committee::read(&bytes);
        let _ = committee::read(format!("番号,会議,委員,意見\n{cells}").as_bytes());
    }
}

/// The empty sheet of a real report has a row for everything that can be spoken of, and each number is understood.
#[test]
fn every_row_of_the_sheet_can_be_spoken_of() {
    let sources = Sources::from_files(support::small_city());
    let checked = check::check(&sources, &manuscript::read(&sources));
    let publication = checked.publication.unwrap();
    let sheet = String::from_utf8(committee::sheet(&publication, publication.newest())).unwrap();
    let mut reader = csv::Reader::from_reader(sheet.trim_start_matches('\u{FEFF}').as_bytes());
    let numbers: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert!(numbers.len() > 20, "{numbers:?}");
    let rows: Vec<Row> = numbers
        .iter()
        .map(|about| Row {
            line: 0,
            about: about.clone(),
            meeting: "第1回".to_owned(),
            who: String::new(),
            text: "意見です。".to_owned(),
        })
        .collect();
    let mut files = support::small_city();
    let merged = committee::merge(None, &rows, None, Date::new(2021, 8, 20)).unwrap();
    files.insert(NAME.to_owned(), merged.text.into_bytes());
    let sources = Sources::from_files(files);
    let found = check::check(&sources, &manuscript::read(&sources)).diagnostics;
    let unknown: Vec<_> = found
        .iter()
        .filter(|finding| finding.code == "opinion-about-unknown")
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
