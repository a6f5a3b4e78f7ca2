//! The page templates: those embedded in the binary, and a city's own in `templates/` of its content folder, which take
//! their place file by file.
//!
//! A city may write anything that `tera` reads. The embedded templates use little of it, and where they are all there is,
//! `fill` does the same in a third of the time.

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use super::{
    fill::{self, Filler},
    nesting, prose,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    source::{FileId, Place, Sources, Span},
};

/// The embedded templates, by name.
pub(crate) const BUILT_IN: &[(&str, &str)] = &[
    ("base.html", include_str!("../../templates/base.html")),
    ("index.html", include_str!("../../templates/index.html")),
    ("edition.html", include_str!("../../templates/edition.html")),
    ("page.html", include_str!("../../templates/page.html")),
    ("report.html", include_str!("../../templates/report.html")),
    ("whole.html", include_str!("../../templates/whole.html")),
    ("chapter.html", include_str!("../../templates/chapter.html")),
    ("goal.html", include_str!("../../templates/goal.html")),
    ("kpi-table.html", include_str!("../../templates/kpi-table.html")),
    ("chart.html", include_str!("../../templates/chart.html")),
    ("contact.html", include_str!("../../templates/contact.html")),
    ("charts.html", include_str!("../../templates/charts.html")),
    ("policy-tree.html", include_str!("../../templates/policy-tree.html")),
    ("summary.html", include_str!("../../templates/summary.html")),
    ("rating.html", include_str!("../../templates/rating.html")),
    ("revisions.html", include_str!("../../templates/revisions.html")),
    (
        "revision-table.html",
        include_str!("../../templates/revision-table.html"),
    ),
    ("cities.html", include_str!("../../templates/cities.html")),
    ("data.html", include_str!("../../templates/data.html")),
    ("contents.html", include_str!("../../templates/contents.html")),
    ("overview.html", include_str!("../../templates/overview.html")),
    ("overview-row.html", include_str!("../../templates/overview-row.html")),
    ("kpi.html", include_str!("../../templates/kpi.html")),
    ("departments.html", include_str!("../../templates/departments.html")),
    ("department.html", include_str!("../../templates/department.html")),
    ("matrix.html", include_str!("../../templates/matrix.html")),
    ("cell.html", include_str!("../../templates/cell.html")),
    ("compare.html", include_str!("../../templates/compare.html")),
    ("accessibility.html", include_str!("../../templates/accessibility.html")),
    ("entry.html", include_str!("../../templates/entry.html")),
    ("committee.html", include_str!("../../templates/committee.html")),
    (
        "committee-page.html",
        include_str!("../../templates/committee-page.html"),
    ),
    ("opinions.html", include_str!("../../templates/opinions.html")),
    ("pieces.html", include_str!("../../templates/pieces.html")),
    ("draft-changes.html", include_str!("../../templates/draft-changes.html")),
    ("guide.html", include_str!("../../templates/guide.html")),
    ("text.html", include_str!("../../templates/text.html")),
    ("gap.html", include_str!("../../templates/gap.html")),
    ("notes.html", include_str!("../../templates/notes.html")),
    ("state.html", include_str!("../../templates/state.html")),
    ("draft-mark.html", include_str!("../../templates/draft-mark.html")),
    ("draft-board.html", include_str!("../../templates/draft-board.html")),
    (
        "draft-checklist.html",
        include_str!("../../templates/draft-checklist.html"),
    ),
    (
        "draft-questions.html",
        include_str!("../../templates/draft-questions.html"),
    ),
];

/// The stylesheet, which a city may replace as `templates/ayumi.css`.
const STYLES: &str = include_str!("../../templates/ayumi.css");

/// Where a city's own templates stand in its content folder.
const FOLDER: &str = "templates/";

/// Templates ready to render.
pub struct Templates {
    engine: Engine,
    styles: String,
    /// True when some of them are the city's own.
    own: bool,
}

/// What fills them in.
enum Engine {
    BuiltIn(Filler),
    Own(Box<Tera>),
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
            Filler::new(BUILT_IN)
                .map(Engine::BuiltIn)
                .map_err(|fault| vec![unfilled(fault)])?
        } else {
            let tera = with_own(&texts).map_err(|error| vec![explain(&error, sources)])?;
            Engine::Own(Box::new(tera))
        };
        let styles = own
            .iter()
            .find(|(_, name)| *name == "ayumi.css")
            .map(|(file, _)| sources.file(*file).text.clone());
        Ok(Self {
            engine,
            styles: styles.unwrap_or_else(|| STYLES.to_owned()),
            own: !own.is_empty(),
        })
    }

    /// True when some of them are the city's own, and may be faulty.
    pub fn has_own(&self) -> bool {
        self.own
    }

    /// True when making them anew from `sources` would give the same.
    pub fn serve(&self, sources: &Sources) -> bool {
        !self.own && !Self::are_own(sources)
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

    /// One page.
    pub(crate) fn page(
        &self,
        name: &str,
        context: &impl Serialize,
        sources: &Sources,
    ) -> Result<String, Box<Diagnostic>> {
        self.fill(name, context, sources, 32 << 10)
    }

    /// The complete report, without its frame.
    pub(crate) fn whole(&self, context: &impl Serialize, sources: &Sources) -> Result<String, Box<Diagnostic>> {
        self.fill("whole.html", context, sources, 256 << 10)
    }

    /// A part of pages.
    pub(crate) fn part(
        &self,
        name: &str,
        context: &impl Serialize,
        sources: &Sources,
    ) -> Result<String, Box<Diagnostic>> {
        self.fill(name, context, sources, 4 << 10)
    }

    /// `room` bytes are enough for most.
    fn fill(
        &self,
        name: &str,
        context: &impl Serialize,
        sources: &Sources,
        room: usize,
    ) -> Result<String, Box<Diagnostic>> {
        match &self.engine {
            Engine::BuiltIn(filler) => {
                let mut out = String::with_capacity(room);
                let filled = filler.fill(name, context, LONGEST_PAGE, &mut out);
                filled.map(|()| out).map_err(|fault| Box::new(unfilled(fault)))
            }
            Engine::Own(tera) => {
                let mut out = Bounded(Vec::with_capacity(room));
                let filled =
                    Context::from_serialize(context).and_then(|context| tera.render_to(name, &context, &mut out));
                if out.is_full() {
                    return Err(Box::new(too_long(name, FOLDER)));
                }
                let filled = filled.and_then(|()| Ok(String::from_utf8(out.0)?));
                filled.map_err(|error| Box::new(explain(&error, sources)))
            }
        }
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
fn unfilled(fault: fill::Fault) -> Diagnostic {
    match fault {
        fill::Fault::Unfit { template, message } => Diagnostic {
            message: format!("標準のテンプレートを読み込めません（{message}）。"),
            reason: "ayumi の不具合です。原稿に誤りはありません。".to_owned(),
            fix: "表示された文をそのまま写して、ayumi の開発者に知らせてください。".to_owned(),
            ..invalid("", template, None)
        },
        fill::Fault::TooLong { template } => too_long(&template, &template),
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
