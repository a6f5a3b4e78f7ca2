//! Scalars to values: ids, words of closed lists, plain decimals, years, narrative. What is none becomes a fault.

use unicode_normalization::UnicodeNormalization;

use super::{
    fault::{Expected, FaultKind, Form},
    faults::Faults,
    markdown,
    prose::Written,
    yaml::{Node, Scalar, Shape},
};
use crate::{
    model::{Amount, AmountError, Id, Word, YEARS},
    source::Spanned,
};

/// A scalar with its place.
fn scalar<'n>(node: &'n Node<'n>, faults: &mut Faults) -> Option<&'n Scalar<'n>> {
    match &node.shape {
        Shape::Scalar(scalar) => Some(scalar),
        Shape::List(_) | Shape::Map(_) => {
            faults.push(
                node.place,
                FaultKind::WrongShape {
                    expected: Expected::Text,
                },
            );
            None
        }
    }
}

/// Of one line, in characters: many times the longest name or reason.
pub(crate) const LONGEST_LINE: usize = 1000;

/// A text on one line.
pub(super) fn text(node: &Node, faults: &mut Faults) -> Option<Spanned<String>> {
    let text = typed(node, faults)?;
    if text.value.len() > LONGEST_LINE {
        let length = text.value.chars().count();
        if length > LONGEST_LINE {
            let (text, form) = (length.to_string(), Form::Line);
            faults.push(node.place, FaultKind::NotOfForm { text, form });
            return None;
        }
    }
    Some(text.map(str::to_owned))
}

/// The same as it stands there.
pub(super) fn typed<'n>(node: &'n Node<'n>, faults: &mut Faults) -> Option<Spanned<&'n str>> {
    let scalar = scalar(node, faults)?;
    let behind = scalar.text.trim_start();
    let (lead, value) = (scalar.text.len() - behind.len(), behind.trim_end());
    Some(Spanned {
        value,
        place: scalar.positions.place(lead..lead + value.len()),
    })
}

/// An id.
pub(super) fn id(node: &Node, faults: &mut Faults) -> Option<Spanned<Id>> {
    read_id(typed(node, faults)?, faults)
}

/// An id out of any text with its place. One that needs little mending is read on mended: those that refer to it would
/// otherwise all seem wrong.
pub(super) fn read_id(text: Spanned<&str>, faults: &mut Faults) -> Option<Spanned<Id>> {
    let place = text.place;
    let value = Id::parse(text.value).or_else(|| {
        let meant = mended_id(text.value);
        let kind = FaultKind::NotAnId {
            text: text.value.to_owned(),
            meant: meant.clone(),
        };
        faults.push(place, kind);
        meant
    })?;
    Some(Spanned { value, place })
}

/// `Patents`, `net_migration`, `ｋｉｋａｋｕ`, `business plan` as the ids they were meant to be.
pub(super) fn mended_id(text: &str) -> Option<Id> {
    let folded: String = text.nfkc().collect();
    let plain = folded
        .trim()
        .to_lowercase()
        .replace(['_', ' ', '.', '‐', '−', '–', 'ー'], "-");
    Id::parse(plain.trim_matches('-'))
}

/// A term of a closed list.
pub(super) fn word<W: Word>(node: &Node, faults: &mut Faults) -> Option<Spanned<W>> {
    let text = typed(node, faults)?;
    match W::from_word(text.value) {
        Some(value) => Some(Spanned {
            value,
            place: text.place,
        }),
        None => {
            let known = W::WORDS.iter().map(|(word, _)| *word).collect();
            faults.push(
                text.place,
                FaultKind::NotAWord {
                    text: text.value.to_owned(),
                    known,
                },
            );
            None
        }
    }
}

/// A plain decimal out of any text with its place.
pub(super) fn read_amount<T: AsRef<str>>(text: &Spanned<T>, faults: &mut Faults) -> Option<Spanned<Amount>> {
    match Amount::parse(text.value.as_ref()) {
        Ok(value) => Some(Spanned {
            value,
            place: text.place,
        }),
        Err(error) => {
            let place = match error {
                AmountError::Character(c, at) => text.part(at..at + c.len_utf8()),
                AmountError::Empty | AmountError::TooLong => text.place,
            };
            faults.push(
                place,
                FaultKind::NotANumber {
                    text: text.value.as_ref().to_owned(),
                    error,
                },
            );
            None
        }
    }
}

/// A narrative: Markdown without headings.
pub(super) fn prose(node: &Node, faults: &mut Faults) -> Option<Written> {
    let scalar = scalar(node, faults)?;
    let document = markdown::parse(&scalar.text, &scalar.positions);
    Some(Written::without_headings(node.place, document, faults))
}

/// A western year within the years this tool can name.
pub(super) fn year(text: &str) -> Option<u16> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain
        .then(|| text.parse().ok())
        .flatten()
        .filter(|year| YEARS.contains(year))
}
