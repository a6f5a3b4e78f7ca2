//! A table's records as bytes.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::field::{Column, Table};

/// What tells Excel that a CSV file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// CSV as RFC 4180 has it: CRLF, one header row.
pub(crate) fn csv<R>(table: &Table<R>, records: &[R]) -> Vec<u8> {
    const WHY: &str = "writing to memory does not fail, and every row has all columns";
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer
        .write_record(table.columns.iter().map(|column| column.field.name))
        .expect(WHY);
    for record in records {
        for column in &table.columns {
            writer.write_field((column.cell)(record).csv().as_bytes()).expect(WHY);
        }
        writer.write_record(None::<&[u8]>).expect(WHY);
    }
    writer.into_inner().expect(WHY)
}

/// The same CSV for Excel, which needs a BOM to know the encoding.
pub(crate) fn for_excel(csv: &[u8]) -> Vec<u8> {
    [BOM, csv].concat()
}

/// An array of objects, keys in the order of the columns.
pub(crate) fn json_rows<R>(table: &Table<R>, records: &[R]) -> Vec<u8> {
    let rows: Vec<Row<R>> = records
        .iter()
        .map(|record| Row {
            columns: &table.columns,
            record,
        })
        .collect();
    json(&rows)
}

/// Indented JSON with a line end.
pub(crate) fn json(value: &impl Serialize) -> Vec<u8> {
    // A table has room from the start, instead of moving each time it grows.
    let mut bytes = Vec::with_capacity(128 << 10);
    serde_json::to_writer_pretty(&mut bytes, value).expect("keys are strings and writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}

struct Row<'t, R> {
    columns: &'t [Column<R>],
    record: &'t R,
}

impl<R> Serialize for Row<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for column in self.columns {
            map.serialize_entry(column.field.name, &(column.cell)(self.record))?;
        }
        map.end()
    }
}
