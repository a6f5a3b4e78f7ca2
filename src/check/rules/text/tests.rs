//! Good prose stays silent: realistic paragraphs of municipal reports, and the shipped content.

use std::path::Path;

use super::{ALL, Signs};
use crate::{
    check, manuscript,
    source::{self, Sources},
};

fn content() -> Sources {
    source::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap()
}

/// What the rules of this group say of some sources.
fn findings(sources: &Sources) -> Vec<String> {
    let checked = check::check(sources, &manuscript::read(sources));
    let own = |code: &str| ALL.iter().any(|rule| rule.code == code);
    let found = checked.diagnostics.iter().filter(|found| own(found.code));
    found
        .map(|found| format!("{} {} {}", found.location(sources), found.code, found.message))
        .collect()
}

/// The shipped content with one field of a department's file replaced.
fn with(text: &str) -> Sources {
    let shipped = content();
    let files = shipped.files().map(|(_, file)| {
        let mut body = file.text.clone();
        if file.name == "reports/2021/departments/hakubutsukan.md" {
            let start = body.find("### 主な取組と成果").unwrap();
            let end = body.find("### 課題").unwrap();
            body.replace_range(start..end, &format!("### 主な取組と成果\n\n{text}\n\n"));
        }
        (file.name.clone(), body)
    });
    Sources::from_files(files.collect::<Vec<_>>())
}

#[test]
fn the_shipped_content_is_silent() {
    assert_eq!(findings(&content()), Vec::<String>::new());
}

