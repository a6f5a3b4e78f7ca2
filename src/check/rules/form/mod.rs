//! The rules of form: files, YAML, keys and values, tables, headings, Markdown. What the reading stages noted as faults
//! gets its words here; every kind of fault has exactly one rule.

mod csv_cells;
mod csv_header;
mod csv_quote;
mod date_invalid;
mod dedented;
mod file_link_outside;
mod file_missing;
mod file_name_case;
mod file_name_unknown;
mod file_name_unportable;
mod file_not_text;
mod file_too_large;
mod file_too_many;
mod front_matter_open;
mod heading_duplicate;
mod heading_in_text;
mod heading_orphan;
mod heading_unknown;
mod id_invalid;
mod key_duplicate;
mod key_missing;
mod key_unknown;
mod markdown_bullet;
mod markdown_data_in_text;
mod markdown_emphasis;
mod markdown_fullwidth_space;
mod markdown_heading_space;
mod markdown_html;
mod markdown_link;
mod markdown_list_line;
mod markdown_nesting;
mod markdown_reference_unknown;
mod markdown_unsupported;
mod number_invalid;
mod programs_not_list;
mod text_outside;
mod value_empty;
mod value_form;
mod value_shape;
mod word_unknown;
mod yaml_alias;
mod yaml_colon_in_value;
mod yaml_colon_space;
mod yaml_complex_key;
mod yaml_escape;
mod yaml_folded;
mod yaml_fullwidth_colon;
mod yaml_fullwidth_comma;
mod yaml_fullwidth_space;
mod yaml_hash_in_value;
mod yaml_hyphen;
mod yaml_indentation;
mod yaml_second_document;
mod yaml_special_start;
mod yaml_syntax;
mod yaml_tab;
mod yaml_tag;
mod yaml_too_deep;
mod yaml_unclosed_bracket;
mod yaml_unclosed_quote;

use crate::check::Rule;

pub(super) static ALL: &[&Rule] = &[
    &file_missing::RULE,
    &file_not_text::RULE,
    &file_too_large::RULE,
    &file_too_many::RULE,
    &file_link_outside::RULE,
    &file_name_unportable::RULE,
    &file_name_case::RULE,
    &file_name_unknown::RULE,
    &yaml_fullwidth_colon::RULE,
    &yaml_colon_space::RULE,
    &yaml_fullwidth_comma::RULE,
    &yaml_colon_in_value::RULE,
    &yaml_fullwidth_space::RULE,
    &yaml_tab::RULE,
    &yaml_hyphen::RULE,
    &yaml_indentation::RULE,
    &yaml_special_start::RULE,
    &yaml_unclosed_quote::RULE,
    &yaml_unclosed_bracket::RULE,
    &yaml_hash_in_value::RULE,
    &yaml_folded::RULE,
    &yaml_alias::RULE,
    &yaml_escape::RULE,
    &yaml_tag::RULE,
    &yaml_complex_key::RULE,
    &yaml_second_document::RULE,
    &yaml_too_deep::RULE,
    &yaml_syntax::RULE,
    &key_unknown::RULE,
    &key_missing::RULE,
    &key_duplicate::RULE,
    &value_empty::RULE,
    &value_shape::RULE,
    &value_form::RULE,
    &number_invalid::RULE,
    &date_invalid::RULE,
    &word_unknown::RULE,
    &id_invalid::RULE,
    &csv_header::RULE,
    &csv_cells::RULE,
    &csv_quote::RULE,
    &front_matter_open::RULE,
    &heading_unknown::RULE,
    &heading_orphan::RULE,
    &heading_duplicate::RULE,
    &heading_in_text::RULE,
    &text_outside::RULE,
    &programs_not_list::RULE,
    &markdown_heading_space::RULE,
    &markdown_bullet::RULE,
    &markdown_fullwidth_space::RULE,
    &markdown_emphasis::RULE,
    &markdown_html::RULE,
    &markdown_link::RULE,
    &markdown_unsupported::RULE,
    &markdown_list_line::RULE,
    &markdown_nesting::RULE,
    &markdown_reference_unknown::RULE,
    &markdown_data_in_text::RULE,
];
