//! Eras, years and periods.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("an era's year beside the wrong one").swap(OUTLOOK, "昭和50（1975）年まで", "⟪era-mismatch⟫昭和50（1974）年まで"),
        plant("the western year first").swap(
            MANAGEMENT,
            "平成27（2015）年10月に",
            "⟪era-mismatch⟫2015年（平成26年）に",
        ),
        plant("a letter for an era, off by one").swap(
            KIKAKU,
            "令和元（2019）年度に入塾した",
            "⟪era-mismatch⟫R2（2019）年度に入塾した",
        ),
        plant("the first year as a figure").swap(
            KAIGO,
            "令和2（2020）年度から病院勤務者にも",
            "⟪era-first-year⟫令和1年度から病院勤務者にも",
        ),
        plant("a year that the era did not have").swap(
            SUIKYU,
            "令和4（2022）年の世界水泳福岡大会に向け、",
            "⟪era-year⟫平成34年の世界水泳福岡大会に向け、",
        ),
        plant("the old era's name for a whole fiscal year").swap(
            MONOZUKURI,
            "令和2（2020）年度に発足した",
            "⟪era-fiscal-name⟫平成31年度に発足した",
        ),
        plant("a date before its era").swap(
            HOIKU,
            "柏崎保育園では休日保育も行いました。",
            "柏崎保育園では⟪era-date⟫令和元年4月15日から休日保育も行いました。",
        ),
        plant("a day that no month has").swap(
            HOIKU,
            "支援室では妊娠中の方の利用も徐々に増え、",
            "支援室では⟪date-impossible⟫令和2年11月31日までに妊娠中の方の利用も徐々に増え、",
        ),
        plant("a calendar year where fiscal years are counted").swap(
            SHOGYO,
            "柏崎・社長のたまご塾や創業相談事業等の",
            "創業者数は、⟪era-basis⟫令和2年に{kpi:startups.actual}となりました。\n柏崎・社長のたまご塾や創業相談事業等の",
        ).alone(),
        plant("a census in a year without one").swap(
            KPIS,
            "target: { year: 2025, value: 73.0 }",
            "target: { year: ⟪census-year⟫2024, value: 73.0 }",
        ),
        plant("a target before the report").swap(
            KPIS,
            "target: { year: 2024, value: 70 }",
            "target: { year: ⟪target-past⟫2019, value: 70 }",
        )
        .needs(REPORT),
        plant("a target's year with its digits exchanged").swap(
            KPIS,
            "target: { year: 2024, value: 65.0 }",
            "target: { year: ⟪target-late⟫2042, value: 65.0 }",
        ).needs(PLAN),
        plant("a baseline that is not before the report").swap(
            KPIS,
            "    baseline: 2018\n    target: { year: 2024, value: 600 }",
            "    baseline: ⟪baseline-late⟫2020\n    target: { year: 2024, value: 600 }",
        ).needs(REPORT),
        plant("a plan that ends before it begins").swap(PLAN, "to: 2024 }   #", "to: ⟪year-order⟫2014 }   #").unsettles(PLAN),
        plant("a report on its own year").swap(REPORT, "performance_year: 2020 ", "performance_year: ⟪year-order⟫2021 ").unsettles(REPORT),
        plant("a report published before its year").swap(REPORT, "published: 2021-09 ", "published: ⟪published-year⟫2020-09 "),
        plant("a gap in a series").swap(
            ROWS,
            "certified-rice,2018,2.0,,\n",
            "⟪series-gap⟫certified-rice,2015,1.5,,\ncertified-rice,2018,2.0,,\n",
        ),
        plant("a western year one off, in a note").swap(
            KPIS,
            "    source: 国勢調査\n",
            "    source: 国勢調査（⟪era-mismatch⟫令和2（2021）年）\n",
        ),
        plant("an era in a program's name that cannot be").swap(
            PLAN,
            "- name: 人口ビジョン",
            "- name: 人口ビジョン（⟪era-year⟫平成32年改訂）",
        ),
        plant("a day of the week that was another").swap(
            GENKI,
            "コロナ禍でもできる範囲で相談会等を開き、",
            "コロナ禍でもできる範囲で、令和2（2020）年11月3日（⟪weekday-mismatch⟫月）などに相談会等を開き、",
        ),
        plant("a span of years that runs backwards").swap(
            NOSEI,
            "これまでの支援内容を検証し、",
            "⟪years-backward⟫令和4年度から令和2年度までの支援内容を検証し、",
        ),
    ]
}
