//! A filled sheet, as Excel saves it: in UTF-8, CP932 or UTF-16 (「Unicode テキスト」), between commas, semicolons or tabs,
//! with line feeds and quotes in its cells, its columns perhaps in another order or among others.

use crate::source::{Sources, is_hidden};

/// An opinion as written in the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row of the sheet as a spreadsheet counts, the header being the first; for messages.
    pub line: u64,
    /// 番号.
    pub about: String,
    /// 会議.
    pub meeting: String,
    /// 委員.
    pub who: String,
    /// 意見.
    pub text: String,
}

/// Why a sheet cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// The bytes are no text of a known encoding.
    NotText,
    /// A workbook, not a table saved as text.
    Workbook,
    /// A column is not there.
    Column(&'static str),
    /// A quote is opened and never closed.
    Quote,
    /// An opinion on nothing, in this line.
    NoNumber(u64),
}

/// What stands between cells, by the kind of file and the country of the machine.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// What makes a spreadsheet take a text for a formula, in both widths.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take the text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(FORMULA)
}

/// The opinions of a filled sheet; rows without one are passed over.
///
/// # Errors
/// It is no text, or no sheet of this kind.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    // What an .xlsx and an .xls begin with.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(SheetError::Workbook);
    }
    let text = decoded(bytes).ok_or(SheetError::NotText)?;
    if text.matches('"').count() % 2 == 1 {
        return Err(SheetError::Quote);
    }
    let reader = |between: &u8| {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(*between)
            .from_reader(text.as_bytes())
    };
    let names_columns = |between: &&u8| {
        let header = reader(between).into_records().find_map(Result::ok);
        header.is_some_and(|cells| cells.len() > 1 && cells.iter().any(|cell| cell.trim() == "番号"))
    };
    let mut reader = reader(BETWEEN.iter().find(names_columns).unwrap_or(&b','));
    let mut records = reader.records().map_while(Result::ok);
    let header = records.next().unwrap_or_default();
    let column = |name: &'static str| {
        let found = header.iter().position(|cell| cell.trim() == name);
        found.ok_or(SheetError::Column(name))
    };
    let [about, meeting, who, opinion] = ["番号", "会議", "委員", "意見"].map(column);
    let (about, meeting, who, opinion) = (about?, meeting?, who?, opinion?);
    let mut rows = Vec::new();
    for (line, record) in (2..).zip(records) {
        let cell = |at: usize| plain(record.get(at).unwrap_or_default());
        let row = Row {
            line,
            about: cell(about),
            meeting: cell(meeting),
            who: cell(who),
            text: cell(opinion),
        };
        if row.text.is_empty() {
            continue;
        }
        if row.about.is_empty() {
            return Err(SheetError::NoNumber(row.line));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// As sources are decoded; and UTF-16, which sources are not written in.
fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Some(text.into_owned());
    }
    let sources = Sources::from_files([("sheet.csv", bytes)]);
    let file = sources.file(sources.find("sheet.csv")?);
    file.encoding.map(|_| file.text.clone())
}

/// A cell's text: one kind of line feed, nothing blank around it, nothing that cannot be seen, without the apostrophe that
/// keeps it from being a formula.
fn plain(cell: &str) -> String {
    let text = cell.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace(|c| is_hidden(c) && !matches!(c, '\n' | '\t'), "");
    let text = text.trim();
    let unguarded = text.strip_prefix('\'').filter(|rest| is_formula(rest));
    unguarded.unwrap_or(text).to_owned()
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotText => {
                f.write_str("表の文字コードが分かりません。Excelで「CSV UTF-8」として保存し直してください。")
            }
            Self::Workbook => f.write_str(
                "Excelのブックのままでは読めません。Excelで開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存したファイルを指定してください。",
            ),
            Self::Column(name) => write!(
                f,
                "表に「{name}」の列がありません。ayumi committee-sheet で作った表の1行目を、そのまま残してください。"
            ),
            Self::Quote => {
                f.write_str("表の引用符（\"）の数が合いません。Excelで開き、CSVとして保存し直してください。")
            }
            Self::NoNumber(line) => write!(
                f,
                "表の{line}行目の意見に、番号がありません。段落の番号か「全体」を書いてください。"
            ),
        }
    }
}

