//! A strict little reader of our own SVG: it panics at whatever is not well formed or not allowed.

use crate::chart::{FONT, Tenths, text};
use std::collections::BTreeMap;

/// An element and its own text.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    /// Classes of itself and of what it stands in.
    pub classes: Vec<String>,
}

impl Element {
    pub(super) fn is(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }

    /// A length in tenths of a pixel.
    pub(super) fn length(&self, name: &str) -> Tenths {
        let text = &self.attributes[name];
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        assert_eq!(tenth.len(), 1, "{name}={text}");
        let sign = if whole.starts_with('-') { -1 } else { 1 };
        whole.parse::<Tenths>().unwrap() * 10 + sign * tenth.parse::<Tenths>().unwrap()
    }

    /// The box of a text or a rectangle: left, top, right, bottom.
    pub(super) fn bounds(&self) -> [Tenths; 4] {
        let (x, y) = (self.length("x"), self.length("y"));
        if self.name == "rect" {
            return [x, y, x + self.length("width"), y + self.length("height")];
        }
        let width = text::width(&self.text, FONT, self.attributes.contains_key("font-weight"));
        let left = match self.attributes.get("text-anchor").map(String::as_str) {
            Some("start") => x,
            Some("end") => x - width,
            _ => x - width / 2,
        };
        [left, y - 120, left + width, y + 20]
    }
}

/// Reads a whole document, elements in order of their start tags.
pub(super) fn read(svg: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = svg;
    while let Some(tail) = rest.strip_prefix('<') {
        let (tag, after) = tail.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            let at = open.pop().expect("an end has a start");
            assert_eq!(all[at].name, name);
        } else {
            let (inner, is_empty) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
            let mut element = start(inner);
            if let Some(&parent) = open.last() {
                let inherited = all[parent].classes.clone();
                element.classes.extend(inherited);
            } else {
                assert!(all.is_empty(), "one root");
            }
            if !is_empty {
                open.push(all.len());
            }
            all.push(element);
        }
        let (text, next) = after.split_at(after.find('<').unwrap_or(after.len()));
        match open.last() {
            Some(&at) => all[at].text.push_str(&unescape(text)),
            None => assert_eq!(text, ""),
        }
        rest = next;
    }
    assert!(rest.is_empty() && open.is_empty(), "all is closed");
    all
}

fn start(inner: &str) -> Element {
    let (name, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let mut element = Element {
        name: name.to_owned(),
        ..Element::default()
    };
    while !rest.is_empty() {
        let (name, tail) = rest.split_once("=\"").expect("an attribute has a value");
        let (value, tail) = tail.split_once('"').expect("a value ends");
        let twice = element.attributes.insert(name.to_owned(), unescape(value));
        assert_eq!(twice, None, "{name} once");
        rest = tail.trim_start();
    }
    let classes = element
        .attributes
        .get("class")
        .map(|class| class.split(' ').map(str::to_owned).collect());
    element.classes = classes.unwrap_or_default();
    element
}

fn unescape(text: &str) -> String {
    assert!(
        !text.contains(['<', '>', '\'', '"']) && !text.chars().any(char::is_control),
        "{text:?}"
    );
    let bare = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
        .iter()
        .fold(text.to_owned(), |out, e| out.replace(e, ""));
    assert!(!bare.contains('&'), "{text:?}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// What holds for every picture.
pub(super) fn check(svg: &str, id: &str) -> Vec<Element> {
    let all = read(svg);
    let root = &all[0];
    assert_eq!(root.attributes["role"], "img");
    assert_eq!(root.attributes["id"], id);
    let ids: Vec<String> = all[1..]
        .iter()
        .filter_map(|element| element.attributes.get("id").cloned())
        .collect();
    assert_eq!(
        root.attributes["aria-labelledby"],
        ids.join(" "),
        "no ids but those that name the picture"
    );
    assert_eq!(ids[0], format!("{id}-title"));
    for element in &all {
        assert!(["svg", "title", "desc", "g", "rect", "path", "text"].contains(&element.name.as_str()));
        assert!(!element.attributes.contains_key("style"));
        assert!(
            element
                .attributes
                .keys()
                .all(|name| !name.starts_with("on") && !name.contains("href"))
        );
        if element.name == "rect" || element.name == "path" {
            assert!(
                !element.classes[..element.classes.len() - 1].is_empty(),
                "a mark has a class: {element:?}"
            );
        }
    }
    let sheet = root.attributes["viewBox"]
        .split(' ')
        .map(|n| n.parse::<Tenths>().unwrap() * 10)
        .collect::<Vec<_>>();
    for element in all
        .iter()
        .filter(|element| element.name == "text" || element.name == "rect")
    {
        let [left, top, right, bottom] = element.bounds();
        let inside = left >= -1 && top >= 0 && right <= sheet[2] + 1 && bottom <= sheet[3];
        assert!(inside, "{element:?}");
    }
    all
}

/// No printed word covers another.
pub(super) fn assert_legible(all: &[Element]) {
    let words: Vec<&Element> = all.iter().filter(|element| element.name == "text").collect();
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            let ([l, t, r, b], [left, top, right, bottom]) = (one.bounds(), other.bounds());
            assert!(l >= right || left >= r || t >= bottom || top >= b, "{one:?}\n{other:?}");
        }
    }
}
