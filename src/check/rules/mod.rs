//! The rules, one a file. Their order is that of the documentation; findings are sorted by place afterwards.

mod chapter_data_missing;
mod chapter_data_repeated;
mod chapter_duplicate;
mod chapter_missing;
mod chapter_text_missing;
mod department_listed_twice;
mod department_unknown;
mod entry_missing;
mod entry_unexpected;
mod field_empty;
mod field_missing;
mod figures;
mod form;
mod former_unclear;
mod former_unused;
mod id_duplicate;
mod kpi_listed_twice;
mod kpi_unknown;
mod kpi_unused;
mod measure_unknown;
mod name_duplicate;
mod opinion_about_unknown;
mod opinion_meeting_unknown;
mod opinion_number_gone;
mod opinion_unanswered;
mod plan_empty;
mod program_repeated;
mod program_unknown;
mod program_unused;
mod rating_duplicate;
mod rating_missing;
mod rating_scale_incomplete;
mod rating_unexpected;
mod report_incomplete;
mod series_duplicate;
mod series_missing;
mod series_status;
mod target_not_number;
mod text;
mod year_order;

use super::Rule;

pub(super) const REPORT_INCOMPLETE: Rule = report_incomplete::RULE;

/// Every rule, in the order of the documentation.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    before_text().chain(of_text())
}

/// The rules of form, of references and completeness (those of this folder), and of figures.
pub(super) fn before_text() -> impl Iterator<Item = &'static Rule> {
    form::ALL.iter().chain(ALL).chain(figures::ALL).copied()
}

/// The rules of wording.
pub(super) fn of_text() -> impl Iterator<Item = &'static Rule> {
    text::ALL.iter().copied()
}

static ALL: &[&Rule] = &[
    &department_unknown::RULE,
    &kpi_unknown::RULE,
    &entry_missing::RULE,
    &id_duplicate::RULE,
    &name_duplicate::RULE,
    &measure_unknown::RULE,
    &entry_unexpected::RULE,
    &field_missing::RULE,
    &field_empty::RULE,
    &program_unknown::RULE,
    &program_repeated::RULE,
    &program_unused::RULE,
    &rating_missing::RULE,
    &rating_unexpected::RULE,
    &rating_duplicate::RULE,
    &kpi_unused::RULE,
    &kpi_listed_twice::RULE,
    &department_listed_twice::RULE,
    &target_not_number::RULE,
    &series_duplicate::RULE,
    &series_missing::RULE,
    &series_status::RULE,
    &chapter_missing::RULE,
    &chapter_duplicate::RULE,
    &chapter_text_missing::RULE,
    &chapter_data_missing::RULE,
    &chapter_data_repeated::RULE,
    &rating_scale_incomplete::RULE,
    &plan_empty::RULE,
    &year_order::RULE,
    &former_unclear::RULE,
    &former_unused::RULE,
    &opinion_meeting_unknown::RULE,
    &opinion_about_unknown::RULE,
    &opinion_number_gone::RULE,
    &opinion_unanswered::RULE,
];
