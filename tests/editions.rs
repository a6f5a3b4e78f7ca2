//! A second year over the shipped content: each year's folder is complete, the older one says that a newer exists and
//! keeps what it printed, and a corrected figure appears in the list of corrections.

mod support;

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use ayumi::{
    changes, check, manuscript,
    render::Site,
    source::{Sources, read_folder},
};
use support::CORRECTION;

/// Two years without a correction.
static SITE: LazyLock<Site> = LazyLock::new(|| support::site(&two_years("")));

fn two_years(restatements: &str) -> Sources {
    Sources::from_files(support::two_years(restatements))
}

fn page(site: &Site, path: &str) -> String {
    String::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is not there")).to_vec()).unwrap()
}

#[test]
fn each_year_has_a_complete_folder() {
    let names = |year: &str| -> Vec<String> {
        SITE.files()
            .filter_map(|(path, _)| path.strip_prefix(year))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(names("2021/"), names("2022/"));
    assert!(names("2021/").len() > 60);
}

#[test]
fn the_list_of_editions_begins_with_the_newest() {
    let index = page(&SITE, "index.html");
    assert!(index.find("2022/index.html").unwrap() < index.find("2021/index.html").unwrap());
}

#[test]
fn an_older_edition_says_that_a_newer_one_exists() {
    assert!(page(&SITE, "2021/goal-1.html").contains("../2022/index.html"));
    assert!(!page(&SITE, "2022/goal-1.html").contains("この報告書より新しい版があります"));
}

#[test]
fn kpi_pages_draw_all_years_known_to_their_edition() {
    let (older, newer) = (
        page(&SITE, "2021/kpi-patents.html"),
        page(&SITE, "2022/kpi-patents.html"),
    );
    for year in ["H30（2018）", "R1（2019）", "R2（2020）"] {
        assert!(older.contains(year) && newer.contains(year), "{year}");
    }
    assert!(newer.contains("R3（2021）"));
    assert!(!older.contains("R3（2021）"));
}

#[test]
fn an_older_edition_is_the_same_whether_or_not_a_newer_one_exists() {
    let shipped = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let alone = support::site(&shipped);
    let notice = |html: String| {
        let lines = html
            .lines()
            .filter(|line| !line.contains("class=\"newer\""))
            .map(|line| format!("{line}\n"));
        lines.collect::<String>()
    };
    for (path, _) in alone.files().filter(|(path, _)| path.starts_with("2021/")) {
        if path.ends_with(".html") {
            assert!(
                notice(page(&SITE, path)) == notice(page(&alone, path)),
                "{path} changed"
            );
        } else {
            assert!(SITE.get(path) == alone.get(path), "{path} changed");
        }
    }
}

/// What an edition's open data say of each KPI's year: the figure with its unit, and the rating's code.
fn in_data(site: &Site, year: &str) -> BTreeMap<String, (String, String)> {
    let csv = page(site, &format!("{year}/data/kpi.csv"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
    let actual = rows.filter(|row| row["role"] == "actual");
    actual
        .map(|row| {
            let figure = match row["value"].as_str() {
                "" => "－".to_owned(),
                value => format!("{value}{}", row["unit"]),
            };
            (row["kpi_id"].clone(), (figure, row["rating"].clone()))
        })
        .collect()
}

/// What the comparison says of it, edition by edition.
fn in_comparison(site: &Site) -> BTreeMap<String, Vec<(String, String)>> {
    let html = page(site, "compare.html");
    let mut kpis = BTreeMap::new();
    for row in html.split("<tr><th scope=\"row\"><a href=\"2022/kpi-").skip(1) {
        let row = row.split_once("</tr>").unwrap().0;
        let (id, row) = row.split_once(".html\">").unwrap();
        let cells = row.split("<td class=\"figure\">").skip(1);
        let years = cells.filter(|cell| cell.contains("compare-rating")).map(|cell| {
            let shown = cell
                .split_once("<span aria-hidden=\"true\">")
                .filter(|(before, _)| before.is_empty());
            let figure = shown.map_or(cell, |(_, dash)| dash).split('<').next().unwrap();
            let rating = cell
                .split_once("\"rating rating-")
                .unwrap()
                .1
                .split('"')
                .next()
                .unwrap();
            (figure.replace(',', ""), rating.to_owned())
        });
        kpis.insert(id.to_owned(), years.collect());
    }
    kpis
}

#[test]
fn the_comparison_has_what_every_edition_says_of_every_kpi() {
    let editions = ["2021", "2022"].map(|year| in_data(&SITE, year));
    let shown = in_comparison(&SITE);
    assert_eq!(shown.len(), 27);
    for (id, years) in &shown {
        let expected: Vec<_> = editions.iter().map(|edition| edition[id].clone()).collect();
        assert_eq!(*years, expected, "{id}");
    }
    assert!(
        shown.values().any(|years| years[0].1 != years[1].1),
        "no rating differs"
    );
}

#[test]
fn a_corrected_figure_is_compared_as_corrected_and_says_so() {
    let html = page(&support::site(&two_years(CORRECTION)), "compare.html");
    let row = html.split_once("2022/kpi-patents.html").unwrap().1;
    let row = row.split_once("</tr>").unwrap().0;
    assert!(
        row.contains("146件<span class=\"cell-note\"><a href=\"2021/revisions.html\">訂正後</a>"),
        "{row}"
    );
    assert_eq!(html.matches("訂正後</a>").count(), 1);
}

#[test]
fn ratings_that_changed_are_told_with_their_figures() {
    let overview = page(&SITE, "2022/overview.html");
    assert!(overview.contains("から、次のKPIの進捗状況が変わりました"), "{overview}");
    let table = overview.split_once("<table class=\"changes-table\">").unwrap().1;
    let table = table.split_once("</table>").unwrap().0;
    let changed =
        |(id, (_, rating)): (&String, &(String, String))| (in_data(&SITE, "2021")[id].1 != *rating).then(|| id.clone());
    let expected: Vec<String> = in_data(&SITE, "2022").iter().filter_map(changed).collect();
    assert!(!expected.is_empty());
    assert_eq!(table.matches("<tr><th scope=\"row\">").count(), expected.len());
    for id in expected {
        let row = table
            .split_once(&format!("kpi-{id}.html"))
            .unwrap_or_else(|| panic!("{id} is not there"))
            .1;
        let row = row.split_once("</tr>").unwrap().0.replace(',', "");
        assert!(row.contains("現状維持") && row.contains("順調"), "{id}: {row}");
        for year in ["2021", "2022"] {
            assert!(
                row.contains(&format!(">{}<", in_data(&SITE, year)[&id].0)),
                "{id}: {row}"
            );
        }
    }
    assert!(!page(&SITE, "2021/overview.html").contains("changes-table"));
}

#[test]
fn the_overview_counts_ratings_now_and_in_the_edition_before() {
    let overview = page(&SITE, "2022/overview.html");
    let count = |year: &str, code: &str| {
        in_data(&SITE, year)
            .values()
            .filter(|(_, rating)| rating == code)
            .count()
    };
    for code in ["on-track", "unchanged", "delayed", "not-rated"] {
        let item = overview
            .split_once(&format!("<li><span class=\"rating rating-{code}\">"))
            .unwrap()
            .1;
        let item = item.split_once("</li>").unwrap().0;
        assert!(
            item.contains(&format!("<span class=\"change-count\">{}</span>", count("2022", code))),
            "{item}"
        );
        assert!(item.contains(&format!("前の報告書 {}<", count("2021", code))), "{item}");
    }
}

#[test]
fn a_correction_is_listed_and_the_older_edition_keeps_what_it_printed() {
    let site = support::site(&two_years(CORRECTION));
    assert!(page(&site, "2022/overview.html").contains("1件を訂正しました"));
    assert!(page(&site, "2021/goal-1.html").contains("144件"));
    assert!(!page(&site, "2021/goal-1.html").contains("146件"));
    assert!(page(&site, "2022/kpi-patents.html").contains("146"));
    for path in ["2021/revisions.html", "2022/revisions.html"] {
        let list = page(&site, path);
        for text in [
            "144件",
            "146件",
            "令和4（2022）年5月10日",
            "出願中のものを除いていたため",
        ] {
            assert!(list.contains(text), "{path}: {text}");
        }
    }
    assert!(page(&SITE, "2022/revisions.html").contains("訂正した数値はありません。"));
}

fn reorganised() -> Sources {
    Sources::from_files(support::reorganised())
}

#[test]
fn an_earlier_edition_stays_what_it_was_when_the_registers_change() {
    let site = support::site(&reorganised());
    let older = |site: &'_ Site| -> BTreeMap<String, Vec<u8>> {
        let files = site.files().filter(|(path, _)| path.starts_with("2021/"));
        files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
    };
    let (before, after) = (older(&SITE), older(&site));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>(),
        "the same pages"
    );
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{path} changed");
    }
}

