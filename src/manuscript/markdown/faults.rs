//! What can be wrong with a Markdown text, as data. The words people read are made where faults become diagnostics.

use std::{
    mem::{Discriminant, discriminant},
    ops::Range,
};

use crate::source::{Place, Positions};

/// Something a report cannot carry, or a slip that would show in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownFault {
    /// Where it stands in the file.
    pub place: Place,
    /// What it is.
    pub kind: MarkdownFaultKind,
}

/// The kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkdownFaultKind {
    /// A tag, a comment or another piece of HTML; it was left out.
    RawHtml,
    /// A link that is not passed on; its text was kept.
    UnsafeLink {
        /// The address as Markdown understood it.
        url: String,
        /// What is wrong with it.
        why: LinkRefusal,
    },
    /// Markdown that a report has no place for.
    Unsupported(Construct),
    /// `{kpi:…}`, `{plan:…}` or the like that names nothing; kept as text.
    UnknownReference {
        /// As typed, shortened when very long.
        text: String,
    },
    /// `` `{kpi:…}` ``: within backquotes nothing is put in; kept as text.
    ReferenceInCode {
        /// The text between the backquotes, shortened when very long.
        text: String,
    },
    /// `{kpi:` without its closing brace; kept as text.
    UnclosedReference {
        /// As typed, up to where it stops looking like a reference.
        text: String,
    },
    /// `{plan:parts}` or the like within other text; it needs a paragraph of its own outside lists.
    DataBlockInText {
        /// The name between the braces.
        name: &'static str,
    },
    /// The same in a text that is not a chapter's.
    DataBlockElsewhere {
        /// The name between the braces.
        name: &'static str,
    },
    /// `**`, `__` or `~~` that marks nothing and would be printed.
    LeftoverEmphasis {
        /// The marks as typed.
        marks: String,
    },
    /// `5*3*2`: a pair of single marks, which are not printed.
    SingleEmphasis {
        /// `*` or `_`.
        mark: char,
    },
    /// `＊＊`: full-width asterisks do not mark anything.
    FullWidthEmphasis,
    /// `##1-1-1`: no space after the `#`, or a full-width one, so no heading.
    HeadingWithoutSpace {
        /// How many `#`.
        level: usize,
    },
    /// `　## 1-1-1`: an ideographic space before the `#`.
    HeadingBehindSpace {
        /// How many `#`.
        level: usize,
    },
    /// `＃＃` at the start of a line.
    FullWidthHash {
        /// How many.
        level: usize,
    },
    /// `・` at the start of a line where `- ` makes a list.
    BulletCharacter {
        /// The character.
        bullet: char,
    },
    /// `-事業`: no space after the `-`, or a full-width one, so no list.
    BulletWithoutSpace {
        /// `-` or `*`.
        bullet: char,
    },
    /// A line of full-width spaces: it looks blank and does not part paragraphs.
    FullWidthSpaceLine,
    /// A line right below an item of a list, without its indent: it goes on with the item.
    LineInItem,
    /// Lists deeper than [`super::LIST_DEPTH`] (left out) or emphasis deeper than [`super::INLINE_DEPTH`] (text kept).
    NestingTooDeep,
}

impl MarkdownFaultKind {
    /// True when something that was written may not be where it belongs, or nowhere: a heading taken for text, a part left
    /// out. The others are kept as text where they stand.
    pub(crate) fn may_lose_text(&self) -> bool {
        matches!(
            self,
            Self::RawHtml
                | Self::Unsupported(
                    Construct::FencedCode | Construct::IndentedCode | Construct::Table | Construct::LinkDefinition
                )
                | Self::HeadingWithoutSpace { .. }
                | Self::HeadingBehindSpace { .. }
                | Self::FullWidthHash { .. }
                | Self::NestingTooDeep
        )
    }
}

/// Markdown constructs without a place in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Construct {
    /// `![…](…)`; its text was kept.
    Image,
    /// ```` ``` ```` or `~~~`; left out.
    FencedCode,
    /// A paragraph indented by four spaces; left out.
    IndentedCode,
    /// A table, or a line that starts with `|`.
    Table,
    /// A tab between words: cells of a spreadsheet; kept as a space.
    Tab,
    /// `> …`; its content was kept.
    Quote,
    /// `---` between blank lines; left out.
    Rule,
    /// `---`, `===` or a lone `-` right below a text, which Markdown makes a heading of; left out.
    Underline,
    /// `[^1]`.
    Footnote,
    /// `- [ ] …`.
    TaskList,
    /// `[name]: address`: Markdown swallows the line.
    LinkDefinition,
    /// The title in `[text](address "title")`; left out.
    LinkTitle,
    /// A heading in a list; kept as a paragraph.
    HeadingInList,
}

/// Why a link was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRefusal {
    /// Not `http`, `https` or `mailto`.
    Scheme,
    /// No address, no host or no recipient.
    Incomplete,
    /// A space, a control or invisible character, a backslash, or a name and `@` before the host.
    Characters,
    /// Neither a web address nor a page or file of the report: `www.example.jp`, `3件`, `a.xlsx`.
    NoPage,
    /// `//host`, `/path`, or more than one folder up: the report has no such place wherever it is put.
    OutsideReport,
}

impl MarkdownFaultKind {
    /// Whether it is a slip in what was meant as a heading.
    pub fn is_of_heading(&self) -> bool {
        matches!(
            self,
            Self::HeadingWithoutSpace { .. } | Self::HeadingBehindSpace { .. } | Self::FullWidthHash { .. }
        )
    }
}

/// Faults of one kind in one text, at the most: a rule tells a thousand, and that there are more. What is no narrative must
/// not fill the memory with its faults.
const MOST: usize = 1001;

/// Collects faults; ranges are those of the text as it was handed over.
pub(super) struct Report<'a> {
    pub positions: &'a Positions,
    pub faults: Vec<MarkdownFault>,
    /// How many there are of each kind.
    pub counts: Vec<(Discriminant<MarkdownFaultKind>, usize)>,
}

impl Report<'_> {
    pub fn fault(&mut self, at: Range<usize>, kind: MarkdownFaultKind) {
        // What a heading is taken for depends on all of its slips.
        let is_kept = self.count(&kind) <= MOST || kind.is_of_heading();
        if is_kept {
            self.faults.push(MarkdownFault {
                place: self.positions.place(at),
                kind,
            });
        }
    }

    /// How many there are of this kind with this one.
    fn count(&mut self, kind: &MarkdownFaultKind) -> usize {
        let kind = discriminant(kind);
        match self.counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.counts.push((kind, 1));
                1
            }
        }
    }

    pub fn unsupported(&mut self, at: Range<usize>, construct: Construct) {
        self.fault(at, MarkdownFaultKind::Unsupported(construct));
    }
}

/// A text for a message: nobody reads ten megabytes of one.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
