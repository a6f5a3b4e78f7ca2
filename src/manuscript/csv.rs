//! CSV text to rows of cells, each with its place. Written here because positions are the point: libraries know records
//! only, and accept a quote that is never closed.

use std::{borrow::Cow, ops::Range};

use memchr::memchr3;

use super::{fault::FaultKind, faults::Faults};
use crate::source::{FileId, Place, Span, Spanned};

/// One data row: as many cells as the header has columns.
#[derive(Debug, Clone)]
pub struct Row<'s> {
    /// The whole row.
    pub place: Place,
    /// Trimmed texts in the order of the columns; most stand in the file as they read.
    pub cells: Vec<Spanned<Cow<'s, str>>>,
}

/// The data rows below a header that must be exactly `columns`. Rows of another width are faults and left out; but of the
/// columns behind the first `needed` a row may lack those at its end, as Excel leaves them out where they are empty.
pub(super) fn read<'s>(
    text: &'s str,
    file: FileId,
    columns: &'static [&'static str],
    needed: usize,
    faults: &mut Faults,
) -> Vec<Row<'s>> {
    let mut rows = records(text, file, columns.len(), faults).into_iter();
    let place = |span| Place { file, span };
    let Some(mut header) = rows.next() else {
        faults.push(place(Span::new(0, 0)), FaultKind::CsvHeader { expected: columns });
        return Vec::new();
    };
    // Excel saves a column that was once used, or only formatted, as one more comma in the header and in every row.
    let surplus = |row: &Row| row.cells.len().saturating_sub(columns.len());
    let most = surplus(&header);
    let nameless = drop_empty(&mut header, most);
    if !header.cells.iter().map(|cell| &*cell.value).eq(columns.iter().copied()) {
        faults.push(header.place, FaultKind::CsvHeader { expected: columns });
        return Vec::new();
    }
    rows.map(|mut row| {
        // No more than the header's: a comma too many within the row must not push a value into the next column.
        let most = surplus(&row).min(nameless);
        drop_empty(&mut row, most);
        if (needed..columns.len()).contains(&row.cells.len()) {
            let end = row.place.span.end as usize;
            let value = Cow::default();
            let place = place(Span::new(end, end));
            row.cells.resize(columns.len(), Spanned { value, place });
        }
        row
    })
    .filter(|row| {
        // Excel leaves rows of nothing but commas behind.
        if row.cells.iter().all(|cell| cell.value.is_empty()) {
            return false;
        }
        let fits = row.cells.len() == columns.len();
        if !fits {
            let kind = FaultKind::CsvCells {
                found: row.cells.len(),
                expected: columns.len(),
            };
            faults.push(row.place, kind);
        }
        fits
    })
    .collect()
}

/// Takes empty cells from the end, `most` at the most, and says how many they were.
fn drop_empty(row: &mut Row, most: usize) -> usize {
    let empty = row.cells.iter().rev().take_while(|cell| cell.value.is_empty()).count();
    let dropped = empty.min(most);
    row.cells.truncate(row.cells.len() - dropped);
    dropped
}

fn records<'s>(text: &'s str, file: FileId, columns: usize, faults: &mut Faults) -> Vec<Row<'s>> {
    let bytes = text.as_bytes();
    let mut rows = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut cells = Vec::with_capacity(columns);
        loop {
            let (cell, next) = cell(text, at, file, faults);
            cells.push(cell);
            at = next;
            if bytes.get(at) != Some(&b',') {
                break;
            }
            at += 1;
        }
        let end = at;
        // Behind the last cell stands a line ending or the end of the text.
        at += match &bytes[at..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        let blank = cells.len() == 1 && cells[0].value.is_empty();
        if !blank {
            rows.push(Row {
                place: Place {
                    file,
                    span: Span::new(start, end),
                },
                cells,
            });
        }
    }
    rows
}

/// The cell that begins at `at`, and the offset of the comma, line ending or end behind it.
fn cell<'s>(text: &'s str, at: usize, file: FileId, faults: &mut Faults) -> (Spanned<Cow<'s, str>>, usize) {
    let bytes = text.as_bytes();
    let place = |start: usize, end: usize| Place {
        file,
        span: Span::new(start, end),
    };
    let end_behind = |at: usize| memchr3(b',', b'\n', b'\r', &bytes[at..]).map_or(text.len(), |found| at + found);
    if bytes.get(at) != Some(&b'"') {
        let end = end_behind(at);
        return (trimmed(text, at..end, file), end);
    }
    let mut value = String::new();
    let mut from = at + 1;
    // The closing quote, unless what it closes was never meant as one cell.
    let closing = loop {
        let Some(quote) = text[from..].find('"').map(|found| from + found) else {
            break None;
        };
        value.push_str(&text[from..quote]);
        if bytes.get(quote + 1) == Some(&b'"') {
            value.push('"');
            from = quote + 2;
            continue;
        }
        // The quote that opens a cell of a later row closes nothing.
        let opens = value.contains(['\n', '\r']) && !text[quote + 1..end_behind(quote + 1)].trim().is_empty();
        break (!opens).then_some(quote);
    };
    let Some(quote) = closing else {
        // Never closed: what stands before the comma is all it can have meant.
        faults.push(place(at, at + 1), FaultKind::CsvQuote);
        let end = end_behind(at);
        return (trimmed(text, at + 1..end, file), end);
    };
    // Anything between the closing quote and the comma is kept, as spreadsheets do.
    let end = end_behind(quote + 1);
    if from == at + 1 && end == quote + 1 {
        return (trimmed(text, from..quote, file), end);
    }
    value.push_str(&text[quote + 1..end]);
    let value = value.trim().to_owned().into();
    let place = place(at, end);
    (Spanned { value, place }, end)
}

