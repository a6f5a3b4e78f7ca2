//! Sound sentences and sources, as other cities might write them: nothing may be said of any of them. One false alarm,
//! and people stop reading.

use crate::plant::{Example, plant, side_by_side};

/// Where the sentences are put: each theme is all of a field's text, a sentence to a paragraph.
const FILE: &str = "reports/2021/departments/hakubutsukan.md";
const TEXT: &str = "子ども向けWEBミュージアムを、地域の文化や風土を学ぶ場として運用しました。";

/// Theme and sentences.
const SENTENCES: &[(&str, &str)] = &[
    (
        "eras, years and dates",
        "平成31（2019）年4月30日までに、申請を受け付けました。

平成30年度から令和2年度までの3年間、計画を進めました。

令和元年度に始めた事業を、令和2年度も続けました。

令和2（2020）年11月3日（火）と11月7日（土）に、催しを開きました。

昭和63年度に建てた施設を、令和3（2021）年3月31日（水）に閉じました。

R2（2020）年度の実績を、H30（2018）年度と比べました。

2020年度（令和2年度）の利用は、2019年度とほぼ同じでした。

令和3年1月から3月までは、令和2（2020）年度に含みます。

2025年大阪・関西万博を機に、誘客を進めます。

年度途中の4月から9月までに、延べ12回開きました。",
    ),
    (
        "counts, ranges and shares",
        "約1,200人が参加し、前年度より300人余り増えました。

利用者は43,005～50,345人と見込まれます。

満足度は75.5%で、前年度比12.3ポイント減となりました。

内訳は、男性40.5%、女性59.5%です。

参加した120人のうち65人は市外の方で、うち12人は県外の方でした。

10人のうち7人が、延べ15人の家族と参加しました。

相談は69件から52件に減少し、訪問は12件から30件に増えました。

入場者は1万2,000人台に戻り、目標の1.5倍に達しました。

補助金は1件当たり10万円を上限とし、総額350万円を交付しました。

3か所の会場で2回ずつ、計6回開きました。

20代から40代までの女性を対象に、1回90分の講座を開きました。

第3回の大会には、12チーム150人余りが出場しました。",
    ),
    (
        "names of other places and people",
        "長岡市、上越市及び刈羽村と、広域観光の協議会を開きました。

新潟県の商工観光課と協議し、国の地方創生推進交付金を活用しました。

県の農業振興事業と、市の工業の振興事業を組み合わせました。

与板町や与那国町との交流を続け、与謝野晶子の資料を展示しました。

東京都の子育て応援課が進める事業を参考にしました。

柏崎シティセールス推進協議会と、柏崎商工会議所青年部が共催しました。

旧高柳町と旧西山町の資料を、ふるさと歴史館に移しました。

新潟大学大学院と新潟産業大学が、調査に協力しました。

国立研究開発法人海洋研究開発機構の協力を得ました。

公益財団法人かしわざき振興財団に、施設の管理を委託しています。",
    ),
    (
        "foreign words, signs and addresses",
        "AIやIoT、RPAなどのICTを活用し、DXを進めました。

Wi-Fi環境を整え、YouTubeとInstagramで発信しました。

問合せは、電話0257-23-5111またはメールで受け付けます。

詳しくは、https://www.city.kashiwazaki.lg.jp/を案内しています。

SDGsの17の目標のうち、11番の「住み続けられるまちづくりを」に当たります。

PDCAサイクルにより、KGI・KPIを見直しました。

5G時代のMaaSやCO2削減の取組を紹介しました。

「Society 5.0」の考え方を学ぶ講座を開きました。

A4判の冊子を2,000部作り、B1・B2リーグの試合で配りました。

A/Bテストにより、ウェブページの見やすさを高めました。",
    ),
    (
        "words that are said twice, and small words",
        "地域とともに歩み、一人一人の声を一つ一つ確かめました。

ますます高まる期待に応え、様々な世代が交流の中でできることを広げました。

参加者は少なかったものの、地域ににぎわいが戻りました。

年々増える空き家を、少しずつ、それぞれの地域で活用しています。

そもそもの目的に立ち返り、いろいろな方法を試しました。

子どもも大人も、ものづくりの楽しさを学びました。

ところどころ傷んだ道路を、次々と直しました。

人々の暮らしと、日々の営みを守ります。

ひとりひとりに寄り添い、ひとつひとつの課題に向き合います。",
    ),
    (
        "quotations, brackets and lists",
        "「海と大地の祭典（第3章）」を開き、「まちの宝」を再発見しました。

市内三大学校園（小学校・中学校・特別支援学校）と連携しました。

市内3校（甲校、乙校など）で、出前講座を開きました。

『柏崎の歴史』（全5巻）を電子化し、公開しました。

「どうしたら人が集まるのか？」という問いから始めました。

2つの視点から、事業を見直しました。

三つの柱を軸に、関係者と話し合いました。

次の点に力を入れました。

- 展示の解説の見直し
- 案内の多言語化（英語・中国語・韓国語）
- 資料の保存（年1回の点検）

今後は、次の3つの方針で進めます。

1. 学校との連携
2. 企業との協働
3. 市民の参加",
    ),
    (
        "ordinary reports",
        "新型コロナウイルス感染症の影響により、令和2年4月から6月まで休館しました。

予定どおりに工事を終え、11月に供用を始めました。

申込みが定員を超えたため、会場を増やして対応しました。

職員の給与水準や賞与、市に寄与した方への授与式の在り方を検討しました。

住民税の課税額に関する課題を、税務の担当者と共有しました。

冬期は積雪により利用が減るため、屋内での催しに切り替えました。

教室や相談室、図書室などの部屋を、無料で貸し出しました。

事業の効果を測るため、アンケートを行い、結果を公表しました。

利用者の声を基に、開館時間を午前9時から午後8時までに延ばしました。

目標には届きませんでしたが、前年度を上回りました。",
    ),
    (
        "figures of KPIs, and words like them",
        "観光入込客数は143万人でした。

特許保有件数は、前年度の153件から144件に減りました。

観光入込客数の目標は400万人です。

柏崎ファンクラブの会員数は約9,600人です。

合計特殊出生率は1.51で、前年と比べて0.03下がりました。

柏崎ふるさと応援基金への寄附件数は{kpi:furusato-donations.actual}で、{kpi:furusato-donations.previous}から減りました。

観光入込客数のうち、宿泊した人は20万人でした。",
    ),
];

