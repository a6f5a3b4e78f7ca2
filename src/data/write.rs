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
    for row in cells.chunks(names.len()) {
        out.push_str("\r\n");
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            cell.csv(&mut out);
        }
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
    for (at, row) in cells.chunks(keys.len()).enumerate() {
        out.push_str(if at > 0 { ",\n  {" } else { "\n  {" });
        for (key, cell) in keys.iter().zip(row) {
            out.push_str(key);
            cell.json(&mut out);
        }
        out.push_str("\n  }");
    }
    out.push_str(if cells.is_empty() { "]\n" } else { "\n]\n" });
    out.into_bytes()
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
