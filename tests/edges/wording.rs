//! Where rules about wording begin and end.

use super::{KIKAKU, MANAGEMENT, POPULATION, SANGYO, SERIES, all};

#[test]
fn figures_by_reference() {
    all(&[
        (
            "an event has no figures to be missing",
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:center.actual}")],
            &["figure-missing"],
        ),
        (
            "a figure that cannot be read is told once",
            &[(SERIES, "shops,2020,18", "shops,2020,十八")],
            &["number-invalid"],
        ),
        (
            "the unit behind a figure",
            &[(SANGYO, "{kpi:shops.actual}", "{kpi:shops.actual}店")],
            &["figure-unit-doubled"],
        ),
        (
            "a percentage behind a difference, which is in points",
            &[(
                KIKAKU,
                "偏りがあります。",
                "偏りがあります。満足度は{kpi:satisfaction.change}%の動きです。",
            )],
            &[],
        ),
        (
            "points behind a difference",
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
fn counts_before_what_the_plan_puts_in() {
    all(&[
        (
            "two goals, where there is one",
            &[(
                "reports/2021/chapters/goals.md",
                "{plan:goals}",
                "次の2つの目標を掲げています。\n\n{plan:goals}",
            )],
            &["count-contradicts"],
        ),
        (
            "three levels, where there are four",
            &[(
                MANAGEMENT,
                "{plan:rating-scale}",
                "次の3つで評価しています。\n\n{plan:rating-scale}",
            )],
            &["count-contradicts"],
        ),
        (
            "two projects, where there is one",
            &[(
                "reports/2021/chapters/projects.md",
                "{plan:projects}",
                "次の2つを進めています。\n\n{plan:projects}",
            )],
            &["count-contradicts"],
        ),
        (
            "as many parts as there are",
            &[(MANAGEMENT, "{plan:parts}", "次の2編からなります。\n\n{plan:parts}")],
            &[],
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
            "the difference of two of them",
            &[(
                POPULATION,
                "続いています。",
                "続いています。見守り協力員の登録者数は、20人に増えました。",
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
            "a figure of the year behind the last",
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

#[test]
fn ends_of_items() {
    all(&[
        (
            "an item of two sentences",
            &[(
                POPULATION,
                "続いています。",
                "続いています。\n\n- 減少の原因を調べます。次は対策。\n",
            )],
            &[],
        ),
        (
            "a noun with its full stop",
            &[(POPULATION, "続いています。", "続いています。\n\n- 減少の対策。\n")],
            &["item-end"],
        ),
        (
            "a sentence with its full stop",
            &[(POPULATION, "続いています。", "続いています。\n\n減少の対策。\n")],
            &[],
        ),
    ]);
}

#[test]
fn kanji_beyond_the_common_ones() {
    const TERM: &str = "terms:\n  - expected: つなぐ\n    patterns: [繋ぐ]\n";
    all(&[
        (
            "the dictionary speaks of the word",
            &[
                ("dictionary.yaml", "", TERM),
                (POPULATION, "続いています。", "続いています。人を繋ぐ場をつくります。"),
            ],
            &["dictionary-word"],
        ),
        (
            "of another word before it the rule speaks",
            &[
                ("dictionary.yaml", "", TERM),
                (
                    POPULATION,
                    "続いています。",
                    "続いています。賑わう場で人を繋ぐ催しです。",
                ),
            ],
            &["dictionary-word", "kanji-not-joyo"],
        ),
        (
            "and of one behind it",
            &[
                ("dictionary.yaml", "", TERM),
                (POPULATION, "続いています。", "続いています。人を繋ぐ場が賑わいました。"),
            ],
            &["dictionary-word", "kanji-not-joyo"],
        ),
        (
            "a kanji of a registered name",
            &[
                ("programs.yaml", "交流イベント事業", "鵜川交流事業"),
                (SANGYO, "交流イベント事業", "鵜川交流事業"),
                (POPULATION, "続いています。", "続いています。鵜川に沿って歩きました。"),
            ],
            &[],
        ),
    ]);
}
