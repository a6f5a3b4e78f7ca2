//! What may be spent on a search. Some searches compare everything with everything: thousands of exceptions with thousands
//! of places, hundreds of names with every mention. No city has so many, but a file can. Counted, not timed: the same
//! sources get the same findings on every machine.

use std::cell::Cell;

/// What is left to one search through all texts.
pub(crate) struct Effort(Cell<usize>);

impl Effort {
    /// About the bytes compared: many thousand times what a report needs, and a quarter of a second at the most.
    const MOST: usize = 300_000_000;

    pub(crate) fn new() -> Self {
        Self(Cell::new(Self::MOST))
    }

    /// Whether there is enough left for a step. If not, there is nothing left for any other.
    pub(crate) fn spend(&self, cost: usize) -> bool {
        let left = self.0.get().checked_sub(cost);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Whether a step was too much.
    pub(crate) fn is_spent(&self) -> bool {
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
        assert!(!effort.spend(2) && effort.is_spent());
        assert!(!effort.spend(1));
    }
}
