//! The shipped report, built in memory and read back: open data (CSV and JSON), the charts' titles and descriptions, and
//! the tables of `report.html` say the same of every KPI.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use ayumi::{
    check, manuscript,
    model::Amount,
    render::{self, Site},
    source,
};

type Row = BTreeMap<String, String>;

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = source::read_folder(&content).unwrap();
    let checked = check::check(&sources, &manuscript::read(&sources));
    let (report, _) = checked.into_report().expect("the shipped content is sound");
    let templates = render::Templates::new(&sources).unwrap();
    render::render(&report, &templates, &sources).unwrap()
});

/// The page without the readings above hard words.
fn without_readings(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<rp>") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once("</ruby>").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<ruby>", "")
}

fn text_of(path: &str) -> &'static str {
    let bytes = SITE.get(path).unwrap_or_else(|| panic!("{path} is not in the site"));
    std::str::from_utf8(bytes).unwrap()
}

/// The rows of `kpi.csv`, by KPI in the order of the file.
fn csv_rows() -> Vec<(String, Vec<Row>)> {
    let mut reader = csv::Reader::from_reader(text_of("2021/data/kpi.csv").as_bytes());
    let mut kpis: Vec<(String, Vec<Row>)> = Vec::new();
    for row in reader.deserialize::<Row>() {
        let row = row.unwrap();
        match kpis.last_mut() {
            Some((id, rows)) if *id == row["kpi_id"] => rows.push(row),
            _ => kpis.push((row["kpi_id"].clone(), vec![row])),
        }
    }
    kpis
}

fn with_role<'r>(rows: &'r [Row], role: &str) -> Option<&'r Row> {
    rows.iter().find(|row| row["role"] == role)
}

/// What the data say a reader sees: the figure, or the event; `None` for a blank.
fn value(row: &Row) -> Option<Amount> {
    (!row["value"].is_empty()).then(|| Amount::parse(&row["value"]).unwrap())
}

/// The figure in a text for people, if it is one of this unit.
fn figure(text: &str, unit: &str) -> Option<Amount> {
    let digits = text.trim().strip_suffix(unit)?.replace(',', "").replace('－', "-");
    Amount::parse(&digits).ok()
}

/// The parts of `html` that stand between two marks.
fn between<'h>(html: &'h str, from: &str, to: &str) -> Vec<&'h str> {
    html.split(from)
        .skip(1)
        .filter_map(|rest| rest.split_once(to).map(|(part, _)| part))
        .collect()
}