#[test]
fn the_newer_edition_has_what_the_registers_say_now() {
    let site = support::site(&reorganised());
    let whole = page(&site, "2022/report.html");
    for gone in [">元気発信課<", "米山プリンセス」の認定数量", "200件"] {
        assert!(!whole.contains(gone), "{gone}");
    }
    for new in [
        "人口減少対策課",
        "市内企業の特許保有件数（総数）",
        "250件",
        "柏崎産米の新しい銘柄の数（総数）",
    ] {
        assert!(whole.contains(new), "{new}");
    }
    assert!(!whole.contains("entry-1-1-1-norin-suisan") && whole.contains("entry-1-1-3-monozukuri"));
    assert!(page(&site, "2022/matrix.html").contains("中小企業デジタル化支援事業"));
    assert!(page(&site, "compare.html").contains("掲載なし"));
    assert!(site.get("2022/kpi-certified-rice.html").is_none() && site.get("2021/kpi-branded-rice.html").is_none());
    assert!(page(&site, "2022/department-dengen-energy.html").contains("特許保有件数"));
    assert!(!page(&site, "2022/department-monozukuri.html").contains("kpi-patents"));
    // Both stand in the comparison, each with what the one edition says that has it.
    let comparison = page(&site, "compare.html");
    for (id, edition) in [("branded-rice", "2022"), ("certified-rice", "2021")] {
        let link = format!("<a href=\"{edition}/kpi-{id}.html\">");
        let (_, row) = comparison
            .split_once(&link)
            .unwrap_or_else(|| panic!("{id} has no row"));
        let row = row.split("</tr>").next().unwrap();
        assert_eq!(row.matches("compare-rating").count(), 1, "{id}: {row}");
    }
    let data = page(&site, "2022/data/kpi.csv");
    assert!(data.contains("branded-rice") && !data.contains("certified-rice"));
    assert!(page(&site, "2021/data/kpi.csv").contains("certified-rice"));
}

#[test]
fn nothing_is_said_of_a_reorganisation_that_is_written_down() {
    let sources = reorganised();
    let (report, warnings) = check::check(&sources, &manuscript::read(&sources))
        .into_report()
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
    let of_former = warnings
        .iter()
        .filter(|finding| finding.code.starts_with("former") || finding.code == "name-duplicate");
    assert_eq!(of_former.map(|finding| &finding.message).collect::<Vec<_>>(), [""; 0]);
    // What has changed between the registers of then and now is the newer edition's.
    let before = support::two_years("");
    let before = Sources::from_files(before);
    let (before, _) = check::check(&before, &manuscript::read(&before)).into_report().unwrap();
    let changes = changes::between(&before, &report);
    assert!(
        changes
            .iter()
            .all(|change| change.year.is_none_or(|year| year.year() == 2022)),
        "{changes:#?}"
    );
    let told = |kind: changes::Kind, part: &str| {
        let mut of_kind = changes
            .iter()
            .filter(|change| change.kind == kind && change.year.is_some());
        of_kind.any(|change| change.pieces.iter().any(|piece| piece.text().contains(part)))
    };
    assert!(told(changes::Kind::Name, "人口減少対策") && told(changes::Kind::Target, "250"));
}
