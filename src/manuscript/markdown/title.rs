//! What a heading says, with its markup and without. Nearly every one is a text without any, borrowed from where it stands.

use std::borrow::Cow;

use super::TypedInline;
use crate::model::{FigureField, Inline};

/// What a heading says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title<'t> {
    /// One text without markup.
    Plain(Cow<'t, str>),
    /// Anything else, or nothing.
    Marked(Vec<TypedInline>),
}

impl Title<'_> {
    /// Without markup, trimmed; references as typed.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Title::Plain(text) => text.trim().into(),
            Title::Marked(content) => {
                let mut text = String::new();
                plain(content, &mut text);
                text.trim().to_owned().into()
            }
        }
    }

    /// With its markup.
    pub fn into_content(self) -> Vec<TypedInline> {
        match self {
            Title::Plain(text) => vec![Inline::Text(text.into_owned())],
            Title::Marked(content) => content,
        }
    }
}

impl From<Vec<TypedInline>> for Title<'_> {
    fn from(content: Vec<TypedInline>) -> Self {
        match &content[..] {
            [Inline::Text(text)] => Title::Plain(text.clone().into()),
            _ => Title::Marked(content),
        }
    }
}

/// Recursion is bounded: content is never deeper than [`super::INLINE_DEPTH`].
fn plain(content: &[TypedInline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => plain(inner, out),
            Inline::Link { content, .. } => plain(content, out),
            Inline::Break => out.push(' '),
            Inline::PlanPeriod => out.push_str("{plan:period}"),
            Inline::Figure(figure) => {
                let field = FigureField::ALL
                    .iter()
                    .find(|(_, known)| *known == figure.field)
                    .map_or("", |(name, _)| name);
                out.push_str(&format!("{{kpi:{}.{field}}}", figure.kpi.value));
            }
        }
    }
}
