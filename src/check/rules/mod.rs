//! The rules, one a file. The order of [`ALL`] is that of the documentation; findings are sorted by place afterwards.

mod department_unknown;
mod entry_missing;
mod key_unknown;
mod kpi_unknown;
mod report_incomplete;

use super::Rule;

pub(super) const REPORT_INCOMPLETE: Rule = report_incomplete::RULE;

pub(super) static ALL: &[&Rule] = &[
    &key_unknown::RULE,
    &department_unknown::RULE,
    &kpi_unknown::RULE,
    &entry_missing::RULE,
];
