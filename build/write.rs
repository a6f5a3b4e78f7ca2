//! Writes a template as a closure in Rust that is given a view and writes the page. What it includes stands within it, so the
//! compiler sees every field that is asked for, with its type. What values look like on a page is not decided here but in
//! `src/render/fill/`.

use std::{collections::BTreeMap, fmt::Write};

use crate::parse::{Condition, Path, Step, Template};

/// Names that stand for one of several kinds of view: where a template asks for the kind, the name stands for that one.
const KINDS: [(&str, &str); 1] = [("block", "crate::render::view::BlockView")];

/// How deep templates may include each other: as deep as people write, and far from without end.
const DEEPEST: usize = 16;

/// The code for a template that is given a view.
///
/// # Errors
/// It includes or extends what is not there, or itself.
pub fn code(name: &str, templates: &BTreeMap<String, Template>) -> Result<String, String> {
    let mut writer = Writer {
        templates,
        page: name,
        within: Vec::new(),
        code: String::from(
            "|view, out| {\nuse crate::render::fill::{Any as _, Holds as _, Optional as _, Text as _};\n",
        ),
    };
    let page = writer.find(name)?;
    let outer = page.extends.as_deref().unwrap_or(name);
    writer.template(outer, &Scope::default())?;
    writer.code.push_str("}\n");
    Ok(writer.code)
}

struct Writer<'t> {
    templates: &'t BTreeMap<String, Template>,
    /// What is filled in, and stands in the block of its frame if it has one.
    page: &'t str,
    /// The templates at work: the page or its frame, and what is included within.
    within: Vec<String>,
    code: String,
}

/// What is known at a place of a template.
#[derive(Clone, Default)]
struct Scope {
    /// What is named here; everything else is a field of the view.
    names: Vec<String>,
    /// Whether there is a loop around it.
    looped: bool,
}

impl Scope {
    fn with(&self, name: &str) -> Self {
        let mut scope = self.clone();
        scope.names.push(name.to_owned());
        scope
    }

    /// A path as `Option<&_>`, `None` if something on its way is not there.
    fn path(&self, path: &Path) -> String {
        let mut code = match self.names.contains(&path.name) {
            true => format!("Some({})", local(&path.name)),
            false => format!("Some(&view.{})", path.name),
        };
        for field in &path.fields {
            code.push_str(&format!(".and_then(|it| it.there()).map(|it| &it.{field})"));
        }
        code
    }

    /// The same, and `None` too if the end of the path is an option without a value.
    fn value(&self, path: &Path) -> String {
        format!("{}.and_then(|it| it.there())", self.path(path))
    }

    fn holds(&self, condition: &Condition) -> String {
        match condition {
            Condition::Always => "true".to_owned(),
            Condition::First if self.looped => "first".to_owned(),
            Condition::First => "false".to_owned(),
            Condition::Not(condition) => format!("!({})", self.holds(condition)),
            Condition::Any(conditions) => {
                let each: Vec<String> = conditions.iter().map(|condition| self.holds(condition)).collect();
                each.join(" || ")
            }
            Condition::Holds(path) => format!("{}.is_some_and(|it| it.holds())", self.value(path)),
            Condition::Is(path, text) => format!("{}.is_some_and(|it| it.is({text:?}))", self.value(path)),
        }
    }
}

/// Names of templates never meet those of the code around them.
fn local(name: &str) -> String {
    format!("the_{name}")
}

