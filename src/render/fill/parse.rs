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

use memchr::memchr_iter;

/// What is done at a place of a template.
pub(super) enum Step {
    Text(&'static str),
    Put {
        path: Path,
        /// As it is, because it is HTML.
        raw: bool,
    },
    /// The first whose condition holds.
    If(Vec<(Condition, Vec<Step>)>),
    For {
        name: Name,
        path: Path,
        steps: Vec<Step>,
    },
    Set {
        name: Name,
        path: Path,
    },
    SetText {
        name: Name,
        text: &'static str,
    },
    /// By its place in the list of templates.
    Include(usize),
    /// The block of the template that extends this one.
    Content,
}

impl Step {
    /// Nothing but white space.
    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// Where a value lies in the view.
pub(super) type Path = Vec<Key>;

/// One step of a path.
pub(in crate::render) enum Key {
    Name(Name),
    At(usize),
}

/// A name, with its first characters as a number: most names differ in them, or in length.
#[derive(Clone, Copy)]
pub(in crate::render) struct Name {
    pub(super) text: &'static str,
    head: u64,
}

impl Name {
    #[inline(always)]
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, head: head(text) }
    }

    /// Where the text is a constant nothing is left of this but the comparison of numbers.
    #[inline(always)]
    pub(super) fn is(self, text: &'static str) -> bool {
        self == Self::new(text)
    }
}

impl PartialEq for Name {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        let alike = self.head == other.head && self.text.len() == other.text.len();
        alike && (self.text.len() <= HEAD || self.text == other.text)
    }
}

const HEAD: usize = 8;

#[inline(always)]
const fn head(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut head, mut at) = (0, 0);
    while at < HEAD && at < bytes.len() {
        head = head << 8 | bytes[at] as u64;
        at += 1;
    }
    head
}

/// When a branch is taken.
pub(super) enum Condition {
    /// `else`.
    Always,
    /// It is there and not empty, nought or false.
    Holds(Path),
    Is(Path, &'static str),
    /// `loop.first`.
    First,
    Not(Box<Condition>),
    Any(Vec<Condition>),
}

/// A path as it is written.
pub(super) fn written(path: &[Key]) -> String {
    let mut text = String::new();
    for key in path {
        match key {
            Key::Name(name) if text.is_empty() => text.push_str(name.text),
            Key::Name(name) => text.push_str(&format!(".{}", name.text)),
            Key::At(at) => text.push_str(&format!("[{at}]")),
        }
    }
    text
}

/// The templates that steps include, by their places in the list.
pub(super) fn included(steps: &[Step]) -> Vec<usize> {
    let mut found = Vec::new();
    for step in steps {
        match step {
            Step::Include(template) => found.push(*template),
            Step::If(branches) => found.extend(branches.iter().flat_map(|(_, steps)| included(steps))),
            Step::For { steps, .. } => found.extend(included(steps)),
            Step::Text(_) | Step::Put { .. } | Step::Set { .. } | Step::SetText { .. } | Step::Content => {}
        }
    }
    found
}

/// Byte offset and message.
type Fault = (usize, String);

/// The template that it extends, by its place in the list, and its steps: those of its block if it extends one.
pub(super) fn parse(
    text: &'static str,
    find: &dyn Fn(&str) -> Option<usize>,
) -> Result<(Option<usize>, Vec<Step>), Fault> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        find,
        extends: None,
        block: None,
    };
    let (steps, end) = reader.steps()?;
    if let Some((at, tag)) = end {
        return Err((at, format!("{tag} が余っています")));
    }
    match (reader.extends, reader.block) {
        (None, _) => Ok((None, steps)),
        (extends, Some(block)) if steps.iter().all(Step::is_blank) => Ok((extends, block)),
        _ => Err((0, "extends のあるテンプレートには、block が一つだけ要ります".to_owned())),
    }
}

struct Reader<'r> {
    text: &'static str,
    at: usize,
    /// How many blocks, branches and loops are open.
    depth: usize,
    find: &'r dyn Fn(&str) -> Option<usize>,
    extends: Option<usize>,
    /// The block of a template that extends another.
    block: Option<Vec<Step>>,
}

