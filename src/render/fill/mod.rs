//! Fills the embedded templates in. They use a small part of the language that cities may write, and their values lie in
//! memory already: read where they are (`look.rs`), nothing has to be copied into an engine's own values first. A city's own
//! templates do not come here. Both ways give the same bytes (`tests/own_templates.rs`).

mod look;
mod parse;

use std::fmt::Write;

use look::{Ask, Found, View};
use parse::{Condition, Key, Step};

use super::prose;

/// Templates ready to fill in.
pub(super) struct Filler {
    templates: Vec<Template>,
}

/// A template, read.
struct Template {
    name: &'static str,
    /// The template whose block `content` these steps are.
    extends: Option<usize>,
    steps: Vec<Step>,
}

/// A template and its view do not fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) template: &'static str,
    /// Byte offset in the template; 0 if it is not one place.
    pub(super) at: usize,
    pub(super) message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}文字目：{}", self.at, self.message)
    }
}

impl Filler {
    /// Reads templates, by name.
    ///
    /// # Errors
    /// One of them uses what this part of the language has not.
    pub(super) fn new(texts: &[(&'static str, &'static str)]) -> Result<Self, Fault> {
        let find = |name: &str| texts.iter().position(|(known, _)| *known == name);
        let templates = texts.iter().map(|(name, text)| {
            let (extends, steps) = parse::parse(text, &find).map_err(|(at, message)| Fault {
                template: name,
                at,
                message,
            })?;
            Ok(Template { name, extends, steps })
        });
        Ok(Self {
            templates: templates.collect::<Result<_, _>>()?,
        })
    }

    /// Fills one in with a view.
    ///
    /// # Errors
    /// It asks for what the view has not.
    pub(super) fn fill(&self, name: &str, view: &dyn View, out: &mut String) -> Result<(), Fault> {
        let Some(template) = self.templates.iter().find(|template| template.name == name) else {
            return Err(Fault {
                template: "",
                at: 0,
                message: format!("{name} がありません"),
            });
        };
        let mut filling = Filling {
            templates: &self.templates,
            content: &template.steps,
            out,
            missing: None,
        };
        let outer = template.extends.and_then(|base| self.templates.get(base));
        filling.run(&outer.unwrap_or(template).steps, &Scope::All(view));
        match filling.missing {
            Some(message) => Err(Fault {
                template: template.name,
                at: 0,
                message,
            }),
            None => Ok(()),
        }
    }
}

/// Names and what they stand for, the innermost first.
enum Scope<'s> {
    /// The view that the template was given.
    All(&'s dyn View),
    Name {
        name: &'static str,
        view: &'s dyn View,
        /// Whether it is the first of what a loop goes through; `None` if no loop named it.
        first: Option<bool>,
        outer: &'s Scope<'s>,
    },
}

impl Scope<'_> {
    /// Whether the innermost loop is at its first.
    fn is_first(&self) -> bool {
        match self {
            Self::All(_) => false,
            Self::Name { first: Some(first), .. } => *first,
            Self::Name { outer, .. } => outer.is_first(),
        }
    }

    /// Gives what a path leads to, if it leads anywhere.
    fn look(&self, path: &[Key], then: &mut dyn FnMut(&dyn View)) -> bool {
        match (self, path.split_first()) {
            (Self::Name { name, view, .. }, Some((Key::Name(first), rest))) if name == first => {
                follow(*view, rest, then)
            }
            (Self::Name { outer, .. }, _) => outer.look(path, then),
            (Self::All(view), _) => follow(*view, path, then),
        }
    }
}

fn follow(view: &dyn View, path: &[Key], then: &mut dyn FnMut(&dyn View)) -> bool {
    let Some((key, rest)) = path.split_first() else {
        then(view);
        return true;
    };
    let ask = match key {
        Key::Name(name) => Ask::Named(name),
        Key::At(at) => Ask::At(*at),
    };
    let mut led = false;
    view.ask(ask, &mut |found| {
        if let Found::View(view) = found {
            led = follow(view, rest, then);
        }
    });
    led
}

/// A template being filled in.
struct Filling<'f> {
    templates: &'f [Template],
    /// What stands in the block of the template that is extended.
    content: &'f [Step],
    out: &'f mut String,
    /// What the view had not, the first of it.
    missing: Option<String>,
}

