//! The schemas against the shipped content, and against the reader: what a schema allows the reader reads, what it
//! requires the reader misses, and the keys it names are the reader's.

use std::{collections::BTreeSet, fs, path::Path};

use ayumi::{
    manuscript::{
        self, FaultKind, Form, Manuscript,
        yaml::{self, Node, Shape, Style},
    },
    schema::{self, Names, Schema},
    source::{Sources, read_folder},
};
use serde_json::{Map, Value, json};

fn shipped() -> (Sources, Manuscript) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let sources = read_folder(&folder).unwrap();
    let manuscript = manuscript::read(&sources);
    (sources, manuscript)
}

/// A YAML tree as JSON: plain scalars are numbers where they look like one.
fn json_of(node: &Node) -> Value {
    match &node.shape {
        Shape::Scalar(scalar) if scalar.style == Style::Plain && matches!(scalar.text.as_ref(), "true" | "false") => {
            json!(scalar.text == "true")
        }
        Shape::Scalar(scalar) if scalar.style == Style::Plain => match scalar.text.parse::<f64>() {
            Ok(number) if number.fract() == 0.0 && !scalar.text.contains('.') => json!(number as i64),
            Ok(number) => json!(number),
            Err(_) => json!(scalar.text),
        },
        Shape::Scalar(scalar) => json!(scalar.text),
        Shape::List(items) => items.iter().map(json_of).collect(),
        Shape::Map(pairs) => Value::Object(
            pairs
                .iter()
                .map(|pair| (pair.key.to_string(), json_of(&pair.value)))
                .collect::<Map<_, _>>(),
        ),
    }
}

/// Checks a value against the few words of JSON Schema that these schemas use; anything else is a failure of this test.
fn violations(value: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "$id" | "description" | "markdownEnumDescriptions" | "pattern" | "minimum" | "maximum" => {}
            "type" => {
                let types = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                let own = match value {
                    Value::Object(_) => "object",
                    Value::Array(_) => "array",
                    Value::String(_) => "string",
                    Value::Number(_) => "number",
                    Value::Bool(_) => "boolean",
                    _ => "other",
                };
                let integer = value.as_i64().is_some();
                if !types.iter().any(|t| t == own || (t == "integer" && integer)) {
                    found.push(format!("{at}: {own} is none of {rule}"));
                }
            }
            "maxLength" | "maxItems" => {
                let long = value.as_str().map(|text| text.chars().count());
                let long = long.or(value.as_array().map(Vec::len)).unwrap_or_default();
                if long as u64 > rule.as_u64().unwrap() {
                    found.push(format!("{at}: {long} is more than {rule}"));
                }
            }
            "enum" => {
                if !rule.as_array().unwrap().contains(value) {
                    found.push(format!("{at}: {value} is not listed"));
                }
            }
            "required" => {
                for key in rule.as_array().unwrap() {
                    if value.get(key.as_str().unwrap()).is_none() {
                        found.push(format!("{at}: {key} is missing"));
                    }
                }
            }
            "properties" => {
                for (key, inner) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        violations(value, inner, &format!("{at}.{key}"), found);
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(rule, &json!(false));
                for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
                    if schema["properties"].get(key).is_none() {
                        found.push(format!("{at}: {key} is unknown"));
                    }
                }
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    violations(item, rule, &format!("{at}[{number}]"), found);
                }
            }
            other => found.push(format!("{at}: the test does not know the word {other}")),
        }
    }
}

fn parsed(schema: &Schema) -> Value {
    serde_json::from_str(&schema.text).unwrap()
}

/// The YAML of a source file: all of it, or the front matter of a Markdown file.
fn yaml_of(text: &str) -> Option<&str> {
    match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").map(|(front, _)| front),
        None => Some(text),
    }
}

#[test]
fn the_shipped_content_is_as_the_schemas_say() {
    let (sources, manuscript) = shipped();
    let mut seen = 0;
    for schema in schema::all(&Names::of(&manuscript)) {
        let (head, tail) = schema
            .describes
            .split_once("*")
            .map_or((schema.describes, ""), |(h, _)| (h, "x"));
        let folder_end = schema
            .describes
            .rsplit_once('/')
            .map_or("", |(_, name)| name)
            .trim_start_matches('*');
        for (file, source) in sources.files() {
            let matches = if tail.is_empty() {
                source.name == schema.describes
            } else {
                let middle = if schema.describes.contains("departments") {
                    "/departments/"
                } else {
                    "/report.yaml"
                };
                source.name.starts_with(head) && source.name.ends_with(folder_end) && source.name.contains(middle)
            };
            if !matches || (source.name.ends_with(".md") && !source.text.starts_with("---\n")) {
                continue;
            }
            seen += 1;
            let text = yaml_of(&source.text).unwrap();
            let document = yaml::read(text, 0..text.len(), file);
            let mut found = Vec::new();
            violations(
                &json_of(&document.root.unwrap()),
                &parsed(&schema),
                &source.name,
                &mut found,
            );
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
    }
    assert!(seen > 15, "only {seen} files were looked at");
}

#[test]
fn the_schemas_in_the_repository_are_the_present_ones() {
    let (_, manuscript) = shipped();
    for schema in schema::all(&Names::of(&manuscript)) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(schema.name);
        let text = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
        assert!(
            text == schema.text,
            "schemas/{} is out of date: run `ayumi schema schemas`",
            schema.name
        );
    }
}

#[test]
fn the_shipped_registers_name_their_schema() {
    let (sources, _) = shipped();
    for (_, source) in sources.files().filter(|(_, source)| source.name.ends_with(".yaml")) {
        let first = source.text.lines().next().unwrap_or("");
        assert!(
            first.starts_with("# yaml-language-server: $schema="),
            "{}: {first}",
            source.name
        );
    }
}

