//! Adds the opinions of a sheet to a `committee.yaml`: new items behind those that are there, everything else as it was,
//! comments too. The result is read again before it is handed out, and must say what was there and what was added.

use crate::{
    manuscript::{self, CommitteePage, MOST_ITEMS},
    model::{Date, Id},
    source::{MAX_FILE, Sources},
};

use super::{
    lists::{Lists, NAME},
    read::Row,
    yaml::{meeting, opinion},
};

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The whole new `committee.yaml`.
    pub text: String,
    /// Names of the meetings that were added.
    pub meetings: Vec<String>,
    /// How many opinions were added.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// Whether a meeting was added whose day is not known.
    pub lacks_date: bool,
}

/// Why a sheet cannot be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeError {
    /// The present file cannot be read in full.
    Damaged,
    /// The present file's lists are written in a way that nothing can be added to.
    Form,
    /// An opinion of no meeting, in this line of the sheet, and more or less than one that could be meant.
    NoMeeting(u64),
    /// More meetings or opinions than a list may have, or more text than a file.
    TooMany,
}

const NEW: &str = "\
# yaml-language-server: $schema=../../../schemas/committee.schema.json
# 推進委員会の意見と、市の回答の記録です。
# 意見ごとに、市の回答を answer に、意見を受けて変えたことを change に書きます。
print: false
meetings: []
opinions: []
";

/// Adds rows to the present text, or to a new file. Rows that name no meeting are of `usual`, else of the only one there is.
///
/// # Errors
/// The present file cannot be added to, or a row's meeting cannot be told.
pub fn merge(
    present: Option<&str>,
    rows: &[Row],
    usual: Option<&str>,
    date: Option<Date>,
) -> Result<Merged, MergeError> {
    let text = present.unwrap_or(NEW);
    let page = page(text)?;
    let mut meetings = Meetings::new(&page);
    let named = named(rows, usual, &meetings)?;
    let mut merged = Merged {
        text: String::new(),
        meetings: Vec::new(),
        added: 0,
        known: 0,
        lacks_date: false,
    };
    let lists = Lists::find(text)?;
    let (mut new_meetings, mut new_opinions) = (String::new(), String::new());
    for (row, name) in rows.iter().zip(named) {
        let id = match meetings.id(&name) {
            Some(id) => id,
            None => {
                let id = meetings.add(&name);
                new_meetings.push_str(&meeting(&lists.meetings.indent, &id, &name, date));
                merged.lacks_date |= date.is_none();
                merged.meetings.push(name);
                id
            }
        };
        if is_known(&page, &id, row) {
            merged.known += 1;
        } else {
            merged.added += 1;
            new_opinions.push_str(&opinion(&lists.opinions.indent, &id, row));
        }
    }
    let expected = page.opinions.len() + merged.added;
    if expected.max(page.meetings.len() + merged.meetings.len()) > MOST_ITEMS {
        return Err(MergeError::TooMany);
    }
    merged.text = lists.with(text, &new_meetings, &new_opinions);
    if merged.text.len() as u64 > MAX_FILE {
        return Err(MergeError::TooMany);
    }
    let read = self::page(&merged.text).or(if merged.lacks_date {
        lenient(&merged.text)
    } else {
        Err(MergeError::Form)
    })?;
    let there = |row: &Row| read.opinions.iter().any(|known| says(known, row));
    if read.opinions.len() == expected && rows.iter().all(there) {
        Ok(merged)
    } else {
        Err(MergeError::Form)
    }
}

/// The file, if nothing in it is in doubt.
fn page(text: &str) -> Result<CommitteePage, MergeError> {
    lenient(text).and_then(|page| {
        if page.damaged {
            Err(MergeError::Damaged)
        } else {
            Ok(page)
        }
    })
}

/// The file as far as it can be read: a new meeting still lacks its day.
fn lenient(text: &str) -> Result<CommitteePage, MergeError> {
    let sources = Sources::from_files([(NAME, text)]);
    let edition = manuscript::read(&sources).editions.into_iter().next();
    edition.and_then(|edition| edition.committee).ok_or(MergeError::Damaged)
}

