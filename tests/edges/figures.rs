//! Figures: on a bound, by reference, and beside a name.

use super::{CORRECTIONS, KIKAKU, PEOPLE, POPULATION, SANGYO, SERIES, all};

#[test]
fn figures_on_a_bound() {
    all(&[
        (
            "a total that stays as it is does not fall",
            &[
                (SERIES, "shops,2019,14", "shops,2019,10"),
                (SANGYO, "順調", "順調\n    reason: 年度末に増えたため"),
            ],
            &[],
        ),
        (
            "a total that falls by one",
            &[(SERIES, "shops,2019,14", "shops,2019,9")],
            &["cumulative-falls"],
        ),
        (
            "a corrected figure with a digit too many",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17.5,18,2021-08-01,数え直したため\n",
            )],
            &["decimals-exceeded"],
        ),
        (
            "nobody left",
            &[(PEOPLE, "2060,推計,25300", "2060,推計,0")],
            &["population-size"],
        ),
        (
            "visions that are alike",
            &[(PEOPLE, "2060,展望下限,28000", "2060,展望下限,31000")],
            &[],
        ),
        (
            "visions the wrong way round",
            &[(PEOPLE, "2060,展望下限,28000", "2060,展望下限,31001")],
            &["population-vision"],
        ),
        (
            "the last year of the vision has come",
            &[(PEOPLE, "", "2060,実績,25400,\n")],
            &[],
        ),
        (
            "the year after the last of the vision",
            &[(PEOPLE, "", "2061,実績,25400,\n")],
            &["population-year"],
        ),
        (
            "corrected on the first day of the year",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17,18,2020-04-01,数え直したため\n",
            )],
            &["restatement-date"],
        ),
        (
            "corrected on the second day of the year",
            &[(
                CORRECTIONS,
                "",
                "kpi,year,before,after,date,reason\nshops,2020,17,18,2020-04-02,数え直したため\n",
            )],
            &[],
        ),
        (
            "a correction of a figure that cannot be read",
            &[
                (SERIES, "shops,2020,18", "shops,2020,十八"),
                (
                    CORRECTIONS,
                    "",
                    "kpi,year,before,after,date,reason\nshops,2020,17,18,2021-08-01,数え直したため\n",
                ),
            ],
            &["number-invalid"],
        ),
        (
            "a correction of a KPI that could not be read",
            &[
                ("kpis.yaml", "unit: 店", "unit: \"店"),
                (
                    CORRECTIONS,
                    "",
                    "kpi,year,before,after,date,reason\nshops,2020,17,18,2021-08-01,数え直したため\n",
                ),
            ],
            &["yaml-unclosed-quote"],
        ),
        (
            "a target five years after the plan",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 30 }",
                "target: { year: 2029, value: 30 }",
            )],
            &[],
        ),
        (
            "a target six years after the plan",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 30 }",
                "target: { year: 2030, value: 30 }",
            )],
            &["target-late"],
        ),
        (
            "a target below the baseline",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 200 }",
                "target: { year: 2024, value: 99 }",
            )],
            &["target-met"],
        ),
        (
            "a target that is the baseline",
            &[(
                "kpis.yaml",
                "target: { year: 2024, value: 200 }",
                "target: { year: 2024, value: 100 }",
            )],
            &["target-is-baseline"],
        ),
        (
            "fewer are wanted, and the target is more",
            &[
                ("kpis.yaml", "value: 200", "value: 120"),
                (
                    "kpis.yaml",
                    "人\n    decimals: 0\n    department: kikaku\n    better: higher",
                    "人\n    decimals: 0\n    department: kikaku\n    better: lower",
                ),
            ],
            &["target-met"],
        ),
        (
            "fewer are wanted, and the target is fewer",
            &[
                ("kpis.yaml", "value: 200", "value: 50"),
                (
                    "kpis.yaml",
                    "人\n    decimals: 0\n    department: kikaku\n    better: higher",
                    "人\n    decimals: 0\n    department: kikaku\n    better: lower",
                ),
                (
                    KIKAKU,
                    "kpi: members\n    rating: 順調",
                    "kpi: members\n    rating: 遅延",
                ),
            ],
            &[],
        ),
        (
            "less than nothing",
            &[
                (SERIES, "members,2019,120", "members,2019,-120"),
                (
                    KIKAKU,
                    "kpi: members\n    rating: 順調",
                    "kpi: members\n    rating: 順調\n    reason: 誤記のため",
                ),
            ],
            &["value-negative"],
        ),
    ]);
}

#[test]
fn figures_by_reference() {
    all(&[
        (
            "an event without rows has no figure either",
            &[
                (SANGYO, "{kpi:shops.actual}", "{kpi:center.actual}"),
                (
                    SERIES,
                    "center,2018,,なし,\ncenter,2019,,なし,\ncenter,2020,,なし,\n",
                    "",
                ),
            ],
            &["figure-missing", "series-missing"],
        ),
        (
            "a figure that cannot be read is not missing as well",
            &[(SERIES, "shops,2020,18", "shops,2020,十八")],
            &["number-invalid"],
        ),
        (
            "the unit after a figure",
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:shops.actual}店")],
            &["figure-unit-doubled"],
        ),
        (
            "a percentage after a difference, which is in points",
            &[(
                KIKAKU,
                "偏りがあります。",
                "偏りがあります。満足度は{kpi:satisfaction.change}%の動きです。",
            )],
            &[],
        ),
        (
            "points after a difference",
            &[(
                KIKAKU,
                "偏りがあります。",
                "偏りがあります。満足度は{kpi:satisfaction.change}ポイントの動きです。",
            )],
            &["figure-unit-doubled"],
        ),
    ]);
}

#[test]
fn figures_beside_a_name() {
    all(&[
        (
            "a figure that is the KPI's",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、140人です。",
            )],
            &[],
        ),
        (
            "a figure that is none of the KPI's",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、141人です。",
            )],
            &["figure-contradicts"],
        ),
        (
            "a change that is the difference of two of them",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、20人増えました。",
            )],
            &[],
        ),
        (
            "a figure of a year that has none",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、平成20年度に50人でした。",
            )],
            &[],
        ),
        (
            "a figure of the year before the first",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、平成29年度に50人でした。",
            )],
            &[],
        ),
        (
            "another figure of a year that has one",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、令和元年度に121人でした。",
            )],
            &["figure-contradicts"],
        ),
        (
            "another figure of the last months of a fiscal year",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、令和3年3月末で141人でした。",
            )],
            &["figure-contradicts"],
        ),
        (
            "a figure of the year after the last",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、令和4年度に150人でした。",
            )],
            &[],
        ),
        (
            "a name of five characters",
            &[
                ("kpis.yaml", "見守り協力員の登録者数（総数）", "登録者総数"),
                (POPULATION, "続いています。", "続いています。登録者総数は、141人です。"),
            ],
            &["figure-contradicts"],
        ),
        (
            "a name of four characters is too much like a word",
            &[
                ("kpis.yaml", "見守り協力員の登録者数（総数）", "登録者数"),
                (POPULATION, "続いています。", "続いています。登録者数は、141人です。"),
            ],
            &[],
        ),
    ]);
}
