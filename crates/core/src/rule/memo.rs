//! What several rules ask of one subject: found once, when it is first asked for.
//!
//! It follows from the subject alone, so that a case is judged alike whichever rule asks first.

use crate::names::DomainName;
use crate::numbers::{CreditCode, Reading};
use crate::record::unknown::Once;

/// What is known of a subject beyond its records.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    /// The keys of domains that are domains, as they were parsed.
    pub(crate) domains: Once<Vec<(Box<str>, DomainName)>>,
    /// Whether every domain stands under a suffix that is approved.
    pub(crate) suffixes_are_approved: Once<bool>,
    /// Whether no name of a service holds a word of the table of names.
    pub(crate) names_hold_no_word: Once<bool>,
    /// Whether the number on the subject's certificate is meant to be a credit code.
    pub(crate) holds_credit_code: Once<bool>,
    /// The subject's number, read as a unified social credit code.
    pub(crate) credit_code: Once<Reading<CreditCode>>,
    /// Whether every filing number is written without a fault for certain.
    pub(crate) numbers_are_flawless: Once<bool>,
    /// Whether every police number is right for certain.
    pub(crate) police_numbers_are_flawless: Once<bool>,
    /// Whether every fact of every filing stands in the records to the letter.
    pub(crate) facts_are_recorded: Once<bool>,
}
