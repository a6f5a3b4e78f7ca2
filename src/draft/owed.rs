//! What each department owes the report, piece by piece, and how far each piece is.

use super::{Draft, Home, Note, Spot, questions};
use crate::{
    diagnostic::Severity,
    model::{DepartmentIx, Edition, Entry, Gap, KpiIx, Publication},
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
    /// What was found about it.
    pub notes: Vec<&'d Note>,
}

impl<'d> Owed<'d> {
    /// Every piece.
    pub fn items(&self) -> impl Iterator<Item = &Item<'d>> {
        self.blocks.iter().chain(&self.values).chain(&self.ratings).chain(&self.reasons)
    }

    /// The gravest state of all pieces.
    pub fn state(&self) -> State {
        let rest = self.rest.iter().map(|note| grave(note));
        self.items().map(|item| item.state).chain(rest).min().unwrap_or(State::Done)
    }
}

/// What every department owes an edition, in the order of the register.
pub(super) fn all<'d>(draft: &'d Draft, publication: &Publication, edition: &Edition) -> Vec<Owed<'d>> {
    let departments = publication.departments();
    departments.map(|(department, _)| owed(draft, publication, edition, department)).collect()
}

fn owed<'d>(draft: &'d Draft, publication: &Publication, edition: &Edition, department: DepartmentIx) -> Owed<'d> {
    let year = edition.year.year();
    let notes: Vec<&Note> = draft.notes.iter().filter(|note| note.year == year).collect();
    let own = publication.plan.kpis().filter(|(_, kpi)| kpi.department == department);
    let kpis: Vec<KpiIx> = own.map(|(ix, _)| ix).collect();
    let entries = edition.entries.iter().filter(|entry| entry.department == department);
    let doubted = questions(publication, edition);
    let doubted = doubted.iter().filter(|question| kpis.contains(&question.kpi));
    let mut owed = Owed {
        department,
        blocks: entries.map(|entry| block(entry, &notes)).collect(),
        values: kpis.iter().map(|ix| value(draft, publication, edition, *ix, &notes)).collect(),
        ratings: kpis.iter().map(|ix| rating(edition, *ix, &notes)).collect(),
        reasons: doubted
            .map(|question| Item {
                spot: Spot::Kpi(question.kpi),
                state: if question.reason.is_some() { State::Done } else { State::Missing },
                missing: Vec::new(),
                notes: Vec::new(),
            })
            .collect(),
        rest: Vec::new(),
    };
    let told = |note: &&Note| owed.items().any(|item| item.notes.iter().any(|known| std::ptr::eq(*known, *note)));
    let rest = notes.iter().copied().filter(|note| note.department == Some(department) && !told(note)).collect();
    owed.rest = rest;
    owed
}

fn block<'d>(entry: &Entry, notes: &[&'d Note]) -> Item<'d> {
    let home = Home::Entry(entry.measure, entry.department);
    let about = |note: &&&Note| matches!(note.spot, Spot::Home(at) | Spot::Paragraph(at, _) if at == home);
    let gaps: Vec<_> = entry.gaps().collect();
    let missing: Vec<&str> =
        gaps.iter().filter(|(_, gap)| **gap == Gap::Missing).map(|(field, _)| field.label()).collect();
    let nothing = missing.len() == crate::model::Field::ALL.len();
    item(Spot::Home(home), missing, nothing, !gaps.is_empty(), notes.iter().filter(about).copied().collect())
}

fn value<'d>(
    draft: &Draft,
    publication: &Publication,
    edition: &Edition,
    ix: KpiIx,
    notes: &[&'d Note],
) -> Item<'d> {
    let row = publication.row(edition, ix);
    let cells = [("当初", row.baseline.period), ("前年度", row.previous.period), ("実績値", row.actual.period)];
    let gaps: Vec<_> =
        cells.iter().filter_map(|(name, period)| Some((*name, draft.value_gap(ix, period.year)?))).collect();
    let missing: Vec<&str> = gaps.iter().filter(|(_, gap)| **gap == Gap::Missing).map(|(name, _)| *name).collect();
    // The year's own figure is what is to be handed in; the others were there before.
    let nothing = missing.contains(&"実績値");
    let about = |note: &&&Note| note.spot == Spot::Kpi(ix) && !in_folder(note);
    item(Spot::Kpi(ix), missing, nothing, !gaps.is_empty(), notes.iter().filter(about).copied().collect())
}

fn rating<'d>(edition: &Edition, ix: KpiIx, notes: &[&'d Note]) -> Item<'d> {
    let gap = edition.rated(ix).rating.gap();
    let missing = if gap == Some(&Gap::Missing) { vec!["進捗状況"] } else { Vec::new() };
    let about = |note: &&&Note| note.spot == Spot::Kpi(ix) && in_folder(note);
    let nothing = !missing.is_empty();
    item(Spot::Kpi(ix), missing, nothing, gap.is_some(), notes.iter().filter(about).copied().collect())
}

/// Whether a finding is about one year's folder, where ratings stand, and not about the registers and series.
fn in_folder(note: &Note) -> bool {
    note.location.starts_with("reports/")
}

fn item<'d>(spot: Spot, missing: Vec<&'static str>, nothing: bool, gap: bool, notes: Vec<&'d Note>) -> Item<'d> {
    let state = match notes.iter().map(|note| grave(note)).min() {
        _ if nothing => State::Missing,
        _ if gap => State::Mend,
        worst => worst.unwrap_or(State::Done),
    };
    Item { spot, state, missing, notes }
}

fn grave(note: &Note) -> State {
    match note.severity {
        Severity::Error => State::Mend,
        Severity::Warning => State::Look,
    }
}
