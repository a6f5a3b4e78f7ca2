//! `city.yaml`, `plan.yaml`, `kpis.yaml`, `programs.yaml`.

use serde_json::{Value, json};

use super::{
    Names,
    parts::yes_no,
    parts::{accept, former, known_id, list, map, new_id, optional, pattern, prose, required, small, text, word, year},
};
use crate::model::{Basis, Better, Kind, Licence, Rating};

const URL: &str = "^https?://[^/\\s]+\\.[^\\s]+$";

pub(super) fn city(names: &Names) -> Value {
    map(
        "市区町村の名称、担当課、連絡先、データの利用条件",
        [
            required("name", text("市区町村の名称。例：柏崎市")),
            required(
                "code",
                pattern(
                    "6けたの地方公共団体コード。引用符で囲みます。例：\"152056\"",
                    "^[0-9]{6}$",
                ),
            ),
            required(
                "contact",
                map(
                    "問い合わせ先。分かるものだけを書きます",
                    [
                        required("department", known_id("窓口になる課のid", &names.departments)),
                        optional("phone", text("電話番号")),
                        optional("mail", text("メールアドレス")),
                        optional("url", pattern("問い合わせフォームの住所", URL)),
                    ],
                ),
            ),
            required(
                "licence",
                word::<Licence>("公開データの利用条件。決めていなければ none"),
            ),
            optional(
                "base_url",
                pattern(
                    "公開先の住所。書くと sitemap.xml などを作ります。例：https://www.city.example.lg.jp/ayumi",
                    URL,
                ),
            ),
            required(
                "departments",
                list(
                    "担当課の登録。名称はここにだけ書きます",
                    map(
                        "担当課",
                        [
                            required("id", new_id("課のid。原稿のファイル名にもなります")),
                            required("name", text("課の名称")),
                            former("前の名称", [required("name", text("前の名称"))]),
                        ],
                    ),
                ),
            ),
            accept(),
        ],
    )
}

pub(super) fn plan(names: &Names) -> Value {
    let kpis = || list("KPIのid。この順に載ります", known_id("KPIのid", &names.kpis));
    let reporting = || list("報告する課。この順に載ります", known_id("課のid", &names.departments));
    let measure = map(
        "施策",
        [
            required("name", text("施策の名称")),
            required("departments", reporting()),
            former("前に報告した課", [required("departments", reporting())]),
        ],
    );
    let direction = map(
        "基本的方向",
        [
            required("name", text("基本的方向の名称")),
            required("kpis", kpis()),
            required("measures", list("施策。番号は並び順で決まります", measure)),
        ],
    );
    let goal = map(
        "基本目標",
        [
            required("name", text("基本目標の名称")),
            required("introduction", prose("目標の説明")),
            required("directions", list("基本的方向。番号は並び順で決まります", direction)),
        ],
    );
    let project = map(
        "重点プロジェクト",
        [
            required("name", text("名称")),
            required("description", prose("説明")),
            required("kpis", kpis()),
        ],
    );
    let level = map(
        "評価の区分",
        [
            required("rating", word::<Rating>("区分")),
            required("meaning", prose("区分の意味")),
        ],
    );
    map(
        "総合戦略の体系。番号は並び順から自動で付きます",
        [
            required("title", text("総合戦略の正式な題名")),
            required("short_title", text("報告書の中での呼び名")),
            required(
                "period",
                map(
                    "計画の期間",
                    [required("from", year("最初の年度")), required("to", year("最後の年度"))],
                ),
            ),
            required("top_goal", text("最重点目標")),
            required("units", list("KPIに使える単位", text("単位"))),
            required(
                "parts",
                list(
                    "総合戦略の構成（第1編から）",
                    map(
                        "編",
                        [
                            required("name", text("編の名称")),
                            required("description", prose("編の説明")),
                        ],
                    ),
                ),
            ),
            required(
                "rating_scale",
                map(
                    "進捗状況の評価基準",
                    [
                        required("note", prose("評価の考え方")),
                        required("levels", list("四つの区分", level)),
                    ],
                ),
            ),
            required("projects", list("重点プロジェクト", project)),
            required("goals", list("基本目標", goal)),
            accept(),
        ],
    )
}

pub(super) fn kpis(names: &Names) -> Value {
    let unit = if names.units.is_empty() {
        text("単位。比率など、単位のないものは書きません")
    } else {
        json!({ "type": "string", "enum": names.units, "description": "単位。plan.yaml の units から選びます。単位のないものは書きません" })
    };
    let target = || {
        map(
            "目標",
            [
                required("year", year("目標の年")),
                required("value", text("目標値。milestone では出来事。例：設立")),
            ],
        )
    };
    let kpi = map(
        "重要業績評価指標（KPI）",
        [
            required("id", new_id("KPIのid。ページの住所になります")),
            required("name", text("名称。グラフと表の題名になります")),
            optional("unit", unit),
            required("decimals", small("小数点以下のけた数", 6)),
            required("department", known_id("担当課のid", &names.departments)),
            required(
                "better",
                word::<Better>("望ましい向き。higher 増やす、lower 減らす、keep 保つ、milestone 実現する"),
            ),
            required(
                "kind",
                word::<Kind>("値の性質。stock 時点の量、flow 期間の量、cumulative 累計、rate 割合"),
            ),
            required(
                "period",
                word::<Basis>("時点。fiscal 年度、calendar 暦年、census 国勢調査の年"),
            ),
            optional("lag", small("統計が、報告する年度より何年遅れるか", 9)),
            required("baseline", year("当初の年。値は series/kpi.csv に書きます")),
            required("target", target()),
            optional("formula", prose("算出方法")),
            optional("source", text("出典")),
            optional("note", prose("表の下に載せる説明")),
            optional("from", year("このKPIを載せる、最初の報告書の年度")),
            optional("until", year("このKPIを載せる、最後の報告書の年度")),
            former(
                "前の内容。違うものだけを書きます",
                [
                    optional("name", text("前の名称")),
                    optional("department", known_id("前の担当課のid", &names.departments)),
                    optional("target", target()),
                ],
            ),
            accept(),
        ],
    );
    map("KPIの定義", [required("kpis", list("KPIの一覧", kpi))])
}

pub(super) fn programs() -> Value {
    let program = map(
        "事業",
        [required("id", new_id("事業のid")), required("name", text("事業の名称"))],
    );
    map(
        "事業の登録。名称はここにだけ書きます",
        [required("programs", list("事業の一覧", program))],
    )
}

pub(super) fn dictionary() -> Value {
    let texts = |description: &str| list(description, text("語句"));
    let test = map(
        "用語の試し",
        [
            required("text", text("試す文")),
            required("found", yes_no("見つかるはずなら true")),
        ],
    );
    let term = map(
        "用語",
        [
            required("expected", text("正しい書き方")),
            required("patterns", texts("直したい書き方")),
            optional("except", texts("含んでいても正しい言葉")),
            optional("followed_by", texts("直後がこのどれかのときだけ誤りとします")),
            optional("reason", text("そう決めた理由")),
            optional("tests", list("用語の試し", test)),
        ],
    );
    let reading = map(
        "読み方",
        [
            required("word", text("言葉")),
            required("reading", text("読み（かな）")),
        ],
    );
    map(
        "市の用語集。なくてもかまいません",
        [
            optional("kanji", text("常用漢字のほかに使ってよい漢字")),
            optional("terms", list("言葉の書き方", term)),
            optional(
                "readings",
                list("読み方。ページで最初に使うときに振り仮名を付けます", reading),
            ),
        ],
    )
}
