//! The example says what the printed report says: every figure, rating, heading and 事業, in its place.
//!
//! The tables of this file are written from the print, not from `content/`: a slip in a source or in the code shows as a
//! difference between the two.

mod support;

use std::collections::BTreeSet;

use support::html::{Element, level, page};

/// Where, id, name, 当初, 前年度, 実績値, 目標値, 進捗状況.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    [&'static str; 4],
    &'static str,
);

#[rustfmt::skip]
const KPIS: &[Row] = &[
    ("project-1", "net-migration", "転出と転入の差（転出数－転入数）", ["345人", "594人", "326人", "245人"], "遅延"),
    ("project-2", "fertility-rate", "合計特殊出生率", ["1.54", "1.54", "1.51", "1.63"], "遅延"),
    ("project-3", "citizen-income", "一人当たりの市民所得", ["2,818千円", "2,835千円", "2,847千円", "3,000千円"], "遅延"),
    ("project-3", "value-added", "製造品出荷額における付加価値額", ["721億円", "690億円", "－", "750億円"], "遅延"),
    ("project-3", "visitors", "観光入込客数", ["360万人", "315万人", "143万人", "400万人"], "遅延"),
    ("direction-1-1", "patents", "特許保有件数（総数）", ["153件", "153件", "144件", "200件"], "遅延"),
    ("direction-1-1", "certified-rice", "柏崎市認証米「米山プリンセス」の認定数量", ["2.0トン", "2.2トン", "7.5トン", "10トン"], "順調"),
    ("direction-1-1", "energy-company", "地域エネルギー会社の設立", ["－", "－", "－", "設立"], "順調"),
    ("direction-1-2", "women-employment", "女性の生産年齢人口（15歳から64歳まで）における就業率", ["66.7%", "－", "－", "73.0%"], "－"),
    ("direction-1-2", "startups", "柏崎市創業支援等事業計画に基づく創業者数（累計）", ["66人", "77人", "93人", "156人"], "順調"),
    ("direction-2-1", "childcare-hub-users", "地域における子育て支援拠点施設の利用者数（年度延べ人数）", ["10,800組", "18,713組", "11,922組", "10,800組"], "順調"),
    ("direction-2-1", "parents-wish", "この地域で子育てをしたいと思う親の割合", ["92.3%", "91.0%", "93.9%", "95.0%"], "順調"),
    ("direction-2-1", "nursery-admission", "公立保育園における年度途中の入園希望児童数に対する実入園児童数の割合", ["56.1%", "48.0%", "48.0%", "100.0%"], "現状維持"),
    ("direction-2-2", "work-family-grants", "仕事と家庭の両立支援奨励金の交付件数（累計）", ["－", "－", "11件", "50件"], "順調"),
    ("direction-2-2", "happy-partner", "ハッピー・パートナー企業の登録件数（総数）", ["44社", "50社", "52社", "70社"], "現状維持"),
    ("direction-2-2", "hall-course-young", "公民館講座エイジレスコース参加者のうち10～40代の割合", ["40.0%", "35.0%", "39.0%", "43.0%"], "順調"),
    ("direction-3-1", "local-hire-highschool", "新規学校卒業者の市内就職率（市内高等学校）", ["49.0%", "56.6%", "56.7%", "65.0%"], "現状維持"),
    ("direction-3-1", "local-hire-university", "新規学校卒業者の市内就職率（市内大学）", ["16.4%", "11.7%", "10.8%", "20.0%"], "現状維持"),
    ("direction-3-1", "relocation-consults", "移住セミナー、相談会の相談件数（年度延べ件数）", ["32件", "69件", "52件", "80件"], "順調"),
    ("direction-3-2", "fan-club", "柏崎ファンクラブの会員数（累計）", ["6,052人", "8,518人", "9,580人", "12,000人"], "順調"),
    ("direction-3-2", "furusato-donations", "柏崎ふるさと応援基金への寄附件数", ["8,504件", "13,532件", "13,407件", "20,000件"], "順調"),
    ("direction-3-2", "waterpolo-supporters", "ブルボンウォーターポロクラブ柏崎のサポーター人数（総数）", ["241人", "329人", "302人", "600人"], "現状維持"),
    ("direction-3-2", "waterpolo-sponsors", "ブルボンウォーターポロクラブ柏崎の協賛店数（総数）", ["54店", "62店", "58店", "100店"], "現状維持"),
    ("direction-4-1", "nature-experience", "柏崎の自然や伝統文化に関するアンケートにおいて、体験したことがあると回答した児童・生徒の割合", ["－", "67.0%", "59.5%", "75.0%"], "遅延"),
    ("direction-4-1", "like-work-school", "ライクワークスクールを受講し活動を開始した人数（累計）", ["6人", "20人", "28人", "31人"], "順調"),
    ("direction-4-2", "meister-passes", "ものづくりマイスターカレッジ受講者の技能検定合格者数（累計）", ["131人", "145人", "146人", "200人"], "遅延"),
    ("direction-4-2", "university-entrants", "市内二大学の入学者数", ["318人", "369人", "293人", "340人"], "遅延"),
];

