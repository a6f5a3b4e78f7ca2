//! Where rules about wording begin and end.

use super::{Edit, KIKAKU, MANAGEMENT, POPULATION, SANGYO, all, say};

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
            "and of one after it",
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

/// A paragraph more in the chapter on the population.
fn more(text: String) -> [Edit; 1] {
    [(POPULATION, "続いています。", format!("続いています。\n\n{text}").leak())]
}

#[test]
fn long_sentences() {
    let of = |length: usize| more(format!("人口は、{}です。", "減".repeat(length - 7)));
    let commas = |count: usize, length: usize| more(format!("{}{}です。", "甲、".repeat(count), "減".repeat(length)));
    all(&[
        ("a sentence of 120 characters", &of(120), &[]),
        ("a sentence of 121 characters", &of(121), &["sentence-long"]),
        ("a sentence of five commas", &commas(5, 10), &[]),
        ("a sentence of six commas", &commas(6, 10), &["sentence-commas"]),
        (
            "a sentence of six commas and 120 characters",
            &commas(6, 105),
            &["sentence-commas"],
        ),
        (
            "a sentence of six commas that is too long",
            &commas(6, 106),
            &["sentence-long"],
        ),
        (
            "six commas in two sentences",
            &more("春、夏、秋、冬です。東、西、南、北です。".to_owned()),
            &[],
        ),
        (
            "commas within brackets separate what is there",
            &more("春、夏（東、西（南、北）、上、下）、秋です。".to_owned()),
            &[],
        ),
    ]);
}

#[test]
fn the_other_tone() {
    const PLAIN: &str = "減少を抑える。対策を進める。施策を続ける。";
    say(&[
        (&more(PLAIN.to_owned()), "style-plain", "「を抑える。」"),
        (
            &[(POPULATION, "本市の人口は、減少が続いています。", PLAIN)],
            "style-plain",
            "（ほかに2か所）",
        ),
        (
            &[(
                POPULATION,
                "本市の人口は、減少が続いています。",
                "減少を抑える。対策を進める。",
            )],
            "style-plain",
            "「を進める。」",
        ),
    ]);
}

#[test]
fn spaces_and_widths() {
    all(&[
        (
            "a comma of another script",
            &more("人口は,減りました。".to_owned()),
            &["punctuation-foreign"],
        ),
        ("a comma of a number", &more("人口は、8,100人です。".to_owned()), &[]),
        (
            "letters of full width",
            &more("ＤＸを進めました。".to_owned()),
            &["width-full"],
        ),
        (
            "full-width marks that wait",
            &more("ＸＸ人が参加しました。".to_owned()),
            &["placeholder-left"],
        ),
        (
            "both in one sentence",
            &more("ＸＸ人がＤＸを学びました。".to_owned()),
            &["placeholder-left", "width-full"],
        ),
        (
            "a space between two words",
            &more("人 口は、減りました。".to_owned()),
            &["space-in-text"],
        ),
        (
            "a space after a question mark",
            &more("減りましたか？　はい。".to_owned()),
            &[],
        ),
    ]);
}

#[test]
fn ends_of_sentences() {
    // Nothing follows there but the next heading.
    let text = |text: &str| -> [Edit; 1] {
        let text: &'static str = text.to_owned().leak();
        [(KIKAKU, "協力員の地区ごとの人数に偏りがあります。", text)]
    };
    all(&[
        (
            "a sentence without its full stop",
            &text("人口は減りました"),
            &["sentence-end"],
        ),
        ("a noun by itself", &text("減少への対策"), &[]),
        (
            "a noun after a sentence",
            &text("人口は減りました。減少への対策"),
            &["sentence-end"],
        ),
        (
            "a remark after a sentence",
            &text("人口は減りました。（推計を含む）"),
            &[],
        ),
        (
            "a remark within a sentence without its full stop",
            &text("人口は減りました（推計を含む）"),
            &["sentence-end"],
        ),
        (
            "a noun that leads to a list",
            &text("人口は減りました。対策は次のとおり\n\n- 相談の充実\n"),
            &[],
        ),
        (
            "a sentence that leads to a list",
            &text("対策は次のとおりです\n\n- 相談の充実\n"),
            &["sentence-end"],
        ),
        (
            "a line that goes on",
            &text("人口は減りました\nが、対策を進めます。"),
            &[],
        ),
        (
            "a line that begins anew",
            &text("人口は減りました\nまた、対策を進めます。"),
            &["sentence-end"],
        ),
        (
            "a line that begins with a noun",
            &text("人口は減りました\n対策を進めます。"),
            &["sentence-end"],
        ),
        (
            "a line that begins with a mark",
            &text("人口は減りました\n（推計を含む）。"),
            &[],
        ),
    ]);
}
