//! Events → headings and blocks. One pass over the events with its own stack of lists: depth is counted, not recursed.

use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::{model::Block, source::Positions};

use super::{
    Construct, Content, Document, Item, LIST_DEPTH, MarkdownFaultKind, TypedBlock, faults::Report, inlines::Inlines,
    japanese::Prepared,
};

/// Tables are switched on only to be recognised.
pub(super) const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_TABLES);

struct Tree<'a> {
    source: &'a Prepared<'a>,
    report: Report<'a>,
    items: Vec<Item<'static>>,
    lists: Vec<OpenList>,
    leaf: Option<Leaf>,
    quotes: usize,
    /// Open tags of something that is left out; 0 when nothing is.
    skipped: usize,
}

struct OpenList {
    first: Option<u64>,
    items: Vec<Vec<TypedBlock>>,
}

/// A block of inline text that is open.
struct Leaf {
    heading: Option<u8>,
    range: Range<usize>,
    inlines: Inlines,
}

/// Reads a prepared text.
pub(super) fn read(source: &Prepared<'_>, positions: &Positions) -> Document<'static> {
    let report = Report {
        positions,
        faults: Vec::new(),
        counts: Vec::new(),
    };
    let mut tree = Tree {
        source,
        report,
        items: Vec::new(),
        lists: Vec::new(),
        leaf: None,
        quotes: 0,
        skipped: 0,
    };
    let parser = Parser::new_ext(&source.text, OPTIONS);
    for (label, definition) in parser.reference_definitions().iter() {
        let construct = if label.starts_with('^') {
            Construct::Footnote
        } else {
            Construct::LinkDefinition
        };
        tree.report
            .unsupported(tree.trimmed(definition.span.clone()), construct);
    }
    for (event, range) in parser.into_offset_iter() {
        tree.event(event, range);
    }
    let mut faults = tree.report.faults;
    faults.sort_by_key(|fault| fault.place);
    Document {
        items: tree.items,
        faults,
    }
}

impl Tree<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipped > 0 => self.skipped += 1,
            Event::End(_) if self.skipped > 0 => self.skipped -= 1,
            _ if self.skipped > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Rule => {
                self.close_leaf();
                self.report.unsupported(self.trimmed(range), Construct::Rule);
            }
            inline => self.inline(inline, range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => {
                return self.inline(Event::Start(tag), range);
            }
            _ => self.close_leaf(),
        }
        match tag {
            Tag::Paragraph => self.open_leaf(None, range),
            Tag::Heading { .. } if !self.source.slice(range.clone()).trim_start().starts_with('#') => {
                let place = self.trimmed(range.clone());
                let text = &self.source.original[place.clone()];
                let line = text.rfind('\n').map_or(0, |newline| newline + 1);
                let line = line + (text[line..].len() - text[line..].trim_start().len());
                self.report
                    .unsupported(place.start + line..place.end, Construct::Underline);
                self.open_leaf(None, range);
            }
            Tag::Heading { level, .. } => self.open_leaf(Some(level as u8), range),
            Tag::List(_) if self.lists.len() == LIST_DEPTH => self.skip(range, MarkdownFaultKind::NestingTooDeep),
            Tag::List(first) => self.lists.push(OpenList {
                first,
                items: Vec::new(),
            }),
            Tag::Item => self
                .lists
                .iter_mut()
                .next_back()
                .into_iter()
                .for_each(|list| list.items.push(Vec::new())),
            Tag::BlockQuote(_) => {
                if self.quotes == 0 {
                    self.report.unsupported(self.trimmed(range), Construct::Quote);
                }
                self.quotes += 1;
            }
            Tag::HtmlBlock => self.skip(range, MarkdownFaultKind::RawHtml),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.skip_construct(range, Construct::FencedCode),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.skip_construct(range, Construct::IndentedCode),
            Tag::Table(_) => self.skip_construct(range, Construct::Table),
            // No other extension is switched on.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => self.close_leaf(),
            TagEnd::BlockQuote(_) => {
                self.close_leaf();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close_leaf();
                if let Some(OpenList { first, items }) = self.lists.pop() {
                    self.add(Block::List { first, items }, range);
                }
            }
            inline => self.inline(Event::End(inline), range),
        }
    }

    fn inline(&mut self, event: Event<'_>, range: Range<usize>) {
        // The items of a tight list hold their text without a paragraph.
        if self.leaf.is_none() {
            self.open_leaf(None, range.clone());
        }
        let begins_line = |text: &str| text.starts_with(|c: char| !c.is_whitespace());
        if matches!(event, Event::SoftBreak)
            && !self.lists.is_empty()
            && self.source.text.get(range.end..).is_some_and(begins_line)
        {
            // A carriage return alone ends a line too.
            let rest = &self.source.text.as_bytes()[range.end..];
            let length = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            let place = self.source.range(range.end..range.end + length);
            self.report.fault(place, MarkdownFaultKind::LineInItem);
        }
        if let Some(leaf) = &mut self.leaf {
            leaf.inlines.event(event, range, self.source, &mut self.report);
        }
    }

    fn open_leaf(&mut self, heading: Option<u8>, range: Range<usize>) {
        let first_of_item = self
            .lists
            .last()
            .and_then(|list| list.items.last())
            .is_some_and(Vec::is_empty);
        self.leaf = Some(Leaf {
            heading,
            range,
            inlines: Inlines::new(heading.is_none(), first_of_item),
        });
    }

    fn close_leaf(&mut self) {
        let Some(Leaf {
            heading,
            range,
            inlines,
        }) = self.leaf.take()
        else {
            return;
        };
        let finished = inlines.finish(&mut self.report);
        if heading.is_none()
            && self.lists.is_empty()
            && let Some(block) = finished.only_data()
        {
            return self.add(Block::Data(block), range);
        }
        for (name, place) in finished.data {
            self.report.fault(place, MarkdownFaultKind::DataBlockInText { name });
        }
        let content = finished.content;
        match heading {
            Some(level) if self.lists.is_empty() => self.push(
                Content::Heading {
                    level,
                    title: content.into(),
                },
                range,
            ),
            Some(_) => {
                self.report
                    .unsupported(self.trimmed(range.clone()), Construct::HeadingInList);
                self.add(Block::Paragraph(content), range);
            }
            // Nothing is left of a paragraph of HTML; that was reported.
            None if content.is_empty() => {}
            None => self.add(Block::Paragraph(content), range),
        }
    }

    fn add(&mut self, block: TypedBlock, range: Range<usize>) {
        match self.lists.last_mut().and_then(|list| list.items.last_mut()) {
            Some(item) => item.push(block),
            None => self.push(Content::Block(block), range),
        }
    }

    fn push(&mut self, content: Content<'static>, range: Range<usize>) {
        let place = self.report.positions.place(self.trimmed(range));
        self.items.push(Item { place, content });
    }

    fn skip_construct(&mut self, range: Range<usize>, construct: Construct) {
        self.skip(range, MarkdownFaultKind::Unsupported(construct));
    }

    fn skip(&mut self, range: Range<usize>, kind: MarkdownFaultKind) {
        self.report.fault(self.trimmed(range), kind);
        self.skipped = 1;
    }

    /// A block's place without the blanks and line ends around it.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let whole = self.source.range(range.clone());
        let text = self.source.slice(range);
        let start = whole.start + (text.len() - text.trim_ascii_start().len());
        start..start + text.trim_ascii().len()
    }
}