impl<'t> Writer<'t> {
    fn find(&self, name: &str) -> Result<&'t Template, String> {
        let at_work = self.within.last().map_or(self.page, String::as_str);
        let found = self.templates.get(name);
        found.ok_or_else(|| format!("templates/{at_work}: there is no template `{name}`"))
    }

    fn template(&mut self, name: &str, scope: &Scope) -> Result<(), String> {
        let template = self.find(name)?;
        if self.within.len() >= DEEPEST {
            return Err(format!("templates/{name}: templates include each other without end"));
        }
        self.within.push(name.to_owned());
        // For whoever comes here from a message of the compiler.
        self.line(format_args!("// {name}"));
        self.steps(&template.steps, scope)?;
        self.within.pop();
        Ok(())
    }

    /// What is said where something should have been: the template and the path, as it is written there.
    fn place(&self, path: &Path) -> String {
        let template = self.within.last().map_or(self.page, String::as_str);
        format!("({template:?}, {:?})", path.to_string())
    }

    fn line(&mut self, line: std::fmt::Arguments) {
        // Writing to memory does not fail.
        let _ = self.code.write_fmt(line);
        self.code.push('\n');
    }

    fn steps(&mut self, steps: &[Step], scope: &Scope) -> Result<(), String> {
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Text(text) => self.line(format_args!("out.text({text:?});")),
                Step::Put { path, raw } => {
                    let put = if *raw { "html" } else { "put" };
                    let place = self.place(path);
                    self.line(format_args!("out.{put}({}, {place});", scope.value(path)));
                }
                Step::If(branches) => self.branches(branches, scope)?,
                Step::For { name, path, steps } => {
                    let (local, place) = (local(name), self.place(path));
                    let items = format!("out.items({}, {place})", scope.value(path));
                    self.line(format_args!("for (at, {local}) in {items}.iter().enumerate() {{"));
                    self.line(format_args!("let first = at == 0; let _ = (first, {local});"));
                    self.line(format_args!("if out.is_full() {{ break; }}"));
                    let within = Scope {
                        looped: true,
                        ..scope.with(name)
                    };
                    self.steps(steps, &within)?;
                    self.line(format_args!("}}"));
                }
                // A name holds for what follows: the rest is written within.
                Step::Set { name, path } => {
                    let (local, place) = (local(name), self.place(path));
                    self.line(format_args!(
                        "if let Some({local}) = out.there({}, {place}) {{",
                        scope.path(path)
                    ));
                    self.steps(&steps[at + 1..], &scope.with(name))?;
                    self.line(format_args!("}}"));
                    return Ok(());
                }
                Step::SetText { name, text } => {
                    self.line(format_args!("{{ let {} = &{text:?};", local(name)));
                    self.steps(&steps[at + 1..], &scope.with(name))?;
                    self.line(format_args!("}}"));
                    return Ok(());
                }
                Step::Include(name) => {
                    if self.find(name)?.extends.is_some() {
                        return Err(format!("templates/{name}: what extends another cannot be included"));
                    }
                    self.template(name, scope)?;
                }
                // A frame that is filled in by itself has nothing in it.
                Step::Content if self.within.last().is_some_and(|frame| frame == self.page) => {}
                Step::Content => self.template(self.page, scope)?,
            }
        }
        Ok(())
    }

    fn branches(&mut self, branches: &[(Condition, Vec<Step>)], scope: &Scope) -> Result<(), String> {
        for (number, (condition, steps)) in branches.iter().enumerate() {
            let otherwise = if number == 0 { "" } else { "} else " };
            match kind(condition) {
                Some((name, variant)) => {
                    let local = local(name);
                    self.line(format_args!(
                        "{otherwise}if let {variant}({local}) = {local} {{ let _ = {local};"
                    ));
                }
                None => self.line(format_args!("{otherwise}if {} {{", scope.holds(condition))),
            }
            self.steps(steps, scope)?;
        }
        self.line(format_args!("}}"));
        Ok(())
    }
}

/// Of `block.kind == "goal-list"` the name, and the variant it is then of.
fn kind(condition: &Condition) -> Option<(&str, String)> {
    let Condition::Is(path, text) = condition else {
        return None;
    };
    let (name, view) = KINDS
        .iter()
        .find(|(name, _)| *name == path.name && path.fields == ["kind"])?;
    let words = text.split('-').map(|word| {
        let (initial, rest) = word.split_at(usize::from(!word.is_empty()));
        initial.to_uppercase() + rest
    });
    Some((name, format!("{view}::{}", words.collect::<String>())))
}
