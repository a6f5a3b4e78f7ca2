//! Narrative as pages show it: plain in a report; in a draft paragraph by paragraph, with its number in the margin, what was
//! found about it, and a gap where nothing was written.

use serde::Serialize;

use super::{Views, committee::OpinionView};
use crate::{
    draft::{Home, Note, Spot, State, number},
    model::{Block, Gap, ProgramIx, Prose, Slot},
    render::prose,
};

/// A piece of narrative.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TextView<'a> {
    /// All of it; empty if it comes in pieces.
    pub(crate) html: String,
    /// Names, for 主な事業.
    pub(crate) programs: Vec<&'a str>,
    /// A draft's paragraphs.
    pub(crate) pieces: Vec<PieceView<'a>>,
    /// What a draft has to say of it as a whole.
    pub(crate) notes: Vec<NoteView>,
}

/// A numbered paragraph, list or gap of a draft.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PieceView<'a> {
    pub(crate) id: String,
    /// What is said before the number: `II-1-(1) 保育課`.
    pub(crate) home: String,
    pub(crate) number: String,
    pub(crate) html: String,
    pub(crate) programs: Vec<&'a str>,
    pub(crate) gap: Option<GapView>,
    pub(crate) notes: Vec<NoteView>,
    /// What the committee said of it.
    pub(crate) opinions: Vec<OpinionView>,
}

/// What stands in the place of something that is not there.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GapView {
    /// 未提出, 読めません, 要確認.
    pub(crate) word: &'static str,
    pub(crate) mark: &'static str,
    pub(crate) code: &'static str,
    /// Of what.
    pub(crate) what: String,
    /// `file:line`, if it is there and cannot be read.
    pub(crate) location: Option<String>,
}

/// A finding at its place.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NoteView {
    pub(crate) state: StateView,
    pub(crate) message: String,
    pub(crate) fix: String,
    pub(crate) location: String,
}

/// How far a piece is, as word, shape and class.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct StateView {
    pub(crate) word: &'static str,
    pub(crate) mark: &'static str,
    pub(crate) code: &'static str,
}

impl From<State> for StateView {
    fn from(state: State) -> Self {
        Self {
            word: state.word(),
            mark: state.mark(),
            code: state.code(),
        }
    }
}

impl GapView {
    pub(crate) fn new(gap: &Gap, what: impl Into<String>) -> Self {
        let what = what.into();
        match gap {
            Gap::Missing => Self {
                word: "未提出",
                mark: State::Missing.mark(),
                code: State::Missing.code(),
                what,
                location: None,
            },
            Gap::Unreadable(location) => Self {
                word: "読めません",
                mark: State::Mend.mark(),
                code: State::Mend.code(),
                what,
                location: Some(location.clone()),
            },
        }
    }
}

impl GapView {
    /// Of a reason that a rating asks for: the rating is there, so nothing is missing that a department owes.
    pub(crate) fn reason(department: &str) -> Self {
        Self {
            word: State::Look.word(),
            mark: State::Look.mark(),
            code: State::Look.code(),
            what: format!("{department} 評価の理由がありません"),
            location: None,
        }
    }
}

impl NoteView {
    pub(crate) fn new(note: &Note) -> Self {
        Self {
            state: note.state().into(),
            message: note.message.clone(),
            fix: note.fix.clone(),
            location: note.location.clone(),
        }
    }
}

impl<'a> TextView<'a> {
    fn plain(html: String) -> Self {
        Self {
            html,
            programs: Vec::new(),
            pieces: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn pieces(pieces: Vec<PieceView<'a>>) -> Self {
        Self {
            pieces,
            ..Self::plain(String::new())
        }
    }
}

impl<'a> Views<'a> {
    /// A narrative whose paragraphs are counted by themselves.
    pub(crate) fn text(self, text: &Prose, home: Home) -> TextView<'a> {
        let mut view = match home {
            Home::Level(_) => TextView::plain(self.html(text)),
            _ => self.paragraphs(text, home, 1),
        };
        view.notes = self.notes(Spot::Home(home));
        view
    }

    /// One block of a chapter.
    pub(crate) fn block(self, block: &Block, home: Home, number: usize) -> TextView<'a> {
        let html = prose::block_html(block, self.figures());
        match self.draft {
            Some(_) if number::is_counted(block) => TextView::pieces(vec![self.piece(home, number, html)]),
            _ => TextView::plain(html),
        }
    }

    /// A field of an entry; `first` is the number of its first paragraph.
    pub(crate) fn field(self, slot: &Slot<Prose>, home: Home, first: usize, label: &str) -> TextView<'a> {
        match slot {
            Slot::Filled(text) => self.paragraphs(text, home, first),
            Slot::Empty(gap) => self.gap(gap, home, first, label),
        }
    }

    /// 主な事業.
    pub(crate) fn program_names(self, slot: &Slot<Vec<ProgramIx>>, home: Home, first: usize) -> TextView<'a> {
        let programs = match slot {
            Slot::Filled(programs) => programs,
            Slot::Empty(gap) => return self.gap(gap, home, first, "主な事業"),
        };
        let programs = programs
            .iter()
            .map(|program| self.plan().program(*program).name.as_str())
            .collect();
        if self.draft.is_none() {
            return TextView {
                programs,
                ..TextView::plain(String::new())
            };
        }
        let piece = self.piece(home, first, String::new());
        // The last number of an entry: an opinion on one that is gone stands here.
        let opinions = self.opinions_at(home, first..);
        TextView::pieces(vec![PieceView {
            programs,
            opinions,
            ..piece
        }])
    }

    /// What a draft has to say at a place; nothing in a report.
    pub(crate) fn notes(self, spot: Spot) -> Vec<NoteView> {
        let draft = self.draft.into_iter();
        draft
            .flat_map(|draft| draft.notes_at(self.edition, spot).map(NoteView::new))
            .collect()
    }

    fn paragraphs(self, text: &Prose, home: Home, first: usize) -> TextView<'a> {
        if self.draft.is_none() {
            return TextView::plain(self.html(text));
        }
        let counted = text.blocks.iter().filter(|block| number::is_counted(block));
        let pieces = (first..).zip(counted);
        let pieces = pieces.map(|(number, block)| self.piece(home, number, prose::block_html(block, self.figures())));
        TextView::pieces(pieces.collect())
    }

    fn gap(self, gap: &Gap, home: Home, number: usize, label: &str) -> TextView<'a> {
        // 農政課 I-1-(1) 課題: whom to ask stands first.
        let what = match home {
            Home::Entry(code, department) => {
                let name = &self.publication.department(department).name;
                format!("{name} {} {label}", code.display())
            }
            other => format!("{} {label}", other.label(self.publication, self.edition)),
        };
        let piece = self.piece(home, number, String::new());
        TextView::pieces(vec![PieceView {
            gap: Some(GapView::new(gap, what)),
            ..piece
        }])
    }

    fn piece(self, home: Home, number: usize, html: String) -> PieceView<'a> {
        PieceView {
            id: home.anchor(self.publication, number),
            home: home.label(self.publication, self.edition),
            number: home.short(number),
            html,
            programs: Vec::new(),
            gap: None,
            notes: self.notes(Spot::Paragraph(home, number)),
            opinions: self.opinions_at(home, number..=number),
        }
    }
}