fn says(known: &crate::manuscript::OpinionLines, row: &Row) -> bool {
    let is = |text: &Option<crate::source::Spanned<String>>, written: &str| {
        text.as_ref().map_or("", |text| text.value.as_str()) == written
    };
    is(&known.about, &row.about) && is(&known.who, &row.who) && is(&known.text, &row.text)
}

fn is_known(page: &CommitteePage, meeting: &str, row: &Row) -> bool {
    page.opinions.iter().any(|known| {
        let at = known.meeting.as_ref().is_some_and(|id| id.value.as_str() == meeting);
        at && says(known, row)
    })
}

/// The meeting of each row.
fn named(rows: &[Row], usual: Option<&str>, meetings: &Meetings) -> Result<Vec<String>, MergeError> {
    let mut all: Vec<&str> = rows
        .iter()
        .map(|row| row.meeting.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    all.sort_unstable();
    all.dedup();
    let only = match (usual, &all[..], &meetings.list[..]) {
        (Some(usual), ..) => Some(usual),
        (None, [only], _) => Some(*only),
        (None, [], [(_, only)]) => Some(only.as_str()),
        _ => None,
    };
    let name = |row: &Row| match (row.meeting.as_str(), only) {
        ("", None) => Err(MergeError::NoMeeting(row.line)),
        ("", Some(only)) => Ok(only.to_owned()),
        (name, _) => Ok(name.to_owned()),
    };
    rows.iter().map(name).collect()
}

/// Ids and names.
struct Meetings {
    list: Vec<(String, String)>,
}

impl Meetings {
    fn new(page: &CommitteePage) -> Self {
        let meetings = page.meetings.iter().filter_map(|lines| {
            let id = lines.id.as_ref()?.value.to_string();
            let name = lines
                .name
                .as_ref()
                .map_or_else(|| id.clone(), |name| name.value.clone());
            Some((id, name))
        });
        Self {
            list: meetings.collect(),
        }
    }

    /// By name or by id.
    fn id(&self, name: &str) -> Option<String> {
        let mut known = self.list.iter();
        known
            .find(|(id, known)| known == name || id == name)
            .map(|(id, _)| id.clone())
    }

    /// A name that is an id is its own id; the others are numbered.
    fn add(&mut self, name: &str) -> String {
        let taken = |id: &str| self.list.iter().any(|(known, _)| known == id);
        let numbered = || {
            (self.list.len() + 1..)
                .map(|number| format!("meeting-{number}"))
                .find(|id| !taken(id))
        };
        let id = match Id::parse(name) {
            Some(_) => name.to_owned(),
            None => numbered().unwrap_or_else(|| "meeting".to_owned()),
        };
        self.list.push((id.clone(), name.to_owned()));
        id
    }
}

impl std::fmt::Display for MergeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged => f.write_str(
                "今の committee.yaml に読めないところがあるため、加えていません。ayumi check で確かめて、先に直してください。",
            ),
            Self::Form => f.write_str(
                "今の committee.yaml の書き方では、安全に加えられません。meetings と opinions を、1行に一つの「- 」で始まる書き方に直してください。",
            ),
            Self::NoMeeting(line) => write!(
                f,
                "表の{line}行目の意見に、会議がありません。会議の欄に名称を書くか、--meeting で指定してください。"
            ),
            Self::TooMany => write!(
                f,
                "加えると、会議か意見が{MOST_ITEMS}件を超えるか、ファイルが1メガバイトを超え、committee.yaml を読み込めなくなります。表の行を減らすか、要らない意見を committee.yaml から消してください。"
            ),
        }
    }
}

