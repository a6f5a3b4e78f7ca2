//! Headings, lists and signs in what the departments write.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a code with a Roman numeral").swap(FUKUSHI, "## 2-1-2", "⟪heading-unknown⟫## II-1-(2)"),
        plant("the measure's name for its code").swap(
            SUIKYU,
            "## 3-2-1",
            "⟪heading-unknown⟫## シティセールスの推進",
        ).alone(),
        plant("a field's name in other words").swap(
            FUKUSHI,
            "### 今後の展開",
            "⟪heading-unknown⟫### 今後の取組",
        ),
        plant("no space behind the number sign").swap(KAIGO, "## 1-2-1", "⟪markdown-heading-space⟫##1-2-1"),
        plant("a full-width number sign").swap(HAKUBUTSUKAN, "### 課題", "⟪markdown-heading-space⟫＃＃＃ 課題"),
        plant("a heading one level too high").swap(HAKUBUTSUKAN, "### 今後の展開", "⟪heading-unknown⟫## 今後の展開"),
        plant("a field twice").swap(
            FUKUSHI,
            "### 今後の展開",
            "⟪heading-duplicate⟫### 課題",
        ),
        plant("a text before the first field").swap(
            SUIKYU,
            "## 3-2-1\n\n",
            "## 3-2-1\n\n⟪text-outside⟫水球のまち推進室の原稿です。\n\n",
        ),
        plant("a heading typed into a chapter's text").swap(
            OUTLOOK,
            "しかし、大型プロジェクトが",
            "⟪heading-in-text⟫# 人口の減少\n\nしかし、大型プロジェクトが",
        ),
        plant("a Japanese dot for a list").swap(
            FUKUSHI,
            "- 妊産婦及び子どもの医療費助成事業",
            "⟪markdown-bullet⟫・妊産婦及び子どもの医療費助成事業",
        ),
        plant("a Japanese dot in a text").swap(
            KAIGO,
            "市内の介護施設または病院に",
            "⟪markdown-bullet⟫・市内の介護施設または病院に",
        ),
        plant("no space behind the hyphen").swap(HAKUBUTSUKAN, "- WEBミュージアム", "⟪markdown-bullet⟫-WEBミュージアム"),
        plant("names in one line").swap(
            DENGEN,
            "- 次世代エネルギー活用推進事業\n- 次世代エネルギー活用研究事業",
            "- ⟪program-unknown⟫次世代エネルギー活用推進事業、次世代エネルギー活用研究事業",
        ).needs(PROGRAMS),
        plant("names without a list").swap(
            SUIKYU,
            "- 水球のまち柏崎推進事業",
            "⟪programs-not-list⟫水球のまち柏崎推進事業",
        ),
        plant("a line break as HTML").swap(
            MONOZUKURI,
            "ポストコロナに向け、事業構造の転換や強化も求められています。",
            "ポストコロナに向け、⟪markdown-html⟫<br>事業構造の転換や強化も求められています。",
        ),
        plant("bold as HTML").swap(
            MONOZUKURI,
            "量から質へ移る多様化の時代に、",
            "⟪markdown-html⟫<b>量から質へ</b>移る多様化の時代に、",
        ),
        plant("an HTML comment").swap(
            MONOZUKURI,
            "技能士等の高度な人材を",
            "⟪markdown-html⟫<!-- 要確認 -->\n\n技能士等の高度な人材を",
        ),
        plant("a link to a script").swap(
            GENKI,
            "柏崎市移住・定住推進行動計画を",
            "⟪markdown-link⟫[柏崎市移住・定住推進行動計画](javascript:alert(1))を",
        ),
        plant("a link to a shared folder").swap(
            GENKI,
            "転入の手続に訪れた",
            "⟪markdown-link⟫[転入の手続](file://server/tennyu.xlsx)に訪れた",
        ),
        plant("an emphasis that is not closed").swap(
            NOSEI,
            "農業の魅力や農業体験の情報を",
            "⟪markdown-emphasis⟫**農業の魅力や農業体験の情報を",
        ),
        plant("full-width asterisks").swap(
            NOSEI,
            "機械・機器等の整備や",
            "⟪markdown-emphasis⟫＊＊機械・機器等＊＊の整備や",
        ),
        plant("a picture").swap(
            NOSEI,
            "市内の「愛菜館」や",
            "⟪markdown-unsupported⟫![写真](photo.jpg)\n\n市内の「愛菜館」や",
        ),
        plant("a table").swap(
            SHOGYO,
            "事業所への訪問や企業の集まる機会に、制度を周知します。",
            "事業所への訪問や企業の集まる機会に、制度を周知します。\n\n⟪markdown-unsupported⟫| 年度 | 件数 |\n|---|---|\n| 2020 | 11 |",
        ),
        plant("a quotation mark of a mail").swap(
            SHOGYO,
            "講義の内容が固定化しており、見直しが必要です。",
            "⟪markdown-unsupported⟫> 講義の内容が固定化しており、見直しが必要です。",
        ),
        plant("a figure that does not exist").swap(
            SHOGYO,
            "これにより、コロナ禍でも学生に",
            "⟪markdown-reference-unknown⟫{kpi:visitors.acutal}のほか、これにより、コロナ禍でも学生に",
        ),
        plant("a figure of a KPI nobody knows").swap(
            SHOGYO,
            "創業時だけでなく、事業が軌道に",
            "{kpi:⟪kpi-unknown⟫startup.actual}となりました。\n創業時だけでなく、事業が軌道に",
        ),
        plant("a reference that is not closed").swap(
            MANAGEMENT,
            "期間は、{plan:period}の5か年です。",
            "期間は、⟪markdown-reference-unknown⟫{plan:periodの5か年です。",
        ),
        plant("a table's reference within a sentence").swap(
            MANAGEMENT,
            "第2期総合戦略は、次の3編からなります。\n\n{plan:parts}",
            "第2期総合戦略は、次の⟪markdown-data-in-text⟫{plan:parts}からなります。",
        ),
        plant("a multiplication with asterisks").swap(
            NORIN,
            "### 課題\n\nヒゲソリダイは生産数が少",
            "### 課題\n\n金額は、5⟪markdown-emphasis⟫*3*2千円です。\n\nヒゲソリダイは生産数が少",
        ),
        plant("a line below a text").swap(
            MANAGEMENT,
            "期間は、{plan:period}の5か年です。\n",
            "期間は、{plan:period}の5か年です。\n⟪markdown-unsupported⟫---\n",
        ),
        plant("a count in brackets that is taken for a link").swap(
            KAIGO,
            "### 課題\n\n",
            "### 課題\n\n申請は、⟪markdown-link⟫[新規](3件)です。\n\n",
        ),
        plant("a table's reference in a department's text").swap(
            FUKUSHI,
            "### 課題\n\n",
            "### 課題\n\n⟪markdown-data-in-text⟫{plan:parts}\n\n",
        ),
        plant("a sentence right below a list").swap(
            SUIKYU,
            "### 今後の展開\n\n",
            "### 今後の展開\n\n- 市内の大会\n- 県内の大会\n⟪markdown-list-line⟫これらの大会に、選手を送ります。\n\n",
        ),
        plant("a reference in backquotes").swap(
            GENKI,
            "### 課題\n\n移住後の柏崎での暮らしを",
            "### 課題\n\n実績は、⟪markdown-reference-unknown⟫`{kpi:visitors.actual}`です。\n\n移住後の柏崎での暮らしを",
        ),
        plant("a reference in full-width brackets").swap(
            JUTAKU,
            "### 課題\n\n310件のうち、子育て世",
            "### 課題\n\n実績は、⟪markdown-reference-unknown⟫｛kpi:visitors.actual｝です。\n\n310件のうち、子育て世",
        ),
        plant("a heading behind an ideographic space").swap(HOIKU, "### 課題\n\n子育てへの不安を軽くする", "⟪markdown-heading-space⟫　### 課題\n\n子育てへの不安を軽くする"),
        plant("an ideographic space in an empty line").swap(
            NOSEI,
            "栽培農家の増加を目指します。\n\n### 主な事業",
            "栽培農家の増加を目指します。\n⟪markdown-fullwidth-space⟫　\n### 主な事業",
        ),
    ]
}
