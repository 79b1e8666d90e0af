//! The program as its users meet it: what is printed, and the exit status.

mod committed;
mod harness;
mod hostile;
mod many_faults;
mod options;
mod readme;
mod rules;
mod targets;
mod tidy;
mod validate;
