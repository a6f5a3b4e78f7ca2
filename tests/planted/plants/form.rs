//! Keys and values of the registers.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a misspelt key").swap(PLAN, "top_goal: 若者", "⟪key-unknown⟫top-goal: 若者"),
        plant("a Japanese key").swap(KPIS, "    name: 観光入込客数", "    ⟪key-unknown⟫名称: 観光入込客数"),
        plant("a key too much").swap(
            KPIS,
            "    name: 市内二大学の入学者数\n",
            "    name: 市内二大学の入学者数\n    ⟪key-unknown⟫remarks: 内数\n",
        ),
        plant("a key left out").swap(
            KPIS,
            "  - id: visitors\n    name: 観光入込客数\n    unit: 万人\n    decimals: 0\n    department: shogyo-kanko\n    better: higher\n    kind: flow\n",
            "  - ⟪key-missing⟫id: visitors\n    name: 観光入込客数\n    unit: 万人\n    decimals: 0\n    department: shogyo-kanko\n    better: higher\n",
        ),
        plant("a key twice").swap(
            KPIS,
            "    name: 一人当たりの市民所得\n",
            "    name: 一人当たりの市民所得\n    ⟪key-duplicate⟫name: 一人当たりの市民所得\n",
        ),
        plant("a name left empty").swap(PROGRAMS, "name: インバウンド推進事業", "⟪value-empty⟫name:"),
        plant("a null for a name").swap(PROGRAMS, "name: 道の駅誘客宣伝事業", "⟪value-empty⟫name: ~"),
        plant("a text where a list belongs").swap(
            PLAN,
            "departments: [shimin-katsudo]\n\n  - name: 地域の活力",
            "departments: ⟪value-shape⟫shimin-katsudo\n\n  - name: 地域の活力",
        ),
        plant("a period as one text").swap(
            PLAN,
            "period: { from: 2020, to: 2024 }   # 年度",
            "period: ⟪value-shape⟫2020～2024",
        ),
        plant("an era in the period").swap(PLAN, "from: 2020,", "from: ⟪date-invalid⟫令和2,"),
        plant("a date with a slash").swap(REPORT, "published: 2021-09 ", "published: ⟪date-invalid⟫2021/09 "),
        plant("a month without its zero").swap(REPORT, "published: 2021-09 ", "published: ⟪date-invalid⟫2021-9 "),
        plant("a thirteenth month").swap(REPORT, "published: 2021-09 ", "published: ⟪date-invalid⟫2021-13 "),
        plant("an era for the performance year").swap(
            REPORT,
            "performance_year: 2020 ",
            "performance_year: ⟪date-invalid⟫R2 ",
        ).unsettles(REPORT),
        plant("a year with its word").swap(
            KPIS,
            "target: { year: 2024, value: 750 }",
            "target: { year: ⟪date-invalid⟫2024年度, value: 750 }",
        ),
        plant("a word for better").swap(
            KPIS,
            "    better: milestone",
            "    better: ⟪word-unknown⟫done",
        ),
        plant("a Japanese word for the kind").swap(
            KPIS,
            "    kind: rate\n    period: census",
            "    kind: ⟪word-unknown⟫割合\n    period: census",
        ),
        plant("a Japanese word for the period").swap(
            KPIS,
            "    period: calendar\n    lag: 1",
            "    period: ⟪word-unknown⟫暦年\n    lag: 1",
        ),
        plant("a city code of five digits").swap(CITY, "\"152056\"", "\"⟪value-form⟫15205\""),
        plant("a city code with a wrong check digit").swap(CITY, "\"152056\"", "\"⟪value-form⟫152057\""),
        plant("decimals in words").swap(
            KPIS,
            "    decimals: 2\n",
            "    decimals: ⟪value-form⟫2けた\n",
        ),
        plant("a lag in words").swap(KPIS, "    lag: 1\n", "    lag: ⟪value-form⟫1年\n"),
        plant("a name for an id").swap(
            CITY,
            "department: kikaku-seisaku",
            "department: ⟪id-invalid⟫企画政策課",
        ),
        plant("an id in capitals").swap(PROGRAMS, "- id: ui-turn", "- id: ⟪id-invalid⟫UI-turn"),
        plant("an id with an underscore").swap(PROGRAMS, "- id: web-museum", "- id: ⟪id-invalid⟫web_museum"),
        plant("a unit in the value").swap(
            KPIS,
            "target: { year: 2024, value: 31 }",
            "target: { year: 2024, value: ⟪target-not-number⟫31人 }",
        ),
        plant("about so many").swap(
            KPIS,
            "target: { year: 2024, value: 12000 }",
            "target: { year: 2024, value: ⟪target-not-number⟫約12000 }",
        ),
        plant("an acceptance without its reason").swap(
            KPIS,
            "      - code: kpi-unit-name\n        reason: 印刷された報告書で「組」と数えているため、そのまま載せます。名称は人数を指すので、どちらが正しいかを保育課に確かめます。",
            "      - ⟪key-missing⟫code: kpi-unit-name",
        ),
        plant("an acceptance of what is not there").swap(
            REPORT,
            "# 章の並びが",
            "accept:\n  - code: ⟪accept-unused⟫series-order\n    reason: 表の並びは問題ありません。\n# 章の並びが",
        ),
        plant("an acceptance of an error").swap(
            HAKUBUTSUKAN,
            "## 4-1-1\n\n### 主な取組と成果\n\n子ども向けWEBミュージアムを、",
            "---\naccept:\n  - code: ⟪accept-unused⟫program-unknown\n    reason: 登録の手続中です。\n---\n\n## 4-1-1\n\n### 主な取組と成果\n\n子ども向けWEBミュージアムを、",
        )
        .swap(HAKUBUTSUKAN, "- WEBミュージアム推進事業", "- ⟪program-unknown⟫WEBミュージアム事業").needs(PROGRAMS),
        plant("a rating in other words").swap(
            SUIKYU,
            "    rating: 現状維持\n  - kpi: waterpolo-sponsors",
            "    rating: ⟪word-unknown⟫横ばい\n  - kpi: waterpolo-sponsors",
        ),
        plant("a mark for a rating").swap(
            JINKEN,
            "    rating: 現状維持",
            "    rating: ⟪word-unknown⟫○",
        ),
        plant("a rating with a remark").swap(
            GAKKO,
            "    rating: 遅延",
            "    rating: ⟪word-unknown⟫遅延（コロナの影響）",
        ),
        plant("the key in Japanese in the front matter").swap(
            NOSEI,
            "    rating: 順調",
            "    ⟪key-unknown⟫評価: 順調",
        ),
        plant("front matter that does not begin with its line").swap(
            BUNKA,
            "---\n# 評価",
            "⟪front-matter-open⟫－－－\n# 評価",
        ),
        plant("front matter that is not closed").swap(
            DENGEN,
            "---\n# 評価: この課が担当するKPI。rating は 順調・現状維持・遅延・－ のどれか。\nratings:\n  - kpi: energy-company     # 地域エネルギー会社の設立\n    rating: 順調\n---\n",
            "⟪front-matter-open⟫---\n# 評価: この課が担当するKPI。rating は 順調・現状維持・遅延・－ のどれか。\nratings:\n  - kpi: energy-company     # 地域エネルギー会社の設立\n    rating: 順調\n",
        ),
        plant("a term without patterns").swap(
            DICTIONARY,
            "  - expected: 招待\n    patterns: [紹待]\n",
            "  - ⟪key-missing⟫expected: 招待\n",
        ),
        plant("a term whose trial fails").swap(
            DICTIONARY,
            "      - { text: 専問家を派遣します。, found: true }",
            "      - { text: ⟪dictionary-test⟫専門家を派遣します。, found: true }",
        ),
    ]
}