#[test]
fn the_guide_of_the_template_is_found_once() {
    let found = findings(&with(
        "〔この年度に行ったことと、その結果を書きます。\n件数などの事実を、具体的に書いてください。〕",
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("guide-left"), "{found:?}");
}

#[test]
fn a_long_paragraph_is_not_like_itself() {
    let found = findings(&with(&"講座を開き、人が集いました。".repeat(100)));
    assert!(
        found.iter().all(|found| !found.contains("paragraph-repeated")),
        "{found:?}"
    );
}

#[test]
fn a_sentence_in_another_tone_is_found_once() {
    let found = findings(&with("資料の公開を進めた。\n閲覧者も増えました。"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("style-plain"), "{found:?}");
}

#[test]
fn as_many_plain_sentences_as_polite_ones_are_told() {
    let found = |text: &str| {
        let file = format!("## 1-1-1\n\n### 課題\n\n{text}\n");
        let sources = Sources::from_files([("reports/2021/departments/nosei.md", file)]);
        let found = findings(&sources);
        found.iter().filter(|found| found.contains("style-plain")).count()
    };
    assert_eq!(found("資料の公開を進めた。\n閲覧者も増えました。"), 1);
    // A report in the other tone is the city's choice.
    assert_eq!(found("資料の公開を進めた。\n閲覧者も増えた。\n課題があります。"), 0);
}

/// What the words of one department's file lead to, by their code and the text under the caret.
fn told(text: &str, code: &str) -> Vec<String> {
    let sources = with(text);
    let checked = check::check(&sources, &manuscript::read(&sources));
    let found = checked.diagnostics.iter().filter(|found| found.code == code);
    found
        .map(|found| sources.text(found.place.unwrap()).to_owned())
        .collect()
}

#[test]
fn each_slip_of_a_line_is_told_at_its_own_place() {
    assert_eq!(
        told("令和２年度に、ＩＣＴ研修を１２回開きました。", "width-full"),
        ["２", "ＩＣＴ", "１２"]
    );
    assert_eq!(told("参加者は××××人です。", "width-full"), Vec::<String>::new());
    assert_eq!(
        told("齟齬を正し、乖離を埋めました。齟齬はありません。", "kanji-not-joyo"),
        ["齟", "齬", "乖"]
    );
    // A short name is in too many words to be one.
    assert_eq!(
        told("観光入込客数は5万人で、観光入込客数は6万人です。", "figure-contradicts"),
        ["5万人", "6万人"]
    );
}

#[test]
fn where_a_placeholder_ends() {
    let found = |text: &'static str| {
        super::placeholders(text, &Signs::of(text.chars()))
            .into_iter()
            .map(|range| &text[range])
            .collect::<Vec<_>>()
    };
    assert_eq!(found("参加者はXXXX人で、○○○を開きました。"), ["XXXX", "○○○"]);
    assert_eq!(found("TODOです。EXXON、Xの字、○印は別です。"), ["TODO"]);
    assert_eq!(found("型番はAXX、XXAです。"), Vec::<&str>::new());
    assert_eq!(found("（調整中）。"), ["（調整中）。"]);
}

#[test]
fn good_prose_is_silent() {
    assert_eq!(findings(&with(&GOOD.join("\n\n"))), Vec::<String>::new());
}

const GOOD: [&str; 34] = [
    "子育て世代包括支援センターでは、妊娠期から子育て期までの相談に応じました。\n相談件数は延べ1,254件で、前年度から112件増えました。",
    "令和3（2021）年3月に、第三次男女共同参画基本計画を策定しました。\n計画の期間は、令和3（2021）年度から令和12（2030）年度までの10年間です。",
    "市内3か所（中央地区、北地区、南地区）で説明会を開き、延べ86人が参加しました。",
    "「移住するなら、仕事も住まいもまとめて相談したい。」という声が、アンケートに寄せられました。",
    "道の駅「風の丘米山」の再整備に向けて、（仮称）基本構想の検討を始めました。",
    "参加者は20歳代が12人（24.0％）、30歳代が18人（36.0％）、40歳代が20人（40.0％）でした。",
    "次の4つの視点から、事業の見直しを進めます。\n\n- 利用者の利便性\n- 費用と効果\n- 民間との役割分担\n- 将来の人口",
    "申請の方法は、次のとおりです。\n\n1. 窓口で申請書を受け取ります。\n2. 必要な書類を添えて提出します。",
    "詳しくは、[市のホームページ](https://www.example.jp/shien/index.html)をご覧ください。",
    "特許保有件数は144件で、前年度を9件下回りました。",
    "特許保有件数（総数）は、{kpi:patents.actual}でした。",
    "柏崎ファンクラブの会員数は、令和2（2020）年度末で9,580人となりました。",
    "柏崎ファンクラブの会員数は、年間で約1,000人増えました。",
    "観光入込客数は、目標の400万人に対して143万人にとどまりました。",
    "合計特殊出生率は1.51で、前年と比べて0.03ポイント下がりました。",
    "創業支援事業により、柏崎市創業支援等事業計画に基づく相談会を12回開きました。",
    "国の地方創生推進交付金を活用し、ワーク・ライフ・バランスの推進に取り組みました。",
    "第1期総合戦略の検証結果を踏まえ、第2期総合戦略の主要施策を組み立てました。",
    "県の農業振興課や新潟県農業大学校と連携し、就農相談会を2回開きました。",
    "IoTやAIの導入に関する相談は、年間で35件ありました。\nそのうち7件は、国のIT導入補助金の活用につながりました。",
    "U・Iターン者向けの補助金（住宅取得、家賃、奨学金の償還）は、合わせて64件を交付しました。",
    "新型コロナウイルス感染症の影響により、5月に予定していた交流会は中止し、10月にオンラインで開きました。",
    "「やりたい」「学びたい」という気持ちに応えるため、様々な分野の講座を用意しました。",
    "SNS（Instagram、Facebook、LINE）で情報を発信し、延べ15万回を超える閲覧がありました。",
    "補助の対象は、次のいずれかに当てはまる方です。\n\n- 市内に住所がある方\n- 市内の事業所に勤める方",
    "平成30（2018）年度に始めたこの事業は、3年目を迎えました。\n一方で、参加者の固定化が課題です。",
    "障害の有無にかかわらず、誰もが参加できるよう、会場に手話通訳者と要約筆記者を配置しました。",
    "子どもたちからは「楽しかった！」「また来たい！」といった感想が寄せられました。",
    "本市の特産品である米山プリンセスは、「米・食味分析鑑定コンクール国際大会」で高い評価を得ました。",
    "和食文化の継承と地域の活性化を図るため、親子料理教室を開きました。\n講師は、食生活改善推進員が務めました。",
    "給与の水準や休暇の取りやすさなど、働く環境の改善に企業とともに取り組む必要があります。",
    "ごみの排出量は1人1日当たり900グラムで、県の平均を50グラム下回りました。",
    "計画の変更に伴い、対象を市内全域に広げました。\n対象者への周知は、広報かしわざきで行いました。",
    "二つの大学（新潟工科大学・新潟産業大学）と包括連携協定を結び、共同研究を3件実施しました。",
];

/// Pseudo-random slips in the shipped texts: nothing may panic, and every place must lie within its text.
#[test]
fn nothing_breaks_on_broken_text() {
    const PIECES: [&str; 24] = [
        "（",
        "）",
        "「",
        "」",
        "〔",
        "{",
        "}",
        "[",
        "](",
        "*",
        "`",
        "\\",
        "。",
        "、",
        " ",
        "　",
        "\n",
        "\n\n- ",
        "３",
        "か\u{3099}",
        "\u{200B}",
        "20",
        "第",
        "http://",
    ];
    let shipped = content();
    let mut state = 7u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    for _ in 0..12 {
        let files = shipped.files().map(|(_, file)| {
            let mut text = file.text.clone();
            for _ in 0..40 {
                let mut at = random(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                match random(3) {
                    0 => _ = text.pop(),
                    1 if at < text.len() => _ = text.remove(at),
                    _ => text.insert_str(at, PIECES[random(PIECES.len())]),
                }
            }
            (file.name.clone(), text)
        });
        let sources = Sources::from_files(files.collect::<Vec<_>>());
        let manuscript = manuscript::read(&sources);
        let context = check::Context::new(&sources, &manuscript);
        for found in ALL.iter().flat_map(|rule| check::run(rule, &context)) {
            let place = found.place.unwrap();
            let file = sources.file(place.file);
            let span = place.span.start as usize..place.span.end as usize;
            assert!(
                file.text.get(span).is_some(),
                "{} at {}",
                found.code,
                found.location(&sources)
            );
        }
    }
}
