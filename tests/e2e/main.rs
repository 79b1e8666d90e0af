//! The program as its users meet it: what is printed, and the exit status.

#![expect(clippy::expect_used, clippy::panic, reason = "a harness that cannot do its work has failed its test")]

mod approvals;
mod at;
mod baseline;
mod beside;
mod ci;
mod clocks;
mod committed;
mod coverage;
mod dossier;
mod dossier_clocks;
mod evidence;
mod floors;
mod formats;
mod gitted;
mod harness;
mod history;
mod hostile;
mod letters;
mod many_faults;
mod map;
mod notice;
mod notice_values;
mod one_judging;
mod options;
mod overlay_roads;
mod overlays;
mod pages_of_tables;
mod periods;
mod policy;
mod readme;
mod review;
mod review_policy;
mod rules;
mod targets;
mod templates;
mod tidy;
mod unseen_base;
mod unseen_checkouts;
mod unseen_files;
mod unseen_roots;
mod unseen_table;
mod validate;
mod widths;