/// Text without tags; what stands in a `<span>` is no part of it.
fn own_text(html: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        match tag {
            tag if tag.starts_with("span") => depth += 1,
            "/span" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            out.push_str(text);
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(out, |text, (entity, c)| text.replace(entity, c))
}

#[test]
fn json_and_both_csv_files_have_the_same_rows() {
    let json: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(text_of("2021/data/kpi.json")).unwrap();
    let csv: Vec<Row> = csv_rows().into_iter().flat_map(|(_, rows)| rows).collect();
    assert_eq!(csv.len(), json.len());
    for (row, object) in csv.iter().zip(&json) {
        let object: Row = object
            .iter()
            .map(|(key, value)| {
                let text = match value {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.replace('\n', " "),
                    other => other.to_string(),
                };
                (key.clone(), text)
            })
            .collect();
        assert_eq!(*row, object);
    }
    let excel = text_of("2021/data/kpi-excel.csv");
    assert_eq!(excel.strip_prefix('\u{feff}'), Some(text_of("2021/data/kpi.csv")));
}

#[test]
fn tables_show_what_the_data_say() {
    let kpis = csv_rows();
    assert_eq!(kpis.len(), 27);
    let report = text_of("2021/report.html");
    for (id, rows) in &kpis {
        let row = between(report, &format!("<tr id=\"kpi-{id}\">"), "</tr>");
        let [row] = row[..] else {
            panic!("{id} has {} rows in the report", row.len())
        };
        assert_eq!(
            own_text(between(row, "<th scope=\"row\">", "</th>")[0]),
            rows[0]["kpi_name"]
        );
        let cells: Vec<String> = between(row, "<td class=\"figure\">", "</td>")
            .into_iter()
            .map(own_text)
            .collect();
        for (role, cell) in ["baseline", "previous", "actual", "target"].into_iter().zip(&cells) {
            let data = with_role(rows, role);
            let unit = &rows[0]["unit"];
            match data.filter(|row| !row["value_text"].is_empty()) {
                Some(milestone) => assert_eq!(*cell, milestone["value_text"], "{id} {role}"),
                None => assert_eq!(figure(cell, unit), data.and_then(value), "{id} {role}: {cell}"),
            }
        }
        let rating = &with_role(rows, "actual").unwrap()["rating"];
        assert!(
            !rating.is_empty() && row.contains(&format!("rating-{rating}\"")),
            "{id}: {rating}"
        );
        assert_eq!(rows.iter().filter(|row| !row["rating"].is_empty()).count(), 1, "{id}");
    }
}

#[test]
fn charts_show_what_the_data_say() {
    let report = text_of("2021/report.html");
    for (id, rows) in &csv_rows() {
        let target = with_role(rows, "target").unwrap();
        let charts: Vec<&str> = between(report, "<figure", "</figure>")
            .into_iter()
            .filter(|figure| figure.contains(&format!("id=\"chart-{id}\"")))
            .collect();
        if target["value"].is_empty() {
            assert!(charts.is_empty(), "{id} is a milestone and has a chart");
            continue;
        }
        let [chart] = charts[..] else {
            panic!("{id} has {} charts", charts.len())
        };
        let unit = &rows[0]["unit"];
        assert_eq!(
            own_text(between(chart, &format!("id=\"chart-{id}-title\">"), "</title>")[0]),
            rows[0]["kpi_name"]
        );

        // The description: `平成30（2018）年度 345人、…、令和6（2024）年度の目標 245人。`
        let description = own_text(between(chart, &format!("id=\"chart-{id}-desc\">"), "</desc>")[0]);
        let said: BTreeMap<String, Option<Amount>> = description
            .trim_end_matches('。')
            .split('、')
            .map(|part| part.rsplit_once(' ').unwrap())
            .map(|(label, text)| (label.to_owned(), figure(text, unit)))
            .collect();
        let expected: BTreeMap<String, Option<Amount>> = rows
            .iter()
            .map(|row| {
                let aim = if row["role"] == "target" { "の目標" } else { "" };
                (format!("{}{aim}", row["period_label"]), value(row))
            })
            .collect();
        assert_eq!(said, expected, "{id}: {description}");

        // The marks: `<title>当初 H30（2018） 345人</title>`, and none for what has no figure.
        for row in rows.iter().filter(|row| value(row).is_some()) {
            let year = format!("（{}）", row["year"]);
            let aim = row["role"] == "target";
            let marks: Vec<String> = between(chart, "<title>", "</title>")
                .into_iter()
                .map(own_text)
                .filter(|title| title.contains(&year) && title.contains("目標") == aim)
                .collect();
            let shown: Vec<Option<Amount>> = marks
                .iter()
                .map(|title| figure(title.rsplit(' ').next().unwrap(), unit))
                .collect();
            assert!(
                !shown.is_empty() && shown.iter().all(|found| *found == value(row)),
                "{id} {year}: {marks:?}"
            );
        }

        // The table below the chart.
        let table: Vec<(String, Option<Amount>)> = between(chart, "<tr><th scope=\"row\">", "</tr>")
            .into_iter()
            .map(|row| {
                let (period, rest) = row.split_once("</th>").unwrap();
                (
                    own_text(period),
                    figure(&own_text(between(rest, "<td class=\"figure\">", "</td>")[0]), unit),
                )
            })
            .collect();
        assert_eq!(table.len(), rows.len(), "{id}");
        for ((period, shown), row) in table.iter().zip(rows) {
            assert!(period.contains(&format!("（{}）", row["year"])), "{id}: {period}");
            assert_eq!(*shown, value(row), "{id} {period}");
        }
    }
}

#[test]
fn the_population_table_shows_what_the_data_say() {
    let report = text_of("2021/report.html");
    let chart = between(report, "id=\"chart-population\"", "</figure>")[0];
    let shown: Vec<(String, Option<Amount>)> = between(chart, "<tr><th scope=\"row\">", "</tr>")
        .into_iter()
        .map(|row| {
            let (period, rest) = row.split_once("</th>").unwrap();
            (
                own_text(period),
                figure(&own_text(between(rest, "<td class=\"figure\">", "</td>")[0]), "人"),
            )
        })
        .collect();
    let mut reader = csv::Reader::from_reader(text_of("2021/data/population.csv").as_bytes());
    let data: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(shown.len(), data.len());
    for ((period, shown), row) in shown.iter().zip(&data) {
        assert!(period.contains(&row["year"]), "{period}");
        assert_eq!(*shown, value(row), "{period}");
    }
}

#[test]
fn entries_are_those_of_the_report() {
    let entries: Vec<serde_json::Value> = serde_json::from_str(text_of("2021/data/entries.json")).unwrap();
    assert_eq!(entries.len(), 49);
    let report = text_of("2021/report.html");
    for entry in &entries {
        let id = format!(
            "entry-{}-{}",
            entry["measure_code"].as_str().unwrap(),
            entry["department_id"].as_str().unwrap()
        );
        let shown = between(report, &format!("aria-labelledby=\"{id}\""), "</section>");
        let [shown] = shown[..] else {
            panic!("{id} stands {} times in the report", shown.len())
        };
        let shown = without_readings(&shown.replace(['\n', ' '], ""));
        for field in ["achievements", "challenges", "outlook"] {
            for line in entry[field].as_str().unwrap().lines() {
                let line = line.trim_start_matches('・').replace(' ', "");
                assert!(own_text(&shown).contains(&line), "{id} {field}: {line}");
            }
        }
        for program in entry["programs"].as_array().unwrap() {
            let name = program["name"].as_str().unwrap().replace(' ', "");
            assert!(own_text(&shown).contains(&name), "{id}: {name}");
        }
    }
}
