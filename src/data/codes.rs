//! Code lists: every value that a coded field may have, with its word and meaning. The codes themselves are the model's.

use std::borrow::Cow;

use super::{
    cell::Cell,
    field::{Column, Kind as FieldKind, Table},
    kpi::Role,
    origin::Origin,
    plain::plain,
};
use crate::model::{Basis, Better, Kind, PopulationKind, Rating, Status, Word};

/// The unit of the population.
pub(crate) const PERSONS: &str = "人";

/// A list of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    Role,
    Status,
    Rating,
    PeriodType,
    Better,
    Kind,
    Unit,
    Series,
    /// The lists themselves.
    Lists,
}

/// A list with its codes.
pub(crate) struct CodeList<'a> {
    pub(crate) list: List,
    pub(crate) codes: Vec<Code<'a>>,
}

/// A code and what it stands for.
pub(crate) struct Code<'a> {
    pub(crate) code: &'a str,
    /// The word of the report.
    pub(crate) label: &'a str,
    pub(crate) description: Cow<'a, str>,
}

/// A row of `codes.csv`.
pub(crate) struct CodeRow<'a> {
    list: List,
    code: Code<'a>,
}

impl List {
    /// In the order of the page; [`List::Lists`] is not among them.
    pub(crate) const ALL: [List; 8] = [
        List::Role,
        List::Status,
        List::Rating,
        List::PeriodType,
        List::Better,
        List::Kind,
        List::Unit,
        List::Series,
    ];

    /// The name of the list and of the fields that use it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            List::Role => "role",
            List::Status => "status",
            List::Rating => "rating",
            List::PeriodType => "period_type",
            List::Better => "better",
            List::Kind => "kind",
            List::Unit => "unit",
            List::Series => "series",
            List::Lists => "list",
        }
    }

    /// True for the lists of `codes.csv`; its own column of names is told by them.
    pub(crate) fn is_published(self) -> bool {
        self != List::Lists
    }

    /// For people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            List::Role => "値の役割",
            List::Status => "値の状態",
            List::Rating => "進捗状況",
            List::PeriodType => "時点の数え方",
            List::Better => "望ましい向き",
            List::Kind => "値の性質",
            List::Unit => "単位",
            List::Series => "人口の区分",
            List::Lists => "コード表の名前",
        }
    }

    /// Its codes.
    pub(crate) fn codes(self, origin: Origin<'_>) -> Vec<Code<'_>> {
        match self {
            List::Role => Role::ALL
                .map(|role| Code::new(role.code(), role.label(), role.description()))
                .into(),
            List::Status => Status::WORDS.iter().map(|(_, status)| status_code(*status)).collect(),
            List::Rating => Rating::ALL.map(|rating| rating_code(rating, origin)).into(),
            List::PeriodType => Basis::WORDS
                .iter()
                .map(|(code, basis)| basis_code(code, *basis))
                .collect(),
            List::Better => Better::WORDS
                .iter()
                .map(|(code, better)| better_code(code, *better))
                .collect(),
            List::Kind => Kind::WORDS.iter().map(|(code, kind)| kind_code(code, *kind)).collect(),
            List::Unit => units(origin),
            List::Series => [
                PopulationKind::Actual,
                PopulationKind::Projection,
                PopulationKind::VisionLow,
                PopulationKind::VisionHigh,
            ]
            .map(|kind| Code::new(kind.code(), kind.label(), ""))
            .into(),
            List::Lists => List::ALL.map(|list| Code::new(list.name(), list.title(), "")).into(),
        }
    }
}

impl<'a> Code<'a> {
    fn new(code: &'a str, label: &'a str, description: impl Into<Cow<'a, str>>) -> Self {
        let description = description.into();
        Self {
            code,
            label,
            description,
        }
    }
}

/// The code that stands for a term of a closed list.
pub(crate) fn code_of<T: Word + PartialEq>(term: T) -> &'static str {
    T::WORDS
        .iter()
        .find(|(_, known)| *known == term)
        .map_or("", |(word, _)| word)
}

/// All lists with their codes.
pub(crate) fn code_lists(origin: Origin<'_>) -> [CodeList<'_>; 8] {
    List::ALL.map(|list| CodeList {
        list,
        codes: list.codes(origin),
    })
}

