//! What each department owes the report, piece by piece, and how far each piece is.

use super::{Asked, Draft, Home, Note, Spot, questions};
use crate::{
    diagnostic::Severity,
    model::{Cell, DepartmentIx, Edition, Entry, Field, Gap, KpiIx, Publication},
};

/// How far a piece is; the first is the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nothing was handed in.
    Missing,
    /// It is there, and a part of it is missing or wrong.
    Mend,
    /// A person must look: it may be right.
    Look,
    /// Nothing is left to do.
    Done,
}

impl State {
    /// The gravest first.
    pub const ALL: [State; 4] = [State::Missing, State::Mend, State::Look, State::Done];

    /// 未提出.
    pub fn word(self) -> &'static str {
        match self {
            State::Missing => "未提出",
            State::Mend => "要修正",
            State::Look => "要確認",
            State::Done => "完了",
        }
    }

    /// A shape that tells the states apart without colour, from the marks that Japanese readers know.
    pub fn mark(self) -> &'static str {
        match self {
            State::Missing => "□",
            State::Mend => "×",
            State::Look => "△",
            State::Done => "○",
        }
    }

    /// For the style class.
    pub fn code(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Mend => "mend",
            State::Look => "look",
            State::Done => "done",
        }
    }
}

/// What one department owes.
#[derive(Debug, Clone)]
pub struct Owed<'d> {
    /// Who.
    pub department: DepartmentIx,
    /// Its entries, in the order of the plan.
    pub blocks: Vec<Item<'d>>,
    /// The figures of its KPIs.
    pub values: Vec<Item<'d>>,
    /// Their ratings.
    pub ratings: Vec<Item<'d>>,
    /// A reason for each rating that the figures do not carry.
    pub reasons: Vec<Item<'d>>,
    /// Findings about none of these: its file as a whole.
    pub rest: Vec<&'d Note>,
}

/// One piece.
#[derive(Debug, Clone)]
pub struct Item<'d> {
    /// Where it stands.
    pub spot: Spot,
    /// How far it is.
    pub state: State,
    /// The parts that nobody handed in, by name: fields of an entry, columns of a KPI.
    pub missing: Vec<&'static str>,
    /// The parts that are there and cannot be read, each with its `file:line`.
    pub unread: Vec<(&'static str, String)>,
    /// What was found about it.
    pub notes: Vec<&'d Note>,
}

impl<'d> Owed<'d> {
    /// Every piece.
    pub fn items(&self) -> impl Iterator<Item = &Item<'d>> {
        self.blocks
            .iter()
            .chain(&self.values)
            .chain(&self.ratings)
            .chain(&self.reasons)
    }

    /// The gravest state of all pieces.
    pub fn state(&self) -> State {
        let rest = self.rest.iter().map(|note| grave(note));
        self.items()
            .map(|item| item.state)
            .chain(rest)
            .min()
            .unwrap_or(State::Done)
    }
}

/// What every department owes an edition, in the order of the register.
pub(super) fn all<'d>(draft: &'d Draft, publication: &Publication, edition: &Edition) -> Vec<Owed<'d>> {
    let departments = publication.departments();
    let owed = departments.map(|(department, _)| owed(draft, publication, edition, department));
    // A department that is no more, or not yet, owes nothing.
    owed.filter(|owed| owed.items().next().is_some() || !owed.rest.is_empty())
        .collect()
}

fn owed<'d>(draft: &'d Draft, publication: &Publication, edition: &Edition, department: DepartmentIx) -> Owed<'d> {
    let year = edition.year.year();
    let own = draft
        .notes
        .iter()
        .filter(|note| note.year == year && note.department == Some(department));
    let mut notes: Vec<&Note> = own.collect();
    let kpis = publication.plan.kpis_in(edition.year);
    let kpis = kpis.filter(|(_, kpi)| kpi.department == department);
    let kpis: Vec<KpiIx> = kpis.map(|(ix, _)| ix).collect();
    let entries = edition.entries.iter().filter(|entry| entry.department == department);
    let values = kpis.iter().map(|ix| value(draft, publication, edition, *ix, &notes));
    let reasons = kpis
        .iter()
        .filter_map(|ix| draft.question(publication, edition, *ix))
        .map(|asked| reason(asked, &notes));
    let mut owed = Owed {
        department,
        blocks: entries.map(|entry| block(entry, &notes)).collect(),
        values: values.collect(),
        ratings: kpis.iter().map(|ix| rating(edition, *ix, &notes)).collect(),
        reasons: reasons.collect(),
        rest: Vec::new(),
    };
    let told: Vec<&Note> = owed.items().flat_map(|item| item.notes.iter().copied()).collect();
    notes.retain(|note| !told.iter().any(|known| std::ptr::eq(*known, *note)));
    owed.rest = notes;
    owed
}

