//! The example's prose is restated, so it cannot be compared with the print word by word. Its figures, dates, places
//! and names can: none may get lost or change when a sentence is rewritten.
//!
//! The table is written from the print, not from `content/`.

mod support;

use support::html::{Element, page};

/// Measure, department, and what its three texts must say.
#[rustfmt::skip]
const FACTS: &[(&str, &str, &[&str])] = &[
    ("1-1-1", "monozukuri", &["先端設備等", "固定資産税", "見本市", "IoT技術", "ポストコロナ", "DX"]),
    ("1-1-1", "nosei", &["米山プリンセス", "新型コロナウイルス感染症", "県外の学生", "「米・食味分析鑑定コンクール国際大会」"]),
    ("1-1-1", "shogyo-kanko", &["柏崎市観光ビジョン", "「かしわざきセントラルビーチ」", "市内三名園", "3か月", "1,729名", "4つのプロジェクト", "道の駅「風の丘米山」", "（仮称）「柏崎×柏崎」観光キャンペーン", "三庭園プレミアムガーデンツアー", "松雲山荘", "秋幸苑（飯塚邸）", "貞観園"]),
    ("1-1-1", "norin-suisan", &["新潟漁業協同組合柏崎支部", "ヒゲソリダイ", "首都圏", "漁船購入支援事業", "冬期", "新潟県"]),
    ("1-1-2", "monozukuri", &["柏崎フロンティアパーク", "3社", "7区画", "1区画", "電気料金"]),
    ("1-1-2", "dengen-energy", &["設立検討・準備会", "事業計画書（案）", "再生可能エネルギー", "蓄電池", "首都圏"]),
    ("1-2-1", "kaigo-korei", &["介護福祉士", "社会福祉士", "介護支援専門員", "初任者・実務者研修", "半数", "令和2（2020）年度", "2名"]),
    ("1-2-1", "kokuho-iryo", &["看護職就職助成金", "訪問看護ステーション", "障害者支援施設", "74名", "62名", "3割", "広報かしわざき"]),
    ("1-2-1", "shogyo-kanko", &["企業説明会", "分散開催", "オンライン開催", "補助金"]),
    ("1-2-1", "norin-suisan", &["柏崎地域森林組合", "特殊手当", "家賃", "2名", "1名", "新潟県"]),
    ("1-2-1", "nosei", &["農業法人", "農業大学校", "農業協同組合"]),
    ("1-2-1", "jinken-danjo", &["かしわざき男女共同参画市民会議", "家事シェア", "ワーク・ライフ・バランス"]),
    ("1-2-2", "monozukuri", &["首都圏企業", "コワーキングスペース", "576人", "柏崎商工会議所", "新潟工科大学", "柏崎信用金庫", "知的財産戦略"]),
    ("1-2-2", "shogyo-kanko", &["柏崎・社長のたまご塾", "創業相談事業", "広告宣伝", "改装", "家賃", "個別相談会"]),
    ("2-1-1", "kenchiku-jutaku", &["310件", "28件", "27件", "子育て三世代同居世帯", "55件", "2割"]),
    ("2-1-1", "bunka-gakushu", &["柏崎公民館エイジレス講座", "2か月", "5か月", "第1子", "親子の絆プログラム", "年8回", "30人", "孫育て講座", "年1回", "22人"]),
    ("2-1-1", "kosodate-shien", &["23か所", "児童クラブ", "コロナ禍"]),
    ("2-1-1", "hoiku", &["認定こども園", "幼稚園", "元気館ジャングルキッズ", "妊娠中", "延長保育", "休日保育", "コミュニティセンター"]),
    ("2-1-2", "kosodate-shien", &["妊産婦", "不妊治療", "子育て応援券"]),
    ("2-1-2", "fukushi", &["医療費の一部", "早期発見・治療"]),
    ("2-2-1", "jinken-danjo", &["ハッピー・パートナー企業", "令和2（2020）年度", "新潟県", "ワーク・ライフ・バランス推進コーディネーター派遣制度"]),
    ("2-2-1", "kokuho-iryo", &["院内託児所", "柏崎総合医療センター"]),
    ("2-2-1", "hoiku", &["国立病院機構新潟病院", "全28園", "13園", "11時間", "柏崎保育園", "柏崎総合医療センター", "病後児保育"]),
    ("2-2-1", "shogyo-kanko", &["柏崎市仕事と家庭の両立支援奨励金", "両立支援等助成金"]),
    ("2-2-2", "bunka-gakushu", &["21のテーマ", "30講座", "10代から40代", "39.0%", "SNS"]),
    ("2-2-2", "kosodate-shien", &["婚活イベント", "新型コロナウイルス感染症", "参加者アンケート"]),
    ("2-2-2", "hoiku", &["元気館ジャングルキッズ", "認定こども園", "妊娠中", "広報かしわざき"]),
    ("3-1-1", "genki-hasshin", &["家賃補助", "住宅取得", "奨学金", "柏崎市移住・定住推進行動計画", "移住ガイドブック"]),
    ("3-1-1", "shimin-katsudo", &["矢田地区", "1名", "別俣地区", "インターン", "令和3（2021）年度", "3名", "ミッション型"]),
    ("3-1-1", "nosei", &["独立・自営就農", "農地", "U・Iターン者"]),
    ("3-1-1", "kenchiku-jutaku", &["空き家バンク", "15件", "7件", "首都圏", "「住まい快適リフォーム事業補助金」", "県内移住者に2件", "都内からの移住者に1件", "元気発信課"]),
    ("3-1-2", "kikaku-seisaku", &["新潟工科大学産学交流会奨学金", "柏崎枠", "5名", "300万円", "4年生の1名", "大学院", "4名は3年生以下", "各学年4名", "16名", "3割", "ものづくり振興課"]),
    ("3-1-2", "monozukuri", &["柏崎工業高校2年生", "新潟工科大学の1、2年生", "67人"]),
    ("3-1-2", "genki-hasshin", &["奨学金償還補助", "庁舎ロビー", "フロー図"]),
    ("3-1-2", "shogyo-kanko", &["オンラインツール", "導入編", "実践編"]),
    ("3-2-1", "genki-hasshin", &["柏崎シティセールス推進協議会", "SNS", "ふるさと納税", "返礼品", "柏崎ファンクラブ", "関係人口"]),
    ("3-2-1", "shogyo-kanko", &["海の大花火", "JR駅構内", "広告グランプリ部門賞", "2年連続", "シビックプライド"]),
    ("3-2-1", "suikyu", &["東京オリンピック", "セルビア共和国", "モンテネグロ", "台湾", "令和4（2022）年", "世界水泳福岡大会"]),
    ("3-2-1", "nosei", &["「愛菜館」", "「ブリッジにいがた」", "「静香庵」", "「米・食味分析鑑定コンクール国際大会」"]),
    ("3-2-2", "shimin-katsudo", &["地域おこし協力隊", "4地区", "コミュニティ計画"]),
    ("4-1-1", "gakko-kyoiku", &["奨励金", "かしわざきこども大学", "オンライン"]),
    ("4-1-1", "bunka-gakushu", &["11講座", "高齢者福祉", "コミュニティセンター"]),
    ("4-1-1", "hakubutsukan", &["子ども向けWEBミュージアム", "大人向けWEBミュージアム", "13件", "23件", "GIGAスクール"]),
    ("4-1-2", "shimin-katsudo", &["まちから", "「ライクワークスクール」", "「よるラボ」", "「防災教育」", "ソーシャルビジネス"]),
    ("4-2-1", "shogyo-kanko", &["あきんど協議会", "個別相談会"]),
    ("4-2-1", "nosei", &["3シーズン", "新型コロナウイルス感染症", "SNS"]),
    ("4-2-1", "monozukuri", &["前期技能検定試験", "1名", "第15期ものづくりマイスターカレッジ", "22人", "52人", "産学官", "令和2（2020）年度", "柏崎機械技能士会"]),
    ("4-2-2", "kikaku-seisaku", &["令和元（2019）年度", "第4期生", "14名", "柏崎市私立大学学生募集支援事業補助金", "新潟工科大学産学交流会奨学金", "第5期生"]),
    ("4-2-2", "shogyo-kanko", &["柏崎・社長のたまご塾"]),
];