/// The block of each department under each measure, with its 事業.
#[rustfmt::skip]
const BLOCKS: &[(&str, &str, &[&str])] = &[
    ("1-1-1", "monozukuri", &["工業振興事業", "情報産業育成振興事業", "IoT推進事業", "産業イノベーション促進支援事業"]),
    ("1-1-1", "nosei", &["地域営農支援事業", "食の地産地消推進事業", "柏崎産米ブランド化推進事業"]),
    ("1-1-1", "shogyo-kanko", &["広域観光推進事業", "かしわざき魅力再発見・誘客推進事業", "道の駅誘客宣伝事業", "インバウンド推進事業", "海の柏崎活性化事業"]),
    ("1-1-1", "norin-suisan", &["ヒゲソリダイ養殖支援事業", "漁業就業者支援事業"]),
    ("1-1-2", "monozukuri", &["企業立地事業", "廃炉産業調査研究事業"]),
    ("1-1-2", "dengen-energy", &["次世代エネルギー活用推進事業", "次世代エネルギー活用研究事業"]),
    ("1-2-1", "kaigo-korei", &["介護従事者人材確保・育成支援事業", "介護・福祉職員就職支援事業"]),
    ("1-2-1", "kokuho-iryo", &["看護師就職支援事業"]),
    ("1-2-1", "shogyo-kanko", &["若年者就労支援事業", "雇用促進事業"]),
    ("1-2-1", "norin-suisan", &["林業従事者雇用促進支援事業", "漁業就業者支援事業"]),
    ("1-2-1", "nosei", &["青年就農支援事業"]),
    ("1-2-1", "jinken-danjo", &["女性活躍推進事業"]),
    ("1-2-2", "monozukuri", &["産業イノベーション促進支援事業"]),
    ("1-2-2", "shogyo-kanko", &["創業支援事業", "事業承継支援事業"]),
    ("2-1-1", "kenchiku-jutaku", &["空き家対策事業（住まい快適リフォーム補助事業）"]),
    ("2-1-1", "bunka-gakushu", &["公民館講座運営事業（エイジレスコース）"]),
    ("2-1-1", "kosodate-shien", &["放課後児童健全育成事業", "産後ヘルパー事業（養育支援事業）"]),
    ("2-1-1", "hoiku", &["地域子育て支援拠点事業", "延長・休日保育事業", "一時預かり事業"]),
    ("2-1-2", "kosodate-shien", &["妊産婦及び子どもの医療費助成事業", "不妊治療助成事業", "子育て応援券事業"]),
    ("2-1-2", "fukushi", &["妊産婦及び子どもの医療費助成事業"]),
    ("2-2-1", "jinken-danjo", &["ワーク・ライフ・バランス推進事業", "女性活躍推進事業"]),
    ("2-2-1", "kokuho-iryo", &["勤務医・看護師子育てサポート事業"]),
    ("2-2-1", "hoiku", &["病児保育事業", "延長・休日保育事業"]),
    ("2-2-1", "shogyo-kanko", &["職場環境づくり推進事業"]),
    ("2-2-2", "bunka-gakushu", &["公民館講座運営事業（エイジレスコース）"]),
    ("2-2-2", "kosodate-shien", &["結婚活動応援事業"]),
    ("2-2-2", "hoiku", &["地域子育て支援拠点事業"]),
    ("3-1-1", "genki-hasshin", &["U・Iターン促進事業"]),
    ("3-1-1", "shimin-katsudo", &["地域おこし協力隊活用事業", "地域おこし協力隊活動経費"]),
    ("3-1-1", "nosei", &["新規就農者支援事業"]),
    ("3-1-1", "kenchiku-jutaku", &["空き家対策事業（住まい快適リフォーム補助事業）"]),
    ("3-1-2", "kikaku-seisaku", &["大学との連携・協働事業"]),
    ("3-1-2", "monozukuri", &["人材育成支援事業"]),
    ("3-1-2", "genki-hasshin", &["U・Iターン促進事業"]),
    ("3-1-2", "shogyo-kanko", &["雇用促進事業"]),
    ("3-2-1", "genki-hasshin", &["柏崎シティセールス推進事業", "ふるさと応援事業"]),
    ("3-2-1", "shogyo-kanko", &["道の駅誘客宣伝事業", "海の柏崎活性化事業"]),
    ("3-2-1", "suikyu", &["水球のまち柏崎推進事業"]),
    ("3-2-1", "nosei", &["柏崎産米ブランド化推進事業"]),
    ("3-2-2", "shimin-katsudo", &["地域コミュニティ活動推進事業", "地域おこし協力隊活用事業", "地域おこし協力隊活動経費"]),
    ("4-1-1", "gakko-kyoiku", &["学校教育活動推進事業", "かしわざきこども大学事業"]),
    ("4-1-1", "bunka-gakushu", &["市民大学運営事業", "ジュニアリーダー養成研修事業"]),
    ("4-1-1", "hakubutsukan", &["WEBミュージアム推進事業"]),
    ("4-1-2", "shimin-katsudo", &["市民活動センター運営事業", "市民活動支援事業", "中越沖メモリアル運営事業"]),
    ("4-2-1", "shogyo-kanko", &["商業活性化推進事業"]),
    ("4-2-1", "nosei", &["新規就農者支援事業"]),
    ("4-2-1", "monozukuri", &["人材育成支援事業", "IoT推進事業", "情報産業育成振興事業", "工業振興事業"]),
    ("4-2-2", "kikaku-seisaku", &["大学との連携・協働事業", "柏崎リーダー塾事業"]),
    ("4-2-2", "shogyo-kanko", &["柏崎・社長のたまご塾事業"]),
];

