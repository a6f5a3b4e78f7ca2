//! Rows of the tables.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        plant("columns with Japanese names")
            .swap(
                ROWS,
                "kpi,year,value,status,note\n",
                "⟪csv-header⟫KPI,年度,値,状態,備考\n",
            )
            .unsettles(ROWS),
        plant("a thousands comma").swap(
            ROWS,
            "childcare-hub-users,2019,18713,,",
            "⟪csv-cells⟫childcare-hub-users,2019,18,713,,",
        ),
        plant("a thousands comma in quotes").swap(
            ROWS,
            "fan-club,2020,9580,,",
            "fan-club,2020,\"9⟪number-invalid⟫,580\",,",
        ),
        plant("a cell too few").swap(ROWS, "visitors,2019,315,,", "⟪csv-cells⟫visitors,2019"),
        plant("a quote in a cell that is not closed")
            .swap(ROWS, "patents,2020,144,,", "patents,2020,144,,⟪csv-quote⟫\"速報値")
            .unsettles(ROWS),
        plant("a percent sign").swap(
            ROWS,
            "parents-wish,2020,93.9,,",
            "parents-wish,2020,93.9⟪number-invalid⟫%,,",
        ),
        plant("full-width digits in a cell").swap(
            ROWS,
            "like-work-school,2020,28,,",
            "like-work-school,2020,⟪number-invalid⟫２８,,",
        ),
        plant("a year as a fiscal year's name").swap(
            ROWS,
            "startups,2019,77,,",
            "startups,⟪date-invalid⟫2019年度,77,,",
        ),
        plant("an era's year in a cell").swap(
            ROWS,
            "meister-passes,2020,146,,",
            "meister-passes,⟪date-invalid⟫R2,146,,",
        ),
        plant("a dash for a value").swap(
            ROWS,
            "value-added,2020,,未確定,",
            "value-added,2020,⟪number-invalid⟫－,未確定,",
        ),
        plant("a status in other words").swap(
            ROWS,
            "women-employment,2020,,未確定,",
            "women-employment,2020,,⟪word-unknown⟫集計中,",
        ),
        plant("neither value nor status").swap(
            ROWS,
            "relocation-consults,2020,52,,",
            "⟪series-status⟫relocation-consults,2020,,,",
        ),
        plant("a value and a status").swap(
            ROWS,
            "happy-partner,2020,52,,",
            "happy-partner,2020,⟪series-status⟫52,未確定,",
        ),
        plant("a row twice").swap(
            ROWS,
            "waterpolo-sponsors,2020,58,,\n",
            "waterpolo-sponsors,2020,58,,\n⟪series-duplicate⟫waterpolo-sponsors,2020,58,,\n",
        ),
        plant("the last row copied and its year not changed").swap(
            ROWS,
            "net-migration,2020,326,,",
            "⟪series-duplicate⟫net-migration,2019,326,,",
        ),
        plant("rows out of order").swap(
            ROWS,
            "citizen-income,2018,2818,,\ncitizen-income,2019,2835,,\n",
            "citizen-income,2019,2835,,\n⟪series-order⟫citizen-income,2018,2818,,\n",
        ),
        plant("a KPI's id misspelt in one row").swap(
            ROWS,
            "university-entrants,2020,293,,",
            "⟪kpi-unknown⟫university-entrant,2020,293,,",
        ),
        plant("a value of next year")
            .swap(
                ROWS,
                "furusato-donations,2020,13407,,\n",
                "furusato-donations,2020,13407,,\nfurusato-donations,⟪series-future⟫2021,14000,,\n",
            )
            .needs(REPORT),
        plant("a negative sign as a triangle").swap(
            ROWS,
            "net-migration,2018,345,,",
            "net-migration,2018,⟪number-invalid⟫▲345,,",
        ),
        plant("a note with half-width kana").swap(
            ROWS,
            "waterpolo-supporters,2020,302,,",
            "waterpolo-supporters,2020,302,,⟪character-half-width-kana⟫ｻﾎﾟｰﾀｰ会員の数",
        ),
        plant("a year of the population in an era").swap(POPULATION, "2005,実績", "⟪date-invalid⟫平成17,実績"),
        plant("a population with a comma").swap(POPULATION, "2010,実績,91451,", "⟪csv-cells⟫2010,実績,91,451,"),
        plant("a population ten times too small").swap(POPULATION, "1995,実績,101427,", "1995,実績,⟪value-jump⟫10142,"),
        plant("a series nobody knows").swap(POPULATION, "2060,推計,39055", "2060,⟪word-unknown⟫予測,39055"),
        plant("the vision's bounds exchanged").swap(
            POPULATION,
            "2060,展望下限,43005,\n2060,展望上限,50345,",
            "2060,展望下限,⟪population-vision⟫50345,\n2060,展望上限,43005,",
        ),
        plant("population in ten thousands").swap(POPULATION, "2015,実績,86833,", "2015,実績,⟪population-size⟫8.7,"),
    ]
}