/// A tag that ends steps, with its place.
type End = (usize, &'static str);

impl Reader<'_> {
    /// Steps up to the tag that ends them, or to the end of the text.
    fn steps(&mut self) -> Result<(Vec<Step>, Option<End>), Fault> {
        let mut steps = Vec::new();
        loop {
            let rest = &self.text[self.at..];
            let mut braces = memchr_iter(b'{', rest.as_bytes());
            let tag = braces.find(|at| matches!(rest.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')));
            let end = tag.unwrap_or(rest.len());
            if end > 0 {
                steps.push(Step::Text(&rest[..end]));
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
            let length = memchr_iter(close.as_bytes()[0], &rest.as_bytes()[end..])
                .find(|at| rest[end + at..].starts_with(close))
                .ok_or_else(|| (at, format!("{close} がありません")))?;
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
    fn tag(&mut self, at: usize, inner: &'static str, first: bool) -> Result<Option<Step>, Fault> {
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
            "include" => Step::Include(self.named(rest).ok_or_else(fault)?),
            "extends" if first && self.depth == 0 && self.extends.is_none() && self.block.is_none() => {
                self.extends = Some(self.named(rest).ok_or_else(fault)?);
                return Ok(None);
            }
            "block" if rest == "content" && self.depth == 0 && self.block.is_none() => {
                let steps = self.until(at, "endblock content")?;
                match self.extends {
                    None if steps.is_empty() => Step::Content,
                    None => return Err((at, "extends のないテンプレートの block には、何も書けません".to_owned())),
                    Some(_) => {
                        self.block = Some(steps);
                        return Ok(None);
                    }
                }
            }
            _ => return Err(fault()),
        }))
    }

    fn named(&self, text: &'static str) -> Option<usize> {
        (self.find)(quoted(text)?)
    }

    /// Steps up to this tag.
    fn until(&mut self, from: usize, tag: &str) -> Result<Vec<Step>, Fault> {
        match self.within()? {
            (steps, Some((_, end))) if end == tag => Ok(steps),
            _ => Err((from, format!("{tag} がありません"))),
        }
    }

    fn within(&mut self) -> Result<(Vec<Step>, Option<End>), Fault> {
        self.depth += 1;
        let steps = self.steps()?;
        self.depth -= 1;
        Ok(steps)
    }

    fn branches(&mut self, from: usize, first: &'static str) -> Result<Vec<(Condition, Vec<Step>)>, Fault> {
        let mut branches = Vec::new();
        let mut condition = condition(first).ok_or_else(|| unknown(from, first))?;
        loop {
            let (steps, end) = self.within()?;
            let last = matches!(condition, Condition::Always);
            branches.push((condition, steps));
            condition = match end {
                Some((_, "endif")) => return Ok(branches),
                Some((at, tag)) if last => return Err((at, format!("else の後に {tag} があります"))),
                Some((_, "else")) => Condition::Always,
                Some((at, tag)) => {
                    let next = tag.strip_prefix("elif ").and_then(self::condition);
                    next.ok_or_else(|| unknown(at, tag))?
                }
                None => return Err((from, "endif がありません".to_owned())),
            };
        }
    }
}

fn unknown(at: usize, text: &str) -> Fault {
    (at, format!("「{text}」は読めません"))
}

fn condition(text: &'static str) -> Option<Condition> {
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

fn quoted(text: &'static str) -> Option<&'static str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

fn path_of(text: &'static str) -> Option<Path> {
    let mut path = Vec::new();
    for part in text.split('.') {
        let (name, places) = part.split_at(part.find('[').unwrap_or(part.len()));
        path.push(Key::Name(name_of(name)?));
        if let Some(places) = places.strip_prefix('[') {
            path.push(Key::At(places.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(path)
}

fn name_of(name: &'static str) -> Option<Name> {
    let is_name = |b: u8| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit();
    (!name.is_empty() && name.bytes().all(is_name)).then(|| Name::new(name))
}
