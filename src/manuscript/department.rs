//! A department's file as written: ratings in the front matter, and below it, measure by measure, the four fields.

use super::{
    accept::{self, Acceptance},
    fault::FaultKind,
    fields::{Faults, Fields},
    front_matter,
    markdown::{self, Content, Item},
    prose::{Written, WrittenBlock},
    yaml::{self, Node},
};
use crate::{
    model::{Block, Field, Id, Inline, MeasureCode, Rating, Word},
    source::{FileId, Place, Positions, Span, Spanned},
};

/// A department's file.
#[derive(Debug)]
pub struct DepartmentPage {
    /// The department, by the file's name; the place is the file's first byte.
    pub department: Spanned<Id>,
    /// One for each KPI it owns.
    pub ratings: Vec<RatingLines>,
    /// One for each measure it reports on.
    pub sections: Vec<MeasureSection>,
    /// Accepted findings.
    pub accept: Vec<Acceptance>,
    /// True when a part of the front matter was unreadable: a rating may have stood there.
    pub damaged: bool,
}

/// A rating.
#[derive(Debug)]
pub struct RatingLines {
    /// The whole entry.
    pub place: Place,
    /// The KPI.
    pub kpi: Option<Spanned<Id>>,
    /// The level.
    pub rating: Option<Spanned<Rating>>,
    /// Why, where the figures alone do not carry it.
    pub reason: Option<Spanned<String>>,
}

/// What is written on one measure.
#[derive(Debug)]
pub struct MeasureSection {
    /// The `##` heading.
    pub code: Spanned<MeasureCode>,
    /// The fields, in the order written.
    pub fields: Vec<FieldSection>,
}

/// What is written in one field.
#[derive(Debug)]
pub struct FieldSection {
    /// The `###` heading.
    pub field: Spanned<Field>,
    /// Its text; for 主な事業 the list.
    pub text: Written,
    /// The names listed in 主な事業; empty for the other fields.
    pub programs: Vec<Spanned<String>>,
}

pub(super) fn read(text: &str, file: FileId, department: Id, faults: &mut Faults) -> DepartmentPage {
    let start = Place {
        file,
        span: Span { start: 0, end: 0 },
    };
    let mut page = DepartmentPage {
        department: Spanned {
            value: department,
            place: start,
        },
        ratings: Vec::new(),
        sections: Vec::new(),
        accept: Vec::new(),
        damaged: false,
    };
    let body_at = match front_matter::split(text) {
        front_matter::Split::None => 0,
        front_matter::Split::Found { yaml, body } => {
            let document = yaml::read(text, yaml, file);
            page.damaged = document.damaged;
            faults.enter(&document);
            if let Some(mut fields) = document.root.as_ref().and_then(|root| Fields::of(root, faults)) {
                page.ratings = fields.optional_list("ratings", rating);
                page.accept = fields.optional_list("accept", accept::read);
                fields.finish();
            }
            faults.leave();
            body
        }
        front_matter::Split::Open => {
            faults.push(
                Place {
                    file,
                    span: Span::new(0, 3),
                },
                FaultKind::FrontMatterOpen,
            );
            page.damaged = true;
            3
        }
    };
    let document = markdown::parse(&text[body_at..], &Positions::from(file, body_at));
    for fault in document.faults {
        faults.push(fault.place, FaultKind::Markdown(fault.kind));
    }
    page.sections = sections(document.items, text, faults);
    page
}

fn rating(node: &Node, faults: &mut Faults) -> Option<RatingLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = RatingLines {
        place: node.place,
        kpi: fields.id("kpi"),
        rating: fields.word("rating"),
        reason: fields.optional_text("reason"),
    };
    fields.finish();
    Some(lines)
}