const DEPARTMENTS: &[(&str, &str)] = &[
    ("monozukuri", "ものづくり振興課"),
    ("nosei", "農政課"),
    ("shogyo-kanko", "商業観光課"),
    ("norin-suisan", "農林水産課"),
    ("dengen-energy", "電源エネルギー戦略室"),
    ("kaigo-korei", "介護高齢課"),
    ("kokuho-iryo", "国保医療課"),
    ("jinken-danjo", "人権啓発・男女共同参画室"),
    ("kenchiku-jutaku", "建築住宅課"),
    ("bunka-gakushu", "文化・生涯学習課"),
    ("kosodate-shien", "子育て支援課"),
    ("hoiku", "保育課"),
    ("fukushi", "福祉課"),
    ("genki-hasshin", "元気発信課"),
    ("shimin-katsudo", "市民活動支援課"),
    ("kikaku-seisaku", "企画政策課"),
    ("suikyu", "水球のまち推進室"),
    ("gakko-kyoiku", "学校教育課"),
    ("hakubutsukan", "博物館"),
];

/// The headings of the chapters in printed order; `@1-1-1` stands for the blocks of a measure.
const HEADINGS: &[&str] = &[
    "1 柏崎市第2期まち・ひと・しごと創生総合戦略の進行管理",
    "(1) 第2期総合戦略の期間",
    "(2) 第2期総合戦略の構成",
    "第1編 総論",
    "第2編 人口ビジョン",
    "第3編 総合戦略",
    "(3) 目標指標の評価基準",
    "2 総人口の推移と今後の展望",
    "3 総合戦略の最重点目標及び施策体系",
    "最重点目標",
    "重点プロジェクト",
    "基本目標、基本的方向及び施策",
    "4 重点プロジェクトの進行管理",
    "1 転入増加・転出抑制プロジェクト",
    "2 子育て支援プロジェクト",
    "3 産業活性化プロジェクト",
    "5 基本目標別の総合戦略の進行管理",
    "第1節 地域産業の振興を図り雇用の場をつくる",
    "I-1 地域産業を活性化する",
    "I-1 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "I-1-(1) 地域産業の稼ぐ力の拡大",
    "@1-1-1",
    "I-1-(2) 新たな産業の創出",
    "@1-1-2",
    "I-2 雇用対策を強化する",
    "I-2 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "I-2-(1) 若者と女性の雇用促進",
    "@1-2-1",
    "I-2-(2) 創業・起業の推進",
    "@1-2-2",
    "第2節 子どもを産み育てやすいまちをつくる",
    "II-1 地域全体で子育てを支援する",
    "II-1 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "II-1-(1) 妊娠・出産・子育ての支援",
    "@2-1-1",
    "II-1-(2) 出産や子育ての経済的負担の軽減",
    "@2-1-2",
    "II-2 若者の暮らしを支援する",
    "II-2 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "II-2-(1) ワーク・ライフ・バランスの促進",
    "@2-2-1",
    "II-2-(2) 若者の交流・結婚活動に対する支援",
    "@2-2-2",
    "第3節 定住を促す魅力あるまちをつくる",
    "III-1 若者の定住を促進する",
    "III-1 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "III-1-(1) U・Iターン施策の推進",
    "@3-1-1",
    "III-1-(2) 新卒者の定着に対する支援",
    "@3-1-2",
    "III-2 柏崎らしさを創出する",
    "III-2 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "III-2-(1) シティセールスの推進",
    "@3-2-1",
    "III-2-(2) 地域コミュニティの維持・活性化",
    "@3-2-2",
    "第4節 地域の活力を担う人材をつくる",
    "IV-1 愛着や誇りを育む人材をつくる",
    "IV-1 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "IV-1-(1) 愛着や誇りを持てる教育の推進",
    "@4-1-1",
    "IV-1-(2) 地域人材の育成",
    "@4-1-2",
    "IV-2 地域産業を担う人材をつくる",
    "IV-2 KPIの達成に係る施策の主な取組と成果、課題と今後の展開",
    "IV-2-(1) 地域産業を支える人材育成",
    "@4-2-1",
    "IV-2-(2) 学生の確保・若者リーダーの育成",
    "@4-2-2",
];

