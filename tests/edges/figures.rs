//! Figures on a bound.

use super::{CORRECTIONS, KIKAKU, PEOPLE, SANGYO, SERIES, all};

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
