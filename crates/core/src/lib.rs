//! The domain of ICP filing (备案): numbers, records, rules.
//!
//! Core is pure: no files, no clock, no printing, no YAML, no git. Text and days come in
//! as arguments, values go out. `records` fills its model, `documents` and the command
//! line render what it finds.

pub mod calendar;
pub mod change;
pub mod day;
pub mod deadline;
pub mod drafting;
pub mod evidence;
pub mod filed;
pub mod fnv;
pub mod law;
pub mod letter;
pub mod markup;
pub mod model;
pub mod names;
pub mod numbers;
pub mod personal;
pub mod plan;
pub mod policy;
pub mod procedure;
pub mod progress;
pub mod record;
pub mod rows;
pub mod rule;
pub mod rules;
pub mod spelling;
pub mod status;
pub mod tables;
pub mod visible;
pub mod vocabulary;
pub mod words;
