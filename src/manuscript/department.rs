//! A department's file as written: ratings in the front matter, and below it, measure by measure, the four fields.

use memchr::memchr2_iter;

use super::{
    accept::{self, Acceptance},
    fault::FaultKind,
    faults::Faults,
    fields::Fields,
    front_matter,
    headings::{self, Opens},
    markdown::{self, Content, Item, MarkdownFault},
    prose::{self, Written, WrittenBlock},
    yaml::{self, Node},
};
use crate::{
    model::{Block, Field, Id, Inline, MeasureCode, Rating},
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
    /// True when a heading of a measure was unreadable, or the whole file: a section may have stood there.
    pub sections_damaged: bool,
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

/// The page of a file that is there but no text: whatever it should say may stand in it.
pub(super) fn unread(file: FileId, department: Id) -> DepartmentPage {
    DepartmentPage {
        department: Spanned {
            value: department,
            place: Place {
                file,
                span: Span { start: 0, end: 0 },
            },
        },
        ratings: Vec::new(),
        sections: Vec::new(),
        accept: Vec::new(),
        damaged: true,
        sections_damaged: true,
    }
}

pub(super) fn read(text: &str, file: FileId, department: Id, faults: &mut Faults) -> DepartmentPage {
    let mut page = unread(file, department);
    let (head, body) = match front_matter::split(text) {
        front_matter::Split::None => (None, 0),
        front_matter::Split::Found { yaml, body } => (Some(yaml), body),
        front_matter::Split::Unopened { first, yaml, body } => {
            let span = Span::new(first.start, first.end);
            faults.push(Place { file, span }, FaultKind::FrontMatterUnopened);
            (Some(yaml), body)
        }
        front_matter::Split::Open { yaml, body } => {
            let fence = text[..yaml.start].rfind("---").unwrap_or(0);
            let place = Place {
                file,
                span: Span::new(fence, fence + 3),
            };
            faults.push(place, FaultKind::FrontMatterOpen);
            (Some(yaml), body)
        }
    };
    let before = faults.count();
    if let Some(yaml) = head {
        let document = yaml::read(text, yaml, file);
        faults.enter(&document);
        if let Some(mut fields) = document.root.as_ref().and_then(|root| Fields::of(root, faults)) {
            page.ratings = fields.optional_list("ratings", rating);
            page.accept = fields.optional_list("accept", accept::read);
            fields.finish();
        }
        faults.leave();
    }
    page.damaged = faults.count() > before;
    let document = markdown::parse(&text[body..], &Positions::from(file, body));
    let mut reader = Sections {
        source: text,
        slips: heading_slips(&document.faults),
        list: Vec::new(),
        lost: Lost::Nothing,
        damaged: false,
        faults,
    };
    for fault in document.faults {
        reader.faults.push(fault.place, FaultKind::Markdown(fault.kind));
    }
    for item in prose::bounded(document.items, reader.faults) {
        reader.item(item);
    }
    page.sections_damaged = reader.damaged;
    page.sections = reader.list;
    page
}

/// Where lines begin that were meant as headings and are none to Markdown, in order.
fn heading_slips(faults: &[MarkdownFault]) -> Vec<u32> {
    let slips = faults.iter().filter(|fault| fault.kind.is_of_heading());
    slips.map(|fault| fault.place.span.start).collect()
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

/// Reads the body: headings open measures and fields, everything else belongs to the field last opened.
struct Sections<'f> {
    source: &'f str,
    slips: Vec<u32>,
    list: Vec<MeasureSection>,
    lost: Lost,
    damaged: bool,
    faults: &'f mut Faults,
}

/// What swallows text because its heading could not be used: it was reported with the heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lost {
    Nothing,
    Field,
    Section,
}

