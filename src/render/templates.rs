//! The page templates: those embedded in the binary, and a city's own in `templates/` of its content folder, which take
//! their place file by file.
//!
//! A city may write anything that `tera` reads. The embedded templates use little of it, and where they are all there is,
//! `fill` does the same as code of the program.

use std::borrow::Cow;

use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use super::{
    fill::{self, Out},
    nesting, prose,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    source::{FileId, Place, Sources, Span},
};

/// The embedded templates, by name.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// What a template is given, of a type of its own.
pub(in crate::render) trait View {
    /// The template's name.
    fn template(&self) -> &'static str;

    /// Fills the embedded template in.
    fn fill(&self, out: &mut Out<'_>);

    /// The same view for the engine that fills in a city's own template.
    ///
    /// # Errors
    /// The engine has no such values.
    fn context(&self) -> tera::TeraResult<Context>;
}

/// Says which template views of a type are given to.
macro_rules! template {
    ($view:ty, $template:literal) => {
        impl $crate::render::templates::View for $view {
            fn template(&self) -> &'static str {
                $template
            }

            // The code is written by `build.rs`.
            #[allow(unused_imports, clippy::all)]
            fn fill(&self, out: &mut $crate::render::fill::Out<'_>) {
                $crate::render::fill::give(
                    self,
                    out,
                    include!(concat!(env!("OUT_DIR"), "/", $template, ".rs")),
                );
            }

            fn context(&self) -> tera::TeraResult<tera::Context> {
                tera::Context::from_serialize(self)
            }
        }
    };
}
pub(in crate::render) use template;

/// The stylesheet, which a city may replace as `templates/ayumi.css`.
const STYLES: &str = include_str!("../../templates/ayumi.css");

/// Where a city's own templates stand in its content folder.
const FOLDER: &str = "templates/";

/// Templates ready to render.
pub struct Templates {
    /// What fills them in, if a city has some of its own.
    engine: Option<Box<Tera>>,
    styles: Cow<'static, str>,
    /// True when some of them are the city's own.
    own: bool,
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Templates").finish_non_exhaustive()
    }
}

impl Templates {
    /// The embedded templates under those of `sources`.
    ///
    /// # Errors
    /// One of the city's own templates is no template.
    pub fn new(sources: &Sources) -> Result<Self, Vec<Diagnostic>> {
        let own: Vec<(FileId, &str)> = sources
            .files()
            .filter_map(|(file, source)| Some((file, source.name.strip_prefix(FOLDER)?)))
            .collect();
        let pages = || own.iter().filter(|(_, name)| name.ends_with(".html"));
        let texts: Vec<(&str, &str)> = pages()
            .map(|(file, name)| (*name, sources.file(*file).text.as_str()))
            .collect();
        if let Some(name) = nesting::too_deep(&texts) {
            return Err(vec![nested(name, sources)]);
        }
        let engine = if texts.is_empty() {
            None
        } else {
            let tera = with_own(&texts).map_err(|error| vec![explain(&error, sources)])?;
            Some(Box::new(tera))
        };
        let styles = own
            .iter()
            .find(|(_, name)| *name == "ayumi.css")
            .map(|(file, _)| sources.file(*file).text.clone());
        Ok(Self {
            engine,
            styles: styles.map_or(Cow::Borrowed(STYLES), Cow::Owned),
            own: !own.is_empty(),
        })
    }

    /// True when some of them are the city's own, and may be faulty.
    pub fn has_own(&self) -> bool {
        self.own
    }

    /// The code of what is found in a city's own templates.
    pub const CODE: &'static str = "template-invalid";

    /// True when a city has templates of its own.
    pub fn are_own(sources: &Sources) -> bool {
        sources.files().any(|(_, source)| source.name.starts_with(FOLDER))
    }

    /// The stylesheet of all pages.
    pub(crate) fn styles(&self) -> &str {
        &self.styles
    }

