//! Ids, names and completeness.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a department's id misspelt").swap(
            PLAN,
            "departments: [gakko-kyoiku, bunka-gakushu, hakubutsukan]",
            "departments: [⟪department-unknown⟫gakkou-kyoiku, bunka-gakushu, hakubutsukan]",
        ),
        plant("a KPI's id misspelt in the plan").swap(
            PLAN,
            "kpis: [meister-passes, university-entrants]",
            "kpis: [⟪kpi-unknown⟫meister-pass, university-entrants]",
        ),
        plant("a KPI listed twice").swap(
            PLAN,
            "kpis: [nature-experience, like-work-school]",
            "kpis: [nature-experience, like-work-school, ⟪kpi-listed-twice⟫nature-experience]",
        ),
        plant("a KPI that is nowhere in the plan")
            .swap(PLAN, "kpis: [citizen-income, value-added, visitors]", "kpis: [citizen-income, value-added]")
            .swap(KPIS, "- id: visitors\n", "- id: ⟪kpi-unused⟫visitors\n").needs(PLAN),
        plant("a department that owns a KPI nobody knows").swap(
            KPIS,
            "    department: gakko-kyoiku\n",
            "    department: ⟪department-unknown⟫kyoiku\n",
        ),
        plant("an id twice").swap(PROGRAMS, "- id: furusato-support", "- id: ⟪id-duplicate⟫city-sales"),
        plant("a name twice").swap(PROGRAMS, "name: 柏崎・社長のたまご塾事業", "name: ⟪name-duplicate⟫柏崎リーダー塾事業").unsettles(PROGRAMS),
        plant("a department that must report on a measure and does not").swap(
            PLAN,
            "departments: [monozukuri, shogyo-kanko]\n\n",
            "departments: [monozukuri, shogyo-kanko, nosei]\n\n",
        )
        .swap(NOSEI, "---\n# 評価: この課", "⟪entry-missing⟫---\n# 評価: この課"),
        plant("a block nobody asked for").swap(
            PLAN,
            "departments: [genki-hasshin, shogyo-kanko, suikyu, nosei]",
            "departments: [genki-hasshin, shogyo-kanko, suikyu]",
        )
        .swap(NOSEI, "## 3-2-1", "⟪entry-unexpected⟫## 3-2-1").needs(PLAN),
        plant("a measure that the plan does not have").swap(KAIGO, "## 1-2-1", "⟪measure-unknown⟫## 1-2-3").needs(PLAN),
        plant("a field left out").swap(
            FUKUSHI,
            "### 今後の展開\n\n今後も経済面から子育て世帯を支え、安心して出産や子育てができる環境をつくります。\n制度の拡充も検討します。\n\n",
            "",
        )
        .swap(FUKUSHI, "## 2-1-2", "⟪field-missing⟫## 2-1-2").alone(),
        plant("a field left empty").swap(
            HAKUBUTSUKAN,
            "### 今後の展開\n\n資料画像の撮影と公開を重ねながらWEBミュージアムを運用し、柏崎の価値ある文化財等を発信します。\n教員への研修等を行い、教育現場での活用も進めます。\n\n",
            "⟪field-empty⟫### 今後の展開\n\n",
        ),
        plant("a program by another name").swap(KAIGO, "- 介護・福祉職員就職支援事業", "- ⟪program-unknown⟫介護・福祉職員就業支援事業").needs(PROGRAMS),
        plant("a program with a full-width space in it").swap(NORIN, "- ヒゲソリダイ養殖支援事業", "- ⟪program-unknown⟫ヒゲソリダイ　養殖支援事業").needs(PROGRAMS),
        plant("a program twice in one field").swap(
            KAIGO,
            "- 介護従事者人材確保・育成支援事業\n",
            "- 介護従事者人材確保・育成支援事業\n- ⟪program-repeated⟫介護従事者人材確保・育成支援事業\n",
        ),
        plant("a program nobody lists").swap(
            PROGRAMS,
            "  - id: industry-promotion\n",
            "  - id: night-school\n    name: ⟪program-unused⟫夜間学級運営事業\n  - id: industry-promotion\n",
        ).alone(),
        plant("a rating left out").swap(
            KOSODATE,
            "---\n# 評価: この課が担当するKPI。rating は 順調・現状維持・遅延・－ のどれか。\nratings:\n  - kpi: fertility-rate     # 合計特殊出生率\n    rating: 遅延\n",
            "⟪rating-missing⟫---\n# 評価: この課が担当するKPI。rating は 順調・現状維持・遅延・－ のどれか。\nratings:\n",
        ),
        plant("a rating of another department's KPI").swap(
            KOSODATE,
            "  - kpi: parents-wish       # この地域",
            "  - kpi: ⟪rating-unexpected⟫visitors\n    rating: 遅延\n  - kpi: parents-wish       # この地域",
        ),
        plant("a rating twice").swap(
            GENKI,
            "  - kpi: furusato-donations   # 柏崎ふるさと",
            "  - kpi: ⟪rating-duplicate⟫fan-club\n    rating: 順調\n  - kpi: furusato-donations   # 柏崎ふるさと",
        ),
        plant("a KPI's id misspelt at its rating").swap(
            MONOZUKURI,
            "  - kpi: patents            #",
            "  - kpi: ⟪kpi-unknown⟫patent            #",
        ),
        plant("a chapter left out of the contents").swap(
            REPORT,
            "chapters:\n  - { id: management, title: 柏崎市第2期まち・ひと・しごと創生総合戦略の進行管理 }\n  - { id: population, title: 総人口の推移と今後の展望 }\n",
            "chapters:\n  - ⟪chapter-missing⟫{ id: management, title: 柏崎市第2期まち・ひと・しごと創生総合戦略の進行管理 }\n",
        ),
        plant("a chapter twice").swap(REPORT, "{ id: projects,", "{ id: ⟪chapter-duplicate⟫policy-tree,"),
        plant("the population's chart left out").swap(OUTLOOK, "\n\n{chart:population}\n", "\n⟪!chapter-data-missing⟫"),
        plant("a rating that the scale lacks").swap(
            PLAN,
            "    - rating: 遅延\n      meaning: |\n        事業が大きく遅れ、目標年度に目標値へ達することは難しい状況です。\n",
            "",
        ).swap(PLAN, "rating_scale:\n  note", "rating_scale:\n  ⟪rating-scale-incomplete⟫note").needs(PLAN),
        plant("a KPI without the year that the report shows").swap(ROWS, "hall-course-young,2020,39.0,,\n", "⟪!series-missing⟫").needs(REPORT),
        plant("a former name of before the first report").swap(
            CITY,
            "    name: 農林水産課\n",
            "    name: 農林水産課\n    former:\n      - { until: ⟪former-unused⟫2019, name: 農林課 }\n",
        ),
        plant("two former names up to one year").swap(
            CITY,
            "    name: 元気発信課\n",
            "    name: 元気発信課\n    former:\n      - { until: 2019, name: 広報広聴課 }\n      - { until: ⟪former-unclear⟫2019, name: 情報発信課 }\n",
        ),
        plant("a measure that lists a department twice").swap(
            PLAN,
            "departments: [shimin-katsudo]\n      - name: 地域産業を担う",
            "departments: [shimin-katsudo, ⟪department-listed-twice⟫shimin-katsudo]\n      - name: 地域産業を担う",
        ),
        plant("two measures of one name").swap(
            PLAN,
            "name: 新卒者の定着に対する支援",
            "name: ⟪name-duplicate⟫U・Iターン施策の推進",
        ),
        plant("two goals of one name").swap(
            PLAN,
            "- name: 地域の活力を担う人材をつくる",
            "- name: ⟪name-duplicate⟫定住を促す魅力あるまちをつくる",
        ),
        plant("two KPIs of one name").swap(
            KPIS,
            "name: ものづくりマイスターカレッジ受講者の技能検定合格者数（累計）",
            "name: ⟪name-duplicate⟫ライクワークスクールを受講し活動を開始した人数（累計）",
        ),
        plant("two programs of nearly one name").swap(
            PROGRAMS,
            "  - id: business-siting\n",
            "  - id: business-siting-2\n    name: ⟪program-unused⟫企業立地等事業\n  - id: business-siting\n",
        ).alone(),
    ]
}