/// The columns of `codes.csv`.
pub(crate) fn table<'a>() -> Table<CodeRow<'a>> {
    Table {
        name: "codes",
        title: "コード表",
        description: "1行が、1つのコードです。",
        key: &["list", "code"],
        columns: vec![
            Column::always(
                "list",
                "コード表の名前",
                FieldKind::Code(List::Lists),
                "コードを使う項目の名前です。",
                |row| Cell::code(row.list.name()),
            ),
            Column::always(
                "code",
                "コード",
                FieldKind::Text,
                "データに現れる値です。",
                |row| Cell::text(row.code.code),
            ),
            Column::always(
                "label",
                "名称",
                FieldKind::Text,
                "コードが表す言葉です。",
                |row| Cell::text(row.code.label),
            ),
            Column::maybe(
                "description",
                "説明",
                FieldKind::Text,
                "コードの意味です。",
                |row| Cell::text(&*row.code.description),
            ),
        ],
    }
}

/// The rows of `codes.csv`.
pub(crate) fn records(origin: Origin<'_>) -> Vec<CodeRow<'_>> {
    let lists = code_lists(origin).into_iter();
    lists
        .flat_map(|CodeList { list, codes }| codes.into_iter().map(move |code| CodeRow { list, code }))
        .collect()
}

fn status_code(status: Status) -> Code<'static> {
    let description = match status {
        Status::Final => "値は確定しています。",
        Status::Provisional => "値は速報で、後に変わることがあります。",
        Status::Pending => "値はまだ分かりません。後に分かります。",
        Status::Absent => "この時点の値はありません。",
    };
    Code::new(status.code(), status.word(), description)
}

fn rating_code(rating: Rating, origin: Origin) -> Code<'static> {
    let level = origin
        .publication
        .plan
        .rating_levels
        .iter()
        .find(|level| level.rating == rating);
    let meaning = level.map_or_else(String::new, |level| plain(&level.meaning, origin));
    let description = match rating {
        // The dash itself would be a formula's beginning, and silence when read aloud.
        Rating::NotRated => format!("報告書では「{}」と示します。{meaning}", rating.word()),
        Rating::OnTrack | Rating::Unchanged | Rating::Delayed => meaning,
    };
    Code::new(rating.code(), rating.spoken(), description)
}

fn basis_code(code: &'static str, basis: Basis) -> Code<'static> {
    match basis {
        Basis::Fiscal => Code::new(code, "年度", "4月1日から翌年の3月31日までです。"),
        Basis::Calendar => Code::new(code, "暦年", "1月1日から12月31日までです。"),
        Basis::Census => Code::new(code, "国勢調査年", "5年ごとの国勢調査の10月1日現在です。"),
    }
}

fn better_code(code: &'static str, better: Better) -> Code<'static> {
    match better {
        Better::Higher => Code::new(code, "増やす", "値が大きいほど目標に近づきます。"),
        Better::Lower => Code::new(code, "減らす", "値が小さいほど目標に近づきます。"),
        Better::Keep => Code::new(code, "保つ", "今の水準を保つことが目標です。"),
        Better::Milestone => Code::new(code, "実現する", "数値ではなく、あることの実現が目標です。"),
    }
}

fn kind_code(code: &'static str, kind: Kind) -> Code<'static> {
    match kind {
        Kind::Stock => Code::new(code, "時点の量", "ある時点の総数や水準です。"),
        Kind::Flow => Code::new(code, "期間の量", "その期間に数えた量です。"),
        Kind::Cumulative => Code::new(code, "累計", "始めたときからの合計です。"),
        Kind::Rate => Code::new(code, "割合・率", "割合や率です。百分率どうしの差はポイントで表します。"),
    }
}

/// The units in use, in the order of the plan; the population's too.
fn units(origin: Origin<'_>) -> Vec<Code<'_>> {
    let mut units = Vec::new();
    let used = origin
        .publication
        .plan
        .kpis_in(origin.edition.year)
        .filter_map(|(_, kpi)| kpi.unit.as_deref());
    for unit in used.chain([PERSONS]) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let description = |unit: &str| match unit {
        "千円" => "1は1,000円です。",
        "万円" => "1は10,000円です。",
        "百万円" => "1は1,000,000円です。",
        "億円" => "1は100,000,000円です。",
        "千人" => "1は1,000人です。",
        "万人" => "1は10,000人です。",
        "%" | "％" => "百分率です。50は全体の半分を表します。",
        _ => "",
    };
    units
        .into_iter()
        .map(|unit| Code::new(unit, unit, description(unit)))
        .collect()
}
