//! Fills the embedded templates in. They use a small part of the language that cities may write, and their values lie in
//! memory already: read where they are (`look.rs`), nothing has to be copied into an engine's own values first. A city's own
//! templates do not come here. Both ways give the same bytes (`tests/own_templates.rs`).

mod look;
mod parse;

use look::{Asked, Found, View};
use parse::{Condition, Key, Name, Step};

use super::{nesting, prose};
use crate::model::digits;

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

/// Why a template cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// The template is not of this part of the language, or does not fit what it is given: the program's own fault.
    Unfit { template: String, message: String },
    /// The sources make more of the page than any page may hold, in bytes.
    TooLong { template: String },
}

impl Filler {
    /// Reads templates, by name.
    ///
    /// # Errors
    /// One of them uses what this part of the language has not, extends what extends another, or includes itself.
    pub(super) fn new(texts: &[(&'static str, &'static str)]) -> Result<Self, Fault> {
        let find = |name: &str| texts.iter().position(|(known, _)| *known == name);
        let read = texts.iter().map(|(name, text)| match parse::parse(text, &find) {
            Ok((extends, steps)) => Ok(Template { name, extends, steps }),
            Err((at, message)) => {
                let line = text[..at].matches('\n').count() + 1;
                Err(unfit(name, format!("{line}行目：{message}")))
            }
        });
        let templates: Vec<Template> = read.collect::<Result<_, _>>()?;
        let included: Vec<Vec<usize>> = templates
            .iter()
            .map(|template| parse::included(&template.steps))
            .collect();
        // Of two levels, as pages and their frame are: what is extended stands by itself.
        let extending = |number: &usize| templates[*number].extends.is_some();
        let frame = |number: &usize| {
            templates[*number]
                .steps
                .iter()
                .any(|step| matches!(step, Step::Content))
        };
        for (template, included) in templates.iter().zip(&included) {
            if template.extends.iter().chain(included).any(extending) || included.iter().any(frame) {
                return Err(unfit(template.name, "extends が重なっています".to_owned()));
            }
        }
        if let Some(deep) = nesting::deep(&included) {
            return Err(unfit(templates[deep].name, "include が重なりすぎています".to_owned()));
        }
        Ok(Self { templates })
    }

    /// Fills one in with a view, up to so many bytes.
    ///
    /// # Errors
    /// It asks for what the view has not, or would be longer.
    pub(super) fn fill(&self, name: &str, view: &dyn View, limit: usize, out: &mut String) -> Result<(), Fault> {
        let Some(template) = self.templates.iter().find(|template| template.name == name) else {
            return Err(unfit(name, "ありません".to_owned()));
        };
        let outer = template.extends.and_then(|base| self.templates.get(base));
        let mut filling = Filling {
            templates: &self.templates,
            page: template,
            template: outer.unwrap_or(template).name,
            limit,
            out,
            missing: None,
        };
        filling.run(&outer.unwrap_or(template).steps, &Scope::All(view));
        let (missing, length) = (filling.missing, out.len());
        match missing {
            Some((name, message)) => Err(unfit(name, message)),
            None if length > limit => Err(Fault::TooLong {
                template: name.to_owned(),
            }),
            None => Ok(()),
        }
    }
}

fn unfit(template: &str, message: String) -> Fault {
    Fault::Unfit {
        template: template.to_owned(),
        message,
    }
}

/// Names and what they stand for, the innermost first.
enum Scope<'s> {
    /// The view that the template was given.
    All(&'s dyn View),
    Name {
        name: Name,
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

    /// Asks what a path leads to.
    fn ask(&self, path: &[Key], asked: Asked, then: &mut dyn FnMut(Found)) {
        match (self, path.split_first()) {
            (Self::Name { name, view, .. }, Some((Key::Name(first), rest))) if first == name => {
                if rest.is_empty() && asked == Asked::View {
                    then(Found::View(*view));
                } else {
                    view.ask(rest, asked, then);
                }
            }
            (Self::Name { outer, .. }, _) => outer.ask(path, asked, then),
            (Self::All(view), _) => view.ask(path, asked, then),
        }
    }
}

/// A template being filled in.
struct Filling<'f> {
    templates: &'f [Template],
    /// What is filled in, and stands in the block of its frame if it has one.
    page: &'f Template,
    /// The name of the one that is at work: the page, its frame or what they include.
    template: &'static str,
    /// In bytes; once there is more, no further step is taken.
    limit: usize,
    out: &'f mut String,
    /// What the view had not, the first of it: the template and a message.
    missing: Option<(&'static str, String)>,
}

impl Filling<'_> {
    fn run(&mut self, steps: &[Step], scope: &Scope) {
        for (at, step) in steps.iter().enumerate() {
            if self.out.len() > self.limit {
                return;
            }
            match step {
                Step::Text(text) => self.out.push_str(text),
                Step::Put { path, raw } => {
                    let out = &mut *self.out;
                    let mut put = false;
                    scope.ask(path, Asked::Value, &mut |found| put = write(&found, *raw, out));
                    self.require(put, path);
                }
                Step::If(branches) => {
                    if let Some((_, steps)) = branches.iter().find(|(condition, _)| self.holds(condition, scope)) {
                        self.run(steps, scope);
                    }
                }
                Step::For { name, path, steps } => {
                    let (mut is_list, mut first) = (false, true);
                    let mut each = |found: Found| match found {
                        Found::View(view) => {
                            let scope = Scope::Name {
                                name: *name,
                                view,
                                first: Some(std::mem::take(&mut first)),
                                outer: scope,
                            };
                            self.run(steps, &scope);
                        }
                        found => is_list = matches!(found, Found::List(_)),
                    };
                    scope.ask(path, Asked::Items, &mut each);
                    self.require(is_list, path);
                }
                // The name holds for what follows: the rest is run within.
                Step::Set { name, path } => {
                    let rest = &steps[at + 1..];
                    let mut there = false;
                    scope.ask(path, Asked::View, &mut |found| {
                        if let Found::View(view) = found {
                            there = true;
                            self.run(rest, &named(*name, view, scope));
                        }
                    });
                    self.require(there, path);
                    return;
                }
                Step::SetText { name, text } => {
                    self.run(&steps[at + 1..], &named(*name, text, scope));
                    return;
                }
                Step::Include(template) => {
                    let templates = self.templates;
                    self.run_in(&templates[*template], scope);
                }
                // A frame that is filled in by itself has nothing in it.
                Step::Content => {
                    if self.page.extends.is_some() {
                        self.run_in(self.page, scope);
                    }
                }
            }
        }
    }

    fn run_in(&mut self, template: &Template, scope: &Scope) {
        let outer = std::mem::replace(&mut self.template, template.name);
        self.run(&template.steps, scope);
        self.template = outer;
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
        let mut holds = None;
        scope.ask(path, Asked::Value, &mut |found| holds = Some(test(&found)));
        self.require(holds.is_some(), path);
        holds.unwrap_or_default()
    }

    fn require(&mut self, there: bool, path: &[Key]) {
        if !there && self.missing.is_none() {
            self.missing = Some((self.template, format!("{} がありません", parse::written(path))));
        }
    }
}

fn named<'s>(name: Name, view: &'s dyn View, outer: &'s Scope<'s>) -> Scope<'s> {
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
        Found::Number(number) => match u64::try_from(*number) {
            Ok(number) => digits::push(out, number, 1),
            Err(_) => out.push_str(&number.to_string()),
        },
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests;
