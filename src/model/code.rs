//! Names that stand for things: ids typed by people and codes generated from the order of the plan.
//! Inside they are ASCII (`1-2-1`); the one formatter that people read (`I-2-(1)`) is here too.

use std::{fmt, num::NonZeroU8, sync::Arc};

use super::digits;

/// An id as the sources use it: lower-case ASCII letters, digits and single hyphens, at most 64 characters.
/// It is a permanent address: it becomes part of file names and anchors.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// A term of a closed list that the sources write as one word (順調, fiscal …).
pub trait Word: Sized + Copy + 'static {
    /// Every term with its word, in the order messages list them.
    const WORDS: &'static [(&'static str, Self)];

    /// The term a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, term)| *term)
    }
}

impl Word for bool {
    const WORDS: &'static [(&'static str, Self)] = &[("true", true), ("false", false)];
}

/// The place of a goal in the plan, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalCode(pub NonZeroU8);

/// The place of a direction: goal and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DirectionCode {
    /// The goal.
    pub goal: GoalCode,
    /// Counted from 1 within the goal.
    pub number: NonZeroU8,
}

/// The place of a measure: goal, direction and number. `1-2-1` in sources and addresses, `I-2-(1)` for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureCode {
    /// The direction.
    pub direction: DirectionCode,
    /// Counted from 1 within the direction.
    pub number: NonZeroU8,
}

const ID_MAX: usize = 64;
/// For any code of a plan there will be, in bytes.
const ROOM: usize = 16;

impl Id {
    /// `None` if the text is not of an id's form.
    pub fn parse(text: &str) -> Option<Self> {
        // Hyphens stand alone, and between others: neither first nor last. An empty text is left with this one.
        let mut before = b'-';
        for byte in text.bytes() {
            if !(byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && before != b'-') {
                return None;
            }
            before = byte;
        }
        // Windows keeps these names for devices: a page `con.html` could not be written there.
        let device = matches!(text, "con" | "prn" | "aux" | "nul")
            || (text.len() == 4
                && (text.starts_with("com") || text.starts_with("lpt"))
                && text.ends_with(|c: char| c.is_ascii_digit()));
        (before != b'-' && text.len() <= ID_MAX && !device).then(|| Self(text.into()))
    }

    /// As typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl GoalCode {
    /// Roman numeral in ASCII letters (I, II, III, IV …): screen readers and searches take it as text.
    pub fn roman(self) -> String {
        let mut out = String::with_capacity(ROOM);
        self.push_roman(&mut out);
        out
    }

    fn push_roman(self, out: &mut String) {
        let mut rest = self.0.get();
        for (value, letters) in [
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ] {
            while rest >= value {
                out.push_str(letters);
                rest -= value;
            }
        }
    }
}

impl DirectionCode {
    /// `I-2`, for people.
    pub fn display(self) -> String {
        let mut out = String::with_capacity(ROOM);
        self.push_display(&mut out);
        out
    }

    fn push_display(self, out: &mut String) {
        self.goal.push_roman(out);
        out.push('-');
        push(out, self.number);
    }

    /// `1-2`, as in data.
    pub(crate) fn plain(self) -> String {
        let mut out = String::with_capacity(ROOM);
        self.push_plain(&mut out);
        out
    }

    fn push_plain(self, out: &mut String) {
        push(out, self.goal.0);
        out.push('-');
        push(out, self.number);
    }
}

impl MeasureCode {
    /// Reads `1-2-1`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('-').map(|part| {
            let plain = part.len() <= 2 && !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse::<NonZeroU8>().ok()).flatten()
        });
        let (goal, direction, number) = (numbers.next()??, numbers.next()??, numbers.next()??);
        if numbers.next().is_some() {
            return None;
        }
        Some(Self {
            direction: DirectionCode {
                goal: GoalCode(goal),
                number: direction,
            },
            number,
        })
    }

    /// `I-2-(1)`, for people.
    pub fn display(self) -> String {
        let mut out = String::with_capacity(ROOM);
        self.direction.push_display(&mut out);
        out.push_str("-(");
        push(&mut out, self.number);
        out.push(')');
        out
    }

    /// `1-2-1`, as in data.
    pub(crate) fn plain(self) -> String {
        let mut out = String::with_capacity(ROOM);
        self.direction.push_plain(&mut out);
        out.push('-');
        push(&mut out, self.number);
        out
    }
}

/// `1`, `1-2`, `1-2-1`: in sources, addresses and data.
impl fmt::Display for GoalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DirectionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

impl fmt::Display for MeasureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

fn push(out: &mut String, number: NonZeroU8) {
    digits::push(out, number.get().into(), 1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_in_file_names_and_anchors() {
        for good in ["patents", "i-2", "a1"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in [
            "", "Patents", "../etc", "特許", "a--b", "-a", "a-", "con", "com1", "a b",
        ] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn one_code_two_spellings() {
        let code = MeasureCode::parse("1-2-1").unwrap();
        assert_eq!(code.display(), "I-2-(1)");
        assert_eq!(code.to_string(), "1-2-1");
        assert_eq!(MeasureCode::parse("4-1-2").unwrap().display(), "IV-1-(2)");
        for bad in ["1-2", "1-2-1-1", "0-1-1", "01-1-1", "I-2-1", "1-2-(1)", "１-2-1"] {
            assert!(MeasureCode::parse(bad).is_none(), "{bad}");
        }
    }
}
