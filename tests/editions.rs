//! A second year over the shipped content: each year's folder is complete, the older one says that a newer exists and keeps what
//! it printed, and a corrected figure appears in the list of corrections.

use std::path::Path;

use ayumi::{
    check, manuscript,
    render::{Site, Templates, render},
    source::{Sources, read_folder},
};

/// The shipped files by name, as they would be after the next year's work.
fn two_years(restatements: &str) -> Sources {
    let shipped = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    for (_, source) in shipped.files() {
        files.push((source.name.clone(), source.text.clone()));
        if let Some(rest) = source.name.strip_prefix("reports/2021/") {
            let text = source
                .text
                .replace("published: 2021-09", "published: 2022-09")
                .replace("performance_year: 2020", "performance_year: 2021")
                .replace("rating: 現状維持", "rating: 順調\n    reason: 翌年度に動きがあったため");
            files.push((format!("reports/2022/{rest}"), text));
        }
    }
    let series = files.iter_mut().find(|(name, _)| name == "series/kpi.csv").unwrap();
    series.1 = next_year(&series.1);
    if !restatements.is_empty() {
        series.1 = series.1.replace("patents,2020,144,", "patents,2020,146,");
        let header = "kpi,year,before,after,date,reason\n";
        files.push(("series/restatements.csv".to_owned(), format!("{header}{restatements}")));
    }
    Sources::from_files(files)
}

/// Every KPI's last row once more for the year after, so that no value jumps.
fn next_year(csv: &str) -> String {
    let mut out = String::new();
    let lines: Vec<&str> = csv.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(line);
        out.push('\n');
        let cells: Vec<&str> = line.split(',').collect();
        let last = lines
            .get(at + 1)
            .is_none_or(|next| next.split(',').next() != Some(cells[0]));
        if at > 0 && last && cells[0] != "women-employment" {
            let year: u16 = cells[1].parse().unwrap();
            out.push_str(&format!("{},{},{}\n", cells[0], year + 1, cells[2..].join(",")));
        }
    }
    out
}

fn build(sources: &Sources) -> Site {
    let checked = check::check(sources, &manuscript::read(sources));
    let (report, _) = checked.into_report().unwrap_or_else(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|f| format!("{} {} {}", f.location(sources), f.code, f.message))
            .collect();
        panic!("{}", lines.join("\n"))
    });
    render(&report, &Templates::new(sources).unwrap(), sources).unwrap()
}

fn page(site: &Site, path: &str) -> String {
    String::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is not there")).to_vec()).unwrap()
}

#[test]
fn each_year_has_a_complete_folder() {
    let site = build(&two_years(""));
    let names = |year: &str| -> Vec<String> {
        site.files()
            .filter_map(|(path, _)| path.strip_prefix(year))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(names("2021/"), names("2022/"));
    assert!(names("2021/").len() > 60);
}

#[test]
fn the_list_of_editions_begins_with_the_newest() {
    let index = page(&build(&two_years("")), "index.html");
    assert!(index.find("2022/index.html").unwrap() < index.find("2021/index.html").unwrap());
}

#[test]
fn an_older_edition_says_that_a_newer_one_exists() {
    let site = build(&two_years(""));
    assert!(page(&site, "2021/goal-1.html").contains("../2022/index.html"));
    assert!(!page(&site, "2022/goal-1.html").contains("この報告書より新しい版があります"));
}

#[test]
fn kpi_pages_draw_all_years_known_to_their_edition() {
    let site = build(&two_years(""));
    let (older, newer) = (
        page(&site, "2021/kpi-patents.html"),
        page(&site, "2022/kpi-patents.html"),
    );
    for year in ["H30（2018）", "R1（2019）", "R2（2020）"] {
        assert!(older.contains(year) && newer.contains(year), "{year}");
    }
    assert!(newer.contains("R3（2021）"));
    assert!(!older.contains("R3（2021）"));
}

#[test]
fn an_older_edition_is_the_same_whether_or_not_a_newer_one_exists() {
    let both = build(&two_years(""));
    let shipped = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let alone = build(&shipped);
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
                notice(page(&both, path)) == notice(page(&alone, path)),
                "{path} changed"
            );
        } else {
            assert!(both.get(path) == alone.get(path), "{path} changed");
        }
    }
}

#[test]
fn ratings_that_changed_are_told() {
    let overview = page(&build(&two_years("")), "2022/overview.html");
    assert!(overview.contains("から、次のKPIの進捗状況が変わりました"), "{overview}");
    assert!(overview.contains("ハッピー・パートナー企業の登録件数"));
}

#[test]
fn a_correction_is_listed_and_the_older_edition_keeps_what_it_printed() {
    let site = build(&two_years(
        "patents,2020,144,146,2022-05-10,出願中のものを除いていたため\n",
    ));
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
    assert!(page(&build(&two_years("")), "2022/revisions.html").contains("訂正した数値はありません。"));
}