impl Filling<'_> {
    fn run(&mut self, steps: &[Step], scope: &Scope) {
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Text(text) => self.out.push_str(text),
                Step::Put { path, raw } => {
                    let out = &mut *self.out;
                    let mut put = false;
                    scope.look(path, &mut |view| {
                        view.ask(Ask::Itself, &mut |found| put = write(&found, *raw, out))
                    });
                    self.require(put, path);
                }
                Step::If(branches) => {
                    if let Some((_, steps)) = branches.iter().find(|(condition, _)| self.holds(condition, scope)) {
                        self.run(steps, scope);
                    }
                }
                Step::For { name, path, steps } => {
                    let mut first = true;
                    let mut each = |found: Found| {
                        if let Found::View(view) = found {
                            let scope = Scope::Name {
                                name,
                                view,
                                first: Some(std::mem::take(&mut first)),
                                outer: scope,
                            };
                            self.run(steps, &scope);
                        }
                    };
                    let there = scope.look(path, &mut |view| view.ask(Ask::Each, &mut each));
                    self.require(there, path);
                }
                // The name holds for what follows: the rest is run within.
                Step::Set { name, path } => {
                    let rest = &steps[at + 1..];
                    let there = scope.look(path, &mut |view| self.run(rest, &named(name, view, scope)));
                    self.require(there, path);
                    return;
                }
                Step::SetText { name, text } => {
                    self.run(&steps[at + 1..], &named(name, text, scope));
                    return;
                }
                Step::Include(template) => {
                    let templates = self.templates;
                    self.run(&templates[*template].steps, scope);
                }
                Step::Content => self.run(self.content, scope),
            }
        }
    }

    fn holds(&mut self, condition: &Condition, scope: &Scope) -> bool {
        match condition {
            Condition::Always => true,
            Condition::First => scope.is_first(),
            Condition::Not(condition) => !self.holds(condition, scope),
            Condition::Any(conditions) => conditions.iter().any(|condition| self.holds(condition, scope)),
            Condition::Holds(path) => self.judge(path, scope, &|found| match found {
                Found::Nothing => false,
                Found::Flag(flag) => *flag,
                Found::Number(number) => *number != 0,
                Found::Text(text) => !text.is_empty(),
                Found::List(length) => *length > 0,
                Found::Record | Found::View(_) => true,
            }),
            Condition::Is(path, text) => self.judge(
                path,
                scope,
                &|found| matches!(found, Found::Text(found) if found == text),
            ),
        }
    }

    fn judge(&mut self, path: &[Key], scope: &Scope, test: &dyn Fn(&Found) -> bool) -> bool {
        let mut holds = false;
        let there = scope.look(path, &mut |view| {
            view.ask(Ask::Itself, &mut |found| holds = test(&found))
        });
        self.require(there, path);
        holds
    }

    fn require(&mut self, there: bool, path: &[Key]) {
        if !there && self.missing.is_none() {
            self.missing = Some(format!("{} がありません", parse::written(path)));
        }
    }
}

fn named<'s>(name: &'static str, view: &'s dyn View, outer: &'s Scope<'s>) -> Scope<'s> {
    Scope::Name {
        name,
        view,
        first: None,
        outer,
    }
}

