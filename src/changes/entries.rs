//! What departments report on measures: blocks that come and go, paragraphs, lists of programmes.

use std::collections::HashMap;

use super::{
    Change, Kind, Pair, Piece, Way,
    paragraphs::{self, Paragraph},
    units::{self, Reader},
};
use crate::model::{DepartmentIx, Edition, Entry, Field, Home, ProgramIx, Prose, Spot, number};

/// The entries of one edition.
pub(super) fn entries(pair: Pair, old: &Edition, new: &Edition, changes: &mut Vec<Change>) {
    let sides = Sides { pair, old, new };
    let departments = pair.departments();
    let mut known = HashMap::new();
    for entry in &old.entries {
        known
            .entry((entry.measure, departments[entry.department.0]))
            .or_insert(entry);
    }
    for entry in &new.entries {
        let before = known.get(&(entry.measure, Some(entry.department)));
        sides.entry(before.copied(), entry, changes);
    }
    for entry in &old.entries {
        let department = departments[entry.department.0];
        let stays = department.is_some_and(|department| new.entry(entry.measure, department).is_some());
        if !stays && is_there(entry) {
            changes.push(sides.whole(Way::Removed, entry, department));
        }
    }
}

/// Both sides of one edition.
#[derive(Clone, Copy)]
struct Sides<'a> {
    pair: Pair<'a>,
    old: &'a Edition,
    new: &'a Edition,
}

/// Whether anything was handed in.
fn is_there(entry: &Entry) -> bool {
    entry.gaps().count() < Field::ALL.len()
}

/// The narrative of a field; `None` for the list of programmes and where nothing is.
fn prose(entry: &Entry, field: Field) -> Option<&Prose> {
    match field {
        Field::Achievements => entry.achievements.filled(),
        Field::Challenges => entry.challenges.filled(),
        Field::Outlook => entry.outlook.filled(),
        Field::Programs => None,
    }
}

impl<'a> Sides<'a> {
    fn entry(self, before: Option<&Entry>, entry: &Entry, changes: &mut Vec<Change>) {
        let before = before.filter(|known| is_there(known));
        match (before, is_there(entry)) {
            (None, false) => {}
            (None, true) => changes.push(self.whole(Way::Added, entry, Some(entry.department))),
            (Some(before), false) => changes.push(self.whole(Way::Removed, before, Some(entry.department))),
            (Some(before), true) => {
                for field in [Field::Achievements, Field::Challenges, Field::Outlook] {
                    self.field(before, entry, field, changes);
                }
                self.programs(before, entry, changes);
            }
        }
    }