impl std::error::Error for SheetError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(String, String, String, String)> {
        let rows = read(bytes).unwrap().into_iter();
        rows.map(|row| (row.about, row.meeting, row.who, row.text)).collect()
    }

    fn of(about: &str, meeting: &str, who: &str, text: &str) -> (String, String, String, String) {
        (about.to_owned(), meeting.to_owned(), who.to_owned(), text.to_owned())
    }

    #[test]
    fn cells_of_all_kinds() {
        let sheet = "\u{FEFF}番号,場所,文章,会議,委員,意見\r\n\
            全体,,,第1回,会長,\"一行目\r\n二行目、\"\"引用\"\"\"\r\n\
            shops,x,y,第1回,,\r\n\
            shops,x,y,,委員,'-3件ではないか\r\n\
            shops,x,y,,委員, '90年代 \r\n";
        assert_eq!(
            texts(sheet.as_bytes()),
            [
                of("全体", "第1回", "会長", "一行目\n二行目、\"引用\""),
                of("shops", "", "委員", "-3件ではないか"),
                of("shops", "", "委員", "'90年代"),
            ]
        );
    }

    #[test]
    fn excel_in_cp932_with_columns_moved() {
        // 意見,委員,会議,番号 / ①がよい,委員,第1回,全体
        let bytes = b"\x88\xd3\x8c\xa9,\x88\xcf\x88\xf5,\x89\xef\x8bc,\x94\xd4\x8d\x86\r\n\
            \x87@\x82\xaa\x82\xe6\x82\xa2,\x88\xcf\x88\xf5,\x91\xe61\x89\xf1,\x91S\x91\xcc\r\n";
        assert_eq!(texts(bytes), [of("全体", "第1回", "委員", "①がよい")]);
    }

    #[test]
    fn between_semicolons_and_tabs() {
        let wanted = [of("全体", "第1回", "委員", "一行目、\n二行目; 終わり")];
        let sheet = "番号;場所;会議;委員;意見\r\n全体;x;第1回;委員;\"一行目、\n二行目; 終わり\"\r\n";
        assert_eq!(texts(sheet.as_bytes()), wanted);
        let sheet = "番号\t場所\t会議\t委員\t意見\r\n全体\tx\t第1回\t委員\t\"一行目、\n二行目; 終わり\"\r\n";
        assert_eq!(texts(sheet.as_bytes()), wanted);
        let unicode: Vec<u8> = "\u{FEFF}"
            .encode_utf16()
            .chain(sheet.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(texts(&unicode), wanted);
    }

    #[test]
    fn what_is_no_sheet() {
        assert_eq!(read(b""), Err(SheetError::Column("番号")));
        assert_eq!(read("番号,会議,委員\n".as_bytes()), Err(SheetError::Column("意見")));
        assert_eq!(
            read("番号,会議,委員,意見\na,b,c,\"d\n".as_bytes()),
            Err(SheetError::Quote)
        );
        assert_eq!(
            read("番号,会議,委員,意見\n,,,よい\n".as_bytes()),
            Err(SheetError::NoNumber(2))
        );
        // Rows as the spreadsheet numbers them, whatever their cells hold.
        assert_eq!(
            read("番号,会議,委員,意見\r\n全体,,,\"一\n二\n三\"\r\n,,,四\r\n".as_bytes()),
            Err(SheetError::NoNumber(3))
        );
        assert_eq!(read(b"PK\x03\x04rest"), Err(SheetError::Workbook));
        let hidden = read("番号,会議,委員,意見\n全体,,,見\u{200B}本\u{7}\u{E000}\n".as_bytes()).unwrap();
        assert_eq!(hidden[0].text, "見本\u{E000}");
        assert_eq!(read(b"\x80\xFFx"), Err(SheetError::NotText));
        assert_eq!(read(b"\xFF\xFEa\0"), Err(SheetError::Column("番号")));
    }
}
