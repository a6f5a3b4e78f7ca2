//! What is written anew each year: `report.yaml` and the front matter of the departments' files.

use serde_json::Value;

use super::{
    Names,
    parts::{accept, known_id, list, map, optional, pattern, required, text, word, year},
};
use crate::model::{ChapterKind, Rating};

pub(super) fn report() -> Value {
    let chapter = map(
        "章",
        [
            required(
                "id",
                word::<ChapterKind>("章の種類。本文は chapters/ の同じ名前のファイルに書きます"),
            ),
            required("title", text("章の題名")),
        ],
    );
    map(
        "その年の報告書",
        [
            required(
                "published",
                pattern("公表した年月。例：2021-09", "^[0-9]{4}-(0[1-9]|1[0-2])$"),
            ),
            required("performance_year", year("実績を報告する年度")),
            required("chapters", list("章。番号は並び順で決まります", chapter)),
            accept(),
        ],
    )
}

pub(super) fn department(names: &Names) -> Value {
    let rating = map(
        "KPIの評価",
        [
            required("kpi", known_id("KPIのid", &names.kpis)),
            required("rating", word::<Rating>("進捗状況")),
            optional("reason", text("評価の理由。数値だけでは説明できないときに書きます")),
        ],
    );
    map(
        "担当課のファイルの先頭（--- と --- の間）",
        [optional("ratings", list("この課が担当するKPIの評価", rating)), accept()],
    )
}