fn block<'d>(entry: &Entry, notes: &[&'d Note]) -> Item<'d> {
    let home = Home::Entry(entry.measure, entry.department);
    let about = |note: &Note| matches!(note.spot, Spot::Home(at) | Spot::Paragraph(at, _) if at == home);
    let gaps = Gaps::of(entry.gaps().map(|(field, gap)| (field.label(), gap)));
    let nothing = gaps.missing.len() == Field::ALL.len();
    gaps.item(Spot::Home(home), nothing, notes, about)
}

fn value<'d>(draft: &Draft, publication: &Publication, edition: &Edition, ix: KpiIx, notes: &[&'d Note]) -> Item<'d> {
    let row = publication.row(edition, ix);
    let cells = [("当初", row.baseline), ("前年度", row.previous), ("実績値", row.actual)];
    let gap = |(name, cell): (&'static str, Cell)| Some((name, draft.value_gap(ix, cell.period.year)?));
    let gaps = Gaps::of(cells.into_iter().filter_map(gap));
    // The year's own figure is what is to be handed in; the others were there before.
    let nothing = gaps.missing.contains(&"実績値");
    gaps.item(Spot::Kpi(ix), nothing, notes, |note| {
        note.spot == Spot::Kpi(ix) && !in_folder(note)
    })
}

fn rating<'d>(edition: &Edition, ix: KpiIx, notes: &[&'d Note]) -> Item<'d> {
    let gaps = Gaps::of(
        edition
            .rated(ix)
            .and_then(|rated| rated.rating.gap())
            .map(|gap| ("進捗状況", gap))
            .into_iter(),
    );
    let nothing = !gaps.missing.is_empty();
    gaps.item(Spot::Kpi(ix), nothing, notes, |note| {
        note.spot == Spot::Kpi(ix) && in_folder(note) && !is_question(note)
    })
}

/// A reason is asked for, not overdue: the rating itself was handed in.
fn reason<'d>(asked: Asked, notes: &[&'d Note]) -> Item<'d> {
    let about = |note: &Note| note.spot == Spot::Kpi(asked.kpi) && is_question(note);
    Item {
        spot: Spot::Kpi(asked.kpi),
        state: if asked.reason.is_some() {
            State::Done
        } else {
            State::Look
        },
        missing: Vec::new(),
        unread: Vec::new(),
        notes: notes.iter().copied().filter(|note| about(note)).collect(),
    }
}

/// Whether a finding asks for a reason.
fn is_question(note: &Note) -> bool {
    questions::CODES.contains(&note.code)
}

/// Whether a finding is about one year's folder, where ratings stand, and not about the registers and series.
fn in_folder(note: &Note) -> bool {
    note.location.starts_with("reports/")
}

/// The parts of a piece that are not there.
struct Gaps {
    missing: Vec<&'static str>,
    unread: Vec<(&'static str, String)>,
}

impl Gaps {
    fn of<'g>(gaps: impl Iterator<Item = (&'static str, &'g Gap)>) -> Self {
        let mut sorted = Self {
            missing: Vec::new(),
            unread: Vec::new(),
        };
        for (name, gap) in gaps {
            match gap {
                Gap::Missing => sorted.missing.push(name),
                Gap::Unreadable(location) => sorted.unread.push((name, location.clone())),
            }
        }
        sorted
    }

    fn item<'d>(self, spot: Spot, nothing: bool, notes: &[&'d Note], about: impl Fn(&Note) -> bool) -> Item<'d> {
        let notes: Vec<&Note> = notes.iter().copied().filter(|note| about(note)).collect();
        let state = match notes.iter().map(|note| grave(note)).min() {
            _ if nothing => State::Missing,
            _ if !self.missing.is_empty() || !self.unread.is_empty() => State::Mend,
            worst => worst.unwrap_or(State::Done),
        };
        Item {
            spot,
            state,
            missing: self.missing,
            unread: self.unread,
            notes,
        }
    }
}

fn grave(note: &Note) -> State {
    match note.severity {
        Severity::Error => State::Mend,
        Severity::Warning => State::Look,
    }
}