/// Writes a value that is text or a number; says whether it was one.
fn write(found: &Found, raw: bool, out: &mut String) -> bool {
    match found {
        Found::Text(text) if raw => out.push_str(text),
        Found::Text(text) => prose::escape(text, out),
        // Into memory: there is nothing to fail.
        Found::Number(number) => return write!(out, "{number}").is_ok(),
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    #[serde(tag = "kind", rename_all = "kebab-case")]
    enum Block {
        Text { text: String },
        Boxed(Box<Inner>),
    }

    #[derive(Serialize)]
    struct Inner {
        pair: (String, u8),
    }

    #[derive(Serialize)]
    struct Page {
        title: String,
        none: Option<String>,
        some: Option<Inner>,
        flag: bool,
        zero: u8,
        list: Vec<&'static str>,
        blocks: Vec<Block>,
    }

    fn page() -> Page {
        let inner = |text: &str, number| Inner {
            pair: (text.to_owned(), number),
        };
        Page {
            title: "<柏崎>".to_owned(),
            none: None,
            some: Some(inner("組", 3)),
            flag: false,
            zero: 0,
            list: vec!["a", "b", "c"],
            blocks: vec![
                Block::Text { text: "文".to_owned() },
                Block::Boxed(Box::new(inner("箱", 7))),
            ],
        }
    }

    fn filled(texts: &[(&'static str, &'static str)]) -> Result<String, Fault> {
        let mut out = String::new();
        Filler::new(texts)?.fill(texts[0].0, &page(), &mut out)?;
        Ok(out)
    }

    fn one(text: &'static str) -> Result<String, Fault> {
        filled(&[("one.html", text)])
    }

    #[test]
    fn values_are_escaped_unless_they_are_safe() {
        assert_eq!(one("{{ title }}|{{title|safe}}").unwrap(), "&lt;柏崎&gt;|<柏崎>");
        assert_eq!(one("{{ some.pair[0] }}{{ some.pair[1] }}").unwrap(), "組3");
    }

    #[test]
    fn what_is_empty_does_not_hold() {
        let text = "{% if none %}1{% elif flag %}2{% elif zero %}3{% elif not title %}4{% else %}5{% endif %}";
        assert_eq!(one(text).unwrap(), "5");
        assert_eq!(one("{% if none or list %}1{% endif %}").unwrap(), "1");
        assert_eq!(one("{% if some %}1{% endif %}").unwrap(), "1");
    }

    #[test]
    fn loops_know_their_first_and_names_hold_for_what_follows() {
        let text = "{% for x in list %}{% if not loop.first %}、{% endif %}{% set y = x %}{{ y }}{% endfor %}";
        assert_eq!(one(text).unwrap(), "a、b、c");
        assert_eq!(
            one("{% set t = \"<\" %}{% set title = t %}{{ title }}").unwrap(),
            "&lt;"
        );
        let inner = "{% for x in list %}{% for title in list %}{{ title }}{% endfor %}{{ title | safe }}{% endfor %}";
        assert_eq!(one(inner).unwrap(), "abc<柏崎>".repeat(3));
    }

    #[test]
    fn variants_are_told_by_their_kind() {
        let text = "{% for b in blocks %}{% if b.kind == \"text\" %}{{ b.text }}{% elif b.kind == \"boxed\" %}{{ b.pair[0] }}\
                    {% endif %}{% endfor %}";
        assert_eq!(one(text).unwrap(), "文箱");
    }

    #[test]
    fn a_page_extends_its_frame_and_includes_its_parts() {
        let texts = [
            (
                "page.html",
                "{% extends \"base.html\" %}\n{% block content %}[{% include \"part.html\" %}]{% endblock content %}\n",
            ),
            ("base.html", "<{% block content %}{% endblock content %}>"),
            ("part.html", "{{ title }}"),
        ];
        assert_eq!(filled(&texts).unwrap(), "<[&lt;柏崎&gt;]>");
    }

    #[test]
    fn what_a_view_has_not_is_a_fault() {
        let message = |text| one(text).unwrap_err().message;
        assert_eq!(message("{{ titel }}"), "titel がありません");
        assert_eq!(message("{% if some.x %}{% endif %}"), "some.x がありません");
        assert_eq!(
            message("{% for x in some.pair[2] %}{% endfor %}"),
            "some.pair[2] がありません"
        );
        assert_eq!(message("{{ none }}"), "none がありません");
        assert_eq!(message("{{ list }}"), "list がありません");
        assert!(
            Filler::new(&[])
                .unwrap()
                .fill("x.html", &page(), &mut String::new())
                .is_err()
        );
    }

    #[test]
    fn what_the_language_has_not_is_a_fault_at_its_place() {
        let at = |text| one(text).unwrap_err().at;
        assert_eq!(at("ab{{ title + 1 }}"), 2);
        assert_eq!(at("{% if title %}"), 0);
        assert_eq!(at("a{% endif %}"), 1);
        assert_eq!(at("{% include \"none.html\" %}"), 0);
        assert_eq!(at("{{ title"), 0);
        assert_eq!(at("{% for x of list %}{% endfor %}"), 0);
        assert_eq!(at("{% if title == 1 %}{% endif %}"), 0);
    }
}
