//! The open data of a small city, changed for each test.

use std::{collections::BTreeMap, fs, path::Path};

use ayumi::{check, data, manuscript, model::Report, source::Sources};

/// The sources of a sound city, and of what is to be different in them.
struct City(BTreeMap<String, String>);

impl City {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base");
        let mut files = BTreeMap::new();
        read(&root, &root, &mut files);
        Self(files)
    }

    fn with(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.0.get_mut(file).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        *text = text.replace(from, to);
        self
    }

    fn report(self) -> Report {
        let sources = Sources::from_files(self.0);
        let checked = check::check(&sources, &manuscript::read(&sources));
        let (report, _) = checked
            .into_report()
            .unwrap_or_else(|faults| panic!("{:#?}", faults[0]));
        report
    }

    fn files(self) -> BTreeMap<String, String> {
        let report = self.report();
        let files = data::files(&report, report.newest());
        files
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
            .collect()
    }
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let parts: Vec<_> = path
                .strip_prefix(root)
                .unwrap()
                .iter()
                .map(|part| part.to_str().unwrap())
                .collect();
            files.insert(parts.join("/"), fs::read_to_string(&path).unwrap().replace('\r', ""));
        }
    }
}

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes())
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

fn package(files: &BTreeMap<String, String>) -> serde_json::Value {
    serde_json::from_str(&files["datapackage.json"]).unwrap()
}

#[test]
fn seven_files_the_same_every_time() {
    let files = City::new().files();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "codes.csv",
        "datapackage.json",
        "entries.json",
        "kpi-excel.csv",
        "kpi.csv",
        "kpi.json",
        "population.csv",
    ];
    assert_eq!(names, expected);
    assert_eq!(files, City::new().files());
}

#[test]
fn csv_follows_rfc_4180() {
    for (name, text) in City::new().files().iter().filter(|(name, _)| name.ends_with(".csv")) {
        assert_eq!(text.starts_with('\u{feff}'), name == "kpi-excel.csv", "{name}");
        assert!(text.ends_with("\r\n"), "{name}");
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "{name}: every line ends with CRLF"
        );
        assert_eq!(
            text.lines().count(),
            rows(text).len() + 1,
            "{name}: no line break within a cell"
        );
        let header = text.trim_start_matches('\u{feff}').lines().next().unwrap();
        assert!(
            header.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b','),
            "{name}: {header}"
        );
    }
}

#[test]
fn the_package_lists_the_fields_of_every_file() {
    let files = City::new().files();
    let package = package(&files);
    let name = package["name"].as_str().unwrap();
    assert!(
        name.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
        "{name}"
    );
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let columns: Vec<String> = if path.ends_with(".csv") {
            csv::Reader::from_reader(files[path].as_bytes())
                .headers()
                .unwrap()
                .iter()
                .map(str::to_owned)
                .collect()
        } else {
            // The first object's keys, in the order of the text.
            let first = files[path].split_once("\n  }").unwrap().0;
            let keys = first
                .lines()
                .filter_map(|line| line.strip_prefix("    \"")?.split_once("\":"));
            keys.map(|(key, _)| key.to_owned()).collect()
        };
        assert_eq!(names, columns, "{path}");
        for key in resource["schema"]["primaryKey"].as_array().unwrap() {
            assert!(names.contains(&key.as_str().unwrap()), "{path}: {key}");
        }
        for field in fields {
            assert!(field["description"].as_str().unwrap().ends_with('。'), "{field}");
        }
    }
}

#[test]
fn values_keep_to_the_schema() {
    let files = City::new().files();
    for resource in package(&files)["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        if !path.ends_with(".csv") {
            continue;
        }
        let rows = rows(&files[path]);
        let key: Vec<&str> = resource["schema"]["primaryKey"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key.as_str().unwrap())
            .collect();
        let mut seen: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| key.iter().map(|key| row[*key].as_str()).collect())
            .collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), rows.len(), "{path}: the key tells all rows apart");
        for field in resource["schema"]["fields"].as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            for value in rows.iter().map(|row| &row[name]) {
                let constraints = &field["constraints"];
                assert!(!value.is_empty() || constraints["required"] != true, "{path} {name}");
                let known = constraints["enum"].as_array();
                let fits = known.is_none_or(|known| known.iter().any(|known| known == value));
                assert!(value.is_empty() || fits, "{path} {name}: {value}");
                let digits = value.strip_prefix('-').unwrap_or(value);
                let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                assert!(plain || field["type"] != "number", "{path} {name}: {value}");
            }
        }
    }
}

