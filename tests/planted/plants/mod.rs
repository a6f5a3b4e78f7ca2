//! The plants, theme by theme.

mod eras;
mod figures;
mod files;
mod form;
mod markdown;
mod ratings;
mod references;
mod rows;
mod text;
mod traps;

use crate::plant::Plant;

const CITY: &str = "city.yaml";
const PLAN: &str = "plan.yaml";
const KPIS: &str = "kpis.yaml";
const PROGRAMS: &str = "programs.yaml";
const DICTIONARY: &str = "dictionary.yaml";
const ROWS: &str = "series/kpi.csv";
const POPULATION: &str = "series/population.csv";
const REPORT: &str = "reports/2021/report.yaml";
const MANAGEMENT: &str = "reports/2021/chapters/management.md";
const OUTLOOK: &str = "reports/2021/chapters/population.md";
const MONOZUKURI: &str = "reports/2021/departments/monozukuri.md";
const NOSEI: &str = "reports/2021/departments/nosei.md";
const SHOGYO: &str = "reports/2021/departments/shogyo-kanko.md";
const HOIKU: &str = "reports/2021/departments/hoiku.md";
const KIKAKU: &str = "reports/2021/departments/kikaku-seisaku.md";
const GENKI: &str = "reports/2021/departments/genki-hasshin.md";
const KOSODATE: &str = "reports/2021/departments/kosodate-shien.md";
const SUIKYU: &str = "reports/2021/departments/suikyu.md";
const DENGEN: &str = "reports/2021/departments/dengen-energy.md";
const JUTAKU: &str = "reports/2021/departments/kenchiku-jutaku.md";
const FUKUSHI: &str = "reports/2021/departments/fukushi.md";
const KOKUHO: &str = "reports/2021/departments/kokuho-iryo.md";
const KAIGO: &str = "reports/2021/departments/kaigo-korei.md";
const HAKUBUTSUKAN: &str = "reports/2021/departments/hakubutsukan.md";
const NORIN: &str = "reports/2021/departments/norin-suisan.md";
const BUNKA: &str = "reports/2021/departments/bunka-gakushu.md";
const GAKKO: &str = "reports/2021/departments/gakko-kyoiku.md";
const JINKEN: &str = "reports/2021/departments/jinken-danjo.md";

/// All of them.
pub fn all() -> Vec<Plant> {
    let unsettling = |plants: Vec<Plant>| plants.into_iter().map(Plant::unsettles_registers).collect();
    [
        files::plants(),
        unsettling(traps::plants()),
        unsettling(form::plants()),
        markdown::plants(),
        rows::plants(),
        references::plants(),
        eras::plants(),
        figures::plants(),
        ratings::plants()
            .into_iter()
            .map(|plant| plant.needs(REPORT).needs(ROWS))
            .collect(),
        text::plants(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