/// A cell that is written as it reads: its place is that of its text alone, without blanks and quotes.
fn trimmed(text: &str, range: Range<usize>, file: FileId) -> Spanned<Cow<'_, str>> {
    let raw = &text[range.clone()];
    let value = raw.trim();
    let start = range.start + (raw.len() - raw.trim_start().len());
    let place = Place {
        file,
        span: Span::new(start, start + value.len()),
    };
    Spanned {
        value: value.into(),
        place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[&str] = &["kpi", "value"];

    fn read_all(text: &str) -> (Vec<Vec<String>>, usize) {
        let mut faults = Faults::default();
        let rows = read(text, FileId(0), COLUMNS, COLUMNS.len(), &mut faults);
        let cells = |row: Row| row.cells.into_iter().map(|cell| cell.value.into_owned()).collect();
        (rows.into_iter().map(cells).collect(), faults.into_list().len())
    }

    #[test]
    fn rows_of_a_spreadsheet() {
        let (rows, faults) = read_all("kpi,value\r\na,1\r\n\"b \"\"x\"\"\",\"1,000\"\r\n,,\r\n\r\n");
        assert_eq!(rows, [["a", "1"], ["b \"x\"", "1,000"]]);
        assert_eq!(faults, 0);
    }

    #[test]
    fn columns_without_a_name_are_left_out_where_the_header_has_them() {
        let (rows, faults) = read_all("kpi,value,,\na,,,\nb,\nc,2,,\n");
        assert_eq!(rows, [["a", ""], ["b", ""], ["c", "2"]]);
        assert_eq!(faults, 0);
        assert_eq!(read_all("kpi,value,\na,1,800,\n"), (vec![], 1));
        assert_eq!(read_all("kpi,value\na,1,\n"), (vec![], 1));
    }

    #[test]
    fn empty_cells_at_the_end_may_be_left_out() {
        let mut faults = Faults::default();
        let rows = read("kpi,value\na\n\n,\n", FileId(0), COLUMNS, 1, &mut faults);
        let cells: Vec<_> = rows[0].cells.iter().map(|cell| &*cell.value).collect();
        assert_eq!((rows.len(), cells), (1, vec!["a", ""]));
        assert!(faults.into_list().is_empty());
    }

    #[test]
    fn what_does_not_fit_is_a_fault() {
        assert_eq!(read_all("kpi;value\n"), (vec![], 1));
        assert_eq!(read_all(""), (vec![], 1));
        assert_eq!(read_all("kpi,value\na\nb,2\n").1, 1);
        assert_eq!(read_all("kpi,value,,\na,1,,x\n"), (vec![], 1));
        assert_eq!(
            read_all("kpi,value\na,\"1\nb,2\n"),
            (vec![vec!["a".into(), "1".into()], vec!["b".into(), "2".into()]], 1)
        );
        // Two of them are not one cell over the rows between.
        assert_eq!(
            read_all("kpi,value\na,\"1\nb,2\nc,\"3\n"),
            (
                vec![
                    vec!["a".into(), "1".into()],
                    vec!["b".into(), "2".into()],
                    vec!["c".into(), "3".into()]
                ],
                2
            )
        );
        assert_eq!(read_all("kpi,value\ra,\"1\rb,2\rc,\"3\r").1, 2);
        assert_eq!(read_all("kpi,value\na,\"1\n2\"\nb,\"3\n4\" \n").1, 0);
    }

    #[test]
    fn cells_know_their_place() {
        for (typed, place) in [
            (" 12 ", "12"),
            ("\"12件\"", "12件"),
            ("\" 12 \"", "12"),
            ("\"1\"\"2\"", "\"1\"\"2\""),
            ("\"1\"2", "\"1\"2"),
            ("\"12", "12"),
        ] {
            let text = format!("kpi,value\nあ,{typed}\n");
            let rows = read(&text, FileId(0), COLUMNS, COLUMNS.len(), &mut Faults::default());
            let span = rows[0].cells[1].place.span;
            assert_eq!(&text[span.start as usize..span.end as usize], place, "{typed}");
        }
    }
}
