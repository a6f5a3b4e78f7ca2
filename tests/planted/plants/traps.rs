//! YAML as Japanese keyboards write it.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a full-width colon").swap(
            CITY,
            "name: ものづくり振興課",
            "name⟪yaml-fullwidth-colon⟫：ものづくり振興課",
        ),
        plant("a full-width colon and a space").swap(KPIS, "unit: トン", "unit⟪yaml-fullwidth-colon⟫： トン"),
        plant("a full-width comma between pairs").swap(
            KPIS,
            "{ year: 2024, value: 245 }",
            "{ year: 2024⟪yaml-fullwidth-comma⟫、value: 245 }",
        ),
        plant("no space behind the colon").swap(PROGRAMS, "name: 企業立地事業", "name⟪yaml-colon-space⟫:企業立地事業"),
        plant("an ideographic space behind the colon").swap(
            PROGRAMS,
            "name: 情報産業育成振興事業",
            "name:⟪yaml-fullwidth-space⟫　情報産業育成振興事業",
        ),
        plant("an ideographic space as indent").swap(
            PROGRAMS,
            "    name: 雇用促進事業",
            "⟪yaml-fullwidth-space⟫　　name: 雇用促進事業",
        ),
        plant("an ideographic space before a comment").swap(
            REPORT,
            "published: 2021-09           # 公表",
            "published: 2021-09⟪yaml-fullwidth-space⟫　# 公表",
        ),
        plant("a tab as indent").swap(CITY, "    name: 農政課", "⟪yaml-tab⟫\tname: 農政課"),
        plant("an indent that fits nothing").swap(
            PROGRAMS,
            "    name: 病児保育事業",
            "   ⟪yaml-indentation⟫name: 病児保育事業",
        ),
        plant("a key indented too far").swap(
            PROGRAMS,
            "    name: 学校教育活動推進事業",
            "      ⟪yaml-indentation⟫name: 学校教育活動推進事業",
        ),
        plant("a rating that is not indented").swap(JINKEN, "    rating: ", "⟪key-unknown⟫rating: "),
        plant("a table pasted from a spreadsheet").swap(
            SUIKYU,
            "### 課題\n\n",
            "### 課題\n\n年度⟪markdown-unsupported⟫\t件数\n令和2年度\t12件\n\n",
        ),
        plant("a value that begins with a percent sign").swap(
            KPIS,
            "source: 国勢調査",
            "source: ⟪yaml-special-start⟫%で表した国勢調査",
        ),
        plant("a value that begins with an at sign").swap(PLAN, "- name: 総論", "- name: ⟪yaml-special-start⟫@総論"),
        plant("a value that begins with a bracket").swap(
            PLAN,
            "name: 産業活性化プロジェクト",
            "name: ⟪yaml-special-start⟫[仮称] 産業活性化プロジェクト",
        ),
        plant("a lone hyphen for a dash").swap(KIKAKU, "    rating: －", "    rating: ⟪yaml-special-start⟫-"),
        plant("a value that begins with an asterisk").swap(
            PROGRAMS,
            "name: 市民大学運営事業",
            "name: ⟪yaml-special-start⟫*市民大学運営事業",
        ),
        plant("a value that begins with an ampersand").swap(
            PROGRAMS,
            "name: 食の地産地消推進事業",
            "name: ⟪yaml-alias⟫&食の地産地消推進事業",
        ),
        plant("a value that begins with an exclamation mark").swap(
            PROGRAMS,
            "name: 一時預かり事業",
            "name: ⟪yaml-special-start⟫!一時預かり事業",
        ),
        plant("a colon and a space within a name").swap(
            PLAN,
            "top_goal: 若者と女性が",
            "top_goal: 最重点⟪yaml-colon-in-value⟫: 若者と女性が",
        ),
        plant("a value that goes on behind a hash sign").swap(
            PROGRAMS,
            "name: 一時預かり事業",
            "name: 一時預かり事業 ⟪yaml-hash-in-value⟫#2",
        ),
        plant("a value that goes on on the next line").swap(
            PLAN,
            "top_goal: 若者と女性が",
            "top_goal: ⟪yaml-folded⟫若者と\n  女性が",
        ),
        plant("a first key that is indented").swap(
            REPORT,
            "published: 2021-09 ",
            " ⟪yaml-indentation⟫published: 2021-09 ",
        ),
        plant("a no-break space behind the colon").swap(
            PROGRAMS,
            "name: 女性活躍推進事業",
            "name:⟪yaml-fullwidth-space⟫\u{A0}女性活躍推進事業",
        ),
        plant("a folded text").swap(PLAN, "  note: |\n    指標には", "  note: ⟪yaml-folded⟫>\n    指標には"),
        plant("a quote that is not closed").swap(
            PLAN,
            "short_title: 第2期総合戦略",
            "short_title: ⟪yaml-unclosed-quote⟫\"第2期総合戦略",
        ),
        plant("quotes around a part of a name").swap(
            PLAN,
            "name: シティセールスの推進",
            "name: ⟪yaml-special-start⟫\"シティセールス\"の推進",
        ),
        plant("a list that is not closed").swap(
            PLAN,
            "departments: [monozukuri, dengen-energy]",
            "departments: ⟪yaml-unclosed-bracket⟫[monozukuri, dengen-energy",
        ),
        plant("a list closed with a full-width bracket").swap(
            PLAN,
            "kpis: [net-migration]",
            "kpis: ⟪yaml-unclosed-bracket⟫[net-migration］",
        ),
        plant("a list in full-width brackets").swap(
            PLAN,
            "kpis: [fertility-rate]",
            "kpis: ⟪value-shape⟫［fertility-rate］",
        ),
        plant("a full-width comma in a list").swap(
            PLAN,
            "kpis: [women-employment, startups]",
            "kpis: [⟪id-invalid⟫women-employment、startups]",
        ),
        plant("a thousands comma in a mapping").swap(
            KPIS,
            "target: { year: 2024, value: 3000 }",
            "target: { year: 2024, value: ⟪target-not-number⟫3,000 }",
        ),
        plant("a mapping without a space behind its colon").swap(
            KPIS,
            "target: { year: 2023, value: 1.63 }",
            "target: { year: 2023, value⟪yaml-colon-space⟫:1.63 }",
        ),
        plant("a full-width hyphen for an entry").swap(
            PROGRAMS,
            "  - id: junior-leaders",
            "  ⟪yaml-hyphen⟫－ id: junior-leaders",
        ),
        plant("no space behind the hyphen of an entry").swap(CITY, "  - id: suikyu", "  ⟪yaml-hyphen⟫-id: suikyu"),
        plant("full-width digits in a year").swap(
            KPIS,
            "    baseline: 2015\n",
            "    baseline: ⟪date-invalid⟫２０１５\n",
        ),
        plant("a second document")
            .swap(
                PLAN,
                "\n# 重点プロジェクト。\n",
                "\n⟪yaml-second-document⟫---\n# 重点プロジェクト。\n",
            )
            .alone(),
        plant("a licence by its usual name").swap(CITY, "licence: none", "licence: ⟪word-unknown⟫CC BY 4.0"),
    ]
}
