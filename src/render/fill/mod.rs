//! Fills the embedded templates in. They are code by then (`build.rs`): what a template asks for is a field of the view that
//! it is given, read where it lies, and the compiler knows of every field whether it is there. Here is what a value of each
//! type is to a template. A city's own templates do not come here; both ways give the same bytes (`tests/own_templates.rs`).

use std::borrow::Cow;

use serde::Serialize;

use super::{prose, templates::View};
use crate::model::digits;

/// Tells the closure that a template has become what its view is.
pub(in crate::render) fn give<'o, V: Serialize>(view: &V, out: &mut Out<'o>, template: impl FnOnce(&V, &mut Out<'o>)) {
    template(view, out);
}

/// Why a template cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// It asks for what this view has not: the program's own fault.
    Missing { template: &'static str, path: &'static str },
    /// The sources make more of the page than any page may hold.
    TooLong,
}

/// Writes a page, up to so many bytes.
///
/// # Errors
/// Its template asks for what the view has not, or it would be longer.
pub(super) fn page(view: &dyn View, limit: usize, text: &mut String) -> Result<(), Fault> {
    let mut out = Out {
        text,
        limit,
        missing: None,
    };
    view.fill(&mut out);
    match out.missing {
        Some((template, path)) => Err(Fault::Missing { template, path }),
        None if out.is_full() => Err(Fault::TooLong),
        None => Ok(()),
    }
}

/// A template and a path in it.
type Place = (&'static str, &'static str);

/// A page that is being written.
pub(in crate::render) struct Out<'o> {
    text: &'o mut String,
    /// In bytes; once there is more, no further value is written.
    limit: usize,
    /// What the view had not, the first of it.
    missing: Option<Place>,
}

impl Out<'_> {
    pub(in crate::render) fn is_full(&self) -> bool {
        self.text.len() > self.limit
    }

    /// The template's own text.
    pub(in crate::render) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A value, escaped.
    pub(in crate::render) fn put<T: Text + ?Sized>(&mut self, value: Option<&T>, place: Place) {
        if let Some(value) = self.there(value, place).filter(|_| !self.is_full()) {
            value.put(self.text);
        }
    }

    /// A value that is HTML.
    pub(in crate::render) fn html<T: AsRef<str> + ?Sized>(&mut self, value: Option<&T>, place: Place) {
        if let Some(value) = self.there(value, place).filter(|_| !self.is_full()) {
            self.text.push_str(value.as_ref());
        }
    }

    /// The items of a list.
    pub(in crate::render) fn items<'v, T>(
        &mut self,
        list: Option<&'v (impl AsRef<[T]> + ?Sized)>,
        place: Place,
    ) -> &'v [T] {
        self.there(list, place).map_or(&[], AsRef::as_ref)
    }

    /// What a name stands for from here on.
    pub(in crate::render) fn there<'v, T: ?Sized>(&mut self, value: Option<&'v T>, place: Place) -> Option<&'v T> {
        if value.is_none() {
            self.missing.get_or_insert(place);
        }
        value
    }
}

/// A value that is written into a page.
pub(in crate::render) trait Text {
    fn put(&self, out: &mut String);

    /// Whether it is this word.
    fn is(&self, word: &str) -> bool;
}

/// Values that are texts, however they are held.
macro_rules! texts {
    ($($type:ty),*) => {
        $(impl Text for $type {
            fn put(&self, out: &mut String) {
                prose::escape(self, out);
            }

            fn is(&self, word: &str) -> bool {
                **self == *word
            }
        }

        impl Holds for $type {
            fn holds(&self) -> bool {
                !self.is_empty()
            }
        })*
    };
}

texts!(&str, String, Box<str>, Cow<'_, str>);

/// Numbers of every width.
macro_rules! numbers {
    ($($type:ty),*) => {
        $(impl Text for $type {
            fn put(&self, out: &mut String) {
                digits::push(out, *self as u64, 1);
            }

            fn is(&self, _: &str) -> bool {
                false
            }
        }

        impl Holds for $type {
            fn holds(&self) -> bool {
                *self != 0
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, usize);

/// A value that may be empty, nought or false. What cannot be is [`Any`].
pub(in crate::render) trait Holds {
    fn holds(&self) -> bool;
}

impl Holds for bool {
    fn holds(&self) -> bool {
        *self
    }
}

/// Lists, however they are held.
macro_rules! lists {
    ($($type:ty),*) => {
        $(impl<T> Holds for $type {
            fn holds(&self) -> bool {
                !self.is_empty()
            }
        })*
    };
}

lists!(Vec<T>, &[T], Box<[T]>);

impl<T, const LENGTH: usize> Holds for [T; LENGTH] {
    fn holds(&self) -> bool {
        LENGTH > 0
    }
}

/// A value that may be absent. What cannot be is [`Any`].
pub(in crate::render) trait Optional {
    type Value;

    /// The value, if it is there.
    fn there(&self) -> Option<&Self::Value>;
}

impl<T> Optional for Option<T> {
    type Value = T;

    fn there(&self) -> Option<&T> {
        self.as_ref()
    }
}

/// Every value, where nothing else is said of its type: it is there, and it holds, as a view does. A type of field that may
/// be empty belongs above. A template's code calls `there` and
/// `holds` with all three traits in reach, and the compiler takes that of the type itself before this one, which stands a
/// reference further away.
pub(in crate::render) trait Any<'v> {
    type Value;

    fn there(&self) -> Option<&'v Self::Value>;

    fn holds(&self) -> bool;
}

impl<'v, T> Any<'v> for &'v T {
    type Value = T;

    fn there(&self) -> Option<&'v T> {
        Some(self)
    }

    fn holds(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests;
