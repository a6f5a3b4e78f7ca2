//! Open data: what an edition says, as files for machines. Pure: a publication and one of its editions in, bytes out.
//!
//! `kpi`, `entry`, `population` and `codes` are the tables. A table is a list of columns, each a field with its
//! description and the function that takes the value from a record: the CSV header, the JSON keys, the schema of
//! `datapackage.json` and the page オープンデータ all come from that one list. `cell`, `write` and `json` know how a value
//! is spelt, `package` and `linked` describe the whole, `licence` says what may be done with it.
//!
//! Decisions:
//! - CSV is UTF-8 with CRLF (RFC 4180), one header row, ASCII names, no line break in a cell. `kpi.csv` has no BOM;
//!   `kpi-excel.csv` is the same with one, and is no resource of the package: it would be counted twice.
//! - Figures keep the digits they were written with, in CSV and in JSON; a blank (`null`) is not zero.
//! - Text in CSV that a spreadsheet would take for a formula gets an apostrophe in front, in every CSV file, since every
//!   one of them is opened in a spreadsheet some day. JSON has the text as it is.
//! - An edition knows nothing later than its own actual year, as in print; the newest edition has all years.
//! - A place in the plan is `project-1` or `direction-1-2`: the anchor of the report, and no date to a spreadsheet
//!   (`1-2` would become 2 January).

mod cell;
mod codes;
mod entry;
mod field;
mod file;
mod json;
mod kpi;
mod licence;
mod linked;
mod origin;
mod package;
mod plain;
mod population;
mod write;

pub use linked::json_ld;

pub(crate) use codes::{CodeList, code_lists};
pub(crate) use field::{Field, Schema};
pub(crate) use file::File;
pub(crate) use licence::Terms;
pub(crate) use origin::Origin;

use crate::model::{Edition, Publication};

/// What holds for every file; on the page and in `datapackage.json`.
pub(crate) const CONVENTIONS: [&str; 6] = [
    "文字コードはUTF-8です。CSVの改行はCRLF（RFC 4180）で、1行目が項目名です。",
    "数値には、けた区切りのコンマも単位も付けません。単位は別の項目です。小数点以下は、報告書に書かれたけた数のままです。",
    "空欄は「値なし」を表し、0とは区別します。JSONではnullです。理由はstatusの項目で分かります。",
    "その版の報告書が公表されたときに分かっていた年までを収めます。新しい版には、それまでの年がすべて入ります。",
    "CSVでは、表計算ソフトが数式と取り違える文字（=、+、-、@など）で始まる文章の前に「'」を付けます。JSONには付けません。",
    "CSVのセルの中に改行はありません。元の文章の改行は、空白1つに置き換えます。",
];

/// The files of `output/<year>/data/`, by name.
///
/// ```no_run
/// # fn example(report: &ayumi::model::Report) {
/// for (name, bytes) in ayumi::data::files(report, report.newest()) {
///     println!("{name}: {} bytes", bytes.len());
/// }
/// # }
/// ```
pub fn files(publication: &Publication, edition: &Edition) -> Vec<(String, Vec<u8>)> {
    let origin = Origin { publication, edition };
    let (kpi_table, kpi_records) = (kpi::table(), kpi::records(origin));
    let kpi_cells = kpi_table.cells(&kpi_records);
    let kpi_csv = write::csv(&kpi_table, &kpi_cells);
    let bytes = |file: File| match file {
        File::Kpi => kpi_csv.clone(),
        File::KpiExcel => write::for_excel(&kpi_csv),
        File::KpiJson => write::json_rows(&kpi_table, &kpi_cells),
        File::Entries => {
            let (table, records) = (entry::table(), entry::records(origin));
            write::json_rows(&table, &table.cells(&records))
        }
        File::Population => {
            let (table, records) = (population::table(), population::records(origin));
            write::csv(&table, &table.cells(&records))
        }
        File::Codes => {
            let (table, records) = (codes::table(), codes::records(origin));
            write::csv(&table, &table.cells(&records))
        }
        File::Package => package::write(origin),
    };
    File::ALL.map(|file| (file.name().to_owned(), bytes(file))).into()
}

/// The fields of every table, in the order of the page.
pub(crate) fn schemas() -> [Schema; 4] {
    [
        kpi::table().schema(),
        entry::table().schema(),
        population::table().schema(),
        codes::table().schema(),
    ]
}
