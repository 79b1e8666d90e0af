//! C: configuration and form. These are found while reading.

pub mod alias_term;
pub mod anchor_or_alias;
pub mod bad_file_name;
pub mod bad_id;
pub mod byte_order_mark;
pub mod conflict_marker;
pub mod control_character;
pub mod duplicate_key;
pub mod empty_file;
pub mod empty_value;
pub mod file_too_large;
pub mod full_width_punctuation;
pub mod hidden_character;
pub mod no_subject_file;
pub mod not_utf8;
pub mod not_yaml;
pub mod odd_character;
pub mod older_format_declared;
pub mod outside_subset;
pub mod several_documents;
pub mod tab;
pub mod tag;
pub mod too_much;
pub mod unknown_file;
pub mod unknown_format;
pub mod unknown_key;
pub mod unknown_term;
pub mod unquoted_text;
pub mod unreadable_file;
pub mod unreadable_value;
pub mod wrong_kind;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &file_too_large::RULE,
    &not_utf8::RULE,
    &control_character::RULE,
    &byte_order_mark::RULE,
    &tab::RULE,
    &conflict_marker::RULE,
    &duplicate_key::RULE,
    &several_documents::RULE,
    &anchor_or_alias::RULE,
    &tag::RULE,
    &full_width_punctuation::RULE,
    &too_much::RULE,
    &not_yaml::RULE,
    &outside_subset::RULE,
    &unknown_key::RULE,
    &wrong_kind::RULE,
    &unquoted_text::RULE,
    &empty_value::RULE,
    &unknown_term::RULE,
    &alias_term::RULE,
    &unreadable_value::RULE,
    &unknown_format::RULE,
    &no_subject_file::RULE,
    &unknown_file::RULE,
    &unreadable_file::RULE,
    &bad_file_name::RULE,
    &bad_id::RULE,
    &empty_file::RULE,
    &odd_character::RULE,
    &hidden_character::RULE,
    &older_format_declared::RULE,
];
