//! What a register says to one edition and not to another. Names, owners and targets change, things come and go, and
//! what was published stays as it was.

use super::FiscalYear;

/// Values that held up to an edition each; what holds after the last of them stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former<T>(Vec<(u16, T)>);

impl<T> Default for Former<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Former<T> {
    /// Each value with the year of the last edition that it holds for, in any order.
    pub fn new(mut values: Vec<(u16, T)>) -> Self {
        values.sort_by_key(|(until, _)| *until);
        Self(values)
    }

    /// What held for an edition; `None` if that is what holds now.
    pub fn of(&self, edition: FiscalYear) -> Option<&T> {
        let held = self.0.iter().find(|(until, _)| edition.year() <= *until);
        held.map(|(_, value)| value)
    }

    /// Puts what held for an edition in the place of what holds now.
    pub(super) fn restore(&self, edition: FiscalYear, now: &mut T)
    where
        T: Clone,
    {
        if let Some(held) = self.of(edition) {
            now.clone_from(held);
        }
    }
}

/// The editions that have something: from one on, up to one, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lasting {
    /// The first.
    pub from: Option<FiscalYear>,
    /// The last.
    pub until: Option<FiscalYear>,
}

impl Lasting {
    /// Whether an edition has it.
    pub fn covers(self, edition: FiscalYear) -> bool {
        self.from.is_none_or(|from| from <= edition) && self.until.is_none_or(|until| edition <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_holds_up_to_its_edition() {
        let former = Former::new(vec![(2023, "b"), (2021, "a")]);
        let of = |year| former.of(FiscalYear::new(year).unwrap()).copied();
        let years = [2020, 2021, 2022, 2023, 2024];
        assert_eq!(years.map(of), [Some("a"), Some("a"), Some("b"), Some("b"), None]);
        let mut name = "c";
        former.restore(FiscalYear::new(2022).unwrap(), &mut name);
        assert_eq!(name, "b");
        former.restore(FiscalYear::new(2024).unwrap(), &mut name);
        assert_eq!(name, "b", "nothing held then");
    }

    #[test]
    fn from_one_edition_up_to_another() {
        let year = |year| FiscalYear::new(year).unwrap();
        let covered = |lasting: Lasting| [2021, 2022, 2023].map(|edition| lasting.covers(year(edition)));
        assert_eq!(covered(Lasting::default()), [true; 3]);
        let from = Some(year(2022));
        assert_eq!(covered(Lasting { from, until: None }), [false, true, true]);
        assert_eq!(
            covered(Lasting {
                from: None,
                until: from
            }),
            [true, true, false]
        );
        assert_eq!(covered(Lasting { from, until: from }), [false, true, false]);
    }
}