#[test]
fn blank_is_not_zero() {
    let files = City::new()
        .with("series/kpi.csv", "members,2020,140,,", "members,2020,0,,")
        .with("series/kpi.csv", "shops,2020,18,,", "shops,2020,,未確定,")
        .files();
    let row = |id: &str| {
        let rows = rows(&files["kpi.csv"]);
        rows.into_iter()
            .find(|row| row["kpi_id"] == id && row["role"] == "actual")
            .unwrap()
    };
    assert_eq!(
        (row("members")["value"].as_str(), row("members")["status"].as_str()),
        ("0", "final")
    );
    assert_eq!(
        (row("shops")["value"].as_str(), row("shops")["status"].as_str()),
        ("", "pending")
    );
    assert_eq!(
        (row("center")["value"].as_str(), row("center")["status"].as_str()),
        ("", "absent")
    );
    assert!(files["kpi.json"].contains("\"value\": 0,") && files["kpi.json"].contains("\"value\": 70.0,"));
}

#[test]
fn milestones_have_their_target_in_words() {
    let rows = rows(&City::new().files()["kpi.csv"]);
    let target = rows
        .iter()
        .find(|row| row["kpi_id"] == "center" && row["role"] == "target")
        .unwrap();
    assert_eq!((target["value"].as_str(), target["value_text"].as_str()), ("", "開設"));
    assert_eq!((target["year"].as_str(), target["status"].as_str()), ("2022", ""));
}

#[test]
fn an_edition_knows_nothing_later() {
    let files = City::new()
        .with("series/kpi.csv", "shops,2020,18,,", "shops,2020,18,,\nshops,2021,25,,")
        .files();
    let rows = rows(&files["kpi.csv"]);
    let years: Vec<&str> = rows
        .iter()
        .filter(|row| row["kpi_id"] == "shops")
        .map(|row| row["year"].as_str())
        .collect();
    assert_eq!(years, ["2018", "2019", "2020", "2024"]);
}

#[test]
fn every_kpi_has_one_rated_row_even_between_censuses() {
    let files = City::new()
        .with(
            "kpis.yaml",
            "kind: stock\n    period: fiscal\n    baseline: 2018\n    target: { year: 2024, value: 200 }",
            "kind: stock\n    period: census\n    lag: 1\n    baseline: 2015\n    target: { year: 2025, value: 200 }",
        )
        .with(
            "series/kpi.csv",
            "members,2018,100,,\nmembers,2019,120,,\nmembers,2020,140,,",
            "members,2015,100,,",
        )
        .with(
            "reports/2021/departments/kikaku.md",
            "kpi: members\n    rating: 順調",
            "kpi: members\n    rating: －",
        )
        .files();
    let rows = rows(&files["kpi.csv"]);
    for id in ["satisfaction", "shops", "center", "members"] {
        let rated: Vec<_> = rows
            .iter()
            .filter(|row| row["kpi_id"] == id && !row["rating"].is_empty())
            .collect();
        assert_eq!(rated.len(), 1, "{id}");
        assert_eq!(rated[0]["role"], "actual", "{id}");
    }
    let members: Vec<_> = rows.iter().filter(|row| row["kpi_id"] == "members").collect();
    assert_eq!(
        (members[0]["period_start"].as_str(), members[0]["period_end"].as_str()),
        ("2015-10-01", "2015-10-01")
    );
    assert_eq!(
        (members[1]["year"].as_str(), members[1]["status"].as_str()),
        ("2019", "absent")
    );
}

#[test]
fn no_cell_is_a_formula() {
    let note = "=HYPERLINK(\"http://example.com\")";
    let files = City::new()
        .with(
            "series/kpi.csv",
            "shops,2020,18,,",
            "shops,2020,18,,\"=HYPERLINK(\"\"http://example.com\"\")\"",
        )
        .with("series/kpi.csv", "members,2020,140,,", "members,2020,-140,,")
        .files();
    for name in ["kpi.csv", "kpi-excel.csv"] {
        let rows = rows(files[name].trim_start_matches('\u{feff}'));
        assert!(rows.iter().any(|row| row["note"] == format!("'{note}")), "{name}");
        assert!(
            rows.iter().any(|row| row["value"] == "-140"),
            "{name}: numbers stay numbers"
        );
    }
    let json: serde_json::Value = serde_json::from_str(&files["kpi.json"]).unwrap();
    assert!(json.as_array().unwrap().iter().any(|row| row["note"] == note));
}

