//! JSON Schemas of the source files, so that an editor completes keys, offers the words of closed lists, and underlines
//! a slip while it is typed. They describe what `manuscript` reads; a test holds the two against each other.
//!
//! Draft 07, because the YAML support of common editors knows no later one. Descriptions are Japanese: they are what the
//! editor shows to those who write.

mod parts;
mod registers;
mod yearly;

use serde_json::{Value, json};

use crate::manuscript::Manuscript;

/// A schema file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its name, e.g. `city.schema.json`.
    pub name: &'static str,
    /// Which source files it describes, below the content folder.
    pub describes: &'static str,
    /// Its JSON, pretty, with a line end.
    pub text: String,
}

/// Names that a content folder defines: where they are known, the schemas list them.
#[derive(Debug, Clone, Default)]
pub struct Names {
    departments: Vec<(String, String)>,
    kpis: Vec<(String, String)>,
    units: Vec<String>,
}

impl Names {
    /// The names of a manuscript, as far as they can be read.
    pub fn of(manuscript: &Manuscript) -> Self {
        let departments = manuscript.city.page.iter().flat_map(|city| &city.departments);
        let kpis = manuscript.kpis.page.iter().flatten();
        let units = manuscript.plan.page.iter().flat_map(|plan| &plan.units);
        Self {
            departments: departments
                .filter_map(|line| Some((line.id.as_ref()?.value.to_string(), line.name.as_ref()?.value.clone())))
                .collect(),
            kpis: kpis
                .filter_map(|line| Some((line.id.as_ref()?.value.to_string(), line.name.as_ref()?.value.clone())))
                .collect(),
            units: units.map(|unit| unit.value.clone()).collect(),
        }
    }
}

/// Every schema, in the order of the sources.
///
/// ```
/// let schemas = ayumi::schema::all(&ayumi::schema::Names::default());
/// assert!(schemas.iter().any(|schema| schema.name == "city.schema.json"));
/// ```
pub fn all(names: &Names) -> Vec<Schema> {
    let files = [
        ("city.schema.json", "city.yaml", registers::city(names)),
        ("plan.schema.json", "plan.yaml", registers::plan(names)),
        ("kpis.schema.json", "kpis.yaml", registers::kpis(names)),
        ("programs.schema.json", "programs.yaml", registers::programs()),
        ("dictionary.schema.json", "dictionary.yaml", registers::dictionary()),
        ("report.schema.json", "reports/*/report.yaml", yearly::report()),
        ("committee.schema.json", "reports/*/committee.yaml", yearly::committee()),
        (
            "department.schema.json",
            "reports/*/departments/*.md",
            yearly::department(names),
        ),
    ];
    files
        .map(|(name, describes, schema)| Schema {
            name,
            describes,
            text: text(name, schema),
        })
        .to_vec()
}

fn text(name: &str, schema: Value) -> String {
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": name,
    });
    if let (Some(whole), Value::Object(schema)) = (whole.as_object_mut(), schema) {
        whole.extend(schema);
    }
    // A tree of strings, numbers and lists: there is nothing in it that JSON cannot hold.
    serde_json::to_string_pretty(&whole).map_or_else(|_| String::new(), |text| text + "\n")
}
