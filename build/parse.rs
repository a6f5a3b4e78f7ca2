//! Reads the part of the language that the embedded templates use:
//!
//! ```text
//! {{ path }}  {{ path | safe }}
//! {% if condition %} {% elif condition %} {% else %} {% endif %}
//! {% for name in path %} {% endfor %}      loop.first
//! {% set name = path %}  {% set name = "text" %}
//! {% include "name" %}   {% extends "name" %}   {% block content %} {% endblock content %}
//!
//! path       name, .name, [0]
//! condition  path, path == "text", not condition, condition or condition
//! ```
//!
//! There is nothing to compute with, on purpose: every figure comes as the text that readers see. A name that is set holds
//! to the end of the block it is set in, and in what is included from there.

/// A template, read.
pub struct Template {
    /// The template whose block `content` these steps are.
    pub extends: Option<String>,
    pub steps: Vec<Step>,
}

/// What is done at a place of a template.
pub enum Step {
    Text(String),
    Put {
        path: Path,
        /// As it is, because it is HTML.
        raw: bool,
    },
    /// The first whose condition holds.
    If(Vec<(Condition, Vec<Step>)>),
    For {
        name: String,
        path: Path,
        steps: Vec<Step>,
    },
    Set {
        name: String,
        path: Path,
    },
    SetText {
        name: String,
        text: String,
    },
    Include(String),
    /// The block of the template that extends this one.
    Content,
}

impl Step {
    /// Nothing but white space.
    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// Where a value lies in the view: a name, and fields behind it. A place in a pair is a field by its number.
pub struct Path {
    pub name: String,
    pub fields: Vec<String>,
}

/// When a branch is taken.
pub enum Condition {
    /// `else`.
    Always,
    /// It is there and not empty, nought or false.
    Holds(Path),
    Is(Path, String),
    /// `loop.first`.
    First,
    Not(Box<Condition>),
    Any(Vec<Condition>),
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.fields.iter().try_for_each(|field| write!(f, ".{field}"))
    }
}

/// Byte offset and message.
type Fault = (usize, String);

/// Reads a template. If it extends another, its steps are those of its block.
///
/// # Errors
/// It uses what this part of the language has not.
pub fn parse(text: &str) -> Result<Template, Fault> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        extends: None,
        block: None,
    };
    let (steps, end) = reader.steps()?;
    if let Some((at, tag)) = end {
        return Err((at, format!("{tag} ends nothing")));
    }
    match (reader.extends, reader.block) {
        (None, _) => Ok(Template { extends: None, steps }),
        (extends, Some(block)) if steps.iter().all(Step::is_blank) => Ok(Template { extends, steps: block }),
        _ => Err((
            0,
            "a template that extends another has one block and nothing else".to_owned(),
        )),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// How many blocks, branches and loops are open.
    depth: usize,
    extends: Option<String>,
    /// The block of a template that extends another.
    block: Option<Vec<Step>>,
}

/// A tag that ends steps, with its place.
type End<'t> = (usize, &'t str);

impl<'t> Reader<'t> {
    /// Steps up to the tag that ends them, or to the end of the text.
    fn steps(&mut self) -> Result<(Vec<Step>, Option<End<'t>>), Fault> {
        let mut steps = Vec::new();
        loop {
            let rest = &self.text[self.at..];
            let tag = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min();
            let end = tag.unwrap_or(rest.len());
            if end > 0 {
                steps.push(Step::Text(rest[..end].to_owned()));
            }
            self.at += end;
            if tag.is_none() {
                return Ok((steps, None));
            }
            let at = self.at;
            let close = match rest.as_bytes()[end + 1] {
                b'{' => "}}",
                b'%' => "%}",
                _ => return Err(unknown(at, "{#")),
            };
            let length = rest[end..]
                .find(close)
                .ok_or_else(|| (at, format!("{close} is missing")))?;
            let inner = rest[end + 2..end + length].trim();
            self.at += length + close.len();
            if close == "}}" {
                let (path, raw) = match inner.split_once('|') {
                    Some((path, filter)) if filter.trim() == "safe" => (path.trim(), true),
                    _ => (inner, false),
                };
                let path = path_of(path).ok_or_else(|| unknown(at, inner))?;
                steps.push(Step::Put { path, raw });
            } else if inner.starts_with("el") || inner.starts_with("end") {
                return Ok((steps, Some((at, inner))));
            } else {
                let first = steps.iter().all(Step::is_blank);
                steps.extend(self.tag(at, inner, first)?);
            }
        }
    }