#[test]
fn entries_are_plain_text() {
    let prose = "相談会を**12回**開き、[案内](https://example.com/)を配りました。\n\n- 創業の相談\n- 資金の相談\n\n店舗は{kpi:shops.actual}です。";
    let files = City::new()
        .with(
            "reports/2021/departments/sangyo.md",
            "創業を考える市民を対象に、相談会を12回開きました。",
            prose,
        )
        .files();
    let entries: serde_json::Value = serde_json::from_str(&files["entries.json"]).unwrap();
    let text = entries[0]["achievements"].as_str().unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..3],
        ["相談会を12回開き、案内を配りました。", "・創業の相談", "・資金の相談"]
    );
    assert!(lines[3].starts_with("店舗は18店です。"), "{text}");
    assert_eq!(
        entries[0]["programs"][0],
        serde_json::json!({ "id": "startup-support", "name": "創業支援事業" })
    );
    assert_eq!(entries.as_array().unwrap().len(), 3);
}

#[test]
fn the_licence_is_the_citys_choice() {
    let none = City::new().files();
    assert!(package(&none)["licenses"].is_null());
    assert!(
        package(&none)["description"]
            .as_str()
            .unwrap()
            .contains("利用条件（ライセンス）をまだ定めていません")
    );
    for licence in ["PDL-1.0", "CC-BY-4.0"] {
        let city = || City::new().with("city.yaml", "licence: none", &format!("licence: {licence}"));
        assert_eq!(package(&city().files())["licenses"][0]["name"], licence);
        let report = city().report();
        let linked: serde_json::Value = serde_json::from_str(&data::json_ld(&report, report.newest())).unwrap();
        assert!(linked["@graph"][1]["license"].as_str().unwrap().starts_with("https://"));
    }
}

#[test]
fn dates_come_from_the_report() {
    let files = City::new()
        .with("reports/2021/report.yaml", "2021-09", "2021-11")
        .files();
    let package = package(&files);
    assert_eq!(package["created"], "2021-11-01T00:00:00+09:00");
    assert_eq!(package["modified"], package["created"]);
    assert_eq!(package["version"], "2021-11");
}

#[test]
fn linked_data_is_safe_in_a_script_element_and_relative() {
    let report = City::new()
        .with(
            "plan.yaml",
            "title: 見本市総合戦略",
            "title: 見本市</script><!--総合戦略",
        )
        .report();
    let text = data::json_ld(&report, report.newest());
    assert!(!text.contains('<'), "{text}");
    let linked: serde_json::Value = serde_json::from_str(&text).unwrap();
    let [report_node, dataset] = &linked["@graph"].as_array().unwrap()[..] else {
        panic!("{text}")
    };
    assert_eq!(
        (&report_node["@type"], &dataset["@type"]),
        (&"Report".into(), &"Dataset".into())
    );
    assert!(report_node["name"].as_str().unwrap().contains("</script><!--"));
    assert!(dataset["license"].is_null());
    let files = data::files(&report, report.newest());
    let linked: Vec<String> = dataset["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["contentUrl"].as_str().unwrap().to_owned())
        .collect();
    let written: Vec<String> = files.iter().map(|(name, _)| format!("data/{name}")).collect();
    assert_eq!(linked, written);
}

#[test]
fn a_base_address_makes_links_whole() {
    let report = City::new()
        .with(
            "city.yaml",
            "licence: none",
            "licence: none\nbase_url: https://www.example.jp/plan",
        )
        .report();
    let linked: serde_json::Value = serde_json::from_str(&data::json_ld(&report, report.newest())).unwrap();
    let dataset = &linked["@graph"][1];
    assert_eq!(dataset["url"], "https://www.example.jp/plan/2021/data.html");
    assert_eq!(
        dataset["distribution"][0]["contentUrl"],
        "https://www.example.jp/plan/2021/data/kpi.csv"
    );
}
