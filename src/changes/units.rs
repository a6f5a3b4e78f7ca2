//! Narrative as the units that are compared: characters, except that a number and a run of Latin letters are one unit
//! each (12 → 15 is a changed number, not a changed digit), and so is a figure by reference.

use crate::model::{Block, Edition, FigureField, Id, Inline, Prose, Publication};

/// The smallest thing that is inserted or deleted.
#[derive(Debug, Clone)]
pub(super) enum Unit {
    /// A character, number or Latin word.
    Text(String),
    /// A KPI's figure: the same as long as the same figure is named, whatever its value is now.
    Figure {
        /// Whose.
        kpi: Id,
        /// Which.
        field: FigureField,
        /// What the reader sees.
        shown: String,
    },
    /// The plan's period by reference.
    Period(String),
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Unit::Text(one), Unit::Text(two)) => one == two,
            (Unit::Figure { kpi, field, .. }, Unit::Figure { kpi: k, field: f, .. }) => kpi == k && field == f,
            (Unit::Period(_), Unit::Period(_)) => true,
            _ => false,
        }
    }
}

impl Unit {
    /// What the reader sees.
    pub(super) fn shown(&self) -> &str {
        match self {
            Unit::Text(text) | Unit::Period(text) => text,
            Unit::Figure { shown, .. } => shown,
        }
    }
}

/// What the reader sees of some units.
pub(super) fn shown(units: &[Unit]) -> String {
    units.iter().map(Unit::shown).collect()
}

/// The units of a plain text.
pub(super) fn of_text(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    push(text, &mut units);
    units
}

/// Turns narrative of one edition into units.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) publication: &'a Publication,
    pub(super) edition: &'a Edition,
}

impl Reader<'_> {
    /// All blocks, one below the other.
    pub(super) fn prose(self, prose: &Prose) -> Vec<Unit> {
        let mut units = Vec::new();
        for block in &prose.blocks {
            if !units.is_empty() {
                push("\n", &mut units);
            }
            units.append(&mut self.block(block));
        }
        units
    }

    /// One block. Markup is shown as it is written: to make a word stand out is a change like any other.
    pub(super) fn block(self, block: &Block) -> Vec<Unit> {
        let mut units = Vec::new();
        self.collect(block, 0, &mut units);
        units
    }

    fn collect(self, block: &Block, depth: usize, units: &mut Vec<Unit>) {
        match block {
            Block::Paragraph(inlines) | Block::Section(inlines) => self.inlines(inlines, units),
            Block::List { first, items } => {
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        push("\n", units);
                    }
                    push(&"　".repeat(depth), units);
                    match first {
                        Some(first) => push(&format!("{}. ", first + at as u64), units),
                        None => push("・", units),
                    }
                    for (at, block) in item.iter().enumerate() {
                        if at > 0 {
                            push("\n", units);
                        }
                        self.collect(block, depth + 1, units);
                    }
                }
            }
            Block::Data(_) => {}
        }
    }

    fn inlines(self, inlines: &[Inline], units: &mut Vec<Unit>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => push(text, units),
                Inline::Code(text) => self.within("`", &[Inline::Text(text.clone())], units),
                Inline::Strong(inner) => self.within("**", inner, units),
                Inline::Emphasis(inner) => self.within("*", inner, units),
                Inline::Deleted(inner) => self.within("~~", inner, units),
                Inline::Link { url, content } => {
                    self.inlines(content, units);
                    push(&format!("（{url}）"), units);
                }
                Inline::Break => push("\n", units),
                Inline::Figure(figure) => units.push(Unit::Figure {
                    kpi: self.publication.plan.kpi(figure.kpi).id.clone(),
                    field: figure.field,
                    shown: self.publication.figure(self.edition, figure),
                }),
                Inline::PlanPeriod => units.push(Unit::Period(self.publication.plan.period())),
            }
        }
    }

    fn within(self, sign: &str, inner: &[Inline], units: &mut Vec<Unit>) {
        units.push(Unit::Text(sign.to_owned()));
        self.inlines(inner, units);
        units.push(Unit::Text(sign.to_owned()));
    }
}

/// Cuts a text into units.
fn push(text: &str, units: &mut Vec<Unit>) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = run(rest).unwrap_or(first.len_utf8());
        units.push(Unit::Text(rest[..length].to_owned()));
        rest = &rest[length..];
    }
}

/// The length of a number or Latin word at the beginning. A comma or point belongs to a number only between digits.
fn run(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    if digit(0) {
        let mut end = 1;
        while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.')) && digit(end + 1)) {
            end += 1;
        }
        return Some(end);
    }
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (letters > 1).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_latin_words_are_one_unit() {
        let shown = |text| {
            of_text(text)
                .iter()
                .map(|unit| unit.shown().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(shown("18,713組"), ["18,713", "組"]);
        assert_eq!(shown("IoT化, 3.5%"), ["IoT", "化", ",", " ", "3.5", "%"]);
        assert_eq!(shown("1,2"), ["1,2"]);
        assert_eq!(shown("5."), ["5", "."]);
        assert_eq!(shown("a柏"), ["a", "柏"]);
    }
}
