//! Events within one paragraph, heading or list item → inline text. One pass, no recursion; what may not stay is
//! reported and its text kept.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{Event, LinkType, Tag};

use crate::{
    model::{DataBlock, Figure, Inline},
    source::Spanned,
};

use super::{
    Construct, INLINE_DEPTH, MarkdownFaultKind, TypedInline,
    faults::{Report, shortened},
    japanese::{self, Prepared},
    links, mistakes,
    nodes::Nodes,
    reference,
    run::Run,
    scan::{self, Found},
};

/// What a figure looks like to a line end beside it: it begins with a digit, but Japanese sentences put no space there.
pub(super) const FIGURE: &str = "数";

/// A block's inline text while its events arrive.
pub(super) struct Inlines {
    nodes: Nodes,
    /// Every open tag, those without a node as well.
    marks: Vec<Mark>,
    run: Run,
    /// End of the last text in the prepared text, to tell an escape's backslash from a typed one.
    text_end: usize,
    at_line_start: bool,
    first_of_item: bool,
    /// Within `<https://…>`: the text is an address.
    verbatim: bool,
    reported: Reported,
    data: Vec<(&'static str, Range<usize>)>,
}

/// Faults that are said once for each block.
#[derive(Default)]
struct Reported {
    depth: bool,
    table: bool,
    tab: bool,
}

/// An open tag.
enum Mark {
    Strong,
    Emphasis,
    Deleted,
    Link(String),
    /// No node: its content goes to the frame around it.
    Through,
    /// One `~` on each side: Markdown's dialects differ; in Japanese it is a range (10~20人) and never a deletion.
    Tilde,
}

/// A block's inline text, complete.
pub(super) struct Finished {
    pub content: Vec<TypedInline>,
    /// Places for data that were named in it; their text is in `content`, too.
    pub data: Vec<(&'static str, Range<usize>)>,
}

impl Finished {
    /// The place for data that is all of the block.
    pub fn only_data(&self) -> Option<DataBlock> {
        let ([Inline::Text(text)], [(name, _)]) = (self.content.as_slice(), self.data.as_slice()) else {
            return None;
        };
        let whole = text.trim().strip_prefix('{')?.strip_suffix('}')? == *name;
        DataBlock::ALL
            .iter()
            .find(|(known, _)| whole && known == name)
            .map(|(_, block)| *block)
    }
}

impl Inlines {
    /// For a block that begins a line, unless it is a heading, whose `#` comes before.
    pub fn new(at_line_start: bool, first_of_item: bool) -> Self {
        Self {
            nodes: Nodes::default(),
            marks: Vec::new(),
            run: Run::default(),
            text_end: 0,
            at_line_start,
            first_of_item,
            verbatim: false,
            reported: Reported::default(),
            data: Vec::new(),
        }
    }

    /// Takes an event; `range` is its place in the prepared text.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>, source: &Prepared<'_>, report: &mut Report<'_>) {
        if let Event::Text(text) = &event {
            if source.has_tab {
                self.look_for_tabs(text, &range, source, report);
            }
            return self.typed(text, range, source);
        }
        self.flush(matches!(event, Event::SoftBreak | Event::HardBreak), report);
        let place = source.range(range.clone());
        match event {
            Event::Start(tag) => self.open(tag, place, source, report),
            Event::End(_) => self.close(place),
            Event::Code(code) => {
                let code: String = source
                    .without_joiners(&code, range)
                    .chars()
                    .filter(|c| !c.is_control())
                    .collect();
                if reference::first(&code).is_some() {
                    let text = shortened(&code);
                    report.fault(place, MarkdownFaultKind::ReferenceInCode { text });
                }
                self.nodes.push_seen(Inline::Code(code.clone()), &code);
            }
            Event::SoftBreak => {
                self.nodes.end_line();
                self.at_line_start = true;
            }
            Event::HardBreak => {
                self.nodes.break_line();
                self.at_line_start = true;
            }
            Event::InlineHtml(_) | Event::Html(_) => report.fault(place, MarkdownFaultKind::RawHtml),
            // Block events never come here, and no other extension is switched on.
            _ => {}
        }
    }

    /// The block's end.
    pub fn finish(mut self, report: &mut Report<'_>) -> Finished {
        self.flush(true, report);
        Finished {
            content: self.nodes.finish(),
            data: self.data,
        }
    }

    fn typed(&mut self, text: &str, range: Range<usize>, source: &Prepared<'_>) {
        if source.text.get(range.clone()) != Some(text) {
            self.run.push_literal(text, &source.range(range.clone()));
        } else {
            let escaped = self.text_end != range.start && source.text[..range.start].ends_with('\\');
            let mut start = range.start;
            if escaped && let Some(first) = text.chars().next() {
                start += first.len_utf8();
                self.run
                    .push_literal(&text[..first.len_utf8()], &source.range(range.start..start));
            }
            source.typed(start..range.end, |part, place| self.run.push_typed(part, place));
        }
        self.text_end = range.end;
    }