/// Chapters 1 and 2, and the introductions, by the id of their heading.
#[rustfmt::skip]
const CHAPTERS: &[(&str, &[&str])] = &[
    ("management", &["平成27（2015）年10月", "令和2（2020）年2月", "柏崎市まち・ひと・しごと創生総合戦略推進委員会", "令和2（2020）年度から令和6（2024）年度までの5か年", "3編", "相対評価", "令和6（2024）年度", "新型コロナウイルス感染症"]),
    ("population", &["昭和30（1955）年", "昭和50（1975）年", "平成7（1995）年", "北陸自動車道", "市内二大学", "原子力発電所", "全号機", "39,055人", "令和42（2060）年", "43,005人から50,345人"]),
    ("policy-tree", &["若者と女性が誇りと愛着を持って暮らす"]),
];

/// Readings, which stand at the first use of a name, are no part of the sentence.
fn said(element: &Element) -> String {
    element.text_without(&|element| element.name == "rt" || element.name == "rp")
}

fn lacking<'f>(text: &str, facts: &'f [&str]) -> Vec<&'f str> {
    facts.iter().copied().filter(|fact| !text.contains(fact)).collect()
}

#[test]
fn no_fact_of_the_print_got_lost() {
    let site = support::shipped_site();
    let bytes = site.get("2021/report.html").expect("the complete report");
    let page = page(std::str::from_utf8(bytes).unwrap()).unwrap();
    let section = |id: &str| {
        let sections = page.named("section").into_iter();
        let mut found = sections.filter(|section| section.attribute("aria-labelledby") == Some(id));
        found.next().unwrap_or_else(|| panic!("no section {id}"))
    };
    let mut wrong = Vec::new();
    for (measure, department, facts) in FACTS {
        let id = format!("entry-{measure}-{department}");
        // The fourth text is the list of 事業, which repeats some of the names.
        let texts: String = section(&id).named("dd").iter().take(3).map(|text| said(text)).collect();
        wrong.extend(lacking(&texts, facts).into_iter().map(|fact| format!("{id}: {fact}")));
    }
    for (id, facts) in CHAPTERS {
        let missing = lacking(&said(section(id)), facts);
        wrong.extend(missing.into_iter().map(|fact| format!("{id}: {fact}")));
    }
    assert_eq!(FACTS.len(), 49, "a block is missing");
    assert!(
        wrong.is_empty(),
        "said in print, not in the example:\n{}",
        wrong.join("\n")
    );
}
