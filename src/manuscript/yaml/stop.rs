//! Where and why the library gave up, as far as there is advice for it.

use granit_parser::{ErrorKind, ScanError};

use super::ProblemKind;

/// Where and why reading stopped, in bytes of the copy.
pub(super) struct Stop {
    /// The byte at which the library gave up.
    pub(super) at: usize,
    /// What it said, as far as there is advice for it.
    pub(super) kind: ProblemKind,
    /// What it said, exactly.
    pub(super) error: ErrorKind,
}

/// What the library says, as a stop in the copy's text.
pub(super) fn stop(error: &ScanError, text: &str) -> Stop {
    use ErrorKind as E;
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let sign = text.get(at..).and_then(|rest| rest.chars().next());
    let special = sign.filter(char::is_ascii_punctuation).map(ProblemKind::SpecialStart);
    let kind = match error.kind() {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => {
            ProblemKind::UnclosedQuote
        }
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => ProblemKind::UnclosedBracket,
        E::RecursionLimitExceeded => ProblemKind::TooDeep,
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => ProblemKind::Tab,
        E::InvalidIndentation | E::ExpectedBlockMappingKey | E::MappingValueNotAllowed => ProblemKind::Indentation,
        E::UnknownAnchor
        | E::UnexpectedCharacter { .. }
        | E::InvalidTagTerminator
        | E::MisplacedFlowCollectionEnd
        | E::UnexpectedEofBlockMapping
        | E::MappingKeyNotAllowed
        | E::BlockSequenceEntryNotAllowed
        | E::InvalidBlockScalarHeader => special.unwrap_or(ProblemKind::Other),
        _ => ProblemKind::Other,
    };
    Stop {
        at,
        kind,
        error: error.kind().clone(),
    }
}
