//! Named cases: how people write years, and what only looks like one.

use super::*;

/// `令和2=2020年度`, one a mention.
fn read(text: &str) -> Vec<String> {
    let show = |mention: &Mention| {
        let mut out = String::new();
        if let Some(era) = &mention.era {
            out.push_str(&format!("{}{}", era.era.letter(), era.number));
        }
        if let Some(year) = mention.western {
            out.push_str(&format!("={year}"));
        }
        match mention.unit {
            Some(Unit::Fiscal) => out.push_str("年度"),
            Some(Unit::Calendar) => out.push('年'),
            None => {}
        }
        for part in [mention.month, mention.day].into_iter().flatten() {
            out.push_str(&format!("/{part}"));
        }
        out
    };
    find(text).iter().map(show).collect()
}

#[test]
fn the_ways_people_write_a_year() {
    for (text, expected) in [
        ("令和2（2020）年度から", "R2=2020年度"),
        ("令和2年度(2020年度)に", "R2=2020年度"),
        ("令和元（2019）年5月1日", "R1=2019年/5/1"),
        ("令和 ３ 年（２０２１年）", "R3=2021年"),
        ("平成三十一年四月", "H31年"),
        ("2020年度（令和2年度）の", "R2=2020年度"),
        ("2020（令和2）年", "R2=2020年"),
        ("2021年2月30日", "=2021年/2/30"),
        ("R2（2020）", "R2=2020"),
        ("（Ｒ２年度）", "R2年度"),
        ("R2.4.1に", "R2/4/1"),
        ("昭和64年1月7日", "S64年/1/7"),
        ("令和2020年度", "R2020年度"),
        ("令和2以降", "R2"),
        ("令和2年3月間で", "R2年"),
        ("令和2年3人が", "R2年"),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn several_in_one_sentence() {
    let text = "令和2（2020）年度と、平成30（2018）年度（速報）、2015年の調査";
    assert_eq!(read(text), ["R2=2020年度", "H30=2018年度", "=2015年"]);
}

#[test]
fn what_only_looks_like_a_year() {
    for text in [
        "2021件",
        "12,020年",
        "20200年",
        "1600年",
        "9999年度",
        "123年度",
        "H2O",
        "R2D2",
        "SR3年",
        "平和2年",
        "平成通り",
        "令和の里",
        "S3系",
        "v2020年",
        "3年間で5年目",
        "R100年",
        "-R3年",
        "ＡＲ3年",
        "平成二三年",
        "平成二十十年",
        "R三年",
        "令和年",
        "1.2020年",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_calendar_year_may_lie_in_the_fiscal_year_before() {
    assert_eq!(read("令和3年（2020年度）"), ["R3年"]);
}

#[test]
fn spans_cover_what_is_said() {
    let text = "平成31（2019）年4月に";
    let mention = &find(text)[0];
    assert_eq!(&text[mention.span.clone()], "平成31（2019）年4月");
    let era = mention.era.as_ref().unwrap();
    assert_eq!((&text[era.span.clone()], era.style), ("平成31", Style::Number));
}

#[test]
fn a_long_text_takes_one_pass() {
    let text = "令和2（".repeat(20_000) + &"1".repeat(200_000);
    assert_eq!(find(&text).len(), 20_000);
}

#[test]
fn every_beginning_of_a_year_is_looked_at() {
    for begin in [
        "昭和60年",
        "平成30年",
        "令和3年",
        "S60年",
        "Ｓ60年",
        "H30年",
        "Ｈ30年",
        "R3年",
        "Ｒ3年",
    ] {
        assert_eq!(find(&format!("市の{begin}度")).len(), 1, "{begin}");
    }
    for year in ["1990年", "2020年", "１９９０年", "２０２０年"] {
        assert_eq!(find(&format!("市の{year}度")).len(), 1, "{year}");
    }
}
