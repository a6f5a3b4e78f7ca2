//! Reads a YAML mapping field by field: every value with its place, every slip as a fault, none of them the last.

use std::collections::HashMap;

use super::{
    fault::{Expected, FaultKind, Form},
    faults::Faults,
    prose::Written,
    scalars,
    yaml::{Node, Pair, Shape},
};
use crate::{
    model::{Date, Id, Word, YearMonth},
    source::{Place, Spanned},
};

/// Of one list: more than any register of a large city has.
pub(crate) const MOST_ITEMS: usize = 5000;

/// Of all lists of a file: five thousand terms with their patterns and tests.
const MOST_OF_FILE: usize = 20_000;

/// The fields of one mapping. Ask for each, then [`finish`](Fields::finish).
pub(super) struct Fields<'n, 'f> {
    place: Place,
    pairs: &'n [Pair<'n>],
    /// Which of the pairs have a key that stands above as well, in order: they were told and count for nothing.
    repeated: Vec<usize>,
    /// Where its own begin among the keys that were asked for.
    asked: usize,
    /// How many of those stand in it.
    found: usize,
    pub(super) faults: &'f mut Faults,
}

/// Keys of one mapping, at the most, that are looked through one by one.
const FEW: usize = 64;

/// The keys that were asked for end with the mapping.
impl Drop for Fields<'_, '_> {
    fn drop(&mut self) {
        self.faults.asked.truncate(self.asked);
    }
}

impl<'n, 'f> Fields<'n, 'f> {
    /// The fields of a node, if it is a mapping.
    pub(super) fn of(node: &'n Node<'n>, faults: &'f mut Faults) -> Option<Self> {
        let Shape::Map(pairs) = &node.shape else {
            faults.push(
                node.place,
                FaultKind::WrongShape {
                    expected: Expected::Map,
                },
            );
            return None;
        };
        let mut repeated = Vec::new();
        // A mapping of a source has few keys, and looking through them is quicker than any table.
        let mut table: HashMap<&str, Place> = HashMap::new();
        let few = pairs.len() <= FEW;
        for (at, pair) in pairs.iter().enumerate() {
            let first = if few {
                let above = pairs[..at].iter().find(|above| above.key == pair.key);
                above.map(|above| above.place)
            } else {
                table.insert(&pair.key, pair.place)
            };
            if let Some(first) = first {
                table.insert(&pair.key, first);
                repeated.push(at);
                let key = pair.key.to_string();
                faults.push(pair.place, FaultKind::KeyDuplicate { key, first });
            }
        }
        Some(Self {
            place: node.place,
            pairs,
            repeated,
            asked: faults.asked.len(),
            found: 0,
            faults,
        })
    }

    /// Reports every key nobody asked for.
    pub(super) fn finish(mut self) {
        if self.found + self.repeated.len() < self.pairs.len() {
            self.note_unknown();
        }
    }

    fn note_unknown(&mut self) {
        let known = self.faults.asked[self.asked..].to_vec();
        for (at, pair) in self.pairs.iter().enumerate() {
            let is_known = known.iter().any(|key| pair.key == *key);
            if !is_known && self.repeated.binary_search(&at).is_err() {
                let (key, known) = (pair.key.to_string(), known.clone());
                self.faults.push(pair.place, FaultKind::KeyUnknown { key, known });
            }
        }
    }

    /// The mapping's own place.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// A value that may be left out.
    pub(super) fn optional(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        let pair = self.pair(key)?;
        self.value(pair, key)
    }

    /// A value that must be there.
    pub(super) fn required(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        let pair = self.pair(key);
        if pair.is_none() && !self.faults.damaged {
            self.faults.push(self.place, FaultKind::KeyMissing { key });
        }
        self.value(pair?, key)
    }

    fn pair(&mut self, key: &'static str) -> Option<&'n Pair<'n>> {
        debug_assert!(
            !self.faults.asked[self.asked..].contains(&key),
            "{key} is asked for twice"
        );
        self.faults.asked.push(key);
        let pair = self.pairs.iter().find(|pair| pair.key == key)?;
        self.found += 1;
        Some(pair)
    }

    fn value(&mut self, pair: &'n Pair<'n>, key: &'static str) -> Option<&'n Node<'n>> {
        if pair.value.is_empty() {
            // The value may be what could not be read.
            if !self.faults.damaged {
                self.faults.push(pair.place, FaultKind::ValueEmpty { key });
            }
            return None;
        }
        Some(&pair.value)
    }