/// Headings open measures and fields; everything else belongs to the field last opened.
fn sections(items: Vec<Item>, source: &str, faults: &mut Faults) -> Vec<MeasureSection> {
    let mut sections: Vec<MeasureSection> = Vec::new();
    // A heading that could not be read swallows what follows it: its text was reported with the heading.
    let mut lost = false;
    for item in items {
        match item.content {
            Content::Heading { level: 2, text, .. } => match MeasureCode::parse(text.trim()) {
                Some(code) => {
                    let first = sections.iter().find(|section| section.code.value == code);
                    if let Some(first) = first {
                        let kind = FaultKind::HeadingDuplicate {
                            text,
                            first: first.code.place,
                        };
                        faults.push(item.place, kind);
                        lost = true;
                        continue;
                    }
                    sections.push(MeasureSection {
                        code: Spanned {
                            value: code,
                            place: item.place,
                        },
                        fields: Vec::new(),
                    });
                    lost = false;
                }
                None => {
                    faults.push(item.place, FaultKind::HeadingUnknown { text, level: 2 });
                    lost = true;
                }
            },
            Content::Heading { level: 3, text, .. } => {
                let Some(field) = Field::from_word(text.trim()) else {
                    faults.push(item.place, FaultKind::HeadingUnknown { text, level: 3 });
                    continue;
                };
                if lost {
                    continue;
                }
                let Some(section) = sections.last_mut() else {
                    faults.push(item.place, FaultKind::HeadingOrphan { text });
                    continue;
                };
                if let Some(first) = section.fields.iter().find(|known| known.field.value == field) {
                    let kind = FaultKind::HeadingDuplicate {
                        text,
                        first: first.field.place,
                    };
                    faults.push(item.place, kind);
                }
                let text = Written {
                    place: item.place,
                    blocks: Vec::new(),
                };
                section.fields.push(FieldSection {
                    field: Spanned {
                        value: field,
                        place: item.place,
                    },
                    text,
                    programs: Vec::new(),
                });
            }
            Content::Heading { text, level, .. } => faults.push(item.place, FaultKind::HeadingUnknown { text, level }),
            Content::Block(block) => {
                if lost {
                    continue;
                }
                match sections.last_mut().and_then(|section| section.fields.last_mut()) {
                    Some(field) => field.push(item.place, block, source, faults),
                    None => faults.push(item.place, FaultKind::TextOutside),
                }
            }
        }
    }
    sections
}

impl FieldSection {
    fn push(&mut self, place: Place, block: Block<Spanned<String>>, source: &str, faults: &mut Faults) {
        if self.text.blocks.is_empty() {
            self.text.place = place;
        }
        self.text.place.span.end = place.span.end;
        if self.field.value == Field::Programs {
            match names(&block) {
                Some(names) => self.programs.extend(located(names, place, source)),
                None => faults.push(place, FaultKind::ProgramsNotAList),
            }
        }
        self.text.blocks.push(WrittenBlock { place, block });
    }
}

/// The items of a flat bulleted list of plain names.
fn names(block: &Block<Spanned<String>>) -> Option<Vec<String>> {
    let Block::List { first: None, items } = block else {
        return None;
    };
    items
        .iter()
        .map(|item| match &item[..] {
            [Block::Paragraph(inlines)] => match &inlines[..] {
                [Inline::Text(name)] => Some(name.trim().to_owned()),
                _ => None,
            },
            _ => None,
        })
        .collect()
}

/// Each name with its own place: the tree keeps the list's only.
fn located(names: Vec<String>, list: Place, source: &str) -> Vec<Spanned<String>> {
    let mut at = list.span.start as usize;
    let end = list.span.end as usize;
    names
        .into_iter()
        .map(|value| {
            let found = source
                .get(at..end)
                .and_then(|rest| rest.find(value.as_str()))
                .map(|found| at + found);
            let place = found.map_or(list, |start| Place {
                file: list.file,
                span: Span::new(start, start + value.len()),
            });
            at = found.map_or(at, |start| start + value.len());
            Spanned { value, place }
        })
        .collect()
}
