//! 提出状況: the board of a draft as a table, and the texts to send.

use serde::Serialize;

use super::{
    Link, Views,
    text::{NoteView, StateView},
};
use crate::{
    draft::{Board, BoardRow, Cell, Home, Item, Note, Spot, State, number},
    model::{ChapterKind, DepartmentIx, KpiIx},
    render::address::{self, Page},
};

/// `board.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct BoardView {
    pub(crate) departments: usize,
    /// How many of them have nothing left to do.
    pub(crate) done: usize,
    /// Which of the others are in which state, the gravest first.
    pub(crate) counts: Vec<StateCount>,
    pub(crate) columns: [&'static str; 4],
    pub(crate) rows: Vec<RowView>,
    /// What concerns no department.
    pub(crate) planning: Vec<PlacedNote>,
    pub(crate) letters: Vec<LetterView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct StateCount {
    pub(crate) state: StateView,
    pub(crate) count: usize,
    pub(crate) departments: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowView {
    pub(crate) department: Link<'static>,
    pub(crate) state: StateView,
    pub(crate) cells: Vec<CellView>,
    /// Findings about its file as a whole.
    pub(crate) rest: Vec<PlacedNote>,
    /// To its text below.
    pub(crate) letter: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct CellView {
    /// What it counts.
    pub(crate) column: &'static str,
    /// Absent if nothing of the kind is due.
    pub(crate) state: Option<StateView>,
    /// Where the state is to be seen.
    pub(crate) href: String,
    pub(crate) done: usize,
    pub(crate) total: usize,
    /// Pieces that are not done.
    pub(crate) open: Vec<OpenView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpenView {
    pub(crate) state: StateView,
    pub(crate) link: Link<'static>,
    /// The parts that are missing, if not all.
    pub(crate) missing: Option<String>,
}

/// A finding with a link to its place.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PlacedNote {
    /// Where in the report; absent for what no reader sees.
    pub(crate) link: Option<Link<'static>>,
    pub(crate) note: NoteView,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct LetterView {
    pub(crate) id: String,
    pub(crate) department: String,
    pub(crate) text: String,
}

impl Views<'_> {
    /// The board; a report has none.
    pub(crate) fn board(self) -> Option<BoardView> {
        let board = Board::new(self.draft?, self.publication, self.edition);
        let counts = State::ALL
            .into_iter()
            .filter(|state| *state != State::Done)
            .map(|state| {
                let rows = board.rows.iter().filter(|row| row.owed.state() == state);
                let names = rows.map(|row| self.publication.department(row.owed.department).name.clone());
                let departments: Vec<String> = names.collect();
                StateCount {
                    state: state.into(),
                    count: departments.len(),
                    departments,
                }
            });
        let letters = board.rows.iter().filter_map(|row| {
            let department = self.publication.department(row.owed.department);
            Some(LetterView {
                id: letter_id(department.id.as_str()),
                department: department.name.clone(),
                text: row.letter.clone()?,
            })
        });
        Some(BoardView {
            departments: board.rows.len(),
            done: board.count(State::Done),
            counts: counts.filter(|count| !count.departments.is_empty()).collect(),
            columns: Board::COLUMNS,
            rows: board.rows.iter().map(|row| self.board_row(row)).collect(),
            planning: board.planning.iter().map(|note| self.placed(note)).collect(),
            letters: letters.collect(),
        })
    }

    fn board_row(self, row: &BoardRow) -> RowView {
        let department = self.publication.department(row.owed.department);
        let page = self.file(self.department_page(row.owed.department));
        RowView {
            department: Link::new(page.to_owned(), department.name.clone()),
            state: row.owed.state().into(),
            cells: Board::COLUMNS
                .into_iter()
                .zip(row.cells())
                .map(|(column, cell)| self.board_cell(column, &cell, page))
                .collect(),
            rest: row.owed.rest.iter().map(|note| self.placed(note)).collect(),
            letter: row
                .letter
                .as_ref()
                .map(|_| format!("#{}", letter_id(department.id.as_str()))),
        }
    }

    fn board_cell(self, column: &'static str, cell: &Cell, page: &str) -> CellView {
        let open = cell.items.iter().filter(|item| item.state != State::Done);
        let open: Vec<OpenView> = open.map(|item| self.open_item(item)).collect();
        CellView {
            column,
            state: cell.state.map(StateView::from),
            href: open
                .first()
                .map_or_else(|| page.to_owned(), |first| first.link.href.clone().into_owned()),
            done: cell.done,
            total: cell.items.len(),
            open,
        }
    }

    fn open_item(self, item: &Item) -> OpenView {
        let (name, href) = self.spot(item.spot).unwrap_or_default();
        let part = item.state != State::Missing && !item.missing.is_empty();
        OpenView {
            state: item.state.into(),
            link: Link::new(href, name),
            missing: part.then(|| format!("{}がありません", item.missing.join("、"))),
        }
    }

    /// A finding with a link to its place in the report.
    pub(crate) fn placed(self, note: &Note) -> PlacedNote {
        PlacedNote {
            link: self.spot(note.spot).map(|(name, href)| Link::new(href, name)),
            note: NoteView::new(note),
        }
    }

    /// What a place is called, and where it stands among the edition's pages.
    /// Of what the edition does not have, nothing stands there.
    pub(crate) fn spot(self, spot: Spot) -> Option<(String, String)> {
        let publication = self.publication;
        let spot = match spot {
            Spot::Home(Home::Entry(code, department)) | Spot::Paragraph(Home::Entry(code, department), _)
                if self.edition.entry(code, department).is_none() =>
            {
                Spot::Department(department)
            }
            Spot::Kpi(ix) if self.edition.rated(ix).is_none() => return None,
            // A goal that an earlier draft had has no page.
            Spot::Home(home) | Spot::Paragraph(home, _) if self.file(home_page(home)).is_empty() => return None,
            spot => spot,
        };
        Some(match spot {
            Spot::Paragraph(home, number) => {
                let name = format!("{} {number}", home.label(publication, self.edition));
                let page = self.file(home_page(home));
                (name, format!("{page}#{}", home.anchor(publication, number)))
            }
            Spot::Home(home @ Home::Entry(code, department)) => {
                // Only the measure: the board names the department already, and the list stands under it.
                let page = self.file(home_page(home));
                let id = address::entry(publication, code, department);
                (code.display(), format!("{page}#{id}"))
            }
            Spot::Home(home) => (
                home.label(publication, self.edition),
                self.file(home_page(home)).to_owned(),
            ),
            Spot::Kpi(ix) => (number::kpi(publication, ix), self.kpi_place(ix)),
            Spot::Department(ix) => {
                let name = publication.department(ix).name.clone();
                (name, self.file(self.department_page(ix)).to_owned())
            }
            Spot::Front => ("表紙と目次".to_owned(), self.file(Page::Cover).to_owned()),
            Spot::Nowhere => return None,
        })
    }

    /// A department's page, or the list of them where it reports nothing.
    fn department_page(self, ix: DepartmentIx) -> Page {
        if self.reports(ix) {
            Page::Department(ix)
        } else {
            Page::Departments
        }
    }

    /// A KPI's row in the report's own order of pages.
    pub(crate) fn kpi_place(self, ix: KpiIx) -> String {
        let kpi = self.plan().kpi(ix);
        let goals = self.plan().coded_goals();
        let mut goals = goals.filter(|(_, goal)| goal.directions.iter().any(|direction| direction.kpis.contains(&ix)));
        let page = goals
            .next()
            .map_or(Page::Chapter(ChapterKind::Projects), |(code, _)| Page::Goal(code));
        format!("{}#{}", self.file(page), address::kpi(kpi))
    }
}

fn home_page(home: Home) -> Page {
    match home {
        Home::Entry(code, _) => Page::Goal(code.direction.goal),
        Home::Chapter(kind) => Page::Chapter(kind),
        Home::Goal(code) => Page::Goal(code),
        Home::Project(_) => Page::Chapter(ChapterKind::Projects),
        Home::Part(_) | Home::RatingNote | Home::Level(_) => Page::Chapter(ChapterKind::Management),
    }
}

fn letter_id(department: &str) -> String {
    format!("letter-{department}")
}