#[test]
fn nothing_is_said_of_sound_sentences() {
    let example = Example::shipped();
    let wrong = side_by_side(SENTENCES, |(theme, text)| {
        let news = example.plant(&[&plant("sound").swap(FILE, TEXT, text)]).news();
        (!news.is_empty()).then(|| format!("{theme}:\n  {}", news.join("\n  ")))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Name, file, what stands there, what might as well stand there.
const SOURCES: &[(&str, &str, &str, &str)] = &[
    (
        "a name in quotes",
        "plan.yaml",
        "short_title: 第2期総合戦略",
        "short_title: \"第2期総合戦略\"",
    ),
    (
        "a comment behind a value",
        "city.yaml",
        "licence: none",
        "licence: none  # まだ決めていない：来年度に検討",
    ),
    (
        "a list line by line",
        "plan.yaml",
        "kpis: [net-migration]",
        "kpis:\n      - net-migration",
    ),
    (
        "a full-width colon in a comment",
        "programs.yaml",
        "name: 企業立地事業",
        "name: 企業立地事業  # 旧称：企業誘致事業",
    ),
    (
        "a value without decimals",
        "series/kpi.csv",
        "nursery-admission,2019,48.0,,",
        "nursery-admission,2019,48,,",
    ),
    (
        "empty cells left out at the end",
        "series/kpi.csv",
        "patents,2020,144,,",
        "patents,2020,144",
    ),
    (
        "a remark with a comma",
        "series/kpi.csv",
        "patents,2020,144,,",
        "patents,2020,144,,\"A社,B社の分を含む年度末の件数\"",
    ),
    (
        "a value from before the plan",
        "series/kpi.csv",
        "visitors,2018,360,,\n",
        "visitors,2016,352,,\nvisitors,2017,340,,\nvisitors,2018,360,,\n",
    ),
    (
        "a growing count",
        "series/kpi.csv",
        "work-family-grants,2020,11,,",
        "work-family-grants,2020,48,,",
    ),
    (
        "a flow that halves",
        "series/kpi.csv",
        "certified-rice,2019,2.2,,",
        "certified-rice,2019,4.4,,",
    ),
    (
        "a share of exactly all",
        "series/kpi.csv",
        "parents-wish,2018,92.3,,",
        "parents-wish,2018,90.0,,",
    ),
    (
        "a provisional value",
        "series/kpi.csv",
        "visitors,2020,143,,",
        "visitors,2020,143,速報,",
    ),
    (
        "a heading with spaces behind it",
        "reports/2021/departments/fukushi.md",
        "### 課題\n",
        "### 課題  \n",
    ),
    (
        "three blank lines",
        "reports/2021/departments/fukushi.md",
        "### 課題\n\n",
        "### 課題\n\n\n\n",
    ),
    (
        "bullets with asterisks",
        "reports/2021/departments/fukushi.md",
        "- 妊産婦及び",
        "* 妊産婦及び",
    ),
    (
        "a rating with its reason",
        "reports/2021/departments/monozukuri.md",
        "value-added        # 製造品出荷額における付加価値額\n    rating: 遅延",
        "value-added        # 製造品出荷額における付加価値額\n    rating: 遅延\n    reason: 工業統計の公表前ですが、前年度の値と景気の動きから判断しました。",
    ),
    (
        "a census after the plan's end",
        "kpis.yaml",
        "target: { year: 2025, value: 73.0 }",
        "target: { year: 2025, value: 72.5 }",
    ),
    (
        "a target as two lines",
        "kpis.yaml",
        "target: { year: 2024, value: 750 }",
        "target:\n      year: 2024\n      value: 750",
    ),
    (
        "a source with its date",
        "kpis.yaml",
        "source: 国勢調査",
        "source: 総務省「国勢調査」（令和2（2020）年10月1日）",
    ),
];

#[test]
fn nothing_is_said_of_sound_sources() {
    let example = Example::shipped();
    let wrong = side_by_side(SOURCES, |(name, file, from, to)| {
        let sound = plant(name).swap(file, from, to);
        if let Some(misfit) = sound.misfit(&example) {
            return Some(misfit);
        }
        let news = example.plant(&[&sound]).news();
        (!news.is_empty()).then(|| format!("{name}:\n  {}", news.join("\n  ")))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
