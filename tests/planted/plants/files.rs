//! Files: missing, misplaced, misnamed, in other codes; a city's own templates.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("a register is not there")
            .without(PROGRAMS)
            .about(PROGRAMS, "file-missing")
            .unsettles(PROGRAMS),
        plant("no population")
            .without(POPULATION)
            .about(POPULATION, "file-missing"),
        plant("a chapter's text is not there")
            .without("reports/2021/chapters/goals.md")
            .swap(REPORT, "{ id: goals,", "{ id: ⟪chapter-text-missing⟫goals,"),
        plant("a file named by the department's name").new_file(
            "reports/2021/departments/企画政策課.md",
            "⟪!file-name-unknown⟫## 4-2-2\n",
        ),
        plant("a copy beside the file").new_file(
            "reports/2021/departments/hoiku - コピー.md",
            "⟪!file-name-unknown⟫## 2-1-1\n",
        ),
        plant("a department's text as text file").new_file(
            "reports/2021/departments/fukushi.txt",
            "⟪!file-name-unknown⟫子どもの医療費\n",
        ),
        plant("an Excel sheet among the figures").new_file("series/kpi2.csv", "⟪!file-name-unknown⟫kpi,year\n"),
        plant("a folder of the year in Japanese")
            .new_file("reports/R3/report.yaml", "published: 2021-09\n")
            .about("reports/R3", "file-name-unknown"),
        plant("a file of a department nobody knows").new_file(
            "reports/2021/departments/zeimu.md",
            "⟪department-unknown⟫---\nratings: []\n---\n",
        ),
        plant("a file in Shift_JIS, with half-width kana")
            .in_cp932(FUKUSHI)
            .swap(
                FUKUSHI,
                "子どもの医療費の一部を助成し",
                "⟪character-half-width-kana⟫ｺﾄﾞﾓの医療費の一部を助成し",
            ),
        plant("figures from Excel in Shift_JIS, one of them with a unit")
            .in_cp932(ROWS)
            .swap(ROWS, "startups,2020,93,,", "startups,2020,93⟪number-invalid⟫人,,"),
        plant("an editor's mark at the start, and a slip behind it")
            .swap(
                CITY,
                "# yaml-language-server: $schema=../schemas/city.schema.json\n",
                "\u{FEFF}",
            )
            .swap(CITY, "name: 柏崎市", "⟪key-unknown⟫nmae: 柏崎市"),
        plant("a broken template").new_file(
            "templates/goal.html",
            "<p>{{ title }}</p>\n<p>{% if ⟪template-invalid⟫%}</p>\n",
        ),
    ]
}