    fn open(&mut self, tag: Tag<'_>, place: Range<usize>, source: &Prepared<'_>, report: &mut Report<'_>) {
        self.at_line_start = false;
        let mark = match tag {
            Tag::Strong => Mark::Strong,
            Tag::Emphasis => {
                let mark = source.original[place.clone()].chars().next().unwrap_or('*');
                let at = place.start..place.start + mark.len_utf8();
                report.fault(at, MarkdownFaultKind::SingleEmphasis { mark });
                Mark::Emphasis
            }
            Tag::Strikethrough if source.original[place.clone()].starts_with("~~") => Mark::Deleted,
            Tag::Strikethrough => {
                self.run.push_literal("~", &(place.start..place.start + 1));
                Mark::Tilde
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                self.verbatim = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if !title.is_empty() {
                    report.unsupported(place.clone(), Construct::LinkTitle);
                }
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                let url = format!("{scheme}{}", japanese::joinerless(&dest_url));
                match links::refusal(&url) {
                    None => Mark::Link(url),
                    Some(why) => {
                        report.fault(place.clone(), MarkdownFaultKind::UnsafeLink { url, why });
                        Mark::Through
                    }
                }
            }
            Tag::Image { .. } => {
                report.unsupported(place.clone(), Construct::Image);
                Mark::Through
            }
            _ => Mark::Through,
        };
        let has_node = !matches!(mark, Mark::Through | Mark::Tilde);
        if has_node && self.nodes.depth() == INLINE_DEPTH {
            if !std::mem::replace(&mut self.reported.depth, true) {
                report.fault(place, MarkdownFaultKind::NestingTooDeep);
            }
            return self.marks.push(Mark::Through);
        }
        if has_node {
            self.nodes.open();
        }
        self.marks.push(mark);
    }

    fn close(&mut self, place: Range<usize>) {
        self.verbatim = false;
        match self.marks.pop() {
            Some(Mark::Strong) => self.nodes.close(Inline::Strong),
            Some(Mark::Emphasis) => self.nodes.close(Inline::Emphasis),
            Some(Mark::Deleted) => self.nodes.close(Inline::Deleted),
            Some(Mark::Link(url)) => self.nodes.close(|content| Inline::Link { url, content }),
            Some(Mark::Tilde) => self.run.push_literal("~", &(place.end.saturating_sub(1)..place.end)),
            Some(Mark::Through) | None => {}
        }
    }

    /// Reads the text collected so far; nothing that it says can go on behind the event that comes now.
    fn flush(&mut self, line_ends: bool, report: &mut Report<'_>) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        if std::mem::take(&mut self.at_line_start) && self.marks.is_empty() {
            if line_ends && run.text().trim().is_empty() {
                return report.fault(run.source(0..run.text().len()), MarkdownFaultKind::FullWidthSpaceLine);
            }
            self.look_at_line_start(&run, report);
        }
        self.first_of_item = false;
        if self.verbatim || !scan::may_find(run.text()) {
            self.nodes.text(run.into_text())
        } else {
            self.scan(&run, report)
        }
    }

    /// Cells of a spreadsheet come with tabs between them, of which pages would keep nothing.
    fn look_for_tabs(&mut self, text: &str, range: &Range<usize>, source: &Prepared<'_>, report: &mut Report<'_>) {
        let Some(at) = memchr(b'\t', text.trim_end().as_bytes()) else {
            return;
        };
        let typed = source.text.get(range.clone()) == Some(text);
        if typed && !std::mem::replace(&mut self.reported.tab, true) {
            let at = range.start + at;
            report.unsupported(source.range(at..at + 1), Construct::Tab);
        }
    }

    fn look_at_line_start(&mut self, run: &Run, report: &mut Report<'_>) {
        let Some((at, kind)) = mistakes::at_line_start(run.text(), self.first_of_item) else {
            return;
        };
        let table = kind == MarkdownFaultKind::Unsupported(Construct::Table);
        let said = table && std::mem::replace(&mut self.reported.table, true);
        if !said && !run.is_literal(at.clone()) {
            report.fault(run.source(at), kind);
        }
    }

    /// Plain text becomes text and references; what is wrong with it is reported and stays.
    fn scan(&mut self, run: &Run, report: &mut Report<'_>) {
        let text = run.text();
        let (mut plain, mut at) = (0, 0);
        while let Some((range, found)) = scan::next(run, at) {
            at = range.end;
            let place = run.source(range.clone());
            let node = match found {
                Found::Fault(kind) => {
                    report.fault(place, kind);
                    continue;
                }
                Found::Data(name) => {
                    self.data.push((name, place));
                    continue;
                }
                Found::PlanPeriod => Inline::PlanPeriod,
                Found::Figure { id, field } => {
                    let place = report.positions.place(run.source(id.clone()));
                    let value = text[id].to_owned();
                    Inline::Figure(Figure {
                        kpi: Spanned { value, place },
                        field,
                    })
                }
            };
            self.nodes.text(&text[plain..range.start]);
            self.nodes.push_seen(node, FIGURE);
            plain = at;
        }
        self.nodes.text(&text[plain..]);
    }
}
