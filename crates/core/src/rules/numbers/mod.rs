//! N: filing, licence and police numbers.

mod app_filed;
mod class;
pub mod filed_without_number;
mod held;
pub mod impossible_digits;
pub mod index_against_dates;
pub mod index_repeated;
pub mod joke_registry;
pub mod licence_expired;
pub mod licence_not_listed;
pub mod licence_number_malformed;
pub mod not_a_filing_number;
pub mod number_ends_before_it_begins;
pub mod number_not_as_granted;
pub mod number_of_another_province;
pub mod number_of_wrong_level;
pub mod number_older_than_its_year;
pub mod number_without_filing;
pub mod numbers_out_of_order;
pub mod placeholder_number;
pub(crate) mod police;
pub mod police_letter_against_digits;
pub mod police_number_malformed;
pub mod police_number_twice;
pub mod several_current_numbers;
pub mod six_digit_number;
pub mod suffix_against_kind;
pub mod unusual_police_number;
mod written;
pub mod wrong_province_letter;

use crate::rule::Rule;

/// The family, in the order of the codes.
pub static FAMILY: &[&Rule] = &[
    &not_a_filing_number::RULE,
    &wrong_province_letter::RULE,
    &joke_registry::RULE,
    &placeholder_number::RULE,
    &impossible_digits::RULE,
    &six_digit_number::RULE,
    &number_not_as_granted::RULE,
    &number_of_wrong_level::RULE,
    &suffix_against_kind::RULE,
    &number_of_another_province::RULE,
    &number_ends_before_it_begins::RULE,
    &number_older_than_its_year::RULE,
    &licence_not_listed::RULE,
    &licence_number_malformed::RULE,
    &licence_expired::RULE,
    &police_number_malformed::RULE,
    &police_letter_against_digits::RULE,
    &unusual_police_number::RULE,
    &filed_without_number::RULE,
    &number_without_filing::RULE,
    &several_current_numbers::RULE,
    &numbers_out_of_order::RULE,
    &index_repeated::RULE,
    &index_against_dates::RULE,
    &police_number_twice::RULE,
];
