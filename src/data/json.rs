//! Indented JSON, written as it is said: a pretty printer would put it together from thousands of pieces.

use super::cell::string;

/// An object, or the list in it that is being written.
pub(super) struct Json {
    out: String,
    /// How many brackets are open.
    depth: usize,
    /// Whether nothing stands in the innermost of them.
    empty: bool,
}

/// A document that is one object, with a line end.
pub(super) fn document(fill: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut json = Json {
        out: String::with_capacity(super::write::ROOM),
        depth: 0,
        empty: true,
    };
    json.within('{', fill, '}');
    json.out.push('\n');
    json.out.into_bytes()
}

impl Json {
    /// A text by its name.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        string(value, &mut self.out);
    }

    /// A text by its name, if there is one.
    pub(super) fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// What is the case.
    pub(super) fn is(&mut self, name: &str) {
        self.name(name);
        self.out.push_str("true");
    }

    /// A list of texts.
    pub(super) fn texts<'t>(&mut self, name: &str, values: impl IntoIterator<Item = &'t str>) {
        self.name(name);
        let fill = |json: &mut Self| {
            for value in values {
                json.line();
                string(value, &mut json.out);
            }
        };
        self.within('[', fill, ']');
    }

    /// An object.
    pub(super) fn object(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.name(name);
        self.within('{', fill, '}');
    }

    /// A list of objects, each of which `fill` makes of a value.
    pub(super) fn objects<T>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = T>,
        mut fill: impl FnMut(&mut Self, T),
    ) {
        self.name(name);
        let fill = |json: &mut Self| {
            for value in values {
                json.line();
                json.within('{', |json| fill(json, value), '}');
            }
        };
        self.within('[', fill, ']');
    }

    fn name(&mut self, name: &str) {
        self.line();
        self.out.extend(["\"", name, "\": "]);
    }

    fn within(&mut self, open: char, fill: impl FnOnce(&mut Self), close: char) {
        self.out.push(open);
        self.depth += 1;
        self.empty = true;
        fill(self);
        self.depth -= 1;
        if !self.empty {
            self.break_line();
        }
        self.out.push(close);
        self.empty = false;
    }

    /// Begins what stands on a line of its own.
    fn line(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        self.break_line();
    }

    fn break_line(&mut self) {
        self.out.push('\n');
        (0..self.depth).for_each(|_| self.out.push_str("  "));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn written_as_any_json() {
        let bytes = document(|json| {
            json.text("a", "一\n\"二\"");
            json.maybe("b", None);
            json.maybe("c", Some("三"));
            json.texts("d", []);
            json.texts("e", ["1", "2"]);
            json.object("f", |json| json.is("g"));
            json.object("h", |_| {});
            json.objects("i", [1, 2], |json, number| {
                json.text("j", &number.to_string());
                json.objects("k", [""; 0], |_, _| {});
            });
        });
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let written = serde_json::to_string_pretty(&value).unwrap() + "\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), written);
    }
}
