//! Rules about eras, periods, numbers, units and ratings: what the figures say of each other.

mod baseline_late;
mod census_year;
mod cumulative_falls;
mod date_impossible;
mod decimals_exceeded;
mod edition_gap;
mod era_basis;
mod era_date;
mod era_first_year;
mod era_fiscal_name;
mod era_mismatch;
mod era_year;
mod figure_missing;
mod figure_unit_doubled;
mod formula_mark;
mod kpi_cumulative_name;
mod kpi_percent_kind;
mod kpi_percent_name;
mod kpi_unit_name;
mod percent_range;
mod performance_year;
mod population_size;
mod population_vision;
mod population_year;
mod published_year;
mod rating_delayed_ahead;
mod rating_on_track_behind;
mod rating_on_track_below;
mod rating_on_track_falling;
mod rating_on_track_not_kept;
mod rating_unchanged_below;
mod rating_with_actual;
mod rating_without_actual;
mod restatement_date;
mod restatement_mismatch;
mod restatement_reason;
mod restatement_same;
mod restatement_unknown;
mod series_future;
mod series_gap;
mod series_order;
mod target_is_baseline;
mod target_late;
mod target_met;
mod target_past;
mod unit_unknown;
mod value_jump;
mod value_negative;
mod weekday_mismatch;
mod years_backward;

use crate::check::Rule;

pub(super) static ALL: &[&Rule] = &[
    &era_mismatch::RULE,
    &era_first_year::RULE,
    &era_year::RULE,
    &era_fiscal_name::RULE,
    &era_date::RULE,
    &date_impossible::RULE,
    &weekday_mismatch::RULE,
    &years_backward::RULE,
    &era_basis::RULE,
    &figure_missing::RULE,
    &figure_unit_doubled::RULE,
    &census_year::RULE,
    &series_future::RULE,
    &series_gap::RULE,
    &series_order::RULE,
    &edition_gap::RULE,
    &published_year::RULE,
    &performance_year::RULE,
    &target_past::RULE,
    &target_late::RULE,
    &baseline_late::RULE,
    &restatement_unknown::RULE,
    &restatement_mismatch::RULE,
    &restatement_reason::RULE,
    &restatement_same::RULE,
    &restatement_date::RULE,
    &unit_unknown::RULE,
    &decimals_exceeded::RULE,
    &cumulative_falls::RULE,
    &percent_range::RULE,
    &value_jump::RULE,
    &value_negative::RULE,
    &population_size::RULE,
    &population_vision::RULE,
    &population_year::RULE,
    &kpi_unit_name::RULE,
    &kpi_percent_name::RULE,
    &kpi_percent_kind::RULE,
    &kpi_cumulative_name::RULE,
    &formula_mark::RULE,
    &target_is_baseline::RULE,
    &target_met::RULE,
    &rating_without_actual::RULE,
    &rating_with_actual::RULE,
    &rating_on_track_below::RULE,
    &rating_on_track_falling::RULE,
    &rating_on_track_behind::RULE,
    &rating_on_track_not_kept::RULE,
    &rating_unchanged_below::RULE,
    &rating_delayed_ahead::RULE,
];
