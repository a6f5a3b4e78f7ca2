//! `former:` of a register's entry: what stood in place of its values up to an edition.

use super::{
    fault::{FaultKind, Form},
    fields::Fields,
};
use crate::{
    model::{FiscalYear, Former},
    source::{Place, Spanned},
};

/// What an entry said to earlier editions.
#[derive(Debug)]
pub struct FormerLines<T> {
    /// The whole of it.
    pub place: Place,
    /// The year of the last edition that it holds for.
    pub until: Option<Spanned<u16>>,
    /// What was otherwise then.
    pub was: T,
}

/// More often nothing changes: each edition looks through them.
pub(crate) const MOST_FORMER: usize = 50;

/// All that an entry says of earlier editions; `was` asks for the other keys of each.
pub(super) fn list<'n, T>(fields: &mut Fields<'n, '_>, was: impl Fn(&mut Fields<'n, '_>) -> T) -> Vec<FormerLines<T>> {
    let mut all = fields.optional_list("former", |node, faults| {
        let mut fields = Fields::of(node, faults)?;
        let lines = FormerLines {
            place: node.place,
            until: fields.year("until"),
            was: was(&mut fields),
        };
        fields.finish();
        Some(lines)
    });
    if let Some(first) = all.get(MOST_FORMER) {
        let (text, form) = (all.len().to_string(), Form::Former);
        fields.faults.push(first.place, FaultKind::NotOfForm { text, form });
        all.truncate(MOST_FORMER);
    }
    all
}

/// What held for an edition, of those that say anything of it; `None` if that is what holds now.
pub(super) fn held<'l, T, U: Copy>(
    lines: &'l [FormerLines<T>],
    edition: u16,
    pick: impl Fn(&'l T) -> Option<U>,
) -> Option<U> {
    let values = lines.iter();
    let values = values.filter_map(|lines| Some((lines.until?.value, pick(&lines.was)?)));
    Former::new(values.collect()).of(FiscalYear::new(edition)?).copied()
}
