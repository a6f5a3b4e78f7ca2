//! What is written anew each year: `report.yaml` and the front matter of the departments' files.

use serde_json::Value;

use super::{
    Names,
    parts::{accept, known_id, list, map, new_id, optional, pattern, required, text, word, year, yes_no},
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

pub(super) fn committee() -> Value {
    let meeting = map(
        "会議",
        [
            required("id", new_id("会議のid。意見の meeting に書きます")),
            required("name", text("会議の名称。例：第1回推進委員会")),
            required(
                "date",
                pattern("開いた日。例：2021-08-20", "^[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]$"),
            ),
        ],
    );
    let opinion = map(
        "意見",
        [
            required("meeting", new_id("どの会議の意見か。meetings の id")),
            optional(
                "who",
                text("だれの意見か。氏名ではなく、会長、委員、公募委員などと書きます"),
            ),
            required(
                "about",
                text("何についての意見か。段落の番号（例：2-1-1-hoiku-3）、KPIのid、または「全体」"),
            ),
            required("text", text("意見")),
            optional("answer", text("市の回答")),
            optional("change", text("意見を受けて変えたこと")),
        ],
    );
    map(
        "推進委員会の意見と市の対応",
        [
            required(
                "print",
                yes_no("true にすると、報告書の最後に「委員会の意見と対応」の章を載せます"),
            ),
            required("meetings", list("会議。開いた順", meeting)),
            required("opinions", list("意見。報告書に載せる順", opinion)),
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