    /// A page, or a part of pages, for which `room` bytes are mostly enough.
    pub(super) fn fill(&self, view: &dyn View, sources: &Sources, room: usize) -> Result<String, Box<Diagnostic>> {
        let name = view.template();
        let Some(tera) = &self.engine else {
            let mut out = String::with_capacity(room);
            let filled = fill::page(view, LONGEST_PAGE, &mut out);
            return filled.map(|()| out).map_err(|fault| Box::new(unfilled(fault, name)));
        };
        let mut out = Bounded(Vec::with_capacity(room));
        let filled = view
            .context()
            .and_then(|context| tera.render_to(name, &context, &mut out));
        if out.is_full() {
            return Err(Box::new(too_long(name, FOLDER)));
        }
        let filled = filled.and_then(|()| Ok(String::from_utf8(out.0)?));
        filled.map_err(|error| Box::new(explain(&error, sources)))
    }
}

/// The engine for a city's own templates, which take the place of those embedded.
fn with_own(texts: &[(&str, &str)]) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    // The engine's own filter copies what it marks.
    tera.register_filter("safe", |text: Value, _: Kwargs, _: &State| text.mark_safe());
    // Text within templates is escaped as narrative is; the engine's own way is a call for every byte.
    tera.set_escape_fn(|text, out| prose::escaped(text).try_for_each(|piece| out.write_all(piece.as_bytes())));
    let built_in = BUILT_IN
        .iter()
        .filter(|(name, _)| texts.iter().all(|(own, _)| own != name));
    tera.add_raw_templates(built_in.chain(texts).copied())?;
    Ok(tera)
}

/// A page of a template that goes on and on ends here.
struct Bounded(Vec<u8>);

/// The largest page of the largest city has a hundredth.
const LONGEST_PAGE: usize = 32 << 20;

impl Bounded {
    fn is_full(&self) -> bool {
        self.0.len() > LONGEST_PAGE
    }
}

impl std::io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.is_full() {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Templates that call each other without end, or nearly.
fn nested(name: &str, sources: &Sources) -> Diagnostic {
    let file = format!("{FOLDER}{name}");
    let place = sources.find(&file).map(|file| Place {
        file,
        span: Span::new(0, 0),
    });
    let message = "テンプレートの読み込み（include、extends）の重なりが深すぎるか、自分自身に戻っています";
    invalid(message, file, place)
}

/// What keeps an embedded template from being filled in.
fn unfilled(fault: fill::Fault, page: &str) -> Diagnostic {
    match fault {
        fill::Fault::Missing { template, path } => Diagnostic {
            message: format!("標準のテンプレートを使えません（{path} がありません）。"),
            reason: "ayumi の不具合です。原稿に誤りはありません。".to_owned(),
            fix: "表示された文をそのまま写して、ayumi の開発者に知らせてください。".to_owned(),
            ..invalid("", template.to_owned(), None)
        },
        fill::Fault::TooLong => too_long(page, page),
    }
}

fn too_long(template: &str, file: &str) -> Diagnostic {
    Diagnostic {
        message: format!(
            "ページが{}MBを超えます（テンプレート {template}）。",
            LONGEST_PAGE >> 20
        ),
        reason: "大きすぎるページは、パソコンやスマートフォンで開けないおそれがあります。".to_owned(),
        fix: "名称が極端に長くないか、一つの施策に担当課や事業を多く並べすぎていないか、確かめてください。".to_owned(),
        ..invalid("", file.to_owned(), None)
    }
}

/// A template's fault at its line, in the author's words as far as they can be had.
fn explain(error: &tera::Error, sources: &Sources) -> Diagnostic {
    let (message, file, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let name = report.filename();
            let file = format!("{FOLDER}{name}");
            let place = sources.find(&file).map(|id| {
                let range = report.span().range.clone();
                Place {
                    file: id,
                    span: Span::new(range.start, range.end),
                }
            });
            let file = if place.is_some() { file } else { name.to_owned() };
            (report.message().to_owned(), file, place)
        }
        _ => (error.to_string(), FOLDER.to_owned(), None),
    };
    invalid(&message, file, place)
}

fn invalid(message: &str, file: String, place: Option<Place>) -> Diagnostic {
    Diagnostic {
        code: Templates::CODE,
        severity: Severity::Error,
        file,
        place,
        message: format!("テンプレートに誤りがあります（{message}）。"),
        reason: "テンプレートが読めないと、ページを作れません。".to_owned(),
        fix: "その行を直すか、市のテンプレートを外して標準のものに戻してください。".to_owned(),
        example: None,
        related: Vec::new(),
        department: None,
        kpi: None,
    }
}
