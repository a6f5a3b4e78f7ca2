//! Rules about eras, periods, numbers, units and ratings: what the figures say of each other.

use crate::check::Rule;

pub(super) static ALL: &[&Rule] = &[];