    fn reader(self, way: Way) -> Reader<'a> {
        let (publication, edition) = match way {
            Way::Removed => (self.pair.old, self.old),
            Way::Added | Way::Changed => (self.pair.new, self.new),
        };
        Reader { publication, edition }
    }

    /// An entry that came or went as a whole.
    fn whole(self, way: Way, entry: &Entry, department: Option<DepartmentIx>) -> Change {
        let reader = self.reader(way);
        let mut texts = Vec::new();
        for field in Field::ALL {
            let text = match field {
                Field::Programs => entry.programs.filled().map(|list| names(reader, list)),
                _ => prose(entry, field).map(|text| units::shown(&reader.prose(text))),
            };
            texts.extend(text.map(|text| format!("【{}】{text}", field.label())));
        }
        let text = texts.join("\n");
        let home = Home::Entry(entry.measure, entry.department);
        let label = home.label(reader.publication, reader.edition);
        // Where a department no longer reports on a measure, its own page is the nearest place, if it still has one.
        let listed = department.filter(|department| self.new.entry(entry.measure, *department).is_some());
        let spot = match (listed, department) {
            (Some(department), _) => Spot::Home(Home::Entry(entry.measure, department)),
            (None, Some(department)) => Spot::Department(department),
            (None, None) => Spot::Nowhere,
        };
        Change {
            department,
            year: Some(self.new.year),
            kind: Kind::Entry,
            way,
            place: label,
            spot,
            pieces: vec![match way {
                Way::Removed => Piece::Removed(text),
                Way::Added | Way::Changed => Piece::Added(text),
            }],
        }
    }

    fn field(self, before: &Entry, entry: &Entry, field: Field, changes: &mut Vec<Change>) {
        let home = Home::Entry(entry.measure, entry.department);
        let side = |way, entry: &Entry| {
            let text = prose(entry, field);
            text.map_or_else(Vec::new, |text| of(text, number::first(entry, field), self.reader(way)))
        };
        let fates = paragraphs::compare(&side(Way::Removed, before), &side(Way::Changed, entry));
        let label = format!("{} {}", home.label(self.pair.new, self.new), field.label());
        for fate in fates {
            changes.push(Change {
                department: Some(entry.department),
                year: Some(self.new.year),
                ..text_change(home, &label, fate)
            });
        }
    }

    fn programs(self, before: &Entry, entry: &Entry, changes: &mut Vec<Change>) {
        let none = Vec::new();
        let (old, new) = (self.pair.old, self.pair.new);
        let was = before.programs.filled().unwrap_or(&none);
        let is = entry.programs.filled().unwrap_or(&none);
        let kept = |ix: &ProgramIx| {
            was.iter()
                .any(|known| old.plan.program(*known).id == new.plan.program(*ix).id)
        };
        let gone = |ix: &&ProgramIx| {
            !is.iter()
                .any(|known| new.plan.program(*known).id == old.plan.program(**ix).id)
        };
        let mut pieces: Vec<Piece> = Vec::new();
        let removed = was
            .iter()
            .filter(gone)
            .map(|ix| Piece::Removed(old.plan.program(*ix).name.clone()));
        let listed = is.iter().map(|ix| {
            let name = new.plan.program(*ix).name.clone();
            if kept(ix) {
                Piece::Same(name)
            } else {
                Piece::Added(name)
            }
        });
        for piece in listed.chain(removed) {
            if !pieces.is_empty() {
                pieces.push(Piece::Same("、".to_owned()));
            }
            pieces.push(piece);
        }
        let edited = |piece: &Piece| !matches!(piece, Piece::Same(_));
        if !pieces.iter().any(edited) {
            return;
        }
        let home = Home::Entry(entry.measure, entry.department);
        changes.push(Change {
            department: Some(entry.department),
            year: Some(self.new.year),
            kind: Kind::Programs,
            way: match (was.is_empty(), is.is_empty()) {
                (true, _) => Way::Added,
                (_, true) => Way::Removed,
                _ => Way::Changed,
            },
            place: format!("{} {}", home.label(new, self.new), Field::Programs.label()),
            spot: Spot::Paragraph(home, number::first(entry, Field::Programs)),
            pieces,
        });
    }
}

fn names(reader: Reader, list: &[ProgramIx]) -> String {
    let plan = &reader.publication.plan;
    let names: Vec<&str> = list.iter().map(|ix| plan.program(*ix).name.as_str()).collect();
    names.join("、")
}

/// The paragraphs of a text with their numbers.
pub(super) fn of(text: &Prose, first: usize, reader: Reader) -> Vec<Paragraph> {
    let mut next = first;
    let blocks = text.blocks.iter().map(|block| {
        let number = number::is_counted(block).then_some(next);
        next += usize::from(number.is_some());
        Paragraph {
            number,
            units: reader.block(block),
        }
    });
    // Generated content has no text of its own.
    blocks.filter(|paragraph| !paragraph.units.is_empty()).collect()
}

/// The change of a paragraph, of nobody and no year as yet.
pub(super) fn text_change(home: Home, label: &str, fate: paragraphs::Fate) -> Change {
    // A level's meaning is named by the level; its paragraphs have no numbers.
    let number = fate.number.filter(|_| !matches!(home, Home::Level(_)));
    let (place, spot) = match (fate.way, number) {
        (_, None) if fate.number.is_some() => (label.to_owned(), Spot::Home(home)),
        (Way::Removed, Some(number)) => (format!("{label}（前の案の{number}）"), Spot::Home(home)),
        (_, Some(number)) => (format!("{label} {number}"), Spot::Paragraph(home, number)),
        (_, None) => (format!("{label} 見出し"), Spot::Home(home)),
    };
    Change {
        department: None,
        year: None,
        kind: Kind::Text,
        way: fate.way,
        place,
        spot,
        pieces: fate.pieces,
    }
}