impl Sections<'_> {
    fn item(&mut self, item: Item) {
        match item.content {
            Content::Heading { level, title } => self.heading(item.place, level, &title.text()),
            Content::Block(_) if self.slips.binary_search(&item.place.span.start).is_ok() => self.unmarked(item.place),
            Content::Block(Block::Data(data)) => self.faults.push(item.place, prose::elsewhere(data)),
            Content::Block(block) => self.block(item.place, block),
        }
    }

    fn heading(&mut self, place: Place, level: u8, text: &str) {
        let heading = headings::read(level, text);
        if heading.is_none_or(|heading| !heading.exact) {
            let kind = FaultKind::HeadingUnknown {
                text: text.to_owned(),
                level,
                meant: heading.map(|heading| heading.opens.written()),
            };
            self.faults.push(place, kind);
        }
        match heading {
            Some(heading) => self.open(place, heading.opens, text),
            None => self.lose(level),
        }
    }

    /// A heading whose `#` Markdown did not take for one; that is reported already.
    fn unmarked(&mut self, place: Place) {
        let line = self.source[place.span.start as usize..].lines().next().unwrap_or("");
        let text = line.trim_start_matches(['#', '＃', ' ', '\u{3000}']).trim_end();
        let signs = line.chars().take_while(|c| matches!(c, '#' | '＃')).count();
        let level = u8::try_from(signs).unwrap_or(u8::MAX);
        match headings::read(level, text) {
            Some(heading) => self.open(place, heading.opens, text),
            None => self.lose(level),
        }
    }

    fn lose(&mut self, level: u8) {
        if level <= 2 {
            self.lost = Lost::Section;
            self.damaged = true;
        } else if self.lost == Lost::Nothing {
            self.lost = Lost::Field;
        }
    }

    fn open(&mut self, place: Place, opens: Opens, text: &str) {
        match opens {
            Opens::Measure(code) => self.open_measure(place, code, text),
            Opens::Field(field) if self.lost != Lost::Section => self.open_field(place, field, text),
            Opens::Field(_) => {}
        }
    }

    fn open_measure(&mut self, place: Place, code: MeasureCode, text: &str) {
        if let Some(first) = self.list.iter().find(|section| section.code.value == code) {
            let (text, first) = (text.to_owned(), first.code.place);
            self.faults.push(place, FaultKind::HeadingDuplicate { text, first });
            self.lost = Lost::Section;
            return;
        }
        self.lost = Lost::Nothing;
        self.list.push(MeasureSection {
            code: Spanned { value: code, place },
            fields: Vec::new(),
        });
    }

    fn open_field(&mut self, place: Place, field: Field, text: &str) {
        let Some(section) = self.list.last_mut() else {
            // The fields that follow lack the same heading.
            self.lost = Lost::Section;
            self.damaged = true;
            let text = text.to_owned();
            return self.faults.push(place, FaultKind::HeadingOrphan { text });
        };
        if let Some(first) = section.fields.iter().find(|known| known.field.value == field) {
            let (text, first) = (text.to_owned(), first.field.place);
            self.lost = Lost::Field;
            return self.faults.push(place, FaultKind::HeadingDuplicate { text, first });
        }
        self.lost = Lost::Nothing;
        section.fields.push(FieldSection {
            field: Spanned { value: field, place },
            text: Written {
                place,
                blocks: Vec::new(),
            },
            programs: Vec::new(),
        });
    }

    fn block(&mut self, place: Place, block: Block<Spanned<String>>) {
        if self.lost != Lost::Nothing {
            return;
        }
        let field = self.list.last_mut().and_then(|section| section.fields.last_mut());
        match field {
            Some(field) => field.push(place, block, self.source, self.faults),
            None => {
                self.faults.push(place, FaultKind::TextOutside);
                // What follows up to the next heading stands outside as well.
                self.lost = Lost::Field;
            }
        }
    }
}

