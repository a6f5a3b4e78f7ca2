//! A table's values as bytes.

use super::{cell::Cell, field::Table};

/// What tells Excel that a CSV file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();
/// A table has room from the start, instead of moving each time it grows.
pub(super) const ROOM: usize = 128 << 10;

/// CSV as RFC 4180 has it: CRLF, one header row.
pub(crate) fn csv<R>(table: &Table<R>, cells: &[Cell]) -> Vec<u8> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.field.name).collect();
    let mut out = String::with_capacity(ROOM);
    out.push_str(&names.join(","));
    let mut rows = Rows::default();
    for row in cells.chunks(names.len()) {
        out.push_str("\r\n");
        rows.push(row, &mut out, |at| if at > 0 { "," } else { "" }, Cell::csv);
    }
    out.push_str("\r\n");
    out.into_bytes()
}

/// The same CSV for Excel, which needs a BOM to know the encoding.
pub(crate) fn for_excel(csv: &[u8]) -> Vec<u8> {
    [BOM, csv].concat()
}

/// An array of objects, keys in the order of the columns; indented as any JSON, but every key is spelt once.
pub(crate) fn json_rows<R>(table: &Table<R>, cells: &[Cell]) -> Vec<u8> {
    let columns = table.columns.iter().enumerate();
    let keys: Vec<String> = columns
        .map(|(at, column)| {
            let before = if at > 0 { ",\n    \"" } else { "\n    \"" };
            [before, column.field.name, "\": "].concat()
        })
        .collect();
    let mut out = String::with_capacity(ROOM);
    out.push('[');
    let mut rows = Rows::default();
    for (at, row) in cells.chunks(keys.len()).enumerate() {
        out.push_str(if at > 0 { ",\n  {" } else { "\n  {" });
        rows.push(row, &mut out, |at| &keys[at], Cell::json);
        out.push_str("\n  }");
    }
    out.push_str(if cells.is_empty() { "]\n" } else { "\n]\n" });
    out.into_bytes()
}

/// Rows as they are written. Those about one thing begin alike, half of each: that is spelt once, and then copied.
#[derive(Default)]
struct Rows<'a, 'c> {
    last: &'a [Cell<'c>],
    /// Where the last row begins in what is written, and where each of its values ends behind that.
    start: usize,
    ends: Vec<usize>,
}

impl<'a, 'c> Rows<'a, 'c> {
    /// Writes a row, with what stands before the value of each column.
    fn push<'b>(
        &mut self,
        row: &'a [Cell<'c>],
        out: &mut String,
        before: impl Fn(usize) -> &'b str,
        spell: impl Fn(&Cell<'c>, &mut String),
    ) {
        let start = out.len();
        let alike = row.iter().zip(self.last);
        let alike = alike.take_while(|(cell, above)| cell.is_the_very(above)).count();
        self.ends.truncate(alike);
        if let Some(end) = self.ends.last() {
            out.extend_from_within(self.start..self.start + end);
        }
        for (at, cell) in row.iter().enumerate().skip(alike) {
            out.push_str(before(at));
            spell(cell, out);
            self.ends.push(out.len() - start);
        }
        (self.last, self.start) = (row, start);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{
        data::{
            cell::Item,
            field::{Column, Kind},
        },
        model::Amount,
    };

    fn table() -> Table<()> {
        let column = |name| Column::maybe(name, "", Kind::Text, "", |()| Cell::Blank);
        Table {
            name: "",
            title: "",
            description: "",
            key: &[],
            columns: vec![column("a"), column("b")],
        }
    }

    fn cells() -> Vec<Cell<'static>> {
        let item = |name: &str| Item {
            id: "id".to_owned(),
            name: name.to_owned(),
        };
        vec![
            Cell::text("一\n\"二\"\t\\\u{7f}\n"),
            Cell::Year(2021),
            Cell::Figure(Amount::parse("-67.5").unwrap()),
            Cell::Blank,
            Cell::code("1-2"),
            Cell::Items(vec![item("一\"二"), item("三")]),
            Cell::Items(Vec::new()),
            Cell::text("a, \"b\"\nc"),
        ]
    }

    #[test]
    fn rows_are_indented_like_any_json() {
        for cells in [cells(), Vec::new()] {
            let rows = json_rows(&table(), &cells);
            let value: Value = serde_json::from_slice(&rows).unwrap();
            let written = serde_json::to_string_pretty(&value).unwrap() + "\n";
            assert_eq!(String::from_utf8(rows).unwrap(), written);
        }
    }

    #[test]
    fn rows_that_begin_alike_are_spelt_alike() {
        let names = ["一\n\"二\"", "三", "一\n\"二\""].map(str::to_owned);
        let row = |name| [Cell::text(&names[name]), Cell::Year(2021)];
        // The third name is the first once more, in another place: nothing of it is known.
        let [copied, spelt] = [[0, 0, 1, 0, 0], [0, 2, 1, 2, 0]].map(|rows| rows.map(row).concat());
        assert_eq!(csv(&table(), &copied), csv(&table(), &spelt));
        assert_eq!(json_rows(&table(), &copied), json_rows(&table(), &spelt));
    }

    #[test]
    fn csv_reads_back() {
        let bytes = csv(&table(), &cells());
        assert!(bytes.starts_with(b"a,b\r\n") && bytes.ends_with(b"\r\n"));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let rows: Vec<Vec<String>> = reader.deserialize().collect::<Result<_, _>>().unwrap();
        let expected = [
            ["一 \"二\" \\", "2021"],
            ["-67.5", ""],
            ["1-2", "一\"二、三"],
            ["", "a, \"b\" c"],
        ];
        assert_eq!(rows, expected);
    }
}
