//! A strict reader of the HTML this project writes: every tag closed, every attribute quoted, every reference known.
//! Browsers forgive; this does not, and says where.

/// An element with all below it.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &["style", "script"];

/// Reads a page: `<!doctype html>` and one `html` element.
pub fn page(text: &str) -> Result<Element, String> {
    let Some(body) = text.strip_prefix("<!doctype html>") else {
        return Err("the first line is not <!doctype html>".to_owned());
    };
    let mut reader = Reader { text: body, at: 0 };
    let mut root = Element {
        name: String::new(),
        attributes: Vec::new(),
        children: Vec::new(),
    };
    reader.content(&mut root)?;
    let mut elements = Vec::new();
    for child in root.children {
        match child {
            Node::Element(element) => elements.push(element),
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(text) => return Err(format!("text outside html: {text:?}")),
        }
    }
    match <[Element; 1]>::try_from(elements) {
        Ok([html]) if html.name == "html" => Ok(html),
        _ => Err("a page is one html element".to_owned()),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn fault<T>(&self, message: impl std::fmt::Display) -> Result<T, String> {
        let line = self.text[..self.at].matches('\n').count() + 1;
        let here: String = self.rest().chars().take(60).collect();
        Err(format!("line {line}: {message}, at {here:?}"))
    }

    /// Everything up to the end tag of `parent`, which is read too.
    fn content(&mut self, parent: &mut Element) -> Result<(), String> {
        loop {
            if RAW.contains(&parent.name.as_str()) {
                let end = format!("</{}>", parent.name);
                let Some(length) = self.rest().find(&end) else {
                    return self.fault("no end");
                };
                parent.children.push(Node::Text(self.rest()[..length].to_owned()));
                self.at += length + end.len();
                return Ok(());
            }
            let length = self.rest().find('<').unwrap_or(self.rest().len());
            if length > 0 {
                let text = self.unescape(&self.rest()[..length])?;
                parent.children.push(Node::Text(text));
                self.at += length;
            }
            let rest = self.rest();
            if rest.is_empty() {
                return if parent.name.is_empty() {
                    Ok(())
                } else {
                    self.fault(format!("<{}> is not closed", parent.name))
                };
            }
            if let Some(tail) = rest.strip_prefix("</") {
                let Some(length) = tail.find('>') else {
                    return self.fault("an end tag is cut off");
                };
                let name = &tail[..length];
                if name != parent.name {
                    return self.fault(format!("</{name}> closes <{}>", parent.name));
                }
                self.at += length + 3;
                return Ok(());
            }
            if rest.starts_with("<!") {
                return self.fault("a comment or declaration");
            }
            let child = self.element()?;
            parent.children.push(Node::Element(child));
        }
    }

    fn element(&mut self) -> Result<Element, String> {
        self.at += 1;
        let name = self.word()?;
        let mut element = Element {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        };
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            let rest = self.rest();
            if rest.starts_with("/>") {
                self.at += 2;
                return Ok(element);
            }
            if rest.starts_with('>') {
                self.at += 1;
                if !VOID.contains(&element.name.as_str()) {
                    self.content(&mut element)?;
                }
                return Ok(element);
            }
            if blank == 0 {
                return self.fault("no space before an attribute");
            }
            let key = self.word()?;
            if element.attributes.iter().any(|(known, _)| *known == key) {
                return self.fault(format!("{key} stands twice"));
            }
            let Some(quoted) = self.rest().strip_prefix("=\"") else {
                return self.fault(format!("{key} has no quoted value"));
            };
            let Some(length) = quoted.find('"') else {
                return self.fault("an attribute has no end");
            };
            let value = self.unescape(&quoted[..length])?;
            self.at += length + 3;
            element.attributes.push((key, value));
        }
    }

    fn word(&mut self) -> Result<String, String> {
        let part = |c: char| c.is_ascii_alphanumeric() || "-:_".contains(c);
        let length = self.rest().find(|c| !part(c)).unwrap_or(0);
        if length == 0 {
            return self.fault("no name");
        }
        let word = self.rest()[..length].to_owned();
        self.at += length;
        Ok(word)
    }

    fn unescape(&self, text: &str) -> Result<String, String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['&', '>']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let known = [
                ("&amp;", '&'),
                ("&lt;", '<'),
                ("&gt;", '>'),
                ("&quot;", '"'),
                ("&#39;", '\''),
                ("&#x27;", '\''),
                ("&#x2F;", '/'),
            ];
            let Some((name, c)) = known.into_iter().find(|(name, _)| rest.starts_with(name)) else {
                return self.fault(format!("a bare {:?}", &rest[..1]));
            };
            out.push(c);
            rest = &rest[name.len()..];
        }
        out.push_str(rest);
        Ok(out)
    }
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a class is among the element's.
    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|all| all.split(' ').any(|known| known == class))
    }

    /// This element and all below it, in order.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in self.elements() {
            found.extend(child.all());
        }
        found
    }

    /// The elements directly below.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All below of a name.
    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The one element of an id.
    pub fn id(&self, id: &str) -> Option<&Element> {
        self.all()
            .into_iter()
            .find(|element| element.attribute("id") == Some(id))
    }

    /// All text, white space folded; what `skip` names is left out.
    pub fn text_without(&self, skip: &dyn Fn(&Element) -> bool) -> String {
        let mut out = String::new();
        self.collect(skip, &mut out);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All text, white space folded.
    pub fn text(&self) -> String {
        self.text_without(&|_| false)
    }

    fn collect(&self, skip: &dyn Fn(&Element) -> bool, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) if skip(element) => {}
                Node::Element(element) => element.collect(skip, out),
            }
        }
    }
}

/// The level of a heading element.
pub fn level(element: &Element) -> Option<u8> {
    match element.name.as_str() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}
