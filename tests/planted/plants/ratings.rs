//! Ratings that the figures do not carry.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("on track without an actual").swap(
            KIKAKU,
            "  - kpi: women-employment       # 女性の生産年齢人口（15歳から64歳まで）における就業率\n    rating: －",
            "  - kpi: women-employment       # 女性の生産年齢人口（15歳から64歳まで）における就業率\n    rating: ⟪rating-without-actual⟫順調",
        ),
        plant("a dash with an actual").swap(
            SHOGYO,
            "観光入込客数\n    rating: 遅延",
            "観光入込客数\n    rating: ⟪rating-with-actual⟫－",
        ),
        plant("on track below the baseline").swap(
            KIKAKU,
            "市内二大学の入学者数\n    rating: 遅延",
            "市内二大学の入学者数\n    rating: ⟪rating-on-track-below⟫順調",
        ),
        plant("on track while falling behind").swap(ROWS, "furusato-donations,2020,13407,,", "furusato-donations,2020,10900,,").swap(
            GENKI,
            "柏崎ふるさと応援基金への寄附件数\n    rating: 順調",
            "柏崎ふるさと応援基金への寄附件数\n    rating: ⟪rating-on-track-falling⟫順調",
        ),
        plant("on track far behind, past the middle").swap(
            KPIS,
            "    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: { year: 2024, value: 3000 }",
            "    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: { year: 2021, value: 3000 }",
        ).swap(
            KIKAKU,
            "一人当たりの市民所得\n    rating: 遅延",
            "一人当たりの市民所得\n    rating: ⟪rating-on-track-behind⟫順調",
        ),
        plant("on track though not kept").swap(
            ROWS,
            "childcare-hub-users,2020,11922,,",
            "childcare-hub-users,2020,9922,,",
        ).swap(
            HOIKU,
            "（年度延べ人数）\n    rating: 順調",
            "（年度延べ人数）\n    rating: ⟪rating-on-track-not-kept⟫順調",
        ),
        plant("unchanged far below the baseline").swap(
            SHOGYO,
            "観光入込客数\n    rating: 遅延",
            "観光入込客数\n    rating: ⟪rating-unchanged-below⟫現状維持",
        ),
        plant("delayed though ahead").swap(
            GENKI,
            "柏崎ファンクラブの会員数（累計）\n    rating: 順調",
            "柏崎ファンクラブの会員数（累計）\n    rating: ⟪rating-delayed-ahead⟫遅延",
        ),
        plant("a reason left empty").swap(
            GAKKO,
            "    rating: 遅延\n",
            "    rating: 遅延\n    ⟪value-empty⟫reason:\n",
        ),
        plant("a rating under the wrong KPI").swap(
            JINKEN,
            "- kpi: happy-partner      #",
            "- kpi: ⟪kpi-unknown⟫happy-partners      #",
        ),
    ]
}
