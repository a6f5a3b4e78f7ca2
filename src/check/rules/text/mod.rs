//! Rules about narrative: wording, names, sentences, characters.

use crate::check::Rule;

pub(super) static ALL: &[&Rule] = &[];