impl FieldSection {
    fn push(&mut self, place: Place, block: Block<Spanned<String>>, source: &str, faults: &mut Faults) {
        if self.text.blocks.is_empty() {
            self.text.place = place;
        }
        self.text.place.span.end = place.span.end;
        if self.field.value == Field::Programs {
            match names(&block, place, source) {
                Some(names) => self.programs.extend(names),
                None => faults.push(place, FaultKind::ProgramsNotAList),
            }
        }
        self.text.blocks.push(WrittenBlock { place, block });
    }
}

/// The items of a flat bulleted list of plain names, each with its own place: the tree keeps the list's only.
fn names(block: &Block<Spanned<String>>, list: Place, source: &str) -> Option<Vec<Spanned<String>>> {
    let Block::List { first: None, items } = block else {
        return None;
    };
    let (start, end) = (list.span.start as usize, list.span.end as usize);
    let mut written = written_items(source.get(start..end).unwrap_or_default());
    let name = |item: &Vec<Block<Spanned<String>>>| {
        let [Block::Paragraph(inlines)] = &item[..] else {
            return None;
        };
        let [Inline::Text(name)] = &inlines[..] else {
            return None;
        };
        let name = name.trim();
        let found = written.next().and_then(|(at, text)| Some(at + begin(text, name)?));
        let place = found.map_or(list, |at| Place {
            file: list.file,
            span: Span::new(start + at, start + at + name.len()),
        });
        let value = name.to_owned();
        Some(Spanned { value, place })
    };
    items.iter().map(name).collect()
}

/// Where a name begins in its item as it is written: behind the white space, unless a sign stands there.
fn begin(text: &str, name: &str) -> Option<usize> {
    let behind = text.trim_start();
    match behind.starts_with(name) {
        true if !name.is_empty() => Some(text.len() - behind.len()),
        _ => text.find(name),
    }
}

/// The items of a flat bulleted list as they are written, each from behind its mark up to the next, with its place in the
/// list. A mark is one where white space or nothing stands behind it.
fn written_items(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = list.as_bytes();
    let behind_mark = move |line: usize| {
        let indent = bytes[line..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let mark = line + indent;
        let ends = bytes.get(mark + 1).is_none_or(u8::is_ascii_whitespace);
        (matches!(bytes.get(mark), Some(b'-' | b'*' | b'+')) && ends).then_some((line, mark + 1))
    };
    let line_starts = memchr2_iter(b'\n', b'\r', bytes).map(|end| end + 1);
    let marks = std::iter::once(0).chain(line_starts).filter_map(behind_mark);
    let mut marks = marks.peekable();
    std::iter::from_fn(move || {
        let (_, at) = marks.next()?;
        let end = marks.peek().map_or(list.len(), |(line, _)| *line);
        Some((at, &list[at..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::{begin, written_items};

    #[test]
    fn items_are_told_by_their_marks() {
        let texts = |list| {
            let items = written_items(list);
            items.map(|(_, text)| text.trim()).collect::<Vec<_>>()
        };
        assert_eq!(texts("- 甲\n- 乙\n"), ["甲", "乙"]);
        // Marks without a space are text.
        assert_eq!(texts("- 甲\n-乙\n*注\n+5件\n- 丙"), ["甲\n-乙\n*注\n+5件", "丙"]);
        assert_eq!(texts("* 甲\n\n* 乙\n\n"), ["甲", "乙"]);
        assert_eq!(texts("-\n  甲\n-\t乙"), ["甲", "乙"]);
        assert_eq!(texts("- 甲\r- 乙\r\n- 丙"), ["甲", "乙", "丙"]);
        assert!(texts("").is_empty());
        assert_eq!(written_items("- 甲\n- 乙").nth(1), Some((7, " 乙")));
    }

    #[test]
    fn a_name_begins_behind_white_space_or_a_sign() {
        assert_eq!(begin(" \t甲乙\n", "甲乙"), Some(2));
        assert_eq!(begin(" \\- 甲", "- 甲"), Some(2));
        assert_eq!(begin(" &nbsp;", ""), Some(0));
        assert_eq!(begin(" 甲\\*", "甲*"), None);
    }
}
