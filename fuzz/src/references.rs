//! References to figures and generated content, from a chapter's text to its page.

use ayumi::{
    manuscript::markdown::{self, Content, TypedBlock, TypedInline},
    model::{Block, Inline},
    source::{Place, Positions},
};

use crate::{places::one, report};

const CHAPTER: &str = "reports/2021/chapters/population.md";

/// Holds for every text: as a chapter of the small city, and as a paragraph behind what the chapter needs.
pub fn holds(text: &str) {
    let mut files = report::base().clone();
    files.insert(
        CHAPTER.to_owned(),
        format!("{text}\n\n{{chart:population}}\n").into_bytes(),
    );
    let (sources, file) = one(CHAPTER, files[CHAPTER].clone());
    let source = &sources.file(file).text;
    let mut named = Vec::new();
    for item in markdown::parse(source, &Positions::from(file, 0)).items {
        match &item.content {
            Content::Heading { title, .. } => inlines(&title.clone().into_content(), &mut named),
            Content::Block(content) => block(content, &mut named),
        }
    }
    let (found, site) = report::folder(files, report::Also::of(text.as_bytes()));
    let known = ["satisfaction", "shops", "center", "members"];
    for (id, place) in named {
        let said = found.iter().any(|finding| {
            let at = finding.place.map(|place| place.span);
            finding.file == CHAPTER
                && at.is_some_and(|span| span.start <= place.span.end && place.span.start <= span.end)
        });
        assert!(
            said || known.contains(&id.as_str()),
            "{id:?} is no KPI, and nothing says so"
        );
        assert!(
            known.contains(&id.as_str()) || site.is_none(),
            "{id:?} is no KPI, and there is a page"
        );
    }
}

fn block(content: &TypedBlock, named: &mut Vec<(String, Place)>) {
    match content {
        Block::Paragraph(content) | Block::Section(content) => inlines(content, named),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| block(inner, named)),
        Block::Data(_) => {}
    }
}

fn inlines(content: &[TypedInline], named: &mut Vec<(String, Place)>) {
    for inline in content {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Deleted(inner) => inlines(inner, named),
            Inline::Link { content, .. } => inlines(content, named),
            Inline::Figure(figure) => named.push((figure.kpi.value.clone(), figure.kpi.place)),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::PlanPeriod => {}
        }
    }
}
