//! What may be spent on a search. Some searches compare everything with everything: hundreds of names with every mention,
//! exceptions with places. No city has so many, but a file can. Counted, not timed: the same sources get the same findings
//! on every machine.

use std::cell::Cell;

/// What is left to a search, or to a part of it.
pub(super) struct Effort(Cell<usize>);

impl Effort {
    /// About the bytes compared: many times what the reports of large cities need. It is gone within a second.
    const MOST: usize = 300_000_000;

    pub(super) fn new() -> Self {
        Self::share(1, 1)
    }

    /// The share that a part has of a whole.
    pub(super) fn share(part: usize, whole: usize) -> Self {
        Self(Cell::new(
            (Self::MOST as u64 * part as u64 / whole.max(1) as u64) as usize,
        ))
    }

    /// Whether there is more left than a step takes. If not, the search is at its end.
    pub(super) fn spend(&self, cost: usize) -> bool {
        self.0.set(self.0.get().saturating_sub(cost));
        !self.is_spent()
    }

    #[cfg(test)]
    pub(super) fn left(&self) -> usize {
        self.0.get()
    }

    /// Whether a step was too much.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Effort;

    #[test]
    fn what_was_too_much_ends_it() {
        let effort = Effort::new();
        assert!(effort.spend(Effort::MOST - 10) && effort.spend(9) && !effort.is_spent());
        assert!(!effort.spend(1) && effort.is_spent() && !effort.spend(0));
    }

    #[test]
    fn a_share_is_in_proportion() {
        let effort = Effort::share(1, 3);
        assert!(effort.spend(Effort::MOST / 3 - 1) && !effort.spend(1));
        assert!(!Effort::share(0, 0).spend(1));
    }
}
