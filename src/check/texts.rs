//! Every narrative of a manuscript, with whose it is: what the rules about text walk over.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};

use super::Context;
use crate::{
    manuscript::Written,
    model::{Field, FigureField, Id, MeasureCode},
    source::Spanned,
};

/// A narrative and whose it is.
pub(crate) struct Text<'m> {
    /// The text.
    pub(crate) written: &'m Written,
    /// The department that wrote it; `None` for the planning section.
    pub(crate) department: Option<&'m Id>,
    /// The year's folder it belongs to; `None` for the registers.
    pub(crate) year: Option<u16>,
    /// The measure and field, for a department's text.
    pub(crate) field: Option<(MeasureCode, Field)>,
}

/// A value of YAML or CSV that is printed as it is.
pub(crate) struct Value<'m> {
    /// The value.
    pub(crate) value: &'m Spanned<String>,
    /// The department that wrote it; `None` for the planning section.
    pub(crate) department: Option<&'m Id>,
    /// The year's folder it belongs to; `None` for the registers.
    pub(crate) year: Option<u16>,
}

/// A figure that a narrative refers to: `{kpi:id.actual}`.
pub(crate) struct Reference<'t> {
    /// From brace to brace, in bytes of the narrative's source.
    pub(crate) span: Range<usize>,
    /// Whose figure, as written.
    pub(crate) kpi: &'t str,
    /// Which one.
    pub(crate) field: FigureField,
}

/// The figures that a narrative refers to, in order; what names no kind of figure is another rule's.
pub(crate) fn references(raw: &str) -> impl Iterator<Item = Reference<'_>> {
    const OPEN: &str = "{kpi:";
    let opened = memchr_iter(b'{', raw.as_bytes()).filter(|at| raw[*at..].starts_with(OPEN));
    opened.filter_map(move |start| {
        // No look goes past the next bracket: a text of nothing but openings would be read again for each of them.
        let rest = &raw[start + OPEN.len()..];
        let inside = &rest[..memchr2(b'{', b'}', rest.as_bytes())?];
        let (kpi, field) = inside.rsplit_once('.')?;
        let (_, field) = FigureField::ALL.into_iter().find(|(name, _)| *name == field)?;
        let end = start + OPEN.len() + inside.len() + 1;
        let span = start..end;
        raw[span.clone()]
            .ends_with('}')
            .then_some(Reference { span, kpi, field })
    })
}

/// Reasons of ratings and notes of figures.
pub(crate) fn values<'m>(context: &Context<'m>) -> impl Iterator<Item = Value<'m>> {
    let manuscript = context.manuscript;
    let reasons = manuscript.editions.iter().flat_map(|edition| {
        edition.departments.iter().flat_map(|page| {
            let reasons = page.ratings.iter().filter_map(|rating| rating.reason.as_ref());
            reasons.map(|value| Value {
                value,
                department: Some(&page.department.value),
                year: Some(edition.year),
            })
        })
    });
    let of_kpis = manuscript
        .series
        .page
        .iter()
        .flatten()
        .filter_map(|row| row.note.as_ref());
    let of_population = manuscript.population.page.iter().flatten();
    let notes = of_kpis.chain(of_population.filter_map(|row| row.note.as_ref()));
    reasons.chain(notes.map(|value| Value {
        value,
        department: None,
        year: None,
    }))
}

/// All narratives, registers first, then edition by edition.
pub(crate) fn all<'m>(context: &Context<'m>) -> Vec<Text<'m>> {
    let manuscript = context.manuscript;
    let mut texts = Vec::new();
    let register = |written: &'m Written| Text {
        written,
        department: None,
        year: None,
        field: None,
    };
    if let Some(plan) = &manuscript.plan.page {
        let parts = plan.parts.iter().filter_map(|part| part.description.as_ref());
        let levels = plan.rating_levels.iter().filter_map(|level| level.meaning.as_ref());
        let projects = plan.projects.iter().filter_map(|project| project.description.as_ref());
        let goals = plan.goals.iter().filter_map(|goal| goal.introduction.as_ref());
        texts.extend(
            parts
                .chain(&plan.rating_note)
                .chain(levels)
                .chain(projects)
                .chain(goals)
                .map(register),
        );
    }
    for kpi in manuscript.kpis.page.iter().flatten() {
        texts.extend(kpi.formula.iter().chain(&kpi.note).map(register));
    }
    for edition in &manuscript.editions {
        let year = Some(edition.year);
        let chapters = edition.chapters.iter();
        texts.extend(chapters.map(|chapter| Text {
            written: &chapter.text,
            department: None,
            year,
            field: None,
        }));
        for page in &edition.departments {
            for section in &page.sections {
                let code = section.code.value;
                texts.extend(section.fields.iter().map(|field| Text {
                    written: &field.text,
                    department: Some(&page.department.value),
                    year,
                    field: Some((code, field.field.value)),
                }));
            }
        }
    }
    texts
}