/// 総人口: what is known, and the end points of trend and vision.
const POPULATION: &[&str] = &[
    "108,331人",
    "94,990人",
    "95,892人",
    "97,638人",
    "99,265人",
    "101,427人",
    "97,896人",
    "94,648人",
    "91,451人",
    "86,833人",
    "39,055人",
    "43,005人",
    "50,345人",
];

fn report() -> Element {
    let site = support::shipped_site();
    let bytes = site.get("2021/report.html").expect("the complete report");
    page(std::str::from_utf8(bytes).unwrap()).unwrap()
}

fn by_id<'p>(page: &'p Element, id: &str) -> &'p Element {
    page.id(id).unwrap_or_else(|| panic!("nothing has the id {id}"))
}

/// The section that a heading of this id names.
fn section<'p>(page: &'p Element, id: &str) -> &'p Element {
    let found = page
        .named("section")
        .into_iter()
        .find(|section| section.attribute("aria-labelledby") == Some(id));
    found.unwrap_or_else(|| panic!("no section {id}"))
}

/// The figure of a cell: without remarks, and without what is only spoken.
fn figure(cell: &Element) -> String {
    cell.text_without(&|element| {
        element.has_class("cell-note") || element.has_class("visually-hidden") || element.has_class("rating-mark")
    })
}

fn name(department: &str) -> &'static str {
    DEPARTMENTS
        .iter()
        .find(|(id, _)| *id == department)
        .expect("a department of the table")
        .1
}