    /// `first`: nothing stands before it in its block.
    fn tag(&mut self, at: usize, inner: &'t str, first: bool) -> Result<Option<Step>, Fault> {
        let (word, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        let rest = rest.trim();
        let fault = || unknown(at, inner);
        Ok(Some(match word {
            "if" => Step::If(self.branches(at, rest)?),
            "for" => {
                let (name, path) = rest.split_once(" in ").ok_or_else(fault)?;
                Step::For {
                    name: name_of(name.trim()).ok_or_else(fault)?,
                    path: path_of(path.trim()).ok_or_else(fault)?,
                    steps: self.until(at, "endfor")?,
                }
            }
            "set" => {
                let (name, value) = rest.split_once('=').ok_or_else(fault)?;
                let (name, value) = (name_of(name.trim()).ok_or_else(fault)?, value.trim());
                match quoted(value) {
                    Some(text) => Step::SetText { name, text },
                    None => Step::Set {
                        name,
                        path: path_of(value).ok_or_else(fault)?,
                    },
                }
            }
            "include" => Step::Include(quoted(rest).ok_or_else(fault)?),
            "extends" if first && self.depth == 0 && self.extends.is_none() && self.block.is_none() => {
                self.extends = Some(quoted(rest).ok_or_else(fault)?);
                return Ok(None);
            }
            "block" if rest == "content" && self.depth == 0 && self.block.is_none() => {
                let steps = self.until(at, "endblock content")?;
                match self.extends {
                    None if steps.is_empty() => Step::Content,
                    None => return Err((at, "the block of a frame is empty".to_owned())),
                    Some(_) => {
                        self.block = Some(steps);
                        return Ok(None);
                    }
                }
            }
            _ => return Err(fault()),
        }))
    }

    /// Steps up to this tag.
    fn until(&mut self, from: usize, tag: &str) -> Result<Vec<Step>, Fault> {
        match self.within()? {
            (steps, Some((_, end))) if end == tag => Ok(steps),
            _ => Err((from, format!("{tag} is missing"))),
        }
    }

    fn within(&mut self) -> Result<(Vec<Step>, Option<End<'t>>), Fault> {
        self.depth += 1;
        let steps = self.steps()?;
        self.depth -= 1;
        Ok(steps)
    }

    fn branches(&mut self, from: usize, first: &'t str) -> Result<Vec<(Condition, Vec<Step>)>, Fault> {
        let mut branches = Vec::new();
        let mut condition = condition(first).ok_or_else(|| unknown(from, first))?;
        loop {
            let (steps, end) = self.within()?;
            let last = matches!(condition, Condition::Always);
            branches.push((condition, steps));
            condition = match end {
                Some((_, "endif")) => return Ok(branches),
                Some((at, tag)) if last => return Err((at, format!("{tag} after else"))),
                Some((_, "else")) => Condition::Always,
                Some((at, tag)) => {
                    let next = tag.strip_prefix("elif ").and_then(self::condition);
                    next.ok_or_else(|| unknown(at, tag))?
                }
                None => return Err((from, "endif is missing".to_owned())),
            };
        }
    }
}

fn unknown(at: usize, text: &str) -> Fault {
    (at, format!("cannot read `{text}`"))
}

fn condition(text: &str) -> Option<Condition> {
    if text.contains(" or ") {
        return Some(Condition::Any(
            text.split(" or ").map(condition).collect::<Option<_>>()?,
        ));
    }
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("not ") {
        return Some(Condition::Not(Box::new(condition(rest)?)));
    }
    if text == "loop.first" {
        return Some(Condition::First);
    }
    Some(match text.split_once("==") {
        Some((path, word)) => Condition::Is(path_of(path.trim())?, quoted(word.trim())?),
        None => Condition::Holds(path_of(text)?),
    })
}

fn quoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"')).then(|| inner.to_owned())
}

fn path_of(text: &str) -> Option<Path> {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let (name, place) = part.split_at(part.find('[').unwrap_or(part.len()));
        parts.push(name_of(name)?);
        if let Some(place) = place.strip_prefix('[') {
            parts.push(place.strip_suffix(']')?.parse::<u8>().ok()?.to_string());
        }
    }
    Some(Path {
        name: parts.remove(0),
        fields: parts,
    })
}

fn name_of(name: &str) -> Option<String> {
    let is_name = |b: u8| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit();
    (!name.is_empty() && name.bytes().all(is_name)).then(|| name.to_owned())
}