impl std::error::Error for MergeError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(about: &str, meeting: &str, who: &str, text: &str) -> Row {
        Row {
            line: 2,
            about: about.to_owned(),
            meeting: meeting.to_owned(),
            who: who.to_owned(),
            text: text.to_owned(),
        }
    }

    const HARD: [&str; 12] = [
        "よい。",
        "一行目\n\n三行目: コロン # 番号",
        "- 箇条書き\n- 二つ目",
        "\"引用\" と '引用' と \\",
        "=SUM(A1)",
        "  字下げ\n    の行\n　全角の字下げ".trim_ascii_start(),
        "タブ\tと",
        "{kpi:shops.actual} * _ ` # ~~ <b>",
        "行末の空白 \n次の行",
        "空白だけの行\n   \n次",
        "--- \n... \n%",
        "123",
    ];

    #[test]
    fn texts_come_back_as_they_were() {
        let rows: Vec<Row> = HARD
            .iter()
            .map(|text| row("全体", "第1回: 委員会", "会長", text))
            .collect();
        let merged = merge(None, &rows, None, Date::new(2021, 8, 20)).unwrap();
        assert_eq!((merged.added, merged.known), (HARD.len(), 0));
        let page = page(&merged.text).unwrap();
        let texts: Vec<&str> = page
            .opinions
            .iter()
            .filter_map(|lines| lines.text.as_ref())
            .map(|text| text.value.as_str())
            .collect();
        assert_eq!(texts, HARD);
        assert_eq!(page.meetings.len(), 1);
        // The same sheet again adds nothing.
        let again = merge(Some(&merged.text), &rows, None, None).unwrap();
        assert_eq!((again.added, again.known, &again.text), (0, HARD.len(), &merged.text));
    }

    #[test]
    fn what_is_there_stays_as_it_is() {
        let present = "# 記録\nprint: true\nmeetings:\n- id: first   # 初回\n  name: 第1回\n  date: 2021-08-20\n\nopinions:\n- meeting: first\n  about: 全体\n  text: |\n    前の意見\n  answer: 回答\n# 終わり\n";
        let rows = [row("shops", "第1回", "", "足す"), row("全体", "第2回", "", "別の会議")];
        let merged = merge(Some(present), &rows, None, None).unwrap();
        assert_eq!(merged.meetings, ["第2回"]);
        assert!(merged.lacks_date);
        let expected = "# 記録\nprint: true\nmeetings:\n- id: first   # 初回\n  name: 第1回\n  date: 2021-08-20\n- id: meeting-2\n  name: \"第2回\"\n  date:  # 開いた日を、2021-08-20 のように書いてください\n\nopinions:\n- meeting: first\n  about: 全体\n  text: |\n    前の意見\n  answer: 回答\n- meeting: first\n  about: \"shops\"\n  text: |\n    足す\n- meeting: meeting-2\n  about: \"全体\"\n  text: |\n    別の会議\n# 終わり\n";
        assert_eq!(merged.text, expected);
        let windows = present.replace('\n', "\r\n");
        let merged = merge(Some(&windows), &rows, None, None).unwrap();
        assert_eq!(merged.text, expected.replace('\n', "\r\n"));
    }

    #[test]
    fn rows_without_a_meeting() {
        let rows = [row("全体", "", "", "よい"), row("全体", "第1回", "", "わるい")];
        assert_eq!(merge(None, &rows, None, None).unwrap().meetings, ["第1回"]);
        assert_eq!(merge(None, &rows[..1], None, None), Err(MergeError::NoMeeting(2)));
        assert_eq!(
            merge(None, &rows[..1], Some("第9回"), None).unwrap().meetings,
            ["第9回"]
        );
    }

    #[test]
    fn no_more_than_a_list_may_have() {
        let date = Date::new(2021, 8, 20);
        let rows: Vec<Row> = (0..=MOST_ITEMS)
            .map(|n| row("全体", "第1回", "", &format!("意見{n}")))
            .collect();
        let most = merge(None, &rows[..MOST_ITEMS], None, date).unwrap();
        assert_eq!(most.added, MOST_ITEMS);
        assert_eq!(merge(None, &rows, None, date), Err(MergeError::TooMany));
        assert_eq!(
            merge(Some(&most.text), &rows[MOST_ITEMS..], None, date),
            Err(MergeError::TooMany)
        );
    }

    #[test]
    fn a_file_in_doubt_is_left_alone() {
        let rows = [row("全体", "第1回", "", "よい")];
        for (text, error) in [
            ("print: false\nmeetings: []\nopinions：[]\n", MergeError::Damaged),
            ("print: false\nmeetings: []\n", MergeError::Damaged),
            (
                "print: false\nmeetings: [{id: a, name: a, date: 2021-08-20}]\nopinions: []\n",
                MergeError::Form,
            ),
        ] {
            assert_eq!(merge(Some(text), &rows, None, None), Err(error), "{text}");
        }
    }
}