/// A value that a schema allows, with every key.
fn sample(schema: &Value) -> Value {
    if let Some(first) = schema.get("enum").and_then(|words| words.get(0)) {
        return first.clone();
    }
    match schema["type"].as_str() {
        Some("object") => {
            let keys = schema["properties"].as_object().unwrap();
            Value::Object(keys.iter().map(|(key, inner)| (key.clone(), sample(inner))).collect())
        }
        Some("array") => json!([sample(&schema["items"])]),
        Some("integer") => schema["minimum"].clone(),
        _ => match schema["pattern"].as_str() {
            Some("^[0-9]{6}$") => json!("152056"),
            Some(pattern) if pattern.contains("https") => json!("https://www.example.lg.jp/"),
            Some(pattern) if pattern.starts_with("^[0-9]{4}-") => json!("2021-09"),
            _ => json!("a1"),
        },
    }
}

/// Every mapping of a schema, by the way to it.
fn maps(schema: &Value, way: &[String], found: &mut Vec<(Vec<String>, Value)>) {
    match schema["type"].as_str() {
        Some("object") => {
            found.push((way.to_vec(), schema.clone()));
            for (key, inner) in schema["properties"].as_object().unwrap() {
                maps(inner, &[way, std::slice::from_ref(key)].concat(), found);
            }
        }
        Some("array") => maps(&schema["items"], &[way, &["0".to_owned()]].concat(), found),
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, way: &[String]) -> &'v mut Map<String, Value> {
    let place = way.iter().fold(value, |value, step| match value {
        Value::Array(items) => &mut items[0],
        other => other.get_mut(step).unwrap(),
    });
    place.as_object_mut().unwrap()
}

/// The reader's faults about keys when a file says `value` (JSON is YAML).
fn key_faults(describes: &str, value: &Value) -> Vec<FaultKind> {
    let keys = |kind: &FaultKind| matches!(kind, FaultKind::KeyMissing { .. } | FaultKind::KeyUnknown { .. });
    faults(describes, value).into_iter().filter(keys).collect()
}

/// The faults of form that the reader finds when a file says `value` (JSON is YAML).
fn faults(describes: &str, value: &Value) -> Vec<FaultKind> {
    let name = describes.replacen('*', "2021", 1).replace('*', "a1");
    let text = value.to_string();
    let text = if name.ends_with(".md") {
        format!("---\n{text}\n---\n")
    } else {
        text
    };
    let manuscript = manuscript::read(&Sources::from_files([(name, text)]));
    manuscript.faults.into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn what_the_schemas_bound_the_reader_bounds() {
    let mut bounds = 0;
    for schema in schema::all(&Names::default()) {
        let root = parsed(&schema);
        let whole = sample(&root);
        let is_told = |value: &Value, bounded: &[Form]| {
            let of_form =
                |kind: &FaultKind| matches!(kind, FaultKind::NotOfForm { form, .. } if bounded.contains(form));
            faults(schema.describes, value).iter().any(of_form)
        };
        let mut mappings = Vec::new();
        maps(&root, &[], &mut mappings);
        for (way, mapping) in mappings {
            for (key, inner) in mapping["properties"].as_object().unwrap() {
                let most = |word: &str| inner.get(word).and_then(Value::as_u64).map(|most| most as usize);
                let line = most("maxLength").filter(|_| inner.get("pattern").is_none());
                // Items of a long list are counted whatever they are.
                let item = || match most("maxItems") {
                    Some(0..100) => sample(&inner["items"]),
                    _ => json!("a1"),
                };
                let values = |more: usize| match (line, most("maxItems")) {
                    (Some(most), _) => Some(json!("あ".repeat(most + more))),
                    (_, Some(most)) => Some(json!(vec![item(); most + more])),
                    _ => None,
                };
                for (more, told) in [(0, false), (1, true)] {
                    let Some(value) = values(more) else { continue };
                    let mut changed = whole.clone();
                    at(&mut changed, &way)[key] = value;
                    let found = is_told(&changed, &[Form::Line, Form::List, Form::Former]);
                    assert_eq!(found, told, "{} {way:?} {key} {more}", schema.describes);
                    bounds += 1;
                }
            }
        }
    }
    assert!(bounds > 100, "{bounds}");
}

#[test]
fn the_reader_knows_the_schemas_keys_and_no_others() {
    for schema in schema::all(&Names::default()) {
        let root = parsed(&schema);
        let whole = sample(&root);
        assert!(
            key_faults(schema.describes, &whole).is_empty(),
            "{} with every key",
            schema.name
        );
        let mut all = Vec::new();
        maps(&root, &[], &mut all);
        for (way, map) in all {
            let mut strange = whole.clone();
            at(&mut strange, &way).insert("zzz".to_owned(), json!("a1"));
            let faults = key_faults(schema.describes, &strange);
            let [FaultKind::KeyUnknown { known, .. }] = &faults[..] else {
                panic!("{} {way:?}: {faults:?}", schema.name)
            };
            let known: BTreeSet<&str> = known.iter().copied().collect();
            let named: BTreeSet<&str> = map["properties"]
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            assert_eq!(known, named, "{} {way:?}", schema.name);

            let required: Vec<&str> = map["required"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            for key in named {
                let mut lacking = whole.clone();
                at(&mut lacking, &way).remove(key);
                let missing = key_faults(schema.describes, &lacking);
                let expected = usize::from(required.contains(&key));
                assert_eq!(
                    missing.len(),
                    expected,
                    "{} {way:?} without {key}: {missing:?}",
                    schema.name
                );
            }
        }
    }
}
