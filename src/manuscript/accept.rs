//! `accept:`, a finding that the authors have looked at and let stand, with their reason.

use super::{faults::Faults, fields::Fields, yaml::Node};
use crate::source::{Place, Spanned};

/// One accepted finding.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// The whole entry.
    pub place: Place,
    /// The code of the finding.
    pub code: Spanned<String>,
    /// Why it may stand; to be asked for if it is not there.
    pub reason: Option<Spanned<String>>,
}

pub(super) fn read(node: &Node, faults: &mut Faults) -> Option<Acceptance> {
    let mut fields = Fields::of(node, faults)?;
    let (code, reason) = (fields.text("code"), fields.text("reason"));
    fields.finish();
    Some(Acceptance {
        place: node.place,
        code: code?,
        reason,
    })
}
