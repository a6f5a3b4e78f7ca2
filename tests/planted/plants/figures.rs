//! Numbers, units and what the definitions say of each other.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a unit nobody registered").swap(KPIS, "    unit: 社\n", "    unit: ⟪unit-unknown⟫企業\n"),
        plant("a full-width percent sign").swap(
            KPIS,
            "name: この地域で子育てをしたいと思う親の割合\n    unit: \"%\"",
            "name: この地域で子育てをしたいと思う親の割合\n    unit: ⟪unit-unknown⟫％",
        ),
        plant("a per mille sign").swap(
            KPIS,
            "name: 合計特殊出生率\n",
            "name: 合計特殊出生率\n    unit: ⟪unit-unknown⟫‰\n",
        ),
        plant("groups for a count of people").swap(
            KPIS,
            "name: 市内二大学の入学者数\n    unit: 人",
            "name: 市内二大学の入学者数\n    unit: ⟪kpi-unit-name⟫組",
        ),
        plant("people for a count of cases").swap(
            KPIS,
            "name: 柏崎ふるさと応援基金への寄附件数\n    unit: 件",
            "name: 柏崎ふるさと応援基金への寄附件数\n    unit: ⟪kpi-unit-name⟫人",
        ),
        plant("a share in persons").swap(
            KPIS,
            "name: 新規学校卒業者の市内就職率（市内大学）\n    unit: \"%\"",
            "name: 新規学校卒業者の市内就職率（市内大学）\n    unit: ⟪kpi-percent-name⟫人",
        ),
        plant("a share that is called a stock").swap(
            KPIS,
            "    department: gakko-kyoiku\n    better: higher\n    kind: rate",
            "    department: gakko-kyoiku\n    better: higher\n    kind: ⟪kpi-percent-kind⟫stock",
        ),
        plant("a running total that is called a flow").swap(
            KPIS,
            "    department: shimin-katsudo\n    better: higher\n    kind: cumulative",
            "    department: shimin-katsudo\n    better: higher\n    kind: ⟪kpi-cumulative-name⟫flow",
        ),
        plant("a formula's mark that nothing explains").swap(
            KPIS,
            "＋③広域受託数）",
            "＋③広域受託数－⟪formula-mark⟫④）",
        ),
        plant("a decimal too many").swap(
            ROWS,
            "certified-rice,2020,7.5,,",
            "certified-rice,2020,⟪decimals-exceeded⟫7.55,,",
        ),
        plant("a decimal where people are counted").swap(
            ROWS,
            "fan-club,2019,8518,,",
            "fan-club,2019,⟪decimals-exceeded⟫8518.5,,",
        ),
        plant("a target with a decimal too many").swap(
            KPIS,
            "target: { year: 2024, value: 43.0 }",
            "target: { year: 2024, value: ⟪decimals-exceeded⟫43.05 }",
        ),
        plant("a running total that falls").swap(
            ROWS,
            "meister-passes,2019,145,,",
            "meister-passes,2019,⟪cumulative-falls⟫125,,",
        ),
        plant("a share beyond the whole").swap(
            ROWS,
            "parents-wish,2019,91.0,,",
            "parents-wish,2019,⟪percent-range⟫191.0,,",
        ),
        plant("a share as a fraction").swap(
            ROWS,
            "nature-experience,2020,59.5,,",
            "nature-experience,2020,⟪decimals-exceeded⟫⟪value-jump⟫0.595,,",
        ),
        plant("a digit too many").swap(ROWS, "patents,2019,153,,", "patents,2019,⟪value-jump⟫1530,,"),
        plant("a digit too few").swap(
            ROWS,
            "university-entrants,2018,318,,",
            "university-entrants,2018,⟪value-jump⟫31,,",
        ),
        plant("persons for thousands").swap(
            ROWS,
            "citizen-income,2020,2847,,",
            "citizen-income,2020,⟪value-jump⟫2847000,,",
        ),
        plant("a number below zero").swap(
            ROWS,
            "happy-partner,2019,50,,",
            "happy-partner,2019,⟪value-negative⟫-50,,",
        ),
        plant("a target that is the baseline")
            .swap(
                KPIS,
                "target: { year: 2024, value: 750 }",
                "target: { year: 2024, value: ⟪target-is-baseline⟫721 }",
            )
            .needs(ROWS),
        plant("a target that the baseline has met")
            .swap(
                KPIS,
                "target: { year: 2024, value: 200 }\n\n  - id: certified-rice",
                "target: { year: 2024, value: ⟪target-met⟫120 }\n\n  - id: certified-rice",
            )
            .needs(ROWS),
        plant("the wrong direction")
            .swap(
                KPIS,
                "    department: kikaku-seisaku\n    better: lower",
                "    department: kikaku-seisaku\n    better: higher",
            )
            .swap(
                KPIS,
                "target: { year: 2024, value: 245 }",
                "target: { year: 2024, value: ⟪target-met⟫245 }",
            )
            .needs(ROWS),
        plant("a target with a digit too few")
            .swap(
                KPIS,
                "target: { year: 2024, value: 20000 }",
                "target: { year: 2024, value: ⟪target-met⟫2000 }",
            )
            .needs(ROWS),
        plant("a figure in the text that is not the KPI's").swap(
            SHOGYO,
            "新型コロナウイルス感染症の拡大により、市内の観光業が",
            "観光入込客数は⟪figure-contradicts⟫134万人でした。\n新型コロナウイルス感染症の拡大により、市内の観光業が",
        )
        .needs(ROWS)
        .needs(KPIS),
        plant("a figure in the text in another unit").swap(
            GENKI,
            "移住後の柏崎での暮らしを",
            "柏崎ファンクラブの会員数は⟪figure-contradicts⟫8,950人となりました。\n移住後の柏崎での暮らしを",
        )
        .needs(ROWS),
        plant("a rise in the text that is none").swap(
            MONOZUKURI,
            "既存事業にとどまらず、",
            "特許保有件数は⟪change-direction⟫153件から144件に増加しました。\n既存事業にとどまらず、",
        ),
        plant("a part that is more than the whole").swap(
            KOKUHO,
            "74名のうち62名は女性で、",
            "74名のうち⟪part-exceeds-whole⟫82名は女性で、",
        ),
    ]
}