fn fail_with(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `I-2-(1)` of `1-2-1`.
fn shown(code: &str) -> String {
    let parts: Vec<&str> = code.split('-').collect();
    let roman = ["I", "II", "III", "IV"][parts[0].parse::<usize>().unwrap() - 1];
    format!("{roman}-{}-({})", parts[1], parts[2])
}

#[test]
fn the_tables_of_this_test_are_complete() {
    let programs: BTreeSet<&str> = BLOCKS
        .iter()
        .flat_map(|(_, _, programs)| programs.iter().copied())
        .collect();
    let measures: BTreeSet<&str> = BLOCKS.iter().map(|(measure, _, _)| *measure).collect();
    let departments: BTreeSet<&str> = BLOCKS.iter().map(|(_, department, _)| *department).collect();
    assert_eq!(
        (KPIS.len(), BLOCKS.len(), measures.len(), programs.len()),
        (27, 49, 16, 64)
    );
    assert_eq!((DEPARTMENTS.len(), departments.len()), (19, 19));
    assert_eq!(KPIS.iter().filter(|row| row.0.starts_with("project-")).count(), 5);
}

#[test]
fn every_printed_figure_and_rating_is_in_its_row() {
    let page = report();
    let mut wrong = Vec::new();
    for (place, id, name, figures, rating) in KPIS {
        let row = by_id(section(&page, place), &format!("kpi-{id}"));
        let heads: Vec<String> = row.named("th").into_iter().map(figure).collect();
        if heads != [*name] {
            wrong.push(format!("{id}: is called {heads:?}, in print {name}"));
        }
        let cells = row.named("td").into_iter().filter(|cell| !cell.has_class("row-number"));
        let cells: Vec<String> = cells.map(figure).collect();
        let expected: Vec<&str> = figures.iter().copied().chain([*rating]).collect();
        if cells != expected {
            wrong.push(format!("{id}: {cells:?}, in print {expected:?}"));
        }
    }
    let rows = page
        .named("tr")
        .into_iter()
        .filter(|row| row.attribute("id").is_some_and(|id| id.starts_with("kpi-")));
    let found: Vec<&str> = rows.filter_map(|row| row.attribute("id")).collect();
    let expected: Vec<String> = KPIS.iter().map(|row| format!("kpi-{}", row.1)).collect();
    assert_eq!(found, expected, "the order of the rows");
    fail_with(&wrong);
}

#[test]
fn one_chart_for_every_kpi_that_has_figures() {
    let page = report();
    let charts: Vec<&str> = page
        .named("svg")
        .into_iter()
        .filter_map(|svg| svg.attribute("id"))
        .filter(|id| id.starts_with("chart-"))
        .collect();
    let mut expected = vec!["chart-population".to_owned()];
    expected.extend(
        KPIS.iter()
            .filter(|row| row.1 != "energy-company")
            .map(|row| format!("chart-{}", row.1)),
    );
    assert_eq!(charts, expected);
    assert_eq!(
        KPIS.iter().filter(|row| row.0.starts_with("direction-")).count() - 1,
        21
    );

    let mut wrong = Vec::new();
    for (place, id, name, figures, _) in KPIS.iter().filter(|row| row.1 != "energy-company") {
        let svg = by_id(section(&page, place), &format!("chart-{id}"));
        let title = by_id(svg, &format!("chart-{id}-title")).text();
        if title != *name {
            wrong.push(format!("{id}: its chart is called {title}"));
        }
        let said = by_id(svg, &format!("chart-{id}-desc")).text();
        for figure in figures.iter().filter(|figure| **figure != "－") {
            if !said.contains(figure) {
                wrong.push(format!("{id}: the chart does not say {figure}: {said}"));
            }
        }
    }
    fail_with(&wrong);
}

#[test]
fn the_population_is_drawn_and_told() {
    let page = report();
    let chapter = section(&page, "population");
    let said = by_id(chapter, "chart-population-desc").text();
    let cells: Vec<String> = chapter.named("td").into_iter().map(Element::text).collect();
    for figure in POPULATION {
        assert!(said.contains(figure), "the chart does not say {figure}");
        assert!(cells.iter().any(|cell| cell == figure), "the table lacks {figure}");
    }
    assert_eq!(
        cells.iter().filter(|cell| cell.ends_with('人')).count(),
        POPULATION.len()
    );
}

#[test]
fn every_block_stands_under_its_measure_with_its_programs() {
    let page = report();
    let mut wrong = Vec::new();
    for (measure, department, programs) in BLOCKS {
        let id = format!("entry-{measure}-{department}");
        let entry = section(section(&page, &format!("measure-{measure}")), &id);
        let heading = by_id(entry, &id).text_without(&|element| element.has_class("entry-code"));
        if heading != name(department) {
            wrong.push(format!("{id}: is headed {heading}"));
        }
        let labels: Vec<String> = entry.named("dt").into_iter().map(Element::text).collect();
        if labels != ["主な取組と成果", "課題", "今後の展開", "主な事業"] {
            wrong.push(format!("{id}: has the fields {labels:?}"));
        }
        let texts = entry.named("dd");
        if texts.len() != 4 || texts.iter().any(|text| text.text().chars().count() < 5) {
            wrong.push(format!("{id}: a field is as good as empty"));
        }
        let list = entry.named("ul").into_iter().find(|list| list.has_class("programs"));
        let found: Vec<String> = list
            .map(|list| list.named("li").into_iter().map(Element::text).collect())
            .unwrap_or_default();
        if found != *programs {
            wrong.push(format!("{id}: lists {found:?}, in print {programs:?}"));
        }
    }
    let entries = page
        .named("section")
        .into_iter()
        .filter(|section| section.has_class("entry"));
    let found: Vec<&str> = entries.filter_map(|entry| entry.attribute("aria-labelledby")).collect();
    let expected: Vec<String> = BLOCKS
        .iter()
        .map(|(measure, department, _)| format!("entry-{measure}-{department}"))
        .collect();
    assert_eq!(found, expected, "the order of the blocks");
    fail_with(&wrong);
}

#[test]
fn the_chapters_headings_are_those_of_the_print() {
    let page = report();
    let chapters = page
        .named("section")
        .into_iter()
        .filter(|section| section.has_class("chapter"));
    let found: Vec<String> = chapters
        .flat_map(Element::all)
        .filter(|element| level(element).is_some())
        .map(|heading| heading.text_without(&|element| element.has_class("entry-code")))
        .collect();
    let expected: Vec<String> = HEADINGS
        .iter()
        .flat_map(|heading| match heading.strip_prefix('@') {
            None => vec![(*heading).to_owned()],
            Some(code) => {
                let of_measure = BLOCKS.iter().filter(|(measure, _, _)| *measure == code);
                of_measure
                    .map(|(_, department, _)| name(department).to_owned())
                    .collect()
            }
        })
        .collect();
    assert_eq!(found, expected);
}

/// One scheme of codes: a measure's heading shows the code that its id carries.
#[test]
fn codes_are_shown_by_one_formatter() {
    let page = report();
    let measures: BTreeSet<&str> = BLOCKS.iter().map(|(measure, _, _)| *measure).collect();
    for measure in measures {
        let heading = by_id(&page, &format!("measure-{measure}")).text();
        assert!(
            heading.starts_with(&format!("{} ", shown(measure))),
            "{measure}: {heading}"
        );
    }
}

#[test]
fn the_cover_says_year_plan_and_city() {
    let site = support::shipped_site();
    for path in ["2021/index.html", "2021/report.html"] {
        let page = page(std::str::from_utf8(site.get(path).unwrap()).unwrap()).unwrap();
        let text = page.text();
        for said in [
            "令和3（2021）年度",
            "柏崎市第2期まち・ひと・しごと創生総合戦略",
            "進行管理報告書",
            "（令和2（2020）年度実績分）",
            "令和3（2021）年9月",
        ] {
            assert!(text.contains(said), "{path} does not say {said}");
        }
    }
}

/// The pages by chapter and by goal hold what the complete report holds.
#[test]
fn the_parts_say_what_the_whole_says() {
    let site = support::shipped_site();
    let whole = report();
    for goal in 1..=4 {
        let path = format!("2021/goal-{goal}.html");
        let part = page(std::str::from_utf8(site.get(&path).unwrap()).unwrap()).unwrap();
        for id in whole.all().iter().filter_map(|element| element.attribute("id")) {
            let mine = [format!("entry-{goal}-"), format!("measure-{goal}-")]
                .iter()
                .any(|start| id.starts_with(start.as_str()));
            if mine {
                // Readings stand on the first use in a page, so a part has them where the whole need not.
                let bare = |text: String| {
                    let readings = ["（かしわざき）", "（よねやま）"];
                    readings.iter().fold(text, |text, reading| text.replace(reading, ""))
                };
                assert_eq!(
                    bare(section(&part, id).text()),
                    bare(section(&whole, id).text()),
                    "{path}#{id}"
                );
            }
        }
    }
    for (place, id, ..) in KPIS {
        let path = match place.strip_prefix("direction-") {
            Some(code) => format!("2021/goal-{}.html", &code[..1]),
            None => "2021/projects.html".to_owned(),
        };
        let part = page(std::str::from_utf8(site.get(&path).unwrap()).unwrap()).unwrap();
        let id = format!("kpi-{id}");
        assert_eq!(by_id(&part, &id).text(), by_id(&whole, &id).text(), "{path}#{id}");
    }
}
