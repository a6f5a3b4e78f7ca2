//! The pieces that schemas are put together from.

use serde_json::{Map, Value, json};

use crate::{
    manuscript::{LONGEST_LINE, MOST_FORMER, MOST_ITEMS},
    model::Word,
};

/// One key of a mapping.
pub(super) struct Key {
    name: &'static str,
    required: bool,
    schema: Value,
}

/// A key that must be there.
pub(super) fn required(name: &'static str, schema: Value) -> Key {
    Key {
        name,
        required: true,
        schema,
    }
}

/// A key that may be left out.
pub(super) fn optional(name: &'static str, schema: Value) -> Key {
    Key {
        name,
        required: false,
        schema,
    }
}

/// A mapping of exactly these keys.
pub(super) fn map(description: &str, keys: impl IntoIterator<Item = Key>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys {
        if key.required {
            required.push(key.name);
        }
        properties.insert(key.name.to_owned(), key.schema);
    }
    json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A list.
pub(super) fn list(description: &str, items: Value) -> Value {
    list_of_at_most(MOST_ITEMS, description, items)
}

fn list_of_at_most(most: usize, description: &str, items: Value) -> Value {
    json!({ "type": "array", "maxItems": most, "description": description, "items": items })
}

/// A text on one line. Editors read `2` as a number, so numbers are let through where a text may look like one.
pub(super) fn text(description: &str) -> Value {
    json!({ "type": ["string", "number"], "maxLength": LONGEST_LINE, "description": description })
}

/// A narrative.
pub(super) fn prose(description: &str) -> Value {
    json!({ "type": "string", "description": format!("{description}（Markdownで書けます。見出しは使えません）") })
}

/// A western year.
pub(super) fn year(description: &str) -> Value {
    json!({
        "type": "integer",
        "minimum": crate::model::YEARS.start(),
        "maximum": crate::model::YEARS.end(),
        "description": format!("{description}（西暦4けた）"),
    })
}

/// What an entry said to earlier editions.
pub(super) fn former(description: &str, keys: impl IntoIterator<Item = Key>) -> Key {
    let until = required("until", year("この内容で載る、最後の報告書の年度"));
    let lines = map(description, [until].into_iter().chain(keys));
    optional(
        "former",
        list_of_at_most(MOST_FORMER, "前の年の報告書に載る内容", lines),
    )
}

/// true or false.
pub(super) fn yes_no(description: &str) -> Value {
    json!({ "type": "boolean", "description": description })
}

/// A small whole number.
pub(super) fn small(description: &str, max: u8) -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": max, "description": description })
}

/// An id that is defined here.
pub(super) fn new_id(description: &str) -> Value {
    json!({
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 64,
        "description": format!("{description}（半角の英小文字、数字、ハイフン）"),
    })
}

/// An id that is defined elsewhere: one of the known, if any are known.
pub(super) fn known_id(description: &str, known: &[(String, String)]) -> Value {
    if known.is_empty() {
        return new_id(description);
    }
    let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
    let names: Vec<&str> = known.iter().map(|(_, name)| name.as_str()).collect();
    json!({ "type": "string", "enum": ids, "markdownEnumDescriptions": names, "description": description })
}

/// A word of a closed list.
pub(super) fn word<W: Word>(description: &str) -> Value {
    let words: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
    json!({ "type": "string", "enum": words, "description": description })
}

/// A text of a pattern.
pub(super) fn pattern(description: &str, pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern, "description": description })
}

/// `accept:`.
pub(super) fn accept() -> Key {
    let codes: Vec<&str> = crate::check::codes().map(|(code, _)| code).collect();
    optional(
        "accept",
        list(
            "確かめたうえで残す指摘。理由を必ず書きます",
            map(
                "残す指摘",
                [
                    required(
                        "code",
                        json!({ "type": "string", "enum": codes, "description": "指摘のコード（[ ] の中の語）" }),
                    ),
                    required("reason", text("残してよい理由")),
                ],
            ),
        ),
    )
}