    /// A required text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.required(key)?;
        scalars::text(node, self.faults)
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.optional(key)?;
        scalars::text(node, self.faults)
    }

    /// A required id.
    pub(super) fn id(&mut self, key: &'static str) -> Option<Spanned<Id>> {
        let node = self.required(key)?;
        scalars::id(node, self.faults)
    }

    /// A required term of a closed list.
    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<Spanned<W>> {
        let node = self.required(key)?;
        scalars::word(node, self.faults)
    }

    /// A required western year.
    pub(super) fn year(&mut self, key: &'static str) -> Option<Spanned<u16>> {
        let node = self.required(key)?;
        self.year_at(node)
    }

    /// A western year that may be left out.
    pub(super) fn optional_year(&mut self, key: &'static str) -> Option<Spanned<u16>> {
        let node = self.optional(key)?;
        self.year_at(node)
    }

    fn year_at(&mut self, node: &Node) -> Option<Spanned<u16>> {
        let read = |text: &str| scalars::year(text);
        self.parsed(node, read, |text| FaultKind::NotADate { text, form: "2021" })
    }

    /// A required month.
    pub(super) fn month(&mut self, key: &'static str) -> Option<Spanned<YearMonth>> {
        let node = self.required(key)?;
        self.parsed(node, YearMonth::parse, |text| FaultKind::NotADate {
            text,
            form: "2021-09",
        })
    }

    /// A required day.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let node = self.required(key)?;
        self.parsed(node, Date::parse, |text| FaultKind::NotADate {
            text,
            form: "2021-08-20",
        })
    }

    /// A required small number.
    pub(super) fn small(&mut self, key: &'static str, max: u8, form: Form) -> Option<Spanned<u8>> {
        let node = self.required(key)?;
        self.small_at(node, max, form)
    }

    /// A small number that may be left out.
    pub(super) fn optional_small(&mut self, key: &'static str, max: u8, form: Form) -> Option<Spanned<u8>> {
        let node = self.optional(key)?;
        self.small_at(node, max, form)
    }

    fn small_at(&mut self, node: &'n Node<'n>, max: u8, form: Form) -> Option<Spanned<u8>> {
        let read = |text: &str| text.parse().ok().filter(|n: &u8| *n <= max);
        self.parsed(node, read, |text| FaultKind::NotOfForm { text, form })
    }

    /// A required text of a special form.
    pub(super) fn of_form<T>(
        &mut self,
        key: &'static str,
        form: Form,
        read: fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let node = self.required(key)?;
        self.parsed(node, read, |text| FaultKind::NotOfForm { text, form })
    }

    /// Like [`of_form`](Self::of_form), but the key may be left out.
    pub(super) fn optional_of_form<T>(
        &mut self,
        key: &'static str,
        form: Form,
        read: fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let node = self.optional(key)?;
        self.parsed(node, read, |text| FaultKind::NotOfForm { text, form })
    }

    fn parsed<T>(
        &mut self,
        node: &Node,
        read: impl Fn(&str) -> Option<T>,
        fault: impl Fn(String) -> FaultKind,
    ) -> Option<Spanned<T>> {
        let text = scalars::typed(node, self.faults)?;
        match read(text.value) {
            Some(value) => Some(Spanned {
                value,
                place: text.place,
            }),
            None => {
                self.faults.push(text.place, fault(text.value.to_owned()));
                None
            }
        }
    }

    /// A required narrative.
    pub(super) fn prose(&mut self, key: &'static str) -> Option<Written> {
        let node = self.required(key)?;
        scalars::prose(node, self.faults)
    }

    /// A narrative that may be left out.
    pub(super) fn optional_prose(&mut self, key: &'static str) -> Option<Written> {
        let node = self.optional(key)?;
        scalars::prose(node, self.faults)
    }

    /// A required list, each item read by `read`.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&'n Node<'n>, &mut Faults) -> Option<T>,
    ) -> Vec<T> {
        let node = self.required(key);
        self.items(node, read)
    }

    /// A list that may be left out.
    pub(super) fn optional_list<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&'n Node<'n>, &mut Faults) -> Option<T>,
    ) -> Vec<T> {
        let node = self.optional(key);
        self.items(node, read)
    }

    fn items<T>(
        &mut self,
        node: Option<&'n Node<'n>>,
        mut read: impl FnMut(&'n Node<'n>, &mut Faults) -> Option<T>,
    ) -> Vec<T> {
        match node.map(|node| (node, &node.shape)) {
            None => Vec::new(),
            Some((_, Shape::List(items))) => {
                let room = MOST_OF_FILE.saturating_sub(self.faults.items);
                let form = if room < MOST_ITEMS { Form::Lists } else { Form::List };
                // That all lists together are too long is told once.
                let told = form == Form::Lists && self.faults.items > MOST_OF_FILE;
                if let Some(first) = items.get(MOST_ITEMS.min(room)).filter(|_| !told) {
                    let text = items.len().to_string();
                    self.faults.push(first.place, FaultKind::NotOfForm { text, form });
                }
                self.faults.items += items.len();
                let items = items.iter().take(MOST_ITEMS.min(room));
                items.filter_map(|item| read(item, self.faults)).collect()
            }
            Some((node, _)) => {
                self.faults.push(
                    node.place,
                    FaultKind::WrongShape {
                        expected: Expected::List,
                    },
                );
                Vec::new()
            }
        }
    }

    /// A required mapping.
    pub(super) fn map(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        self.required(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript::yaml, source::FileId};

    #[test]
    fn an_unknown_key_is_told_with_the_keys_of_its_own_mapping() {
        let text = "a: { c: 1, x: 2 }\ny: 3\nb: 4\n";
        let (document, mut faults) = (yaml::read(text, 0..text.len(), FileId(0)), Faults::default());
        let mut outer = Fields::of(document.root.as_ref().unwrap(), &mut faults).unwrap();
        let mut inner = Fields::of(outer.map("a").unwrap(), outer.faults).unwrap();
        inner.text("c");
        inner.finish();
        outer.text("b");
        outer.finish();
        let told = |fault: crate::manuscript::Fault| match fault.kind {
            FaultKind::KeyUnknown { key, known } => (key, known),
            other => panic!("{other:?}"),
        };
        let told: Vec<_> = faults.into_list().into_iter().map(told).collect();
        assert_eq!(told, [("x".into(), vec!["c"]), ("y".into(), vec!["a", "b"])]);
    }
}
