//! Events within one paragraph, heading or list item → inline text. One pass, no recursion; what may not stay is
//! reported and its text kept.

use std::ops::Range;

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
    reference::{self, Reference},
    run::Run,
};

/// What a figure looks like to a line end beside it: it begins with a digit, but Japanese sentences put no space there.
const FIGURE: char = '数';

/// A block's inline text while its events arrive.
pub(super) struct Inlines {
    /// The block's own content, then one for each open node.
    frames: Vec<Vec<TypedInline>>,
    /// Every open tag, those without a node as well.
    marks: Vec<Mark>,
    run: Run,
    /// End of the last text in the prepared text, to tell an escape's backslash from a typed one.
    text_end: usize,
    /// A line end whose second side is not known yet, and the frame that it is in.
    line_end: Option<usize>,
    /// The last character that will be seen.
    last: Option<char>,
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
            frames: vec![Vec::new()],
            marks: Vec::new(),
            run: Run::default(),
            text_end: 0,
            line_end: None,
            last: None,
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
                self.seen(code.chars().next(), code.chars().next_back());
                self.push(Inline::Code(code));
            }
            Event::SoftBreak => {
                self.line_end = Some(self.frames.len() - 1);
                self.at_line_start = true;
            }
            Event::HardBreak => {
                (self.line_end, self.last) = (None, None);
                self.push(Inline::Break);
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
        while self.frames.len() > 1 {
            self.close(0..0);
        }
        Finished {
            content: self.frames.pop().unwrap_or_default(),
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
            Tag::Emphasis => Mark::Emphasis,
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
        if has_node && self.frames.len() > INLINE_DEPTH {
            if !std::mem::replace(&mut self.reported.depth, true) {
                report.fault(place, MarkdownFaultKind::NestingTooDeep);
            }
            return self.marks.push(Mark::Through);
        }
        if has_node {
            self.frames.push(Vec::new());
        }
        self.marks.push(mark);
    }

    fn close(&mut self, place: Range<usize>) {
        self.verbatim = false;
        let node: fn(Vec<TypedInline>) -> TypedInline = match self.marks.pop() {
            Some(Mark::Strong) => Inline::Strong,
            Some(Mark::Emphasis) => Inline::Emphasis,
            Some(Mark::Deleted) => Inline::Deleted,
            Some(Mark::Link(url)) => return self.close_frame(|content| Inline::Link { url, content }),
            Some(Mark::Tilde) => return self.run.push_literal("~", &(place.end.saturating_sub(1)..place.end)),
            Some(Mark::Through) | None => return,
        };
        self.close_frame(node);
    }

    fn close_frame(&mut self, node: impl FnOnce(Vec<TypedInline>) -> TypedInline) {
        let Some(content) = self.frames.pop() else { return };
        // A line end that nothing followed inside the node stands after it.
        self.line_end = self
            .line_end
            .map(|frame| frame.min(self.frames.len().saturating_sub(1)));
        if !content.is_empty() {
            self.push(node(content));
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
        if self.verbatim {
            self.text(run.text())
        } else {
            self.scan(&run, report)
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

    /// Finds references and slips in plain text.
    fn scan(&mut self, run: &Run, report: &mut Report<'_>) {
        let text = run.text();
        let (mut plain, mut at) = (0, 0);
        while let Some(next) = text[at..].find(['{', '｛', '[', '*', '＊', '_', '~']) {
            at += next;
            let rest = &text[at..];
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let (len, found) = match &rest[..first] {
                "{" | "｛" => match reference::read(rest) {
                    Some(found) => (found.len(), Some(found)),
                    None => (first, None),
                },
                "[" => match mistakes::footnote(rest) {
                    Some(len) if !run.is_literal(at..at + len) => {
                        report.unsupported(run.source(at..at + len), Construct::Footnote);
                        (len, None)
                    }
                    _ => (first, None),
                },
                _ => {
                    let (len, kind) = mistakes::at_mark(rest).unwrap_or((first, None));
                    if let Some(kind) = kind.filter(|_| !run.is_literal(at..at + len)) {
                        report.fault(run.source(at..at + len), kind);
                    }
                    (len, None)
                }
            };
            let Some(found) = found.filter(|_| !run.is_literal(at..at + len)) else {
                // Behind an escaped brace the next one may still be meant.
                at += if matches!(&rest[..first], "{" | "｛") {
                    first
                } else {
                    len
                };
                continue;
            };
            let (place, written) = (run.source(at..at + len), || shortened(&text[at..at + len]));
            match found {
                Reference::Figure { id_len, field, .. } => {
                    self.text(&text[plain..at]);
                    let id = at + reference::ID_START..at + reference::ID_START + id_len;
                    let kpi = Spanned {
                        value: text[id.clone()].to_owned(),
                        place: report.positions.place(run.source(id)),
                    };
                    self.seen(Some(FIGURE), Some(FIGURE));
                    self.push(Inline::Figure(Figure { kpi, field }));
                    plain = at + len;
                }
                Reference::PlanPeriod { .. } => {
                    self.text(&text[plain..at]);
                    self.seen(Some(FIGURE), Some(FIGURE));
                    self.push(Inline::PlanPeriod);
                    plain = at + len;
                }
                Reference::Data { name, .. } => self.data.push((name, place)),
                Reference::Unknown { .. } => {
                    report.fault(place, MarkdownFaultKind::UnknownReference { text: written() })
                }
                Reference::Unclosed { .. } => {
                    report.fault(place, MarkdownFaultKind::UnclosedReference { text: written() });
                }
            }
            at += len;
        }
        self.text(&text[plain..]);
    }

    /// Adds text that will be seen.
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.seen(text.chars().next(), text.chars().next_back());
        let frame = self.frames.len() - 1;
        self.append(frame, text);
    }

    /// Something visible comes, from its first character to its last: decides what a line end before it becomes.
    fn seen(&mut self, first: Option<char>, last: Option<char>) {
        let Some(first) = first else { return };
        if let Some(frame) = self.line_end.take()
            && self.last.is_some_and(|before| !japanese::joins(before, first))
        {
            self.append(frame, " ");
        }
        self.last = last;
    }

    fn append(&mut self, frame: usize, text: &str) {
        let Some(frame) = self.frames.get_mut(frame) else {
            return;
        };
        match frame.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => frame.push(Inline::Text(text.to_owned())),
        }
    }

    fn push(&mut self, inline: TypedInline) {
        if let Some(frame) = self.frames.last_mut() {
            frame.push(inline);
        }
    }
}
